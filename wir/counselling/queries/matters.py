"""What pages ask about procedures at authorities."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch

from wir.counselling.models import Matter, MatterQuerySet, Notice
from wir.directory.models import Organisation
from wir.kit.acting import Actor


def matters_of(actor: Actor, person_id: UUID) -> MatterQuerySet:
    """Return a person's procedures with their notices, open ones first, the latest first."""
    notices = Notice.objects.visible_to(actor).select_related("matter").order_by("-received_on", "-id")
    return (
        Matter.objects.visible_to(actor)
        .filter(person_id=person_id)
        .select_related("authority", "person__identity")
        .prefetch_related(Prefetch("notices", queryset=notices))
        .order_by("-closed_on", "-id")
    )


def matter_or_none(actor: Actor, person_id: UUID, matter_id: UUID) -> Matter | None:
    """Return one procedure of the person."""
    return matters_of(actor, person_id).filter(pk=matter_id).first()


def notice_or_none(actor: Actor, person_id: UUID, notice_id: UUID) -> Notice | None:
    """Return one notice of the person's procedures."""
    notices = Notice.objects.visible_to(actor).filter(person_id=person_id, pk=notice_id)
    return notices.select_related("matter", "person").first()


def authorities_of(actor: Actor, person_id: UUID) -> list[Organisation]:
    """Return the authorities with which the person has something going on, by name."""
    here = Matter.objects.visible_to(actor).filter(person_id=person_id).values("authority_id")
    return list(Organisation.objects.filter(pk__in=here).order_by("name"))
