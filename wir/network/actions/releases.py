"""Files are opened for a time beyond the sub-project, advisors are stood in for, and both are ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.network import queries
from wir.network.models import Grant, Place, Project
from wir.network.rules import BY_HAND, Cause, ReleaseProblem, Scope, problems_of_period
from wir.privacy import actions as privacy


class CannotRelease(Exception):
    """The file cannot be opened or closed like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[ReleaseProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def release_file(
    *,
    place: Place,
    subject_id: UUID,
    grantee_ids: Sequence[UUID],
    from_on: date,
    until_on: date,
    today: date,
    actor: Actor,
) -> list[Grant]:
    """Open one person's file, without the notes, to members of the same network for a time.

    The person's case team and the head of the file's own sub-project release it: a release is not passed on.
    Raises CannotRelease, and writes nothing, when a rule stands in the way.
    """
    chosen, network_id, project_id = set(grantee_ids), place["network_id"], place["project_id"]
    decides = subject_id in actor.team or queries.leads(actor, project_id, today)
    checks = {
        ReleaseProblem.NOT_YOUR_PROJECT: project_id not in actor.projects or not decides,
        ReleaseProblem.TO_YOURSELF: actor.id in chosen,
        ReleaseProblem.NOT_IN_NETWORK: not chosen or bool(chosen - queries.files_workers(network_id, today)),
        ReleaseProblem.IS_OPEN_ALREADY: bool(
            chosen & queries.sees_already(project_id, subject_id, from_on, until_on)
        ),
    }
    problems = [problem for problem, holds in checks.items() if holds][:1]
    problems += problems_of_period(from_on, until_on, today=today)
    if problems:
        raise CannotRelease(problems)
    why, when = (Scope.FILE, Cause.RELEASE), (from_on, until_on)
    grants = [_grant(place, subject_id=subject_id, grantee_id=one, why=why, when=when) for one in grantee_ids]
    for grant in grants:
        _tell(actor, "network.file_released", grant)
    return grants


@transaction.atomic
def name_deputy(
    *,
    project: Project,
    absent_id: UUID,
    deputy_id: UUID,
    from_on: date,
    until_on: date,
    today: date,
    actor: Actor,
) -> list[Grant]:
    """Open the cases of an absent advisor, notes included, to a colleague of the same sub-project for a time.

    An advisor names who stands in for them; the head of the sub-project does it for anybody but as their own deputy.
    Raises CannotRelease, and writes nothing, when a rule stands in the way.
    """
    problems = problems_of_period(from_on, until_on, today=today)
    colleagues = queries.project_workers(project.pk, today)
    cases = queries.team_cases(project.pk, absent_id, from_on)
    decides = actor.id == absent_id or queries.leads(actor, project.pk, today)
    checks = {
        ReleaseProblem.NOT_YOUR_PROJECT: project.pk not in actor.projects or not decides,
        ReleaseProblem.SAME_PERSON: absent_id == deputy_id,
        ReleaseProblem.TO_YOURSELF: deputy_id == actor.id,
        ReleaseProblem.NOT_IN_PROJECT: not {absent_id, deputy_id} <= colleagues,
        ReleaseProblem.NO_CASES: not cases,
    }
    problems += [problem for problem, holds in checks.items() if holds][:1]
    if problems:
        raise CannotRelease(problems)
    place = Place(network_id=project.network_id, carrier_id=project.carrier_id, project_id=project.pk)
    open_now = queries.team_cases(project.pk, deputy_id, from_on)
    why, when = (Scope.CASE_TEAM, Cause.DEPUTY), (from_on, until_on)
    grants = [
        _grant(place, subject_id=case, grantee_id=deputy_id, why=why, when=when)
        for case in sorted(cases - open_now)
    ]
    for grant in grants:
        _tell(actor, "network.deputy_named", grant)
    return grants


@transaction.atomic
def close_file(*, grant: Grant, today: date, actor: Actor) -> None:
    """End a release or a deputy's access at once: from today on it opens nothing.

    Raises CannotRelease, and writes nothing, when it was not given by hand or not for a file of one's sub-project.
    """
    if grant.project_id not in actor.projects:
        raise CannotRelease([ReleaseProblem.NOT_YOUR_PROJECT])
    if grant.cause not in BY_HAND:
        raise CannotRelease([ReleaseProblem.NOT_BY_HAND])
    _tell(actor, "network.file_closed", grant)
    if grant.from_on >= today:  # a time of no day at all is no time: it never opened anything before today
        grant.delete()
    else:
        grant.until_on = today
        grant.save(update_fields=["until_on"])


def _grant(
    place: Place, *, subject_id: UUID, grantee_id: UUID, why: tuple[Scope, Cause], when: tuple[date, date]
) -> Grant:
    scope, cause = why
    from_on, until_on = when
    return Grant.objects.create(
        network_id=place["network_id"],
        project_id=place["project_id"],
        subject_id=subject_id,
        scope=scope.value,
        grantee_id=grantee_id,
        cause=cause.value,
        from_on=from_on,
        until_on=until_on,
    )


def _tell(actor: Actor, verb: str, grant: Grant) -> None:
    privacy.record(
        actor=actor,
        verb=verb,
        network_id=grant.network_id,
        subject_id=grant.subject_id,
        scope=grant.scope,
        cause=grant.cause,
        grantee=str(grant.grantee_id),
        until=grant.until_on.isoformat() if grant.until_on else None,
    )
