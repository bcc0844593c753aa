"""Applications, spells, aftercare and leaving, for one person of the demonstration."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from wir.aftercare import actions as aftercare
from wir.aftercare.models import CheckIn
from wir.aftercare.rules import Outcome
from wir.counselling import actions as counselling
from wir.counselling.models import Stay
from wir.counselling.rules import ExitReason
from wir.kit.acting import Actor
from wir.kit.calendar import add_months
from wir.monitoring import actions as monitoring
from wir.monitoring.rules import Employment, Improvement
from wir.placement import actions as placement
from wir.placement.models import Application, Opportunity
from wir.placement.rules import ApplicationState, OpportunityKind

PLACED = 0.55
LEAVES = 0.35
_EXITS = {
    OpportunityKind.JOB: ExitReason.WORK,
    OpportunityKind.APPRENTICESHIP: ExitReason.TRAINING,
    OpportunityKind.SCHOOL: ExitReason.SCHOOL,
}


def go_through(
    *, stay: Stay, offers: list[Opportunity], dice: Random, today: date, actor: Actor
) -> date | None:
    """Let the person apply and perhaps start something; return the day of leaving, or None if they stay."""
    first = dice.choice(offers)
    applied_on = stay.entered_on + timedelta(days=dice.randint(14, 160))
    if applied_on > today:
        return None
    application = placement.apply_for(person=stay.person, opportunity=first, on=applied_on, actor=actor)
    starts_on = applied_on + timedelta(days=dice.randint(10, 70))
    if dice.random() > PLACED or starts_on > today:
        _leave_open(application, applied_on, dice, today, actor)
        return _perhaps(stay.entered_on + timedelta(days=dice.randint(150, 400)), dice, today)
    return _start(application, starts_on, dice, today, actor)


def leave(*, stay: Stay, left_on: date, dice: Random, today: date, actor: Actor) -> None:
    """End the stay and answer what ESF Plus asks then and six months later."""
    spell = stay.person.spells.order_by("starts_on").last()
    reason = _EXITS.get(OpportunityKind(spell.kind), ExitReason.OTHER) if spell else ExitReason.MOVED_AWAY
    stay = counselling.end_stay(stay=stay, exited_on=left_on, reason=reason, today=today, actor=actor)
    learns = spell is not None and spell.kind != OpportunityKind.JOB
    monitoring.record_exit(
        stay=stay,
        education_from=spell.starts_on if spell and learns else None,
        education_in_window=True if learns else None,
        qualification_on=left_on if dice.random() < 0.2 else None,
        qualification_certified=True,
        today=today,
        actor=actor,
    )
    works = spell is not None and spell.kind in {OpportunityKind.JOB, OpportunityKind.APPRENTICESHIP}
    status = Employment.EMPLOYED if works else dice.choice([Employment.UNEMPLOYED, Employment.INACTIVE])
    if dice.random() < 0.9:
        monitoring.record_status(stay=stay, on=left_on, status=status, today=today, actor=actor)
    asked_on = add_months(left_on, 6)
    if asked_on <= today and dice.random() < 0.7:
        monitoring.record_follow_up(
            stay=stay,
            on=asked_on,
            status=status,
            improvements=[Improvement.PRECARIOUS_TO_STABLE] if works else [],
            today=today,
            actor=actor,
        )


def _start(application: Application, starts_on: date, dice: Random, today: date, actor: Actor) -> date | None:
    kind = OpportunityKind(application.opportunity.kind)
    try:
        spell = placement.start_spell(
            application=application,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=42) if kind is OpportunityKind.INTERNSHIP else None,
            probation_months=6 if kind is OpportunityKind.JOB else 3,
            insured=kind in {OpportunityKind.JOB, OpportunityKind.APPRENTICESHIP},
            permission_confirmed=True,
            today=today,
            actor=actor,
        )
    except placement.CannotStart:  # the law says no on that day: the story goes on without
        return None
    for check_in in CheckIn.objects.visible_to(actor).filter(
        spell=spell, due_on__lt=today - timedelta(days=3)
    ):
        aftercare.hold_check_in(
            check_in=check_in,
            held_on=check_in.due_on,
            outcome=dice.choice(
                [Outcome.FINE, Outcome.FINE, Outcome.FINE, Outcome.DIFFICULT, Outcome.AT_RISK]
            ),
            today=today,
            actor=actor,
        )
    return _perhaps(starts_on + timedelta(days=dice.randint(30, 220)), dice, today)


def _leave_open(application: Application, on: date, dice: Random, today: date, actor: Actor) -> None:
    next_on = min(on + timedelta(days=dice.randint(3, 20)), today)
    if dice.random() < 0.3:
        by = dice.choice([ApplicationState.DECLINED_BY_PERSON, ApplicationState.DECLINED_BY_PROVIDER])
        placement.decline(application=application, by=by, on=next_on, today=today, actor=actor)
    elif dice.random() < 0.6:
        placement.move_application(
            application=application, state=ApplicationState.SENT, on=next_on, today=today, actor=actor
        )


def _perhaps(day: date, dice: Random, today: date) -> date | None:
    return day if day <= today and dice.random() < LEAVES / PLACED else None
