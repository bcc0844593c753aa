"""A fresh installation: the programme office, a network, its coordinator, carriers, sub-projects, advisors."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from click.testing import CliRunner, Result
from django.test import Client, override_settings
from django.utils import timezone

from tests.cast import AskAs
from wir.accounts.models import User
from wir.accounts.queries import has_second_factor
from wir.kit.acting import acting
from wir.network import actions
from wir.network.cli import network, user
from wir.network.models import Carrier, Network, Project
from wir.network.queries import actor_for

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
PASSWORD = "vier Worte ohne Sinn"
SILENT = override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend")
FOUND = [
    "found", "--name", "Netzwerk West", "--prefix", "WEST", "--grant", "WIR-7", "--funded-from", "2026-10-01",
    "--funded-to", "2029-09-30", "--coordinator-email", "kora@example.org", "--second-factor", "nobody",
]  # fmt: skip


def run(*arguments: str) -> Result:
    group = (
        user
        if arguments[0] in {"create-office", "reset-link", "reset-second-factor", "sign-out"}
        else network
    )
    return CliRunner().invoke(group, arguments)


def accept(text: str, name: str) -> Client:
    found = re.search(r"/einladung/[\w-]+/", text)
    assert found, text
    client = Client()
    client.post(found[0], {"name": name, "password1": PASSWORD, "password2": PASSWORD})
    return client


def first_choice(client: Client, page: str, kind: str = "") -> str:
    found = re.search(rf'<option value="({kind}[^"]+)"', client.get(page).content.decode())
    assert found, page
    return found[1]


@SILENT
def test_a_fresh_installation_comes_to_life_through_commands_and_pages(sign_in: SignIn) -> None:
    office = accept(run("create-office", "--email", "petra@example.org").output, "Petra")
    petra = User.objects.get(email="petra@example.org")
    assert office.get("/bericht/")["Location"] == "/konto/zweiter-faktor-noetig/"
    founded = sign_in(petra).post(
        "/netz/gruenden/",
        {
            "name": "Netzwerk Ost", "letters": "OST", "grant_number": "WIR-9", "funded_from": "2026-10-01",
            "funded_to": "2029-09-30", "second_factor": "nobody", "coordinator_email": "kora@example.org",
            "coordinator_works_for": "carrier",
        },
    )  # fmt: skip
    coordinator = accept(founded.content.decode(), "Kora")
    assert "Netzwerk Ost" in coordinator.get("/netzwerk/").content.decode()
    kora = sign_in(User.objects.get(email="kora@example.org"))
    home = first_choice(kora, "/netz/traeger/neu/")
    kora.post("/netz/traeger/neu/", {"network": home, "name": "Träger Spree"})
    carrier = first_choice(kora, "/netz/teilprojekte/neu/")
    kora.post(
        "/netz/teilprojekte/neu/",
        {"carrier": carrier, "name": "Brücke Oder", "postcode": "15230", "place": "Frankfurt (Oder)"},
    )
    page = kora.get("/netzwerk/").content.decode()
    assert "Träger Spree" in page
    assert "Brücke Oder" in page
    place = first_choice(kora, "/netz/mitglieder/einladen/", "project:")
    invited = kora.post(
        "/netz/mitglieder/einladen/",
        {"email": "ada@example.org", "role": "advisor", "place": place, "works_for": "carrier"},
    )
    assert accept(invited.content.decode(), "Ada").get("/faelle/neu/").status_code == 200


@SILENT
def test_commands_found_the_same() -> None:
    founded = run(*FOUND)
    carrier = run("add-carrier", "--network", "WEST", "--name", "Träger Rhein")
    project = run(
        "add-project",
        "--network",
        "WEST",
        "--carrier",
        "Träger Rhein",
        "--name",
        "Am Rhein",
        "--place",
        "Köln",
    )

    assert (founded.exit_code, carrier.exit_code, project.exit_code) == (0, 0, 0), project.output
    assert "Das Netzwerk „Netzwerk West“ ist angelegt." in founded.output
    assert "sein Kurzname ist am-rhein" in project.output
    accept(founded.output, "Kora")
    kora = User.objects.get(email="kora@example.org")
    with acting(actor_for(kora.pk, timezone.localdate())):
        west = Network.objects.get()
        assert (west.name, west.second_factor, str(west.funded_until)) == (
            "Netzwerk West",
            "nobody",
            "2029-10-01",
        )
        assert Carrier.objects.get().name == "Träger Rhein"
        assert Project.objects.get().slug == "am-rhein"


@SILENT
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (("--name", "Netzwerk Nord"), "Diesen Namen gibt es schon"),
        (("--prefix", "NORD"), "Ein anderes Netzwerk benutzt diese Buchstaben"),
        (("--funded-to", "2026-09-01"), "Der letzte Tag der Förderung liegt vor dem ersten"),
        (("--coordinator-email", "kora"), "„kora“ ist keine E-Mail-Adresse"),
    ],
)
def test_a_network_that_cannot_be_founded_is_refused_in_words(
    changed: tuple[str, str], sentence: str, north: Network
) -> None:
    arguments = list(FOUND)
    arguments[arguments.index(changed[0]) + 1] = changed[1]

    result = run(*arguments)

    assert result.exit_code != 0
    assert sentence in result.output
    assert run("add-carrier", "--network", "WEST", "--name", "X").exit_code != 0


def test_only_the_programme_office_founds_and_only_coordinators_add(
    sign_in: SignIn, ada: User, dora: User, emil: User
) -> None:
    pages = ["/netz/gruenden/", "/netz/traeger/neu/", "/netz/teilprojekte/neu/"]
    answers = {one.name: [sign_in(one).get(page).status_code for page in pages] for one in (ada, dora, emil)}

    assert answers == {"Ada": [404, 404, 404], "Dora": [404, 200, 200], "Emil": [200, 404, 404]}


def test_a_coordinator_adds_nothing_to_another_network(
    sign_in: SignIn, dora: User, tal: Project, acting_as: AskAs, cem: User
) -> None:
    client = sign_in(dora)

    added = client.post("/netz/traeger/neu/", {"network": tal.network_id, "name": "Fremd"})
    placed = client.post("/netz/teilprojekte/neu/", {"carrier": tal.carrier_id, "name": "Fremd"})

    assert (added.status_code, placed.status_code) == (422, 422)
    with acting_as(cem):
        assert (Carrier.objects.count(), Project.objects.count()) == (1, 1)


def test_a_short_name_of_another_network_is_taken(
    sign_in: SignIn, dora: User, hafen: Project, tal: Project
) -> None:
    response = sign_in(dora).post("/netz/teilprojekte/neu/", {"carrier": hafen.carrier_id, "name": "Tal"})

    assert response.status_code == 422
    assert "Dieser Kurzname ist vergeben" in response.content.decode()


@SILENT
def test_the_operator_prints_a_link_to_a_new_password(ada: User) -> None:
    result = run("reset-link", "--email", ada.email)

    link = re.search(r"/konto/kennwort/neu/\S+", result.output)
    assert link, result.output
    client = Client()
    page = client.get(link[0])
    client.post(page["Location"], {"password1": PASSWORD, "password2": PASSWORD})
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)
    assert run("reset-link", "--email", "niemand@example.org").exit_code == 1


def test_the_operator_removes_a_lost_second_factor(ada: User, dora: User, acting_as: AskAs) -> None:
    TOTP.activate(ada, "JBSWY3DPEHPK3PXP")
    with acting_as(dora) as actor, pytest.raises(actions.CannotChangeMember):
        actions.remove_second_factor(member=ada, now=timezone.now(), actor=actor)
    assert has_second_factor(ada.pk)

    result = run("reset-second-factor", "--email", ada.email)

    assert result.output.startswith("1 entfernt")
    assert not has_second_factor(ada.pk)


def test_the_operator_signs_somebody_out_everywhere(ada: User, acting_as: AskAs) -> None:
    ada.set_password(PASSWORD)
    ada.save()
    client = Client()
    client.post("/konto/anmelden/", {"login": ada.email, "password": PASSWORD})
    before = client.get("/konto/").status_code

    said = run("sign-out", "--email", ada.email).output

    assert "1 Sitzungen beendet" in said
    assert (before, client.get("/konto/").status_code) == (200, 302)
    with acting_as(ada) as actor, pytest.raises(actions.CannotChangeMember):
        actions.sign_member_out(member=ada, now=timezone.now(), actor=actor)
