"""Special needs: sealed, for the case team alone, closed by default; every reading leaves a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.cast import TODAY, AskAs, make_member
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit.acting import Actor
from wir.kit.sealing import new_key
from wir.network.models import Project
from wir.network.rules import Role
from wir.people import actions
from wir.people.models import Person, SealedNeed
from wir.people.rules.needs import (
    MAX_TEXT,
    NeedKind,
    NeedProblem,
    ReadingReason,
    obstacles_to_need,
)
from wir.people.tests.make import clock_stands, let_keep_health_data
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]
TEXT = "Kann nicht lange stehen"
HELPS = "Arbeit im Sitzen"
WHY = {"reason": "workplace"}
GIVEN = {"kind": "disability", "text": TEXT, "helps": HELPS, "known_on": "2026-11-20"}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    let_keep_health_data(person, ada)
    return person


@pytest.fixture
def gerd(hafen: Project) -> User:
    """Advises in Hafen too, but is not in Yusuf's case team."""
    return make_member("Gerd", Role.ADVISOR, project=hafen)


@pytest.fixture
def strangers(gerd: User, bela: User, cem: User) -> list[User]:
    """A colleague outside the team, one of another carrier, one of another network."""
    return [gerd, bela, cem]


def at(person: Person, name: str = "needs", *more: object) -> str:
    return reverse(f"people:{name}", args=[person.pk, *more])


def seal(person: Person, actor: Actor, text: str = TEXT) -> SealedNeed:
    return actions.seal_need(
        person=person,
        kind=NeedKind.DISABILITY,
        text=text,
        helps=HELPS,
        known_on=TODAY,
        today=TODAY,
        actor=actor,
    )


def verbs(person: Person) -> list[str]:
    """The lines of the audit trail about needs, as the owner of the test's actor sees them."""
    lines = AuditEntry.objects.filter(subject_id=person.pk, verb__contains="need").order_by("at", "id")
    return list(lines.values_list("verb", flat=True))


@pytest.mark.parametrize(
    ("in_team", "text", "helps", "days", "problems"),
    [
        (True, "x", "", 0, []),
        (True, "", "x", 0, []),
        (False, "x", "", 0, [NeedProblem.NOT_IN_TEAM]),
        (True, " ", "\n", 0, [NeedProblem.NOTHING_SAID]),
        (True, "x", "y" * (MAX_TEXT + 1), 0, [NeedProblem.TOO_LONG]),
        (True, "x" * MAX_TEXT, "", 1, [NeedProblem.FROM_IN_FUTURE]),
    ],
)
def test_what_stands_in_the_way_of_a_need(
    *, in_team: bool, text: str, helps: str, days: int, problems: list[NeedProblem]
) -> None:
    known_on = TODAY + timedelta(days=days)
    found = obstacles_to_need(
        in_team=in_team,
        agreed=True,
        texts=(text, helps),
        disability=None,
        known_on=known_on,
        today=TODAY,
    )

    assert found == problems


