"""What placement announces; apps above react in the same transaction, as the same actor."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wir.kit.acting import Actor
from wir.placement.rules import EndReason, OpportunityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellStarted:
    """Somebody began, or will begin, to work, learn or go to school; ``ends_on`` is the first day after."""

    spell_id: UUID
    person_id: UUID
    network_id: UUID
    kind: OpportunityKind
    starts_on: date
    probation_until: date | None
    ends_on: date | None
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellEnded:
    """A spell ended, or its end is known; ``ends_on`` is the first day that no longer counts."""

    spell_id: UUID
    person_id: UUID
    network_id: UUID
    kind: OpportunityKind
    starts_on: date
    ends_on: date
    reason: EndReason
    actor: Actor
