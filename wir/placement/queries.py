"""What pages ask about opportunities, applications and spells; all of it starts at ``visible_to``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from wir.eligibility import queries as eligibility
from wir.eligibility.rules.answers import Answer
from wir.kit.acting import Actor
from wir.kit.periods import Period
from wir.placement.models import Application, Opportunity, Spell
from wir.placement.rules import (
    MAIN_KINDS,
    OPEN_STATES,
    OpportunityKind,
    activity_for,
    answer_without_rules,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wir.people.models import Person

OPEN = [state.value for state in OPEN_STATES]
MAIN = [kind.value for kind in MAIN_KINDS]


def opportunities_for(
    actor: Actor, *, kind: OpportunityKind | None, open_on: date | None, words: str = ""
) -> QuerySet[Opportunity]:
    """Return the network's opportunities by title, narrowed; ``open_on`` leaves out those closed by that day.

    Each has ``applicants``: how many applications the actor may see.
    """
    mine = (
        Application.objects.visible_to(actor)
        .filter(opportunity=OuterRef("pk"))
        .order_by()
        .values("opportunity")
        .annotate(number=Count("pk"))
        .values("number")
    )
    found = Opportunity.objects.visible_to(actor).select_related("provider")
    if kind is not None:
        found = found.filter(kind=kind.value)
    if open_on is not None:
        found = found.exclude(closed_on__lte=open_on)
    for word in words.split():
        found = found.filter(
            Q(title__icontains=word) | Q(provider__name__icontains=word) | Q(provider__place__icontains=word)
        )
    return found.annotate(applicants=Coalesce(Subquery(mine), 0)).order_by("title", "id")


def opportunity_or_none(actor: Actor, opportunity_id: UUID) -> Opportunity | None:
    """Return one opportunity with its provider."""
    return Opportunity.objects.visible_to(actor).select_related("provider").filter(pk=opportunity_id).first()


def applicants_of(actor: Actor, opportunity: Opportunity) -> QuerySet[Application]:
    """Return the applications for it that the actor may see, with names and case numbers, newest step first."""
    return (
        Application.objects.visible_to(actor)
        .filter(network_id=opportunity.network_id, opportunity=opportunity)
        .select_related("person__identity", "person__participant", "project")
        .order_by("-since_on", "id")
    )


def open_opportunities_for(
    actor: Actor, person: Person, *, words: str, today: date, limit: int
) -> QuerySet[Opportunity]:
    """Return open opportunities of the person's network that they do not apply for already."""
    applied = Application.objects.filter(
        network_id=person.network_id, person_id=person.pk, opportunity=OuterRef("pk"), state__in=OPEN
    ).values("opportunity")
    found = opportunities_for(actor, kind=None, open_on=today, words=words)
    return found.filter(network_id=person.network_id).exclude(pk__in=Subquery(applied))[:limit]


def applications_of(actor: Actor, person_id: UUID) -> QuerySet[Application]:
    """Return a person's applications with what is applied for, newest step first."""
    return (
        Application.objects.visible_to(actor)
        .filter(person_id=person_id)
        .select_related("opportunity__provider")
        .order_by("-since_on", "-id")
    )


def application_or_none(actor: Actor, person_id: UUID, application_id: UUID) -> Application | None:
    """Return one of the person's applications."""
    return applications_of(actor, person_id).filter(pk=application_id).first()


def steps_of(actor: Actor, application: Application) -> list[tuple[str, date]]:
    """Return the states an application went through with their days, oldest first, out of its history."""
    history = apps.get_model("placement", "ApplicationEvent")._default_manager.filter(
        network_id__in=actor.networks, pgh_obj_id=application.pk
    )
    steps: list[tuple[str, date]] = []
    for state, since_on in history.order_by("pgh_id").values_list("state", "since_on"):
        if not steps or steps[-1][0] != state:
            steps.append((state, since_on))
    return steps


def spells_of(actor: Actor, person_id: UUID) -> QuerySet[Spell]:
    """Return a person's spells with what they came from, latest first."""
    return (
        Spell.objects.visible_to(actor)
        .filter(person_id=person_id)
        .select_related("application__opportunity__provider")
        .order_by("-starts_on", "-id")
    )


def spell_or_none(actor: Actor, person_id: UUID, spell_id: UUID) -> Spell | None:
    """Return one of the person's spells."""
    return spells_of(actor, person_id).filter(pk=spell_id).first()


def main_spells_of(person: Person, *, but: UUID | None = None) -> list[Period]:
    """Return when the person works, learns or goes to school, earliest first; ``but`` leaves one spell out."""
    spells = Spell.objects.filter(network_id=person.network_id, person=person, kind__in=MAIN)
    if but is not None:
        spells = spells.exclude(pk=but)
    return [Period(spell.starts_on, spell.ends_on) for spell in spells.order_by("starts_on")]


def work_answer(actor: Actor, person_id: UUID, opportunity: Opportunity, on: date) -> Answer:
    """Return whether the person may do this on the day, as the eligibility rules see it."""
    kind = OpportunityKind(opportunity.kind)
    activity = activity_for(kind, skilled=opportunity.skilled)
    if activity is None:
        return Answer(may_work=answer_without_rules(kind), reasons=())
    return eligibility.answer_for(actor, person_id, activity, on)
