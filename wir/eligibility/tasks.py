"""Background work of this app: every night, what the passing of time does to answers, network by network."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from wir.eligibility import actions, queries
from wir.kit.acting import acting
from wir.network.actions import as_network_job
from wir.network.queries import network_ids

PORTION = 100
"""People looked at in one transaction."""


@app.periodic(cron="40 2 * * *")
@app.task(name="eligibility.nightly", lock="eligibility", queueing_lock="eligibility.nightly")
def nightly(timestamp: int) -> None:
    """Tell case teams of what comes near, and ask anew where the day has come."""
    today = timezone.localdate()
    for network_id in network_ids():
        wind_clocks(network_id, today)


def wind_clocks(network_id: UUID, today: date) -> None:
    """Do the night's work for one network, each portion in a transaction of its own."""
    with acting(as_network_job(network_id)) as actor:
        people = queries.people_with_open_case(actor)
    for start in range(0, len(people), PORTION):
        with acting(as_network_job(network_id)) as actor:
            for person in people[start : start + PORTION]:
                actions.tell_of_changes(person=person, today=today, actor=actor)
    while _recompute(network_id, today):
        pass


def _recompute(network_id: UUID, today: date) -> int:
    with acting(as_network_job(network_id)) as actor:
        return actions.recompute_due(network_id=network_id, today=today, actor=actor)
