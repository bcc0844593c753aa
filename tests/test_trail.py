"""The trail for data protection officers: of their network or carrier, without names, and evaluated for cause alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import SINCE, AskAs, make_user
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit.acting import Actor, ActorKind, acting
from wir.network import actions as network
from wir.network.actions import as_job_at
from wir.network.models import Network, Project
from wir.network.rules import Role
from wir.people.models import Person
from wir.privacy.models import AuditEntry, Consent, Inquiry

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
TRAIL, INQUIRE = "/datenschutz/protokoll/", "/datenschutz/protokoll/anlass/"
CAUSE = {"email": "ada@example.org", "reason": "Beschwerde vom 20.11.2026 über Einsicht ohne Anlass"}


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    return person


@pytest.fixture
def gina(north: Network, turm: Project) -> User:
    """Data protection officer of the carrier of Turm alone."""
    user = make_user("Gina")
    founder = Actor(kind=ActorKind.JOB, networks=(north.pk,))
    with acting(founder):
        network.give_role(
            user_id=user.pk, role=Role.DATA_PROTECTION, project=None, network=north, carrier=turm.carrier,
            from_on=SINCE, actor=founder,
        )  # fmt: skip
    return user


def table_of(answer_body: str) -> str:
    return answer_body.partition("<tbody>")[2]


def test_the_officer_reads_in_words_what_happened_and_no_name(
    yusuf: Person, ada: User, fatma: User, sign_in: SignIn
) -> None:
    sign_in(ada).get(reverse("desk:case", args=[yusuf.pk]))

    page = table_of(sign_in(fatma).get(TRAIL).content.decode())

    assert "Die Akte wurde gelesen: „Überblick“." in page
    assert "Der Eintritt in das Teilprojekt wurde festgehalten." in page
    assert str(yusuf.pk) in page
    assert not [name for name in ("Yusuf", "Demir", "Ada") if name in page]


def test_filters_narrow_by_day_deed_and_file(yusuf: Person, ada: User, fatma: User, sign_in: SignIn) -> None:
    browser = sign_in(fatma)

    by_deed = table_of(browser.get(TRAIL, {"verb": "counselling.stay_began"}).content.decode())
    by_file = table_of(browser.get(TRAIL, {"subject_id": str(yusuf.pk)}).content.decode())
    by_day = browser.get(TRAIL, {"until_on": "2026-01-01"}).content.decode()

    assert by_deed.count("<tr>") == 1
    assert "Das Netzwerk wurde angelegt." not in by_file
    assert "Die Akte wurde angelegt." in by_file
    assert "Keine Zeile passt zu diesen Filtern" in by_day
    assert "Das ist keine Kennung einer Akte" in browser.get(TRAIL, {"subject_id": "x"}).content.decode()


def test_the_look_at_the_trail_is_in_the_trail_and_in_the_log_of_the_person(
    yusuf: Person, fatma: User, sign_in: SignIn
) -> None:
    sign_in(fatma).get(TRAIL, {"subject_id": str(yusuf.pk)})

    with acting(as_job_at(yusuf.place())):
        line = AuditEntry.objects.get(verb="privacy.trail_read")
    assert (line.kind, line.subject_id, line.actor_id, line.role, line.purpose) == (
        "read", yusuf.pk, fatma.pk, "data_protection", "security",
    )  # fmt: skip


def test_who_is_no_officer_finds_no_trail(
    yusuf: Person, ada: User, dora: User, cem: User, sign_in: SignIn
) -> None:
    for user in (ada, dora, cem):
        browser = sign_in(user)
        assert [browser.get(url).status_code for url in (TRAIL, INQUIRE)] == [404, 404]
        assert browser.post(INQUIRE, CAUSE).status_code == 404


def test_the_officer_of_a_carrier_reads_the_lines_of_that_carrier_alone(
    yusuf: Person, bela: User, turm: Project, gina: User, acting_as: AskAs
) -> None:
    person = make_person(turm, given_names="Mina")

    with acting_as(gina):
        subjects = set(AuditEntry.objects.values_list("subject_id", flat=True))

    assert person.pk in subjects
    assert yusuf.pk not in subjects


def test_an_officer_reads_neither_files_nor_other_networks(
    yusuf: Person, tal: Project, fatma: User, acting_as: AskAs, sign_in: SignIn
) -> None:
    make_person(tal, given_names="Omar")

    with acting_as(fatma):
        networks = set(AuditEntry.objects.values_list("network_id", flat=True))
        assert (Person.objects.count(), Consent.objects.count()) == (0, 0)
    assert networks == {yusuf.network_id}
    assert sign_in(fatma).get(reverse("desk:case", args=[yusuf.pk])).status_code == 404
    assert sign_in(fatma).get("/")["Location"] == TRAIL


def test_one_member_of_staff_is_looked_at_for_a_reason_that_is_kept(
    yusuf: Person, ada: User, fatma: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    sign_in(ada).get(reverse("people:residence", args=[yusuf.pk]))
    browser = sign_in(fatma)

    answer = browser.post(INQUIRE, CAUSE)

    page = browser.get(answer["Location"]).content.decode()
    assert table_of(page).count("<tr>") == 1
    assert "Beschwerde vom 20.11.2026" in page
    with acting_as(fatma):
        inquiry = Inquiry.objects.get()
        line = AuditEntry.objects.get(verb="privacy.trail_evaluated")
    assert (inquiry.about_id, inquiry.by_id, inquiry.reason) == (ada.pk, fatma.pk, CAUSE["reason"])
    assert line.detail == {"inquiry": str(inquiry.pk)}


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (CAUSE | {"reason": "Neugier"}, "„Neugier“ ist zu kurz. Bitte geben Sie den Grund mit mindestens 20"),
        (CAUSE | {"email": "cem@example.org"}, "Von „cem@example.org“ gibt es keine Zeilen, die Sie lesen dürfen."),
    ],
    ids=["short reason", "another network"],
)  # fmt: skip
def test_an_inquiry_without_cause_or_into_another_network_is_refused_and_nothing_is_kept(
    sent: dict[str, str], sentence: str, *, yusuf: Person, ada: User, cem: User, fatma: User, sign_in: SignIn,
    acting_as: AskAs,
) -> None:  # fmt: skip
    sign_in(ada).get(reverse("desk:case", args=[yusuf.pk]))

    answer = sign_in(fatma).post(INQUIRE, sent)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    with acting_as(fatma):
        assert not Inquiry.objects.exists()
        assert not AuditEntry.objects.filter(verb="privacy.trail_evaluated").exists()


def test_another_officer_cannot_use_the_inquiry(
    yusuf: Person, ada: User, fatma: User, gina: User, sign_in: SignIn
) -> None:
    sign_in(ada).get(reverse("desk:case", args=[yusuf.pk]))
    url = sign_in(fatma).post(INQUIRE, CAUSE)["Location"]

    assert sign_in(gina).get(url).status_code == 404


def test_the_trail_costs_the_same_however_long_it_is(
    yusuf: Person,
    ada: User,
    fatma: User,
    sign_in: SignIn,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser, advisor = sign_in(fatma), sign_in(ada)

    queries_stay_flat(lambda: browser.get(TRAIL), lambda: advisor.get(reverse("desk:case", args=[yusuf.pk])))