@pytest.mark.django_db(transaction=True)
def test_what_the_case_team_sealed_it_reads_and_both_is_recorded(
    yusuf: Person, ada: User, fatma: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        need = seal(yusuf, actor)
    with acting_as(ada) as actor:
        (read,) = actions.read_needs(person=yusuf, reason=ReadingReason.TALK, today=TODAY, actor=actor)
        assert (read.kind, read.text, read.helps, read.known_on) == ("disability", TEXT, HELPS, TODAY)
        actions.close_need(person=yusuf, need_id=need.pk, closed_on=TODAY, actor=actor)
    with acting_as(fatma):
        lines = AuditEntry.objects.filter(subject_id=yusuf.pk, verb__contains="need").order_by("at", "id")
        seen = [(line.verb, line.kind, line.purpose, line.actor_id, line.detail) for line in lines]

    assert seen == [
        ("people.need_sealed", "act", "health", ada.pk, {"need": str(need.pk)}),
        ("people.needs_read", "read", "health", ada.pk, {"reason": "talk"}),
        ("people.need_closed", "act", "health", ada.pk, {"need": str(need.pk)}),
    ]


@pytest.mark.django_db(transaction=True)
def test_even_the_case_team_sees_nothing_past_the_action(yusuf: Person, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        seal(yusuf, actor)
        assert SealedNeed.objects.count() == 0
        assert SealedNeed.objects.update(closed_on=TODAY) == 0
        assert len(actions.read_needs(person=yusuf, reason=ReadingReason.TALK, today=TODAY, actor=actor)) == 1
        assert SealedNeed.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_outside_the_case_team_nothing_is_read_or_written(
    yusuf: Person, ada: User, strangers: list[User], acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        need = seal(yusuf, actor)
    for stranger in strangers:
        with acting_as(stranger) as actor:
            with pytest.raises(actions.CannotRead):
                actions.read_needs(person=yusuf, reason=ReadingReason.TALK, today=TODAY, actor=actor)
            with pytest.raises(actions.CannotSeal) as refusal:
                seal(yusuf, actor)
            with pytest.raises(actions.CannotSeal):
                actions.close_need(person=yusuf, need_id=need.pk, closed_on=TODAY, actor=actor)
            assert refusal.value.problems == [NeedProblem.NOT_IN_TEAM]
            assert verbs(yusuf) == []  # own lines: a refusal leaves none
            with connection.cursor() as cursor:  # somebody who calls the database's bluff is none of the team
                cursor.execute("select set_config('wir.opened', %s, true)", [f"{{{yusuf.pk}}}"])
            assert SealedNeed.objects.count() == 0
            with pytest.raises(Exception, match="row-level security"), transaction.atomic():
                SealedNeed.objects.create(
                    **yusuf.place(), person=yusuf, kind="illness", text="x", helps="", known_on=TODAY
                )
    with acting_as(ada) as actor:
        (read,) = actions.read_needs(person=yusuf, reason=ReadingReason.TALK, today=TODAY, actor=actor)
        assert read.closed_on is None


@pytest.mark.django_db
def test_a_need_is_closed_once(yusuf: Person, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        need = seal(yusuf, actor)
        actions.close_need(person=yusuf, need_id=need.pk, closed_on=TODAY, actor=actor)
        with pytest.raises(actions.CannotSeal) as refusal:
            actions.close_need(
                person=yusuf, need_id=need.pk, closed_on=TODAY + timedelta(days=1), actor=actor
            )
        (read,) = actions.read_needs(person=yusuf, reason=ReadingReason.TALK, today=TODAY, actor=actor)

    assert refusal.value.problems == [NeedProblem.ALREADY_CLOSED]
    assert read.closed_on == TODAY


@pytest.mark.django_db(transaction=True)
def test_the_tab_is_closed_until_it_is_opened(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(ada)
    said = browser.post(at(yusuf, "seal_need"), GIVEN)
    assert (said.status_code, said["Location"]) == (302, at(yusuf))

    closed = browser.get(at(yusuf)).content.decode()
    assert TEXT not in closed
    assert "Öffnen und Einsicht protokollieren" in closed
    with acting_as(ada):
        assert verbs(yusuf) == ["people.need_sealed"]

    opened = browser.post(at(yusuf, "open_needs"), WHY)
    assert opened.status_code == 200
    assert "no-store" in opened["Cache-Control"]
    for words in ("Behinderung", TEXT, HELPS, "20.11.2026"):
        assert words in opened.content.decode()
    with acting_as(ada):
        assert verbs(yusuf) == ["people.need_sealed", "people.needs_read"]
    assert TEXT not in browser.get(at(yusuf)).content.decode()


@pytest.mark.django_db
def test_a_need_is_closed_on_the_opened_page(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        need = seal(yusuf, actor)
    browser = sign_in(ada)
    assert at(yusuf, "close_need", need.pk) in browser.post(at(yusuf, "open_needs"), WHY).content.decode()

    page = browser.post(at(yusuf, "close_need", need.pk), follow=True).content.decode()
    again = browser.post(at(yusuf, "close_need", need.pk), follow=True).content.decode()

    assert "Der Bedarf ist beendet." in page
    assert "Dieser Bedarf wurde schon beendet." in again
    assert "Gilt nicht mehr seit" in browser.post(at(yusuf, "open_needs"), WHY).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": "", "helps": ""}, "Bitte schreiben Sie, was zu beachten ist oder was hilft."),
        ({"known_on": "2026-11-25"}, "„Mitgeteilt am“ liegt in der Zukunft."),
        ({"known_on": "31.02.2026"}, "Diesen Tag gibt es nicht"),
        ({"kind": "x"}, "Bitte wählen Sie aus, um was für einen Bedarf es geht."),
        ({"kind": ""}, "Bitte wählen Sie aus, um was für einen Bedarf es geht."),
        ({"text": "x" * (MAX_TEXT + 1)}, "4000"),
        ({"text": "nul\0"}, "Nullzeichen"),
    ],
)
def test_a_refused_need_says_why_and_nothing_is_written(
    yusuf: Person, ada: User, acting_as: AskAs, change: dict[str, str], sentence: str
) -> None:
    browser = Client()
    browser.force_login(ada, backend=settings.AUTHENTICATION_BACKENDS[-1])
    said = browser.post(at(yusuf, "seal_need"), GIVEN | change)

    assert said.status_code == 422
    assert sentence in said.content.decode()
    with acting_as(ada) as actor:
        assert actions.read_needs(person=yusuf, reason=ReadingReason.TALK, today=TODAY, actor=actor) == []


@pytest.mark.django_db
def test_a_colleague_outside_the_team_is_told_who_may(yusuf: Person, gerd: User, sign_in: SignIn) -> None:
    browser = sign_in(gerd)
    page = browser.get(at(yusuf)).content.decode()

    assert "Nur für das Fallteam" in page
    assert at(yusuf, "open_needs") not in page
    assert browser.post(at(yusuf, "open_needs"), WHY).status_code == 302
    assert browser.post(at(yusuf, "seal_need"), GIVEN).status_code == 422


@pytest.mark.django_db
def test_strangers_learn_nothing(yusuf: Person, bela: User, cem: User, sign_in: SignIn) -> None:
    for stranger in (bela, cem):
        browser = sign_in(stranger)
        answers = [
            browser.get(at(yusuf)),
            browser.post(at(yusuf, "open_needs"), WHY),
            browser.post(at(yusuf, "seal_need"), GIVEN),
            browser.post(at(yusuf, "close_need", yusuf.pk)),
        ]
        assert [answer.status_code for answer in answers] == [404] * 4


@pytest.mark.django_db
def test_a_missing_key_is_said_in_words(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs, settings: Settings
) -> None:
    with acting_as(ada) as actor:
        seal(yusuf, actor)
    settings.WIR_KEYS = new_key()

    page = sign_in(ada).post(at(yusuf, "open_needs"), WHY)

    assert page.status_code == 200
    assert "Die Einträge lassen sich nicht lesen" in page.content.decode()


@pytest.mark.django_db
def test_the_opened_page_costs_the_same_however_much_it_shows(
    yusuf: Person,
    ada: User,
    sign_in: SignIn,
    acting_as: AskAs,
    queries_stay_flat: Callable[..., None],
) -> None:
    browser = sign_in(ada)

    def add() -> None:
        with acting_as(ada) as actor:
            seal(yusuf, actor)

    queries_stay_flat(lambda: browser.post(at(yusuf, "open_needs"), WHY), add)
