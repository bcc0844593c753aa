"""Erasures are ordered and held back; carriers decide the periods that no source fixes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.privacy import rules
from wir.privacy.actions.trail import record
from wir.privacy.models import RetentionOrder, RetentionSetting
from wir.privacy.rules import Purpose, RetentionCause, RetentionProblem


class CannotRetain(Exception):
    """The order or period cannot be changed like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[RetentionProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def order_erasure(
    *,
    network_id: UUID,
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
        _audit(actor, "privacy.erasure_ordered", order)
    return order


@transaction.atomic
def hold(*, order: RetentionOrder, reason: str, actor: Actor) -> RetentionOrder:
    """Hold an erasure back, with the reason (Art. 17(3), 18(1) GDPR): nothing is erased while it stands.

    Raises CannotRetain, and writes nothing, without a reason or when it was carried out.
    """
    order = RetentionOrder.objects.visible_to(actor).select_for_update().get(pk=order.pk)
    _refuse(order, RetentionProblem.REASON_MISSING if not reason.strip() else None)
    order.hold = reason.strip()
    order.save(update_fields=["hold"])
    _audit(actor, "privacy.erasure_held", order)
    return order


@transaction.atomic
def release_hold(*, order: RetentionOrder, actor: Actor) -> RetentionOrder:
    """Let a held erasure go on.

    Raises CannotRetain, and writes nothing, when it was carried out.
    """
    order = RetentionOrder.objects.visible_to(actor).select_for_update().get(pk=order.pk)
    _refuse(order, None)
    if order.hold:
        order.hold = ""
        order.save(update_fields=["hold"])
        _audit(actor, "privacy.erasure_released", order)
    return order


@transaction.atomic
def decide_retention(
    *, network_id: UUID, carrier_id: UUID, purpose: Purpose, months: int, decided_on: date, actor: Actor
) -> RetentionSetting:
    """Let a carrier, as controller, decide how many months it keeps what no source fixes.

    Raises CannotRetain, and writes nothing, for a period that law fixes or that is not 0 to 120 months.
    """
    retention = rules.processing_of(purpose).retention
    checks = (
        (RetentionProblem.FIXED_BY_LAW, not retention.open),
        (RetentionProblem.MONTHS_OUT_OF_RANGE, months not in rules.MONTHS),
    )
    problems = [problem for problem, holds in checks if holds]
    if problems:
        raise CannotRetain(problems)
    setting, _ = RetentionSetting.objects.update_or_create(
        carrier_id=carrier_id,
        purpose=purpose.value,
        defaults={"network_id": network_id, "months": months, "decided_on": decided_on},
    )
    record(
        actor=actor,
        verb="privacy.retention_decided",
        network_id=network_id,
        purpose=purpose,
        months=months,
        carrier=str(carrier_id),
    )
    return setting


def _refuse(order: RetentionOrder, problem: RetentionProblem | None) -> None:
    problems = [] if order.done_on is None else [RetentionProblem.ALREADY_DONE]
    if problem:
        problems.append(problem)
    if problems:
        raise CannotRetain(problems)


def _audit(actor: Actor, verb: str, order: RetentionOrder) -> None:
    record(
        actor=actor,
        verb=verb,
        network_id=order.network_id,
        subject_id=order.subject_id,
        purpose=Purpose(order.purpose),
        cause=order.cause,
    )
