"""What counselling announces to the apps above it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class StayBegan:
    """Somebody entered a sub-project."""

    stay_id: UUID
    person_id: UUID
    participant_id: UUID
    network_id: UUID
    entered_on: date


@dataclass(frozen=True, slots=True)
class StayEnded:
    """Somebody left a sub-project; ``exited_on`` is their last day in it."""

    stay_id: UUID
    person_id: UUID
    participant_id: UUID
    network_id: UUID
    exited_on: date


@dataclass(frozen=True, slots=True)
class StayCorrected:
    """Days, advisor or participant of a stay were changed afterwards."""

    participant_id: UUID
    network_id: UUID


@dataclass(frozen=True, slots=True)
class ContactCorrected:
    """A conversation was corrected or removed."""

    participant_id: UUID
    network_id: UUID


@dataclass(frozen=True, slots=True)
class ContactRecorded:
    """A conversation of so many minutes was put down."""

    person_id: UUID
    participant_id: UUID
    network_id: UUID
    on: date
    minutes: int
