"""Background work of this app: every night, what may no longer be kept after the exit is ordered to go."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from wir.counselling import queries
from wir.kit.acting import acting
from wir.network.actions import as_network_job
from wir.network.queries import network_ids
from wir.privacy import actions as privacy

PORTION = 500
"""People looked at in one transaction."""


@app.periodic(cron="0 2 * * *")
@app.task(
    name="counselling.order_erasures",
    lock="counselling.order_erasures",
    queueing_lock="counselling.order_erasures",
)
def order_erasures(timestamp: int) -> None:
    """Order it network by network; nothing is erased by this."""
    for network_id in network_ids():
        order_in(network_id)


def order_in(network_id: UUID) -> int:
    """Order it for one network, each portion in a transaction of its own; return how many orders were made."""
    today, made = timezone.localdate(), 0
    with acting(as_network_job(network_id)) as actor:
        left = queries.who_left(actor)
    for start in range(0, len(left), PORTION):
        with acting(as_network_job(network_id)) as actor:
            portion = left[start : start + PORTION]
            made += len(privacy.order_what_is_over(left=portion, today=today, actor=actor))
    return made
