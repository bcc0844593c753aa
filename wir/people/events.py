"""What this app announces."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wir.kit.acting import Actor


@dataclass(frozen=True, slots=True)
class PersonAdded:
    """A person's file was opened."""

    person_id: UUID
    network_id: UUID
    project_id: UUID


@dataclass(frozen=True, slots=True)
class ResidenceChanged:
    """From this day on the person holds another paper."""

    person_id: UUID
    network_id: UUID
    from_on: date


@dataclass(frozen=True, slots=True)
class ProcedureCorrected:
    """Facts of entry or asylum procedure were recorded or corrected."""

    person_id: UUID
    network_id: UUID


@dataclass(frozen=True, slots=True)
class FilesMerged:
    """Two files were put together or taken apart: what hangs on either participant may have moved."""

    participant_ids: tuple[UUID, UUID]
    network_id: UUID


@dataclass(frozen=True, slots=True)
class ReachCorrected:
    """Telephone, mail or whether it is safe to write were corrected; what waits to be sent may not be sent now."""

    person_id: UUID
    network_id: UUID
    actor: Actor


@dataclass(frozen=True, slots=True)
class IdentityCorrected:
    """Name, birth date or gender were corrected; what was derived from them may change."""

    person_id: UUID
    participant_id: UUID
    network_id: UUID
