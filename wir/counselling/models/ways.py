"""Ways that a network has added to those of the product."""

from __future__ import annotations

from typing import Self

from django.db import models

from wir.counselling.rules import Stage
from wir.counselling.rules.ways import Way, step_of
from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.network.models import Network


class NetworkWayQuerySet(models.QuerySet["NetworkWay"]):
    """Filters on ways of networks."""

    def visible_to(self, actor: Actor) -> Self:
        """Ways of the actor's networks."""
        return self.filter(network_id__in=actor.networks)


class NetworkWay(models.Model):
    """A goal with steps that a network keeps as a template; about nobody in particular."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    stage = models.CharField(max_length=20, choices=codes(Stage))
    steps = models.JSONField()
    """As in ``data/ways``: title, owner, days from the start, evidence."""

    objects = NetworkWayQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "title"], name="network_way_title")]

    def __str__(self) -> str:
        return f"way {self.pk}"

    def way(self) -> Way:
        """Return it as the rules know ways."""
        return Way(str(self.pk), self.title, Stage(self.stage), tuple(map(step_of, self.steps)))
