"""Somebody opens what is closed to them, with a reason, for an hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime

from wir.kit.acting import Actor, acting
from wir.network import queries, rules
from wir.network.actions.networks import as_job_at
from wir.network.models import BreakGlass, Grant, Place
from wir.network.rules import GLASS, GLASS_STAYS_BROKEN, GlassProblem, Scope
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose
from wir.tasks import actions as tasks
from wir.tasks.rules import TaskReason


class CannotBreakGlass(Exception):
    """The closed file cannot be opened, or its opening not be ended; ``problems`` says why."""

    def __init__(self, problems: Sequence[GlassProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def break_glass(
    *, place: Place, subject_id: UUID, scope: Scope, reason: str, now: datetime, actor: Actor
) -> BreakGlass:
    """Open a closed file, or closed notes, to the actor for one hour; case team and head get a task at once.

    The opening is written in the name of the machine, after the rules have agreed: nobody can grant themselves
    access by another way.

    Raises CannotBreakGlass, and writes nothing, when a rule stands in the way.
    """
    by = actor.id
    problems = rules.obstacles_to_breaking_glass(
        works_here=by is not None
        and queries.works_in_network(actor, place["network_id"])
        and (scope is Scope.FILE or _reads_file(actor, place, subject_id)),
        open_already=_reads_file(actor, place, subject_id)
        if scope is Scope.FILE
        else subject_id in actor.team,
        reason=reason,
    )
    if problems or by is None:
        raise CannotBreakGlass(problems)
    today, until = localtime(now).date(), now + GLASS_STAYS_BROKEN
    with acting(as_job_at(place)) as machine:
        grant = Grant.objects.create(
            network_id=place["network_id"],
            project_id=place["project_id"],
            subject_id=subject_id,
            scope=scope.value,
            grantee_id=by,
            cause=GLASS,
            from_on=today,
            until_on=localtime(until).date() + timedelta(days=1),
            until_at=until,
        )
        opening = BreakGlass.objects.create(
            **place,
            subject_id=subject_id,
            grant=grant,
            by_id=by,
            reason=" ".join(reason.split()),
            opened_at=now,
        )
        _alert(opening, today, machine)
    privacy.record(
        actor=actor,
        verb="network.glass_broken",
        network_id=place["network_id"],
        carrier_id=place["carrier_id"],
        subject_id=subject_id,
        purpose=Purpose.SECURITY,
        scope=scope.value,
        opening=str(opening.pk),
    )
    return opening


@transaction.atomic
def close_glass(*, opening: BreakGlass, now: datetime, actor: Actor) -> BreakGlass:
    """End an opening before its hour is over; for whoever opened, the case team and the heads.

    The grant belongs to the file's sub-project, where whoever opened need not work: the machine ends it.

    Raises CannotBreakGlass, and writes nothing, when it is over already or somebody else asks.
    """
    found = BreakGlass.objects.visible_to(actor).to_be_ended_by(actor).select_related("grant")
    known = found.filter(pk=opening.pk).first()
    if known is None:
        raise CannotBreakGlass([GlassProblem.NOT_ALLOWED])
    opening = known
    with acting(as_job_at(_place_of(opening))):
        ended = Grant.objects.filter(pk=opening.grant_id, until_at__gt=now).update(until_at=now)
    if not ended:
        raise CannotBreakGlass([GlassProblem.OVER])
    opening.grant.until_at = now
    privacy.record(
        actor=actor,
        verb="network.glass_closed",
        network_id=opening.network_id,
        carrier_id=opening.carrier_id,
        subject_id=opening.subject_id,
        purpose=Purpose.SECURITY,
        opening=str(opening.pk),
    )
    return opening


@transaction.atomic(savepoint=False)
def note_reasons_read(*, network_id: UUID, actor: Actor) -> None:
    """Write down that somebody read for which reasons closed files were opened."""
    privacy.note_reading(
        actor=actor, verb="network.glass_reasons_read", network_id=network_id, purpose=Purpose.SECURITY
    )


def _place_of(opening: BreakGlass) -> Place:
    return Place(network_id=opening.network_id, carrier_id=opening.carrier_id, project_id=opening.project_id)


def _reads_file(actor: Actor, place: Place, subject_id: UUID) -> bool:
    return place["project_id"] in actor.projects or subject_id in actor.subjects


def _alert(opening: BreakGlass, today: date, machine: Actor) -> None:
    """A task for each of the case team and the heads; where there is nobody, one for the whole sub-project."""
    alerted = queries.to_be_alerted(opening.subject_id, opening.project_id, today) - {opening.by_id}
    assignees: list[UUID | None] = [*sorted(alerted)]
    for assignee_id in assignees or [None]:
        tasks.add_task(
            place=(opening.network_id, opening.project_id),
            subject_id=opening.subject_id,
            assignee_id=assignee_id,
            reason=TaskReason.GLASS_BROKEN,
            title="",
            due_on=today,
            link=reverse("network:openings"),
            actor=machine,
        )
