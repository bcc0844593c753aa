"""From an opportunity to a spell: each step checked by the rules, audited, and told to whoever follows it up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from wir.counselling import queries as counselling
from wir.directory.actions import find_or_add_organisation
from wir.eligibility import actions as eligibility
from wir.kit import events
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.placement import queries, rules
from wir.placement.events import SpellEnded, SpellStarted
from wir.placement.models import Application, Opportunity, Spell
from wir.placement.rules import ApplicationState, EndReason, NewOpportunity, Obstacle, OpportunityKind, Start
from wir.privacy import actions as privacy


class PlacementRefused(Exception):
    """The step is not possible; ``obstacles`` says why, all reasons at once."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__(", ".join(obstacles))
        self.obstacles = list(obstacles)


class CannotApply(PlacementRefused):
    """The person cannot apply for this."""


class CannotMove(PlacementRefused):
    """The application cannot take this step."""


class CannotStart(PlacementRefused):
    """The spell may not start."""


class CannotEnd(PlacementRefused):
    """The spell cannot end like this."""


@transaction.atomic
def add_opportunity(*, network_id: UUID, values: NewOpportunity, actor: Actor) -> Opportunity:
    """Write an opportunity down for the whole network; its provider is found or added to the directory."""
    provider = find_or_add_organisation(
        name=values.provider_name,
        kind=values.provider_kind,
        postcode=values.provider_postcode,
        place=values.provider_place,
        actor=actor,
    )
    opportunity = Opportunity.objects.create(
        network_id=network_id,
        provider=provider,
        kind=values.kind.value,
        title=values.title,
        skilled=values.skilled,
        weekly_hours=values.weekly_hours,
        seats=values.seats,
        available_from=values.available_from,
    )
    privacy.record(
        actor=actor,
        verb="placement.opportunity_added",
        network_id=network_id,
        opportunity=str(opportunity.pk),
    )
    return opportunity


@transaction.atomic
def close_opportunity(*, opportunity: Opportunity, closed_on: date, actor: Actor) -> Opportunity:
    """Take an opportunity off the list from that day; applications under way stay. The first closing stays."""
    if opportunity.closed_on is None:
        opportunity.closed_on = closed_on
        opportunity.save(update_fields=["closed_on"])
        privacy.record(
            actor=actor,
            verb="placement.opportunity_closed",
            network_id=opportunity.network_id,
            opportunity=str(opportunity.pk),
        )
    return opportunity


@transaction.atomic
def apply_for(*, person: Person, opportunity: Opportunity, on: date, actor: Actor) -> Application:
    """Suggest an opportunity to a person. Raises CannotApply when it is closed or under way already."""
    _lock(person.pk)
    obstacles = []
    if opportunity.closed_on is not None and opportunity.closed_on <= on:
        obstacles.append(Obstacle.OPPORTUNITY_CLOSED)
    same = Application.objects.filter(person=person, opportunity=opportunity, state__in=queries.OPEN)
    if same.exists():
        obstacles.append(Obstacle.ALREADY_APPLIED)
    if obstacles:
        raise CannotApply(obstacles)

    application = Application.objects.create(
        **person.place(),
        person=person,
        opportunity=opportunity,
        state=ApplicationState.SUGGESTED.value,
        since_on=on,
    )
    _record(application, verb="placement.applied", actor=actor)
    return application


@transaction.atomic
def move_application(
    *, application: Application, state: ApplicationState, on: date, today: date, actor: Actor
) -> Application:
    """Take an application one step forward: sent, interview, offered. Raises CannotMove."""
    return _step(application, to=state, on=on, today=today, verb="placement.application_moved", actor=actor)


@transaction.atomic
def decline(
    *, application: Application, by: ApplicationState, on: date, today: date, actor: Actor
) -> Application:
    """Close an application because the person or the provider said no. Raises CannotMove."""
    return _step(application, to=by, on=on, today=today, verb="placement.application_declined", actor=actor)


