"""Lines for those who may read them: data protection officers, and the case team for the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Count, F
from django.db.models.fields.json import KT
from django.db.models.functions import TruncDate
from django.utils.timezone import make_aware

from wir.privacy.models import AuditEntry, AuditQuerySet, AuditSeal, Inquiry
from wir.privacy.queries.words import sentence_of, words_of_roles

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wir.kit.acting import Actor


@dataclass(frozen=True, slots=True)
class LogLine:
    """What happened with a file on a day, in which function, and how often."""

    on: date
    function: str
    what: str
    times: int


@dataclass(frozen=True, slots=True)
class Whose:
    """A member of staff who left lines that the officer may read."""

    user_id: UUID
    name: str


def audits(actor: Actor) -> bool:
    """Whether the actor may read a trail at all."""
    return bool(actor.audited or actor.audited_carriers)


def audited_place(actor: Actor) -> tuple[UUID, UUID | None]:
    """Return the network, and for the officer of a carrier that carrier, under which the officer's own lines stand."""
    if actor.audited:
        return actor.audited[0], None
    return actor.networks[0], actor.audited_carriers[0]


def log_of(actor: Actor, subject_id: UUID) -> QuerySet[Any, Any]:
    """Return what happened with a person's file, a row for each day, function and deed, latest first.

    Nothing for those outside the case team. Rows become words by ``in_words``.
    """
    lines = AuditEntry.objects.about(actor, subject_id)
    return (
        lines.annotate(on=TruncDate("at"), page=KT("detail__page"))
        .values("on", "actor_kind", "role", "verb", "page")
        .annotate(times=Count("id"))
        .order_by("-on", "verb", "page", "role", "actor_kind")
    )


def in_words(row: dict[str, Any]) -> LogLine:
    """Return a row of ``log_of`` as the screen shows it."""
    return LogLine(
        on=row["on"],
        function=words_of_roles(row["actor_kind"], row["role"]),
        what=sentence_of(row["verb"], {"page": row["page"]}),
        times=row["times"],
    )


def lines_audited(
    actor: Actor,
    *,
    from_on: date | None = None,
    until_on: date | None = None,
    verb: str = "",
    subject_id: UUID | None = None,
    by_id: UUID | None = None,
) -> AuditQuerySet:
    """Return lines of the networks and carriers whose trail the actor may read, latest first.

    ``until_on`` is the last day that counts. ``by_id`` is for an inquiry with its reason, never for a plain filter.
    """
    lines = AuditEntry.objects.audited_by(actor)
    if from_on:
        lines = lines.filter(at__gte=_midnight(from_on))
    if until_on:
        lines = lines.filter(at__lt=_midnight(until_on + timedelta(days=1)))
    if verb:
        lines = lines.filter(verb=verb)
    if subject_id:
        lines = lines.filter(subject_id=subject_id)
    if by_id:
        lines = lines.filter(actor_id=by_id)
    return lines.order_by("-id")


def chain_state(actor: Actor) -> AuditSeal | None:
    """Return the last seal that the actor may see, to say how far the trail is sealed."""
    seals = AuditSeal.objects.filter(network_id__in=actor.audited)
    return seals.order_by(F("number").desc()).first()


def whose(actor: Actor, email: str) -> Whose | None:
    """Return the member of staff with that address, if they left a line that the actor may read."""
    user = get_user_model().objects.filter(email__iexact=email).first()
    if user is None or not lines_audited(actor, by_id=user.pk).exists():
        return None
    return Whose(user.pk, user.name)


def inquiry_or_none(actor: Actor, inquiry_id: UUID) -> Inquiry | None:
    """Return an inquiry that the actor made."""
    mine = Inquiry.objects.visible_to(actor).filter(by_id=actor.id) if actor.id else Inquiry.objects.none()
    return mine.filter(pk=inquiry_id).first()


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
