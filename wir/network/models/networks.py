"""Networks, carriers and sub-projects: where every row about a person belongs."""

from __future__ import annotations

from typing import Self

from django.db import models

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.network.rules import SecondFactorFor


class Network(models.Model):
    """A project network (Projektverbund): one grant, one operation (Vorhaben) in ESF Plus."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=160, unique=True)
    prefix = models.CharField(max_length=6, unique=True)
    """Letters before the case numbers of this network."""
    grant_number = models.CharField(max_length=40)
    funded_from = models.DateField()
    funded_until = models.DateField()
    last_case_number = models.PositiveIntegerField(default=0)
    second_factor = models.CharField(
        max_length=20, choices=codes(SecondFactorFor), default=SecondFactorFor.EVERYBODY.value
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(funded_until__gt=models.F("funded_from")),
                name="network_funding_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Carrier(models.Model):
    """A Träger: an organisation of its own in law that runs sub-projects of a network."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="carriers")
    name = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "name"], name="carrier_once_in_network")]

    def __str__(self) -> str:
        return self.name


class ProjectQuerySet(models.QuerySet["Project"]):
    """Filters on sub-projects."""

    def visible_to(self, actor: Actor) -> Self:
        """Sub-projects of the actor's networks."""
        return self.filter(network_id__in=actor.networks)

    def worked_in_by(self, actor: Actor) -> Self:
        """Sub-projects in whose files the actor works."""
        return self.visible_to(actor).filter(id__in=actor.projects)


class Project(models.Model):
    """A sub-project (Teilprojekt) of one carrier, with its own advisors and participants."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="projects")
    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="projects")
    name = models.CharField(max_length=160)
    slug = models.SlugField(max_length=60, unique=True)
    postcode = models.CharField(max_length=5, blank=True)
    place = models.CharField(max_length=120, blank=True)

    objects = ProjectQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
