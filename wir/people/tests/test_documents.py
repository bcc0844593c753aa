"""The documents tab: bringing files, opening them, deleting them; hostile ones and strangers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, cast

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import Settings

from tests.cast import AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.files.models import StoredFile
from wir.files.queries import files_of
from wir.files.tests.make import MARK, office, pdf, picture, png_header, stored
from wir.kit.sealing import new_key
from wir.network.models import Project
from wir.people.models import Person
from wir.people.tests.make import clock_stands
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def yusuf(hafen: Project) -> Person:
    return make_person(hafen)


@pytest.fixture
def browser(sign_in: SignIn, ada: User) -> Client:
    return sign_in(ada)


@pytest.fixture
def strangers(bela: User, cem: User, sign_in: SignIn) -> list[Client]:
    """Browsers of another carrier and of another network."""
    return [sign_in(bela), sign_in(cem)]


@pytest.fixture
def ausweis(yusuf: Person, ada: User, acting_as: AskAs) -> StoredFile:
    with acting_as(ada) as actor:
        return stored((yusuf.network_id, yusuf.project_id), yusuf.pk, actor, data=pdf(), name="Ausweis.pdf")


def at(person: Person, name: str = "documents", *more: object) -> str:
    return reverse(f"people:{name}", args=[person.pk, *more])


def given(*files: tuple[str, bytes], kind: str = "cv", valid_until: str = "") -> dict[str, object]:
    return {
        "documents": [SimpleUploadedFile(name, data, content_type="text/html") for name, data in files],
        "kind": kind,
        "valid_until": valid_until,
    }


def body(response: object) -> bytes:
    """What was streamed."""
    return b"".join(cast("Any", response).streaming_content)


def kept(person: Person, user: User, acting_as: AskAs) -> list[tuple[str, str, str]]:
    with acting_as(user) as actor:
        return sorted((file.name, file.kind, file.media_type) for file in files_of(actor, person.pk))


@pytest.mark.django_db
def test_several_files_are_brought_at_once(
    yusuf: Person, browser: Client, ada: User, acting_as: AskAs
) -> None:
    files = [("Lebenslauf.docx", office()), ("Foto.JPG", picture(with_place=True)), ("Zeugnis", pdf())]

    said = browser.post(at(yusuf), given(*files, kind="certificate", valid_until="2027-01-31"), follow=True)

    page = said.content.decode()
    assert "3 Dokumente wurden gespeichert." in page
    assert "nicht auf Viren geprüft" in page
    assert "31.01.2027" in page
    assert [(name, kind) for name, kind, _ in kept(yusuf, ada, acting_as)] == [
        ("Foto.jpg", "certificate"),
        ("Lebenslauf.docx", "certificate"),
        ("Zeugnis.pdf", "certificate"),
    ]


@pytest.mark.django_db
def test_with_htmx_the_same_and_a_refusal_swaps_the_part(yusuf: Person, browser: Client) -> None:
    done = browser.post(at(yusuf), given(("a.pdf", pdf())), headers=HTMX)
    refused = browser.post(at(yusuf), given(("a.pdf", pdf())), headers=HTMX)

    assert (done.status_code, done["HX-Redirect"]) == (200, at(yusuf))
    assert refused.status_code == 422
    assert "<html" not in refused.content.decode()
    assert "„a.pdf“ liegt schon bei den Dokumenten dieser Person." in refused.content.decode()


@pytest.mark.django_db
def test_what_is_well_is_stored_beside_what_is_refused(
    yusuf: Person, browser: Client, ada: User, acting_as: AskAs
) -> None:
    files = [
        ("gut.pdf", pdf()),
        ("boese.pdf", pdf(b"/OpenAction<</S/JavaScript>>")),
        ("seite.pdf", b"<html>"),
    ]

    said = browser.post(at(yusuf), given(*files))

    page = said.content.decode()
    assert said.status_code == 422
    assert "1 Dokument wurde gespeichert." in page
    assert "„boese.pdf“ enthält Befehle oder weitere Dateien (JavaScript)." in page
    assert "„seite.pdf“ ist eine Webseite oder ein SVG-Bild." in page
    assert kept(yusuf, ada, acting_as) == [("gut.pdf", "cv", "application/pdf")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([], "Bitte wählen Sie mindestens eine Datei aus."),
        ([("leer.pdf", b"")], "leer"),
        ([("gross.pdf", pdf() + bytes(11 * 1024 * 1024))], "hat 11,0 MB; möglich sind höchstens 10 MB."),
        ([("riesig.pdf", pdf() + bytes(13 * 1024 * 1024))], "hat 13,0 MB; möglich sind höchstens 10 MB."),
        ([("bombe.png", png_header(30_000, 30_000))], "„bombe.png“ hat zu viele Bildpunkte."),
        ([("bombe.docx", office({"word/x.xml": bytes(20_000_000)}))], "um ein Vielfaches größer"),
        ([("laugh.docx", office({"word/x.xml": b"<!DOCTYPE x><x/>"}))], "um ein Vielfaches größer"),
        ([("makro.docx", office({"word/vbaProject.bin": b"x"}))], "enthält Makros oder"),
        ([("bild.svg", b"<svg/>")], "ist eine Webseite oder ein SVG-Bild."),
        ([("formel.csv", b"=1+1;x")], "die nicht gespeichert werden kann"),
        ([("<script>alert(1)</script>.pdf", b"MZ")], "ist von einer Art"),
        ([(f"{number}.pdf", pdf()) for number in range(11)], "Sie haben 11 Dateien ausgewählt."),
    ],
)
def test_a_refused_file_says_why_and_nothing_is_stored(
    yusuf: Person, ada: User, files: list[tuple[str, bytes]], sentence: str, request: pytest.FixtureRequest
) -> None:
    browser, acting_as = request.getfixturevalue("browser"), request.getfixturevalue("acting_as")
    said = browser.post(at(yusuf), given(*files))

    assert said.status_code == 422
    assert sentence in said.content.decode()
    assert "<script>alert" not in said.content.decode()
    assert kept(yusuf, ada, acting_as) == []


@pytest.mark.django_db
def test_files_that_together_are_too_large_come_in_two_steps(
    yusuf: Person, browser: Client, ada: User, acting_as: AskAs
) -> None:
    files = [
        ("eins.pdf", pdf() + bytes(7_000_000) + b"%%EOF"),
        ("zwei.pdf", pdf() + bytes(7_000_001) + b"%%EOF"),
    ]

    said = browser.post(at(yusuf), given(*files))

    assert "„zwei.pdf“ passte nicht mehr hinein" in said.content.decode()
    assert kept(yusuf, ada, acting_as) == [("eins.pdf", "cv", "application/pdf")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("Ausweis.pdf", 'attachment; filename="Ausweis.pdf"'),
        ("Müller سيرة.pdf", "attachment; filename*=utf-8''M%C3%BCller%20%D8%B3%D9%8A%D8%B1%D8%A9.pdf"),
        ('x"; filename="evil.html', 'attachment; filename="x_; filename=_evil.html.pdf"'),
        ("scan\u202egpj.exe", 'attachment; filename="scan gpj.exe.pdf"'),
        ("../../etc/passwd", 'attachment; filename="passwd.pdf"'),
    ],
)
def test_a_download_is_an_attachment_that_runs_nothing(
    yusuf: Person, ada: User, name: str, sent: str, request: pytest.FixtureRequest
) -> None:
    browser, acting_as = request.getfixturevalue("browser"), request.getfixturevalue("acting_as")
    with acting_as(ada) as actor:
        place = (yusuf.network_id, yusuf.project_id)
        file = stored(place, yusuf.pk, actor, data=pdf(b"/X(%s)" % MARK), name=name)

    response = browser.get(at(yusuf, "document", file.pk))

    assert body(response) == pdf(b"/X(%s)" % MARK)
    assert {header: response[header] for header in [*HEADERS, "Content-Disposition"]} == HEADERS | {
        "Content-Disposition": sent
    }
    with acting_as(ada):
        (line,) = AuditEntry.objects.filter(verb="files.file_opened")
        assert (line.kind, line.purpose, line.detail) == ("read", "counselling", {"file": str(file.pk)})


HEADERS = {
    "Content-Type": "application/pdf",
    "Content-Length": str(len(pdf(b"/X(%s)" % MARK))),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


@pytest.mark.django_db
def test_pictures_alone_are_shown_in_the_browser(
    yusuf: Person, browser: Client, ada: User, ausweis: StoredFile, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        photo = stored((yusuf.network_id, yusuf.project_id), yusuf.pk, actor, data=picture(), name="f.jpg")

    shown = browser.get(at(yusuf, "document_view", photo.pk))
    page = browser.get(at(yusuf)).content.decode()

    content = body(shown)
    assert Image.open(BytesIO(content)).size == (60, 40)
    assert shown["Content-Disposition"] == 'inline; filename="f.jpg"'
    assert "sandbox" in shown["Content-Security-Policy"]
    assert browser.get(at(yusuf, "document_view", ausweis.pk)).status_code == 404
    assert at(yusuf, "document_view", photo.pk) in page
    assert at(yusuf, "document_view", ausweis.pk) not in page


@pytest.mark.django_db(transaction=True)
def test_a_download_goes_on_after_the_request_is_answered(
    yusuf: Person, browser: Client, ausweis: StoredFile
) -> None:
    """The content is read in transactions of its own: that of the request has ended by then, and with it the actor."""
    response = browser.get(at(yusuf, "document", ausweis.pk))

    assert body(response) == pdf()


@pytest.mark.django_db
def test_a_document_is_deleted_after_a_question(
    yusuf: Person, browser: Client, ada: User, ausweis: StoredFile, acting_as: AskAs
) -> None:
    asked = browser.get(at(yusuf, "document_remove", ausweis.pk)).content.decode()
    assert "Dieses Dokument löschen?" in asked
    assert len(kept(yusuf, ada, acting_as)) == 1

    page = browser.post(at(yusuf, "document_remove", ausweis.pk), follow=True).content.decode()

    assert "Das Dokument wurde gelöscht." in page
    assert kept(yusuf, ada, acting_as) == []
    assert browser.get(at(yusuf, "document", ausweis.pk)).status_code == 404


@pytest.mark.django_db
def test_strangers_get_404_and_nothing_happens(
    yusuf: Person, ada: User, strangers: list[Client], ausweis: StoredFile, acting_as: AskAs
) -> None:
    for theirs in strangers:
        answers = [
            theirs.get(at(yusuf)),
            theirs.post(at(yusuf), given(("a.pdf", pdf(b"/X 1")))),
            theirs.get(at(yusuf, "document", ausweis.pk)),
            theirs.get(at(yusuf, "document_view", ausweis.pk)),
            theirs.post(at(yusuf, "document_remove", ausweis.pk)),
        ]
        assert [answer.status_code for answer in answers] == [404] * 5
    assert kept(yusuf, ada, acting_as) == [("Ausweis.pdf", "residence", "application/pdf")]


@pytest.mark.django_db
def test_a_document_is_found_under_its_own_person_alone(
    yusuf: Person, hafen: Project, browser: Client, ausweis: StoredFile
) -> None:
    selam = make_person(hafen, given_names="Selam")

    assert browser.get(at(selam, "document", ausweis.pk)).status_code == 404
    assert browser.post(at(selam, "document_remove", ausweis.pk)).status_code == 404


@pytest.mark.django_db
def test_a_lost_key_spoils_one_line_not_the_page(
    yusuf: Person, browser: Client, ausweis: StoredFile, settings: Settings
) -> None:
    settings.WIR_KEYS = new_key()

    page = browser.get(at(yusuf))

    assert page.status_code == 200
    assert "(Name nicht lesbar: der Schlüssel fehlt)" in page.content.decode()


@pytest.mark.django_db
def test_the_list_costs_the_same_however_long_it_is(
    yusuf: Person,
    browser: Client,
    ada: User,
    acting_as: AskAs,
    queries_stay_flat: Callable[..., None],
) -> None:
    numbers = iter(range(100))

    def add() -> None:
        with acting_as(ada) as actor:
            place = (yusuf.network_id, yusuf.project_id)
            stored(place, yusuf.pk, actor, data=pdf(b"/N %d" % next(numbers)))

    queries_stay_flat(lambda: browser.get(at(yusuf)), add)
