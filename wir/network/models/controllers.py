"""What carriers say of themselves as controllers, and what networks decided about asking each other."""

from __future__ import annotations

import pghistory
from django.db import models

from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models.networks import Carrier, Network
from wir.network.rules import CarrierLaw


@pghistory.track()
class Controller(models.Model):
    """What a carrier says of itself as controller (Art. 4(7) GDPR): its law, its name, its officer."""

    carrier = models.OneToOneField(Carrier, models.PROTECT, primary_key=True, related_name="controller")
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    law = models.CharField(max_length=10, choices=codes(CarrierLaw), blank=True)
    legal_name = models.CharField(max_length=200, blank=True)
    represented_by = personal(models.CharField(max_length=200, blank=True), "security")
    street = models.CharField(max_length=160, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    place = models.CharField(max_length=120, blank=True)
    officer_name = personal(models.CharField(max_length=160, blank=True), "security")
    officer_email = personal(models.EmailField(blank=True), "security")
    officer_phone = personal(models.CharField(max_length=40, blank=True), "security")

    def __str__(self) -> str:
        return f"controller {self.pk}"


class DuplicateBasis(models.Model):
    """A network's recorded decision to ask other networks for duplicates; without one in force the check is off."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="duplicate_bases")
    decided_by = personal(models.CharField(max_length=200), "security")
    legal_basis = models.CharField(max_length=400)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gte=models.F("from_on")),
                name="duplicate_basis_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["network"], condition=models.Q(until_on=None), name="duplicate_basis_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"duplicate basis {self.pk}"
