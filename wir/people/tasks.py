"""Background work of this app."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from wir.kit.acting import acting
from wir.network.actions import as_network_job
from wir.network.queries import network_ids
from wir.people import actions


@app.periodic(cron="20 3 * * *")
@app.task(name="people.discard_old_lists")
def discard_old_lists(timestamp: int) -> None:
    """Empty uploaded lists older than a day, network by network."""
    for network_id in network_ids():
        _discard(network_id)


def _discard(network_id: UUID) -> None:
    with acting(as_network_job(network_id)) as actor:
        actions.discard_old_lists(network_id=network_id, now=timezone.now(), actor=actor)


@app.periodic(cron="40 3 * * *")
@app.task(name="people.forget_marks_without_consent")
def forget_marks_without_consent(timestamp: int) -> None:
    """Delete marks of the check between networks whose consent ran out, network by network."""
    for network_id in network_ids():
        with acting(as_network_job(network_id)) as actor:
            actions.forget_marks_without_consent(
                network_id=network_id, today=timezone.localdate(), actor=actor
            )
