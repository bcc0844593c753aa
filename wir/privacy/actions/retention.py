"""Erasures are ordered and held back; carriers decide the periods that no source fixes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from uuid import UUID

from django.db import connection, transaction

from wir.kit.acting import Actor
from wir.privacy import queries, rules
from wir.privacy.actions.trail import record
from wir.privacy.models import RetentionHold, RetentionOrder, RetentionSetting
from wir.privacy.rules import HoldGround, Purpose, RetentionCause, RetentionFacts, RetentionProblem


class CannotRetain(Exception):
    """The period or hold is not possible like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[RetentionProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def order_erasure(
    *,
    network_id: UUID,
    carrier_id: UUID,
    project_id: UUID,
    subject_id: UUID,
    purpose: Purpose,
    cause: RetentionCause,
    due_on: date,
    today: date,
    actor: Actor,
) -> RetentionOrder:
    """Order that what is kept about a subject for the purpose goes by the day; an open order keeps the earlier day."""
    order, fresh = RetentionOrder.objects.get_or_create(
        network_id=network_id,
        subject_id=subject_id,
        purpose=purpose.value,
        done_on=None,
        defaults={
            "carrier_id": carrier_id,
            "project_id": project_id,
            "cause": cause.value,
            "ordered_on": today,
            "due_on": due_on,
        },
    )
    if not fresh and due_on < order.due_on:
        order.due_on, order.cause = due_on, cause.value
        order.save(update_fields=["due_on", "cause"])
        fresh = True
    if fresh:
        record(
            actor=actor,
            verb="privacy.erasure_ordered",
            network_id=network_id,
            carrier_id=carrier_id,
            subject_id=subject_id,
            purpose=purpose,
            cause=order.cause,
        )
    return order


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Somebody who has left: where the file lies, whose it is, and the last day of the last stay."""

    network_id: UUID
    carrier_id: UUID
    project_id: UUID
    subject_id: UUID
    exited_on: date


@transaction.atomic
def order_what_is_over(*, left: Sequence[Left], today: date, actor: Actor) -> list[RetentionOrder]:
    """Order that data go whose period, as the carrier decided it and counted from the exit, is over today.

    What was agreed to is looked at alone, what was taken back has its order from that day, and nothing is ordered
    twice after one exit.
    """
    decided = queries.months_decided(actor)
    agreed = queries.purposes_agreed([one.subject_id for one in left])
    ordered = queries.ordered_last([one.subject_id for one in left])
    made = []
    for one, entry in product(left, rules.counted_from_exit()):
        key = (one.subject_id, entry.purpose)
        setting = decided.get((one.carrier_id, entry.purpose))
        due_on = rules.due_on(
            entry.retention,
            RetentionFacts(exited_on=one.exited_on),
            months=setting.months if setting else None,
        )
        if key in agreed and due_on and due_on <= today and ordered.get(key, date.min) <= one.exited_on:
            made.append(
                order_erasure(
                    network_id=one.network_id,
                    carrier_id=one.carrier_id,
                    project_id=one.project_id,
                    subject_id=one.subject_id,
                    purpose=entry.purpose,
                    cause=RetentionCause.PERIOD_OVER,
                    due_on=due_on,
                    today=today,
                    actor=actor,
                )
            )
    return made


@transaction.atomic
def forget_history(*, network_id: UUID, subject_id: UUID, today: date, actor: Actor) -> dict[str, int]:
    """Remove what fields of one person held before, of fields whose last purpose has ended by an order due today.

    Return how many rows went by table, and how many values by ``table.column``; the trail holds ids alone and stays.

    Raises django.db.ProgrammingError, and removes nothing, where no order is due or a hold keeps the data.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select place, number from privacy_forget_history(%s, %s, %s)",
            [subject_id, today, json.dumps(queries.history_kept())],
        )
        gone = {place: number for place, number in cursor.fetchall() if number}
    due = RetentionOrder.objects.filter(network_id=network_id, subject_id=subject_id).due_by(today)
    record(
        actor=actor,
        verb="privacy.history_forgotten",
        network_id=network_id,
        subject_id=subject_id,
        purpose=Purpose.SECURITY,
        ended=",".join(due.order_by("purpose").values_list("purpose", flat=True)),
        rows=sum(number for place, number in gone.items() if "." not in place),
        values=sum(number for place, number in gone.items() if "." in place),
        gone=",".join(sorted(gone)),
    )
    return gone


@transaction.atomic
def hold_data(
    *,
    network_id: UUID,
    carrier_id: UUID,
    project_id: UUID,
    subject_id: UUID,
    ground: HoldGround,
    reason: str,
    until_on: date | None,
    today: date,
    actor: Actor,
) -> RetentionHold:
    """Keep what is stored about a subject, whatever is due, until the day before ``until_on`` or a release.

    Raises CannotRetain, and writes nothing, without a reason or with an end that does not lie ahead.
    """
    _refuse(rules.obstacles_to_hold(reason=reason, until_on=until_on, today=today))
    held = RetentionHold.objects.create(
        network_id=network_id,
        carrier_id=carrier_id,
        project_id=project_id,
        subject_id=subject_id,
        ground=ground.value,
        reason=" ".join(reason.split()),
        from_on=today,
        until_on=until_on,
        placed_by=actor.id,
    )
    _audit(actor, "privacy.erasure_held", held)
    return held


@transaction.atomic
def release_hold(*, held: RetentionHold, today: date, actor: Actor) -> RetentionHold:
    """Let erasures go on from today.

    Raises CannotRetain, and writes nothing, when it is over already.
    """
    holds = RetentionHold.objects.audited_by(actor).filter(pk=held.pk)
    held = holds.select_for_update().get()
    if not holds.in_force(today).exists():
        raise CannotRetain([RetentionProblem.NOT_IN_FORCE])
    held.released_on, held.released_by = today, actor.id
    held.save(update_fields=["released_on", "released_by"])
    _audit(actor, "privacy.erasure_released", held)
    return held


@transaction.atomic
def decide_retention(
    *,
    network_id: UUID,
    carrier_id: UUID,
    purpose: Purpose,
    months: int,
    decided_on: date,
    today: date,
    actor: Actor,
) -> RetentionSetting:
    """Record a carrier's decision, as controller, how many months it keeps what no source fixes; the latest counts.

    Raises CannotRetain, and writes nothing, for a period that law fixes, one that is not 0 to 120 months, or a
    decision that lies ahead.
    """
    retention = rules.processing_of(purpose).retention
    _refuse(rules.obstacles_to_period(retention, months=months, decided_on=decided_on, today=today))
    setting, _ = RetentionSetting.objects.update_or_create(
        carrier_id=carrier_id,
        purpose=purpose.value,
        decided_on=decided_on,
        defaults={"network_id": network_id, "months": months},
    )
    record(
        actor=actor,
        verb="privacy.retention_decided",
        network_id=network_id,
        carrier_id=carrier_id,
        purpose=purpose,
        months=months,
    )
    return setting


def _refuse(problems: Sequence[RetentionProblem]) -> None:
    if problems:
        raise CannotRetain(problems)


def _audit(actor: Actor, verb: str, held: RetentionHold) -> None:
    record(
        actor=actor,
        verb=verb,
        network_id=held.network_id,
        carrier_id=held.carrier_id,
        subject_id=held.subject_id,
        purpose=Purpose.SECURITY,
        ground=held.ground,
    )
