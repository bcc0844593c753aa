"""What a carrier says of itself as controller."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import transaction

from wir.kit.acting import Actor
from wir.network.models import Carrier, Controller
from wir.network.rules import CarrierLaw
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class ControllerValues:
    """What a carrier says of itself as controller; empty is not known yet."""

    law: CarrierLaw | None = None
    legal_name: str = ""
    represented_by: str = ""
    street: str = ""
    postcode: str = ""
    place: str = ""
    officer_name: str = ""
    officer_email: str = ""
    officer_phone: str = ""


@transaction.atomic
def describe_controller(*, carrier: Carrier, values: ControllerValues, actor: Actor) -> Controller:
    """Record what a carrier says of itself as controller; what stood there before remains in history."""
    controller, _ = Controller.objects.update_or_create(
        carrier=carrier,
        network_id=carrier.network_id,
        defaults=asdict(values) | {"law": values.law.value if values.law else ""},
    )
    privacy.record(
        actor=actor,
        verb="network.controller_described",
        network_id=carrier.network_id,
        carrier_id=carrier.pk,
        purpose=Purpose.SECURITY,
        law=controller.law,
    )
    return controller
