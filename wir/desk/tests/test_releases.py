"""Files are opened for a time, deputies named, roles changed: within limits, audited, and ended at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import TODAY, AskAs, make_member
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.network import actions, queries
from wir.network.models import Grant, Membership, Project
from wir.network.rules import (
    RIGHTS,
    Cause,
    Permission,
    ReasonCode,
    ReleaseProblem,
    Role,
    RoleProblem,
    may,
    problems_of_period,
    problems_of_role,
    roles_with,
)
from wir.people.models import Person
from wir.privacy.models import AuditEntry

A_WEEK = timedelta(days=7)


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    return person


@pytest.fixture
def lea(hafen: Project) -> User:
    """Leads Hafen."""
    return make_member("Lea", Role.PROJECT_LEAD, project=hafen)


@pytest.fixture
def ali(hafen: Project) -> User:
    """Advises in Hafen beside Ada."""
    return make_member("Ali", Role.ADVISOR, project=hafen)


def released(acting_as: AskAs, by: User, person: Person, *to: User, days: int = 7) -> list[Grant]:
    with acting_as(by) as actor:
        return actions.release_file(
            place=person.place(),
            subject_id=person.pk,
            grantee_ids=[user.pk for user in to],
            from_on=TODAY,
            until_on=TODAY + timedelta(days=days),
            today=TODAY,
            actor=actor,
        )


def sees(acting_as: AskAs, user: User, person: Person) -> bool:
    with acting_as(user) as actor:
        return Person.objects.visible_to(actor).filter(pk=person.pk).exists()


def written(acting_as: AskAs, officer: User, verb: str) -> int:
    with acting_as(officer):
        return AuditEntry.objects.filter(verb=verb).count()


@pytest.mark.django_db
def test_the_case_team_opens_a_file_to_another_carrier_for_a_week_and_ends_it_at_once(
    yusuf: Person, ada: User, bela: User, fatma: User, acting_as: AskAs
) -> None:
    assert not sees(acting_as, bela, yusuf)

    (grant,) = released(acting_as, ada, yusuf, bela)

    assert sees(acting_as, bela, yusuf)
    assert queries.actor_for(bela.pk, TODAY + A_WEEK).subjects == ()
    assert written(acting_as, fatma, "network.file_released") == 1
    with acting_as(ada) as actor:
        actions.close_file(grant=grant, today=TODAY, actor=actor)
    assert not sees(acting_as, bela, yusuf)
    assert written(acting_as, fatma, "network.file_closed") == 1


@pytest.mark.django_db
def test_a_release_that_has_begun_ends_today_and_stays_on_record(
    yusuf: Person, ada: User, bela: User, acting_as: AskAs
) -> None:
    (grant,) = released(acting_as, ada, yusuf, bela)
    tomorrow = TODAY + timedelta(days=1)
    with acting_as(ada) as actor:
        actions.close_file(grant=grant, today=tomorrow, actor=actor)
        grant.refresh_from_db()

    assert (grant.from_on, grant.until_on) == (TODAY, tomorrow)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("by", "to", "problem"),
    [
        ("ali", "bela", ReleaseProblem.NOT_YOUR_PROJECT),
        ("bela", "cem", ReleaseProblem.NOT_YOUR_PROJECT),
        ("dora", "bela", ReleaseProblem.NOT_YOUR_PROJECT),
        ("ada", "ada", ReleaseProblem.TO_YOURSELF),
        ("ada", "cem", ReleaseProblem.NOT_IN_NETWORK),
        ("ada", "dora", ReleaseProblem.NOT_IN_NETWORK),
        ("ada", "ali", ReleaseProblem.IS_OPEN_ALREADY),
    ],
)
def test_who_may_not_release_to_whom(
    *,
    by: str,
    to: str,
    problem: ReleaseProblem,
    yusuf: Person,
    ada: User,
    ali: User,
    bela: User,
    cem: User,
    dora: User,
    acting_as: AskAs,
    fatma: User,
) -> None:
    users = {"ada": ada, "ali": ali, "bela": bela, "cem": cem, "dora": dora}

    with pytest.raises(actions.CannotRelease) as refusal:
        released(acting_as, users[by], yusuf, users[to])

    assert refusal.value.problems == [problem]
    assert written(acting_as, fatma, "network.file_released") == 0
    with acting_as(ada):
        assert not Grant.objects.filter(cause=Cause.RELEASE.value).exists()


@pytest.mark.django_db
def test_a_released_file_is_not_passed_on(
    yusuf: Person, ada: User, bela: User, turm: Project, acting_as: AskAs
) -> None:
    released(acting_as, ada, yusuf, bela)
    other = make_member("Ben", Role.ADVISOR, project=turm)

    with pytest.raises(actions.CannotRelease, match="not_your_project"):
        released(acting_as, bela, yusuf, other)

    assert not sees(acting_as, other, yusuf)


@pytest.mark.django_db
def test_the_head_names_a_deputy_who_then_is_case_team_until_the_last_day(
    *, yusuf: Person, hafen: Project, ada: User, ali: User, lea: User, fatma: User, acting_as: AskAs
) -> None:
    with acting_as(lea) as actor:
        opened = actions.name_deputy(
            project=hafen,
            absent_id=ada.pk,
            deputy_id=ali.pk,
            from_on=TODAY,
            until_on=TODAY + A_WEEK,
            today=TODAY,
            actor=actor,
        )

    assert [(one.subject_id, one.cause) for one in opened] == [(yusuf.pk, "deputy")]
    assert queries.actor_for(ali.pk, TODAY).team == (yusuf.pk,)
    assert queries.actor_for(ali.pk, TODAY + A_WEEK).team == ()
    assert written(acting_as, fatma, "network.deputy_named") == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("by", "absent", "deputy", "problem"),
    [
        ("lea", "ada", "lea", ReleaseProblem.TO_YOURSELF),
        ("ali", "ada", "ali", ReleaseProblem.NOT_YOUR_PROJECT),
        ("ada", "ada", "bela", ReleaseProblem.NOT_IN_PROJECT),
        ("ada", "ada", "ada", ReleaseProblem.SAME_PERSON),
        ("ali", "ali", "ada", ReleaseProblem.NO_CASES),
    ],
)
def test_who_may_not_name_whom_as_deputy(
    *,
    by: str,
    absent: str,
    deputy: str,
    problem: ReleaseProblem,
    yusuf: Person,
    hafen: Project,
    ada: User,
    ali: User,
    bela: User,
    lea: User,
    acting_as: AskAs,
) -> None:
    users = {"ada": ada, "ali": ali, "bela": bela, "lea": lea}

    with acting_as(users[by]) as actor, pytest.raises(actions.CannotRelease) as refusal:
        actions.name_deputy(
            project=hafen,
            absent_id=users[absent].pk,
            deputy_id=users[deputy].pk,
            from_on=TODAY,
            until_on=TODAY + A_WEEK,
            today=TODAY,
            actor=actor,
        )

    assert refusal.value.problems == [problem]
    with acting_as(ada):
        assert not Grant.objects.filter(cause=Cause.DEPUTY.value).exists()


@pytest.mark.django_db
def test_the_coordinator_changes_a_role_from_today_and_the_old_one_stays_on_record(
    hafen: Project, ada: User, dora: User, fatma: User, acting_as: AskAs
) -> None:
    with acting_as(dora) as actor:
        held = Membership.objects.get(user=ada)
        actions.change_role(membership=held, role=Role.PROJECT_LEAD, today=TODAY, actor=actor)
        rows = Membership.objects.filter(user=ada).order_by("from_on")
        assert [(one.role, one.until_on) for one in rows] == [("advisor", TODAY), ("project_lead", None)]

    assert queries.actor_for(ada.pk, TODAY).roles == {"project_lead"}
    assert written(acting_as, fatma, "network.role_changed") == 1


@pytest.mark.django_db
def test_a_head_changes_no_role(ada: User, lea: User, fatma: User, acting_as: AskAs) -> None:
    with acting_as(lea) as actor, pytest.raises(actions.CannotChangeRole, match="not_your_network"):
        actions.change_role(
            membership=Membership.objects.get(user=ada), role=Role.PROJECT_LEAD, today=TODAY, actor=actor
        )

    assert written(acting_as, fatma, "network.role_changed") == 0
    assert queries.actor_for(ada.pk, TODAY).roles == {"advisor"}


@pytest.mark.parametrize(
    ("wanted", "own", "oversees", "in_force", "problems"),
    [
        (Role.PROJECT_LEAD, False, True, True, []),
        (Role.PROJECT_LEAD, True, True, True, [RoleProblem.OWN_ROLE]),
        (Role.PROJECT_LEAD, False, False, True, [RoleProblem.NOT_YOUR_NETWORK]),
        (Role.PROJECT_LEAD, False, True, False, [RoleProblem.NOT_IN_FORCE]),
        (Role.COORDINATOR, False, True, True, [RoleProblem.ROLE_NOT_OF_PROJECTS]),
        (Role.PROGRAMME_OFFICE, False, True, True, [RoleProblem.ROLE_NOT_OF_PROJECTS]),
        (Role.ADVISOR, False, True, True, [RoleProblem.SAME_ROLE]),
    ],
)
def test_nobody_gives_a_role_beyond_the_sub_projects_or_to_themselves(
    wanted: Role, own: bool, oversees: bool, in_force: bool, problems: list[RoleProblem]
) -> None:
    found = problems_of_role(now=Role.ADVISOR, wanted=wanted, oversees=oversees, own=own, in_force=in_force)

    assert found == problems


@pytest.mark.parametrize(
    ("from_on", "until_on", "problems"),
    [
        (TODAY, TODAY + timedelta(days=366), []),
        (TODAY, TODAY + timedelta(days=367), [ReleaseProblem.TOO_LONG]),
        (TODAY, TODAY, [ReleaseProblem.ENDS_BEFORE_START]),
        (date(2026, 11, 23), TODAY + A_WEEK, [ReleaseProblem.STARTS_IN_PAST]),
    ],
)
def test_a_release_begins_today_at_the_earliest_and_ends_within_a_year(
    from_on: date, until_on: date, problems: list[ReleaseProblem]
) -> None:
    assert problems_of_period(from_on, until_on, today=TODAY) == problems


@pytest.mark.django_db
def test_every_reason_for_seeing_a_file_is_named_and_a_stranger_has_none(
    *, yusuf: Person, hafen: Project, ada: User, bela: User, cem: User, dora: User, acting_as: AskAs
) -> None:
    released(acting_as, ada, yusuf, bela)
    found = {}
    for user in (ada, bela, cem, dora):
        with acting_as(user) as actor:
            reasons = queries.explain(actor, yusuf.pk, project_id=hafen.pk, today=TODAY)
            found[user.name] = [(one.code, one.role or one.cause, one.scope, one.until_on) for one in reasons]

    assert found == {
        "Ada": [
            (ReasonCode.MEMBERSHIP, "advisor", "", None),
            (ReasonCode.GRANT, "stay", "case_team", None),
        ],
        "Bela": [(ReasonCode.GRANT, "release", "file", TODAY + A_WEEK)],
        "Cem": [],
        "Dora": [],
    }


def test_the_table_of_rights_names_every_role_and_gives_names_to_those_in_files_alone() -> None:
    assert set(RIGHTS) == set(Role)
    assert roles_with(Permission.WORK_IN_FILES) == {"advisor", "project_lead"}
    assert roles_with(Permission.SEE_PROGRAMME) == {"programme_office"}
    assert roles_with(Permission.CHANGE_ROLES) == {"coordinator"}
    assert not may(["gardener"], Permission.SEE_OWN_DAY)
    assert not may([], Permission.SEE_OWN_DAY)
