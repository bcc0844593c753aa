"""Builders for tests that need opportunities, applications and spells; they go through the real actions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from tests.cast import TODAY
from wir.accounts.models import User
from wir.directory.rules import OrganisationKind
from wir.kit.acting import acting
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper
from wir.placement import actions
from wir.placement.models import Application, Opportunity, Spell
from wir.placement.rules import NewOpportunity, OpportunityKind

PERMIT = Paper(
    status=ResidenceStatus.AUFENTHALTSERLAUBNIS, legal_basis="AufenthG:25:2", from_on=date(2026, 1, 1)
)
"""§ 25(2) AufenthG: all work is allowed by law."""
BORN = date(1995, 5, 5)
"""Of age; without a birth date the rules ask for it (§ 2(1) JArbSchG)."""
APRIL = date(2026, 4, 1)


def make_opportunity(
    network_id: UUID,
    by: User,
    *,
    title: str = "Kitchen assistant",
    kind: OpportunityKind = OpportunityKind.JOB,
    provider: str = "Bäckerei Muster",
    weekly_hours: Decimal | None = Decimal("38.5"),
) -> Opportunity:
    """Let somebody write an opportunity down."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return actions.add_opportunity(
            network_id=network_id,
            values=NewOpportunity(
                title=title,
                kind=kind,
                provider_name=provider,
                provider_kind=OrganisationKind.EMPLOYER,
                provider_postcode="20095",
                provider_place="Hamburg",
                weekly_hours=weekly_hours,
            ),
            actor=actor,
        )


def make_application(
    person: Person, opportunity: Opportunity, by: User, *, on: date = date(2026, 3, 10)
) -> Application:
    """Let somebody suggest the opportunity to the person."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return actions.apply_for(person=person, opportunity=opportunity, on=on, actor=actor)


def make_spell(
    application: Application, by: User, *, starts_on: date = APRIL, ends_on: date | None = None
) -> Spell:
    """Let the application lead to a start, with three months of probation where the kind knows one."""
    with acting(actor_for(by.pk, TODAY)) as actor:
        return actions.start_spell(
            application=application,
            starts_on=starts_on,
            ends_on=ends_on,
            probation_months=3,
            insured=True,
            permission_confirmed=False,
            today=TODAY,
            actor=actor,
        )
