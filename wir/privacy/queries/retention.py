"""What carriers decided to keep for how long, what has to go, and what is held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, Max, Q, Value, When

from wir.kit.acting import Actor
from wir.privacy.models import (
    RetentionHold,
    RetentionHoldQuerySet,
    RetentionOrder,
    RetentionOrderQuerySet,
    RetentionSetting,
)
from wir.privacy.rules import OrderState, Purpose


def months_decided(actor: Actor) -> dict[tuple[UUID, Purpose], RetentionSetting]:
    """Return the periods in force that carriers of the actor's networks decided, by carrier and purpose.

    The one place from which register, notices, templates and orders know how long something is kept.
    """
    settings = RetentionSetting.objects.visible_to(actor).that_count()
    return {(setting.carrier_id, Purpose(setting.purpose)): setting for setting in settings}


def months_of(actor: Actor, carrier_id: UUID, purpose: Purpose) -> RetentionSetting | None:
    """Return what one carrier decided about one purpose, None while it has not."""
    return months_decided(actor).get((carrier_id, purpose))


def orders_of(actor: Actor, subject_id: UUID, today: date) -> RetentionOrderQuerySet:
    """Return the orders to erase about a person, the earliest due first, and whether each is ``held``."""
    orders = RetentionOrder.objects.visible_to(actor).filter(subject_id=subject_id)
    return orders.with_hold(today).order_by("due_on", "id")


def ordered_last(subject_ids: Sequence[UUID]) -> dict[tuple[UUID, Purpose], date]:
    """Return when an erasure was last ordered, by person and purpose, for jobs that already hold the files."""
    rows = RetentionOrder.objects.filter(subject_id__in=subject_ids).values("subject_id", "purpose")
    return {
        (row["subject_id"], Purpose(row["purpose"])): row["last"]
        for row in rows.annotate(last=Max("ordered_on"))
    }


def holds_of(actor: Actor, subject_id: UUID, today: date) -> RetentionHoldQuerySet:
    """Return what keeps a person's data today, whatever is due."""
    holds = RetentionHold.objects.visible_to(actor).filter(subject_id=subject_id)
    return holds.in_force(today).order_by("from_on", "id")


def orders_audited(actor: Actor, state: OrderState, today: date) -> RetentionOrderQuerySet:
    """Return the orders of a state in the networks and carriers that the officer answers for, earliest due first."""
    orders = RetentionOrder.objects.audited_by(actor).with_hold(today)
    return orders.filter(_in_state(state, today)).order_by("due_on", "id")


def orders_counted(actor: Actor, today: date) -> dict[OrderState, int]:
    """Return how many orders the officer answers for stand in each state."""
    orders = RetentionOrder.objects.audited_by(actor).with_hold(today)
    state = Case(*(When(_in_state(one, today), then=Value(one.value)) for one in OrderState))
    counted = orders.values(state=state).annotate(number=Count("id")).order_by()
    return dict.fromkeys(OrderState, 0) | {OrderState(row["state"]): row["number"] for row in counted}


def holds_audited(actor: Actor, today: date) -> RetentionHoldQuerySet:
    """Return the holds in force that the officer answers for, the one that ends first at the top."""
    return RetentionHold.objects.audited_by(actor).in_force(today).order_by("until_on", "from_on", "id")


def hold_or_none(actor: Actor, hold_id: UUID) -> RetentionHold | None:
    """Return one hold that the officer answers for."""
    return RetentionHold.objects.audited_by(actor).filter(pk=hold_id).first()


def _in_state(state: OrderState, today: date) -> Q:
    """Say in SQL what ``rules.order_state`` says of one order."""
    return {
        OrderState.OPEN: Q(done_on=None, held=False, due_on__gt=today),
        OrderState.DUE: Q(done_on=None, held=False, due_on__lte=today),
        OrderState.HELD: Q(done_on=None, held=True),
        OrderState.DONE: Q(done_on__isnull=False),
    }[state]
