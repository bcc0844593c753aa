"""Everyone above writes the audit trail through here, in the transaction of what they did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models.expressions import Combinable

from wir.kit.acting import Actor
from wir.kit.tracing import request_id
from wir.privacy import queries, rules
from wir.privacy.models import AuditEntry, Inquiry
from wir.privacy.rules import InquiryProblem, Kind, Purpose

Detail = str | int | None
Id = UUID | Combinable | None
"""An id, or the query that finds it while the line is written."""


def record(
    *,
    actor: Actor,
    verb: str,
    network_id: UUID | None,
    subject_id: UUID | None = None,
    carrier_id: UUID | None = None,
    purpose: Purpose = Purpose.COUNSELLING,
    **detail: Detail,
) -> None:
    """Write one audit line; ``detail`` holds codes, ids and counts, never what a person said.

    ``carrier_id`` says whose file it is about, where that is not the carrier for whom the actor works.
    """
    _write(
        Kind.ACT,
        actor=actor,
        verb=verb,
        network_id=network_id,
        subject_id=subject_id,
        carrier_id=carrier_id or _only_carrier(actor),
        purpose=Purpose(purpose).value,
        detail=detail,
    )


@transaction.atomic(savepoint=False)
def note_reading(
    *,
    actor: Actor,
    verb: str,
    network_id: Id,
    subject_id: UUID | None = None,
    carrier_id: Id = None,
    purpose: Purpose = Purpose.COUNSELLING,
    **detail: Detail,
) -> None:
    """Write down that somebody looked: into a file, at an export, at sealed data that a search hit.

    The line stands or falls with the transaction in which the data were read.
    """
    _write(
        Kind.READ,
        actor=actor,
        verb=verb,
        network_id=network_id,
        subject_id=subject_id,
        carrier_id=carrier_id or _only_carrier(actor),
        purpose=Purpose(purpose).value,
        detail=detail,
    )


@transaction.atomic
def seal(*, chain: UUID, most: int, actor: Actor) -> int:
    """Put up to ``most`` committed lines of one chain under hashes; return how many. For jobs alone."""
    with connection.cursor() as cursor:
        cursor.execute("select privacy_seal(%s, %s)", [chain, most])
        (sealed,) = cursor.fetchone()
    return int(sealed)


class CannotInquire(Exception):
    """What one member of staff did may not be looked at; ``problems`` says why."""

    def __init__(self, problems: Sequence[InquiryProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def inquire(*, email: str, reason: str, actor: Actor) -> Inquiry:
    """Open the lines of one member of staff to a data protection officer, for the reason given, which is kept.

    Raises CannotInquire, and writes nothing, when a rule stands in the way.
    """
    about = queries.whose(actor, email)
    problems = rules.obstacles_to_inquiry(
        audits=queries.audits(actor), found=about is not None, reason=reason
    )
    if problems or about is None or actor.id is None:
        raise CannotInquire(problems)
    network_id, carrier_id = queries.audited_place(actor)
    inquiry = Inquiry.objects.create(
        network_id=network_id,
        carrier_id=carrier_id,
        by_id=actor.id,
        about_id=about.user_id,
        reason=" ".join(reason.split()),
    )
    note_reading(
        actor=actor,
        verb="privacy.trail_evaluated",
        network_id=network_id,
        carrier_id=carrier_id,
        purpose=Purpose.SECURITY,
        inquiry=str(inquiry.pk),
    )
    return inquiry


@transaction.atomic(savepoint=False)
def note_trail_read(*, subject_id: UUID | None, actor: Actor) -> None:
    """Write down that an officer looked at the trail, and at whose lines."""
    network_id, carrier_id = queries.audited_place(actor)
    note_reading(
        actor=actor,
        verb="privacy.trail_read",
        network_id=network_id,
        carrier_id=carrier_id,
        subject_id=subject_id,
        purpose=Purpose.SECURITY,
    )


def _write(kind: Kind, *, actor: Actor, **values: Any) -> None:
    AuditEntry.objects.create(
        kind=kind.value,
        actor_kind=actor.kind.value,
        actor_id=actor.id,
        role=",".join(sorted(actor.roles)),
        request_id=request_id(),
        **values,
    )


def _only_carrier(actor: Actor) -> UUID | None:
    return actor.carriers[0] if len(actor.carriers) == 1 else None
