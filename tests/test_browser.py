"""In a real browser: sign-in, the main pages of each role on desktop and phone, without an accessibility fault."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, FilePayload, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.cast import AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.files.tests.make import picture
from wir.network.actions import invite
from wir.network.models import Project
from wir.network.rules import Position, Role, WorksFor
from wir.people.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "ein-langes-kennwort"
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium; Playwright's own event loop must not look like an async view to Django."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_as(chromium: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """Open a browser in which somebody has signed in through the form."""
    contexts = []

    def sign_in(user: User, size: str = "desktop", **options: Any) -> Page:
        user.set_password(PASSWORD)
        user.save()
        width, height = SIZES[size]
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, locale="de-DE", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.goto("/konto/anmelden/")
        page.get_by_label("E-Mail").fill(user.email)
        page.get_by_label("Passwort", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Anmelden").click()
        page.wait_for_url(f"{live_server.url}/")
        return page

    yield sign_in
    for context in contexts:
        context.close()


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    return person


PRIVACY = [
    f"/datenschutz/{page}/" for page in ("behoerden", "traeger", "vorlagen", "abgleich", "sichtbarkeit")
]


def _pages(person: Person) -> list[str]:
    case = f"/faelle/{person.pk}/"
    tabs = [
        "",
        "kontakte/",
        "plan/",
        "arbeitserlaubnis/",
        "vermittlung/",
        "begleitung/",
        "aufenthalt/",
        "monitoring/",
        "abgleich/",
        "bedarf/",
        "dokumente/",
    ]
    lists = [
        "/",
        "/faelle/",
        "/faelle/neu/",
        "/suche/",
        "/personen/import/",
        "/aufgaben/",
        "/angebote/",
    ]
    more = [
        "/angebote/neu/",
        "/bericht/",
        "/bericht/EECO01/",
        "/netzwerk/",
        "/konto/zweiter-faktor/",
        "/kit/",
        *PRIVACY,
        "/datenschutz/behoerden/neu/",
        f"/datenschutz/vorlagen/folgenabschaetzung/{person.carrier_id}/",
    ]
    return [*lists, *more, *(f"{case}{tab}" for tab in tabs), f"{case}austritt/"]


@pytest.mark.parametrize("size", SIZES)
def test_no_page_of_an_advisor_has_an_accessibility_fault(
    open_as: Callable[..., Page], ada: User, yusuf: Person, size: str
) -> None:
    page = open_as(ada, size)

    faults = {url: found for url in _pages(yusuf) if (found := _faults(page, url))}

    assert faults == {}


@pytest.mark.parametrize("size", SIZES)
def test_no_page_of_coordinator_and_programme_office_has_one(
    open_as: Callable[..., Page], dora: User, emil: User, yusuf: Person, size: str
) -> None:
    faults = {}
    for user in (dora, emil):
        page = open_as(user, size)
        for url in ["/", "/faelle/", "/bericht/", "/bericht/EECO01/", "/netzwerk/", "/suche/", *PRIVACY]:
            if found := _faults(page, url):
                faults[f"{user.name} {url}"] = found

    assert faults == {}


def test_an_advisor_records_a_conversation_with_and_without_javascript(
    open_as: Callable[..., Page], ada: User, yusuf: Person
) -> None:
    for java_script, words in ((True, "Lebenslauf begonnen"), (False, "Zeugnisse fehlen")):
        page = open_as(ada, java_script_enabled=java_script)
        page.goto(f"/faelle/{yusuf.pk}/kontakte/")
        page.get_by_label("Minuten").fill("45")
        page.get_by_label("Notiz").fill(words)
        page.locator("form:has([name=minutes]) button[type=submit]").first.click()

        expect(page.get_by_text(words)).to_be_visible()


def test_documents_are_brought_and_needs_opened_with_and_without_javascript(
    open_as: Callable[..., Page], ada: User, yusuf: Person
) -> None:
    for java_script, name in ((True, "Ausweis.jpg"), (False, "Zeugnis.jpg")):
        page = open_as(ada, java_script_enabled=java_script)
        page.goto(f"/faelle/{yusuf.pk}/dokumente/")
        page.get_by_label("Was ist es?").select_option("residence")
        photo: FilePayload = {"name": name, "mimeType": "image/jpeg", "buffer": picture() + name.encode()}
        page.get_by_label("Dateien oder Fotos").set_input_files([photo])
        page.get_by_role("button", name="Speichern").click()
        expect(page.get_by_role("rowheader", name=name)).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("link", name=f"Herunterladen {name}").click()
        assert download.value.suggested_filename == name

        page.goto(f"/faelle/{yusuf.pk}/bedarf/")
        if java_script:
            page.get_by_label("Die Person hat eingewilligt").select_option("paper")
            page.get_by_role("button", name="Einwilligung eintragen").click()
        page.get_by_label("Art", exact=True).select_option("illness")
        page.get_by_label("Was bei der Arbeit hilft").fill(f"Hilfe {name}")
        page.get_by_role("button", name="Verschlüsselt festhalten").click()
        page.get_by_role("button", name="Öffnen und Einsicht protokollieren").click()
        expect(page.get_by_text(f"Hilfe {name}")).to_be_visible()
    page = open_as(ada)
    assert _faults(page, f"/faelle/{yusuf.pk}/dokumente/") == []


def test_the_page_is_mirrored_where_the_script_runs_from_right_to_left(
    open_as: Callable[..., Page], ada: User
) -> None:
    page = open_as(ada)
    page.goto("/kit/?lang=ar")

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("size", SIZES)
def test_no_page_about_accounts_and_members_has_one(
    open_as: Callable[..., Page], ada: User, dora: User, acting_as: AskAs, size: str
) -> None:
    with acting_as(dora) as actor:
        held = Position(Role.COORDINATOR, actor.overseen[0])
        issued = invite(
            email="neu@example.org",
            position=held,
            carrier_id=None,
            works_for=WorksFor.CARRIER,
            now=timezone.now(),
            actor=actor,
        )
    page = open_as(dora, size)
    urls = [
        *("/konto/", "/konto/sitzungen/", "/konto/kennwort/", "/konto/zweiter-faktor-noetig/"),
        *(
            "/konto/zweiter-faktor/webauthn/",
            "/konto/abmelden/",
            "/netz/mitglieder/",
            "/netz/mitglieder/einladen/",
        ),
        *("/netz/traeger/neu/", "/netz/teilprojekte/neu/", "/konto/bestaetigen/"),
    ]
    faults = {url: found for url in urls if (found := _faults(page, url))}
    page.context.clear_cookies()
    invitation = f"/einladung/{issued.token}/"
    for url in ("/konto/anmelden/", "/konto/kennwort/vergessen/", "/konto/kennwort/unterwegs/", invitation):
        faults |= {url: found} if (found := _faults(page, url)) else {}

    assert faults == {}


def test_a_passkey_is_set_up_and_opens_alone_or_beside_the_password(
    open_as: Callable[..., Page], ada: User
) -> None:
    page = open_as(ada)
    _give_authenticator(page)
    page.goto("/konto/zweiter-faktor/webauthn/add/")
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Bestätigen").click()
    page.get_by_label("Wie soll er heißen?").fill("Rechner im Büro")
    page.get_by_label("Damit allein anmelden, ohne Passwort").check()
    page.get_by_role("button", name="Einrichten", exact=True).click()
    expect(page.get_by_role("heading", name="Wiederherstellungscodes", level=1)).to_be_visible()
    page.goto("/konto/zweiter-faktor/webauthn/")
    expect(page.get_by_role("rowheader", name="Rechner im Büro")).to_be_visible()

    _sign_out(page)
    page.get_by_role("button", name="Passkey benutzen").click()
    expect(page.get_by_role("heading", name="Mein Tag")).to_be_visible()

    _sign_out(page)
    page.get_by_label("E-Mail").fill(ada.email)
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.get_by_role("button", name="Passkey benutzen").click()
    expect(page.get_by_role("heading", name="Mein Tag")).to_be_visible()


def test_who_gives_the_passkey_up_is_told_so(open_as: Callable[..., Page], ada: User) -> None:
    page = open_as(ada)
    _give_authenticator(page)
    _sign_out(page)

    page.get_by_role("button", name="Passkey benutzen").click()

    expect(page.get_by_text("Der Passkey wurde nicht benutzt")).to_be_visible()


def test_a_password_can_be_shown_and_is_sent_hidden(open_as: Callable[..., Page], ada: User) -> None:
    page = open_as(ada)
    _sign_out(page)
    field = page.get_by_label("Passwort", exact=True)
    field.fill("nicht dieses")

    page.get_by_role("button", name="Passwort anzeigen").click()

    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Passwort verbergen").click()
    expect(field).to_have_attribute("type", "password")


def _give_authenticator(page: Page) -> None:
    """A virtual one, as a telephone with fingerprint would be (WebAuthn, 11)."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def _sign_out(page: Page) -> None:
    page.goto("/konto/abmelden/")
    page.locator("main").get_by_role("button", name="Abmelden").click()
    page.wait_for_url("**/konto/anmelden/")


def _faults(page: Page, url: str) -> list[str]:
    """Return what axe finds, and whether the page runs over the edge of the screen."""
    answer = page.goto(url)
    faults = [] if answer and answer.status == 200 else [f"status {answer.status if answer else None}"]
    results = Axe().run(page, options=RULES)
    faults += [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in results.response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        faults.append("runs over the edge")
    return faults
