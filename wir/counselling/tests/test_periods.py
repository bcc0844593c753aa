"""Every night what may no longer be kept after the exit is ordered to go: as the carrier decided, and once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import TODAY
from tests.make import make_stay
from wir.accounts.models import User
from wir.counselling.actions import end_stay
from wir.counselling.models import Stay
from wir.counselling.rules import ExitReason
from wir.counselling.tasks import order_in
from wir.kit.acting import Actor, acting
from wir.network.actions import as_job_at
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.privacy.models import AuditEntry, Consent, RetentionOrder
from wir.privacy.rules import ConsentWay, Purpose

EXIT = date(2026, 5, 10)


@pytest.fixture
def left(stay: Stay) -> Stay:
    """Yusuf left on 10 May 2026."""
    with acting(as_job_at(stay.place())) as actor:
        return end_stay(stay=stay, exited_on=EXIT, reason=ExitReason.OWN_WISH, today=TODAY, actor=actor)


def decide(stay: Stay, months: int, actor: Actor, *, purpose: Purpose = Purpose.COUNSELLING) -> None:
    privacy.decide_retention(
        network_id=stay.network_id, carrier_id=stay.carrier_id, purpose=purpose, months=months,
        decided_on=TODAY, today=TODAY, actor=actor,
    )  # fmt: skip


def agree(stay: Stay, purpose: Purpose, actor: Actor) -> Consent:
    return privacy.give_consent(
        network_id=stay.network_id, project_id=stay.project_id, subject_id=stay.person_id, purpose=purpose,
        given_on=stay.entered_on, way=ConsentWay.PAPER, language="de", actor=actor,
    )  # fmt: skip


def orders_of(stay: Stay) -> list[tuple[str, str, date]]:
    with acting(as_job_at(stay.place())):
        orders = RetentionOrder.objects.filter(subject_id=stay.person_id).order_by("purpose", "due_on")
        return list(orders.values_list("purpose", "cause", "due_on"))


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (None, []),
        (7, []),
        (6, [("counselling", "period_over", date(2026, 11, 11))]),
        (0, [("counselling", "period_over", date(2026, 5, 11))]),
    ],
    ids=["undecided", "not over yet", "over", "at once"],
)
def test_what_was_agreed_to_goes_when_the_period_that_the_carrier_decided_is_over(
    left: Stay, months: int | None, expected: list[tuple[str, str, date]]
) -> None:
    with acting(as_job_at(left.place())) as actor:
        decide(left, 1, actor, purpose=Purpose.AFTERCARE)  # to which nobody agreed
        if months is not None:
            decide(left, months, actor)

    made = order_in(left.network_id)

    assert (made, orders_of(left)) == (len(expected), expected)
    with acting(as_job_at(left.place())):
        lines = AuditEntry.objects.filter(verb="privacy.erasure_ordered")
        assert [(line.subject_id, line.carrier_id, line.detail) for line in lines] == [
            (left.person_id, left.carrier_id, {"cause": "period_over"}) for _ in expected
        ]


def test_nothing_is_ordered_twice_after_one_exit_not_even_when_it_was_done(left: Stay) -> None:
    with acting(as_job_at(left.place())) as actor:
        decide(left, 6, actor)
    assert order_in(left.network_id) == 1
    assert order_in(left.network_id) == 0
    with acting(as_job_at(left.place())):
        RetentionOrder.objects.update(done_on=TODAY)

    assert order_in(left.network_id) == 0
    assert len(orders_of(left)) == 1


def test_what_was_taken_back_has_the_order_of_that_day_and_no_other(left: Stay) -> None:
    with acting(as_job_at(left.place())) as actor:
        decide(left, 6, actor, purpose=Purpose.AFTERCARE)
        given = agree(left, Purpose.AFTERCARE, actor)
        privacy.withdraw_consent(
            consent=given, carrier_id=left.carrier_id, withdrawn_on=TODAY, today=TODAY, actor=actor
        )
        RetentionOrder.objects.update(done_on=TODAY)

    assert order_in(left.network_id) == 0
    assert orders_of(left) == [("aftercare", "consent_withdrawn", TODAY)]


def test_whoever_is_there_again_keeps_what_was_written(left: Stay, yusuf: Person, ada: User) -> None:
    with acting(as_job_at(left.place())) as actor:
        decide(left, 1, actor)
    make_stay(yusuf, ada, entered_on=date(2026, 9, 1))

    assert order_in(left.network_id) == 0
    assert orders_of(left) == []
