"""Bad lists, over HTTP: each is refused in German with field, value and remedy, and nothing is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import AskAs
from wir.accounts.models import User
from wir.network.models import Project
from wir.people.models import ListPreview, Person
from wir.people.tests.make import upload, workbook

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
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
        ("liste.xlsx", _protected(), "„liste.xlsx“ ist durch ein Kennwort geschützt. Speichern Sie"),
    ],
    ids=["broken", "zip bomb", "50 MB", "empty", "unknown format", "no header", "no rows", "password"],
)
def test_a_file_that_is_no_list_is_refused_and_nothing_is_kept(
    name: str, content: bytes, sentence: str, *, ada: User, hafen: Project, sign_in: SignIn
) -> None:
    response = upload(sign_in(ada), hafen, content, name)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert ListPreview.objects.count() == 0


def test_without_a_file_or_with_another_network_s_project_the_form_says_so(
    ada: User, hafen: Project, tal: Project, sign_in: SignIn
) -> None:
    browser = sign_in(ada)

    without = browser.post("/personen/import/", {"project": str(hafen.pk)})
    elsewhere = browser.post(
        "/personen/import/",
        {"project": str(tal.pk), "file": SimpleUploadedFile("liste.csv", HEADER.encode())},
    )

    assert (without.status_code, elsewhere.status_code) == (422, 422)
    assert "Es wurde keine Datei gewählt. Wählen Sie Ihre Liste." in without.content.decode()
    assert ListPreview.objects.count() == 0


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
    rows = [["Name", "Vorname", "Geburtsdatum"], ['=HYPERLINK("http://x")', "Yusuf", "1.2.1990"]]

    kept = upload(browser, hafen, workbook(rows), "liste.xlsx")

    assert "http://x" not in browser.get(kept["Location"]).content.decode().replace("HYPERLINK", "")