@transaction.atomic
def start_spell(
    *,
    application: Application,
    starts_on: date,
    ends_on: date | None,
    probation_months: int | None,
    insured: bool | None,
    permission_confirmed: bool,
    today: date,
    actor: Actor,
    weekly_hours: Decimal | None = None,
) -> Spell:
    """Turn an application into a spell of work, training, school …, and tell whoever follows it up.

    ``ends_on`` is the first day after it. The person's row is locked before the rules are asked, so that two
    advisors who place the same person at the same moment cannot both be told yes. Other open applications stay.

    Raises CannotStart, and writes nothing, when something stands in the way.
    """
    person = _lock(application.person_id)
    application = _fresh(application)
    opportunity = application.opportunity
    start = Start(
        kind=OpportunityKind(opportunity.kind),
        starts_on=starts_on,
        ends_on=ends_on,
        probation_months=probation_months,
        permission_confirmed=permission_confirmed,
    )
    stay = counselling.open_stay_of(actor, person.pk)
    obstacles = rules.obstacles_to_start(
        start,
        state=ApplicationState(application.state),
        entered_on=stay.entered_on if stay else None,
        may_work=queries.work_answer(actor, person.pk, opportunity, starts_on).may_work,
        other_spells=queries.main_spells_of(person),
        today=today,
    )
    if obstacles:
        raise CannotStart(obstacles)

    spell = Spell.objects.create(
        **person.place(),
        person=person,
        application=application,
        kind=start.kind.value,
        starts_on=starts_on,
        ends_on=ends_on,
        probation_until=rules.probation_end(start.kind, starts_on, probation_months),
        weekly_hours=opportunity.weekly_hours if weekly_hours is None else weekly_hours,
        insured=insured,
    )
    _keep_answer(person, opportunity, starts_on, actor)
    _save_state(application, ApplicationState.STARTED, starts_on)
    _record(spell, verb="placement.spell_started", actor=actor)
    events.publish(
        SpellStarted(
            spell_id=spell.pk,
            person_id=person.pk,
            network_id=spell.network_id,
            kind=start.kind,
            starts_on=starts_on,
            probation_until=spell.probation_until,
            ends_on=ends_on,
            actor=actor,
        )
    )
    return spell


@transaction.atomic
def end_spell(*, spell: Spell, ends_on: date, reason: EndReason, actor: Actor) -> Spell:
    """Record when and why a spell ended or will end; ``ends_on`` is the first day after it.

    Raises CannotEnd, and writes nothing, when it ended already or would run into the next one.
    """
    person = _lock(spell.person_id)
    spell = Spell.objects.select_for_update(no_key=True).get(pk=spell.pk)
    kind = OpportunityKind(spell.kind)
    obstacles = rules.obstacles_to_end(
        kind=kind,
        starts_on=spell.starts_on,
        ends_on=ends_on,
        ended=spell.end_reason != "",
        other_spells=queries.main_spells_of(person, but=spell.pk),
    )
    if obstacles:
        raise CannotEnd(obstacles)

    spell.ends_on, spell.end_reason = ends_on, reason.value
    spell.save(update_fields=["ends_on", "end_reason"])
    _record(spell, verb="placement.spell_ended", actor=actor)
    events.publish(
        SpellEnded(
            spell_id=spell.pk,
            person_id=person.pk,
            network_id=spell.network_id,
            kind=kind,
            starts_on=spell.starts_on,
            ends_on=ends_on,
            reason=reason,
            actor=actor,
        )
    )
    return spell


def _step(
    application: Application, *, to: ApplicationState, on: date, today: date, verb: str, actor: Actor
) -> Application:
    _lock(application.person_id)
    application = _fresh(application)
    obstacles = rules.obstacles_to_move(
        state=ApplicationState(application.state), to=to, since_on=application.since_on, on=on, today=today
    )
    if obstacles:
        raise CannotMove(obstacles)

    _save_state(application, to, on)
    _record(application, verb=verb, actor=actor)
    return application


def _keep_answer(person: Person, opportunity: Opportunity, on: date, actor: Actor) -> None:
    """Somebody acts on the answer: what was known and what followed from it is kept."""
    activity = rules.activity_for(OpportunityKind(opportunity.kind), skilled=opportunity.skilled)
    if activity is not None:
        eligibility.assess_person(person=person, activity=activity, on=on, actor=actor)


def _lock(person_id: UUID) -> Person:
    """Whoever changes what a person applies for or does waits here; contacts and notes do not."""
    return Person.objects.select_for_update(no_key=True).get(pk=person_id)


def _fresh(application: Application) -> Application:
    """Read again under the lock: the page may be older than the last step."""
    return Application.objects.select_related("opportunity").get(pk=application.pk)


def _save_state(application: Application, state: ApplicationState, on: date) -> None:
    application.state, application.since_on = state.value, on
    application.save(update_fields=["state", "since_on"])


def _record(row: Application | Spell, *, verb: str, actor: Actor) -> None:
    privacy.record(
        actor=actor, verb=verb, network_id=row.network_id, subject_id=row.person_id, row=str(row.pk)
    )
