"""Bad lists, over HTTP: each is refused in German with field, value and remedy, and nothing is written."""

from __future__ import annotations

import io
import itertools
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http.multipartparser import MultiPartParser
from django.test import Client, override_settings

from tests.cast import AskAs
from wir.accounts.models import User
from wir.kit.uploads import BoundedMemoryUploadHandler
from wir.network.models import Project
from wir.people.models import ListPreview, Person
from wir.people.tests.make import upload, workbook

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
MEGABYTE = 1024 * 1024
HEADER = "Name;Vorname;Geburtsdatum;Staatsangehörigkeit\n"


def _bomb() -> bytes:
    """A workbook whose one sheet unpacks to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(300):
                sheet.write(b"0" * 1024 * 1024)
    return out.getvalue()


def _protected() -> bytes:
    """The head of an encrypted workbook: a compound file with the stream that names the cipher."""
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name + bytes(1024)


class _Stream(io.BufferedIOBase):
    """A form with one file of so many bytes, made while it is read."""

    def __init__(self, size: int) -> None:
        head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="liste.csv"\r\n\r\n'
        self.parts = itertools.chain(
            [head], itertools.repeat(b"x" * MEGABYTE, size // MEGABYTE), [b"\r\n--x--"]
        )
        self.rest = b""

    def read(self, size: int | None = -1, /) -> bytes:
        self.rest = self.rest or next(self.parts, b"")
        given, self.rest = self.rest[:size], self.rest[size:]
        return given


def nothing_kept(acting_as: AskAs, user: User) -> bool:
    with acting_as(user):
        return not (ListPreview.objects.exists() or Person.objects.exists())


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("liste.xlsx", b"PK\x03\x04 not a workbook", "„liste.xlsx“ ist beschädigt. Öffnen Sie die Datei"),
        ("liste.xlsx", _bomb(), "„liste.xlsx“ wird beim Entpacken viel größer"),
        (
            "liste.csv",
            b"x" * (50 * 1024 * 1024),
            "„liste.csv“ ist größer als 10 MB. Teilen Sie die Liste",
        ),
        ("liste.csv", b"", "Die Datei ist leer. Prüfen Sie"),
        ("foto.pdf", b"%PDF-1.7 no list", "„foto.pdf“ ist keine Liste. Laden Sie eine Datei vom Typ .xlsx"),
        ("liste.csv", b"eins;zwei\n1;2\n", "stehen keine Überschriften. Schreiben Sie"),
        ("liste.csv", HEADER.encode(), "„liste.csv“ enthält keine Zeilen. Prüfen Sie"),
        ("liste.xlsx", _protected(), "„liste.xlsx“ ist durch ein Passwort geschützt. Speichern Sie"),
    ],
    ids=["broken", "zip bomb", "50 MB", "empty", "unknown format", "no header", "no rows", "password"],
)
def test_a_file_that_is_no_list_is_refused_and_nothing_is_kept(
    name: str, content: bytes, sentence: str, *, ada: User, hafen: Project, sign_in: SignIn, acting_as: AskAs
) -> None:
    response = upload(sign_in(ada), hafen, content, name)

    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert '<a href="#id_file">Liste</a>' in page
    assert nothing_kept(acting_as, ada)


def test_without_a_file_the_form_says_so(
    ada: User, hafen: Project, sign_in: SignIn, acting_as: AskAs
) -> None:
    response = sign_in(ada).post("/personen/import/", {"project": str(hafen.pk)})

    assert response.status_code == 422
    assert "Es wurde keine Datei gewählt. Wählen Sie Ihre Liste." in response.content.decode()
    assert nothing_kept(acting_as, ada)


@pytest.mark.parametrize("project", ["01890000-0000-7000-8000-000000000000", "hafen", "another network's"])
def test_an_unknown_sub_project_is_named_and_nothing_is_kept(
    project: str, *, ada: User, hafen: Project, tal: Project, sign_in: SignIn, acting_as: AskAs
) -> None:
    sent = str(tal.pk) if project == "another network's" else project
    file = SimpleUploadedFile("liste.csv", f"{HEADER}Demir;Yusuf;1.2.1990;Türkei".encode())

    response = sign_in(ada).post("/personen/import/", {"project": sent, "file": file})

    assert response.status_code == 422
    sentence = f"In einem Teilprojekt „{sent}“ arbeiten Sie nicht. Wählen Sie eines der angebotenen."
    assert sentence in response.content.decode()
    assert nothing_kept(acting_as, ada)


def test_a_file_of_50_mb_is_counted_but_not_kept_in_memory() -> None:
    tracemalloc.start()
    _, files = MultiPartParser(
        {"CONTENT_TYPE": "multipart/form-data; boundary=x", "CONTENT_LENGTH": str(51 * MEGABYTE)},
        _Stream(50 * MEGABYTE),
        [BoundedMemoryUploadHandler()],
    ).parse()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    file = files["file"]
    assert isinstance(file, UploadedFile)
    assert (file.size, file.read()) == (50 * MEGABYTE, b"")
    assert peak < 2 * settings.FILE_UPLOAD_MAX_MEMORY_SIZE


@override_settings(FILE_UPLOAD_MAX_MEMORY_SIZE=10)
def test_many_files_of_one_request_share_the_room_of_one() -> None:
    handler = BoundedMemoryUploadHandler()

    kept = []
    for content in (b"123456", b"123456", b"1234"):
        handler.new_file("file", "liste.csv", "text/csv", None)
        handler.receive_data_chunk(content, 0)
        file = handler.file_complete(len(content))
        kept.append((file.size, file.read()))

    assert kept == [(6, b"123456"), (6, b""), (4, b"1234")]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            "Demir;Yusuf;12.12.2099;Türkei",
            "Spalte „Geburtsdatum“: Das Geburtsdatum „12.12.2099“ liegt in der Zukunft.",
        ),
        ("=1+1;Yusuf;1.2.1990;Türkei", "Spalte „Name“: „=1+1“ beginnt wie eine Formel"),
        ("Demir;Yusuf;31.2.1990;Türkei", "Spalte „Geburtsdatum“: Den Tag „31.2.1990“ gibt es nicht."),
        (
            "Demir;Yusuf;1.2.1990;Atlantis",
            "„Atlantis“ ist kein bekanntes Land. Schreiben Sie den deutschen Namen",
        ),
    ],
)
def test_a_bad_cell_is_named_with_its_column_value_and_remedy_before_anything_is_written(
    row: str, sentence: str, *, ada: User, hafen: Project, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(ada)
    kept = upload(browser, hafen, HEADER + row)

    page = browser.get(kept["Location"]).content.decode()

    assert sentence in page
    with acting_as(ada):
        assert Person.objects.count() == 0


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "utf-8"])
def test_text_in_any_of_the_usual_encodings_is_read(
    encoding: str, ada: User, hafen: Project, sign_in: SignIn
) -> None:
    browser = sign_in(ada)
    kept = upload(browser, hafen, (HEADER + "Müller-Öztürk;Zoë;1.2.1990;Türkei").encode(encoding))

    assert "Müller-Öztürk, Zoë" in browser.get(kept["Location"]).content.decode()


def test_a_formula_cell_is_never_evaluated_by_us(ada: User, hafen: Project, sign_in: SignIn) -> None:
    browser = sign_in(ada)
    rows = [["Name", "Vorname", "Geburtsdatum"], ["=1+1", "Yusuf", "1.2.1990"]]

    kept = upload(browser, hafen, workbook(rows), "liste.xlsx")  # its program last computed 0

    sentence = "Spalte „Name“: Der Name „0“ enthält Ziffern. Berichtigen Sie ihn."
    assert sentence in browser.get(kept["Location"]).content.decode()


def test_a_refused_formula_comes_back_as_text(ada: User, hafen: Project, sign_in: SignIn) -> None:
    browser = sign_in(ada)
    kept = upload(browser, hafen, f"{HEADER}=cmd|' /C calc'!A0;Yusuf;1.2.1990;Türkei")

    download = browser.get(f"{kept['Location']}abgelehnt/")

    with zipfile.ZipFile(io.BytesIO(download.content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert b"=cmd|" in archive.read("xl/sharedStrings.xml")
