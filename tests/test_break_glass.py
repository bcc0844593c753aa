"""A closed file opens to whoever gives a reason, for one hour; team and head hear of it, strangers get nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit.acting import Actor, acting
from wir.network import actions, rules
from wir.network.models import BreakGlass, Grant, Project
from wir.network.queries import actor_for
from wir.network.rules import GlassProblem, Scope
from wir.people.models import Person, PersonIdentity
from wir.privacy.models import AuditEntry
from wir.tasks.models import Task

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
REASON = "Anruf der Polizei: die Person ist in Gefahr"
OPENINGS = "/netzwerk/oeffnungen/"


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    return person


def as_today(user: User) -> Actor:
    """Who asks right now: openings end by the clock."""
    return actor_for(user.pk, timezone.localdate())


def open_for(
    user: User,
    person: Person,
    *,
    scope: Scope = Scope.FILE,
    reason: str = REASON,
    now: datetime | None = None,
) -> BreakGlass:
    with acting(as_today(user)) as actor:
        return actions.break_glass(
            place=person.place(), subject_id=person.pk, scope=scope, reason=reason,
            now=now or timezone.now(), actor=actor,
        )  # fmt: skip


def nothing_written(person: Person) -> bool:
    with acting(actions.as_job_at(person.place())):
        return not (
            BreakGlass.objects.exists()
            or Grant.objects.filter(cause="glass").exists()
            or Task.objects.filter(reason="glass_broken").exists()
            or AuditEntry.objects.filter(verb="network.glass_broken").exists()
        )


def test_an_advisor_of_another_sub_project_reads_the_file_for_one_hour(
    yusuf: Person, bela: User, hanna: User
) -> None:
    opening = open_for(bela, yusuf)

    with acting(as_today(bela)) as actor:
        assert PersonIdentity.objects.get().person_id == yusuf.pk
        assert actor.subjects == (yusuf.pk,)
        assert actor.team == ()
    grant = opening.grant
    assert grant.until_at == opening.opened_at + timedelta(hours=1)


def test_after_the_hour_it_is_closed_by_itself(yusuf: Person, bela: User) -> None:
    open_for(bela, yusuf, now=timezone.now() - timedelta(minutes=61))

    with acting(as_today(bela)) as actor:
        assert (actor.subjects, Person.objects.count()) == ((), 0)


def test_an_opening_before_midnight_lasts_its_hour_into_the_next_day(yusuf: Person, bela: User) -> None:
    late = datetime.fromisoformat("2026-11-24T23:40:00+01:00")

    grant = open_for(bela, yusuf, now=late).grant

    assert (grant.from_on.isoformat(), str(grant.until_on)) == ("2026-11-24", "2026-11-26")


def test_team_and_head_get_a_task_at_once_and_the_reason_is_not_in_the_trail(
    yusuf: Person, ada: User, bela: User, hanna: User
) -> None:
    opening = open_for(bela, yusuf)

    with acting(as_today(ada)):
        tasks = Task.objects.filter(reason="glass_broken")
        assert {(task.assignee_id, task.subject_id, task.link) for task in tasks} == {
            (ada.pk, yusuf.pk, OPENINGS),
            (hanna.pk, yusuf.pk, OPENINGS),
        }
        line = AuditEntry.objects.get(verb="network.glass_broken")
    assert (line.actor_id, line.subject_id, line.role, line.purpose, line.carrier_id) == (
        bela.pk, yusuf.pk, "advisor", "security", yusuf.carrier_id,
    )  # fmt: skip
    assert line.detail == {"scope": "file", "opening": str(opening.pk)}


def test_where_nobody_is_of_the_team_the_whole_sub_project_is_told(hafen: Project, bela: User) -> None:
    person = make_person(hafen)

    open_for(bela, person)

    with acting(actions.as_job(hafen)):
        assert [task.assignee_id for task in Task.objects.filter(reason="glass_broken")] == [None]


def test_notes_open_to_the_head_of_the_sub_project(yusuf: Person, hanna: User) -> None:
    assert as_today(hanna).team == ()

    open_for(hanna, yusuf, scope=Scope.CASE_TEAM)

    assert as_today(hanna).team == (yusuf.pk,)


@pytest.mark.parametrize(
    ("who", "scope", "reason", "problems"),
    [
        ("bela", Scope.FILE, "eilig", [GlassProblem.REASON_TOO_SHORT]),
        ("bela", Scope.FILE, "eilig" + " " * 40, [GlassProblem.REASON_TOO_SHORT]),
        ("bela", Scope.CASE_TEAM, REASON, [GlassProblem.NOT_ALLOWED]),
        ("cem", Scope.FILE, REASON, [GlassProblem.NOT_ALLOWED]),
        ("dora", Scope.FILE, REASON, [GlassProblem.NOT_ALLOWED]),
        ("dora", Scope.CASE_TEAM, REASON, [GlassProblem.NOT_ALLOWED]),
        ("emil", Scope.FILE, REASON, [GlassProblem.NOT_ALLOWED]),
        ("fatma", Scope.FILE, REASON, [GlassProblem.NOT_ALLOWED]),
        ("ada", Scope.FILE, REASON, [GlassProblem.OPEN_ALREADY]),
        ("ada", Scope.CASE_TEAM, REASON, [GlassProblem.OPEN_ALREADY]),
    ],
)
def test_who_may_not_is_refused_and_nothing_is_written(
    who: str, scope: Scope, reason: str, problems: list[GlassProblem], *, yusuf: Person,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    user: User = request.getfixturevalue(who)

    with pytest.raises(actions.CannotBreakGlass) as refusal:
        open_for(user, yusuf, scope=scope, reason=reason)

    assert refusal.value.problems == problems
    assert nothing_written(yusuf)


def test_a_second_opening_while_one_runs_is_refused(yusuf: Person, bela: User) -> None:
    open_for(bela, yusuf)

    with pytest.raises(actions.CannotBreakGlass) as refusal:
        open_for(bela, yusuf)

    assert refusal.value.problems == [GlassProblem.OPEN_ALREADY]


def test_nobody_can_write_an_opening_past_the_rules(yusuf: Person, bela: User) -> None:
    opening = open_for(bela, yusuf)

    with pytest.raises(Exception, match="row-level security"), acting(as_today(bela)):
        BreakGlass.objects.create(
            **yusuf.place(), subject_id=yusuf.pk, grant_id=opening.grant_id, by_id=bela.pk, reason="",
            opened_at=timezone.now(),
        )  # fmt: skip


@pytest.mark.parametrize("who", ["bela", "ada", "hanna"])
def test_it_is_ended_early_by_whoever_opened_the_team_or_the_head(
    who: str, yusuf: Person, bela: User, request: pytest.FixtureRequest
) -> None:
    ending: User = request.getfixturevalue(who)
    opening = open_for(bela, yusuf)

    with acting(as_today(ending)) as actor:
        actions.close_glass(opening=opening, now=timezone.now() - timedelta(seconds=1), actor=actor)

    assert as_today(bela).subjects == ()
    with acting(actions.as_job_at(yusuf.place())):
        assert AuditEntry.objects.get(verb="network.glass_closed").actor_id == ending.pk
        assert BreakGlass.objects.select_related("grant").get().ended_early()


def test_what_is_over_cannot_be_ended_again(yusuf: Person, bela: User) -> None:
    opening = open_for(bela, yusuf, now=timezone.now() - timedelta(hours=2))

    with pytest.raises(actions.CannotBreakGlass) as refusal, acting(as_today(bela)) as actor:
        actions.close_glass(opening=opening, now=timezone.now(), actor=actor)

    assert refusal.value.problems == [GlassProblem.OVER]
    with acting(actions.as_job_at(yusuf.place())):
        assert not AuditEntry.objects.filter(verb="network.glass_closed").exists()


@pytest.mark.parametrize(
    ("who", "reads"),
    [("ada", True), ("bela", True), ("hanna", True), ("fatma", True), ("dora", False), ("cem", False)],
)
def test_the_reason_is_read_by_team_head_and_officer_and_by_nobody_else(
    who: str, *, reads: bool, yusuf: Person, bela: User, request: pytest.FixtureRequest
) -> None:
    reader: User = request.getfixturevalue(who)
    open_for(bela, yusuf)

    with acting(as_today(reader)) as actor:
        past_the_wall = list(BreakGlass.objects.values_list("reason", flat=True))
        asked_for = list(BreakGlass.objects.visible_to(actor).values_list("reason", flat=True))

    assert (past_the_wall, asked_for) == (([REASON], [REASON]) if reads else ([], []))


def test_the_page_shows_openings_with_reason_and_ends_them(
    yusuf: Person, ada: User, bela: User, sign_in: SignIn
) -> None:
    opening = open_for(bela, yusuf)
    browser = sign_in(ada)

    page = browser.get(OPENINGS).content.decode()
    assert REASON in page
    assert "Demir, Yusuf" in page
    assert "Bela" in page
    ended = browser.post(f"{OPENINGS}{opening.pk}/beenden/", follow=True).content.decode()

    assert "Die Öffnung ist beendet." in ended
    assert "Jetzt beenden" not in ended
    assert as_today(bela).subjects == ()
    again = browser.post(f"{OPENINGS}{opening.pk}/beenden/", follow=True).content.decode()
    assert "Diese Öffnung war bereits beendet." in again


def test_the_officer_reads_reasons_without_names_and_leaves_a_line(
    yusuf: Person, bela: User, fatma: User, sign_in: SignIn
) -> None:
    open_for(bela, yusuf)

    page = sign_in(fatma).get(OPENINGS).content.decode()

    body = page.partition("<tbody>")[2]
    assert REASON in body
    assert not [name for name in ("Yusuf", "Demir", "Bela") if name in body]
    with acting(actions.as_job_at(yusuf.place())):
        assert AuditEntry.objects.get(verb="network.glass_reasons_read").actor_id == fatma.pk


def test_strangers_do_not_learn_of_an_opening(
    yusuf: Person, bela: User, cem: User, dora: User, sign_in: SignIn
) -> None:
    opening = open_for(bela, yusuf)

    for user in (cem, dora):
        browser = sign_in(user)
        assert REASON not in browser.get(OPENINGS).content.decode()
        assert browser.post(f"{OPENINGS}{opening.pk}/beenden/").status_code == 404
    assert as_today(bela).subjects == (yusuf.pk,)


def test_the_page_costs_the_same_however_many_openings_there_are(
    hafen: Project,
    bela: User,
    sign_in: SignIn,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser = sign_in(bela)

    queries_stay_flat(lambda: browser.get(OPENINGS), lambda: open_for(bela, make_person(hafen)))


def test_the_rule_names_every_reason_against_it() -> None:
    assert rules.obstacles_to_breaking_glass(works_here=False, open_already=True, reason="x") == [
        GlassProblem.NOT_ALLOWED,
        GlassProblem.OPEN_ALREADY,
        GlassProblem.REASON_TOO_SHORT,
    ]
    assert rules.obstacles_to_breaking_glass(works_here=True, open_already=False, reason="x" * 20) == []
