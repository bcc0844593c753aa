"""What carriers say of themselves as controllers, and who says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q

from wir.kit.acting import Actor
from wir.network.models import Carrier, Controller
from wir.network.queries.faces import led_by

if TYPE_CHECKING:
    from django.db.models import QuerySet


def carriers_of(actor: Actor) -> QuerySet[Carrier]:
    """Return the carriers of the actor's networks with what they say of themselves as controllers."""
    carriers = Carrier.objects.filter(network_id__in=actor.networks)
    return carriers.select_related("network", "controller").order_by("network__name", "name")


def carriers_described_by(actor: Actor, day: date) -> frozenset[UUID]:
    """Return the carriers for which the actor may say so: as head of one of their sub-projects, or as coordinator."""
    headed = Q(projects__in=led_by(actor, day))
    return frozenset(
        carriers_of(actor).filter(headed | Q(network_id__in=actor.overseen)).values_list("pk", flat=True)
    )


def carrier_or_none(actor: Actor, carrier_id: UUID) -> Carrier | None:
    """Return one carrier of the actor's networks."""
    return carriers_of(actor).filter(pk=carrier_id).first()


def controller_of(carrier: Carrier) -> Controller:
    """Return what the carrier says of itself; an empty one where nothing was said yet."""
    known = Controller.objects.filter(pk=carrier.pk).first()
    return known or Controller(carrier=carrier, network_id=carrier.network_id)


def controller_at(actor: Actor, carrier_id: UUID) -> Controller | None:
    """Return what a carrier of the actor's networks says of itself, by the carrier's id."""
    return Controller.objects.filter(pk=carrier_id, network_id__in=actor.networks).first()


def controller_history(carrier: Carrier) -> list[Any]:
    """Return what stood there before, newest first, with the day of each change."""
    history = apps.get_model("network", "ControllerEvent")._default_manager.filter(pgh_obj_id=carrier.pk)
    return list(history.order_by("-pgh_created_at", "-pgh_id"))
