"""Background work of this app: what the passing of time changes, and the sums for the programme office."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from wir.kit.acting import acting
from wir.monitoring import actions
from wir.network.actions import as_network_job
from wir.network.queries import network_ids


@app.periodic(cron="10 3 * * *")
@app.task(name="monitoring.nightly", lock="monitoring", queueing_lock="monitoring.nightly")
def nightly(timestamp: int) -> None:
    """Derive what changes by the passing of time alone, and sum up, network by network."""
    today = timezone.localdate()
    for network_id in network_ids():
        while _derive_due(network_id, today):
            pass
        _sum_up(network_id, today)


@app.periodic(cron="*/10 * * * *")
@app.task(name="monitoring.sum_up_all", lock="monitoring", queueing_lock="monitoring.sum_up_all")
def sum_up_all(timestamp: int) -> None:
    """Let the programme office see figures that are at most ten minutes old."""
    today = timezone.localdate()
    for network_id in network_ids():
        _sum_up(network_id, today)


def _derive_due(network_id: UUID, today: date) -> int:
    """One portion, in a transaction of its own."""
    with acting(as_network_job(network_id)) as actor:
        return actions.derive_due(network_id=network_id, today=today, actor=actor)


def _sum_up(network_id: UUID, today: date) -> None:
    with acting(as_network_job(network_id)) as actor:
        actions.sum_up(network_id=network_id, today=today, actor=actor)
