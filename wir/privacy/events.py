"""What privacy announces to the apps above it, in the transaction of the answer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wir.kit.acting import Actor
from wir.privacy.rules import Purpose


@dataclass(frozen=True, slots=True)
class ConsentGiven:
    """Somebody said yes to a purpose."""

    consent_id: UUID
    network_id: UUID
    project_id: UUID
    subject_id: UUID
    purpose: Purpose
    given_on: date
    actor: Actor


@dataclass(frozen=True, slots=True)
class ConsentRefused:
    """Somebody who had not been asked before said no."""

    network_id: UUID
    subject_id: UUID
    purpose: Purpose
    actor: Actor


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn:
    """Somebody took a yes back: what rests on it stops ``today``."""

    consent_id: UUID
    network_id: UUID
    project_id: UUID
    subject_id: UUID
    purpose: Purpose
    withdrawn_on: date
    today: date
    actor: Actor


@dataclass(frozen=True, slots=True)
class SharingWithdrawn:
    """Somebody took back that a receiver may know; grants with this ``cause`` end ``today``."""

    sharing_id: UUID
    cause: str
    network_id: UUID
    project_id: UUID
    subject_id: UUID
    received: bool
    """The receiver got something under it and has to be told (Art. 19 GDPR)."""
    today: date
    actor: Actor
