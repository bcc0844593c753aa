"""Background work of this app: the outbox is emptied, and what was sent is forgotten."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from wir.kit.acting import acting
from wir.post import actions, queries

MESSAGES_KEPT = timedelta(days=365)
"""That there was a message; to whom and what it said goes after ``WIR_POST_DAYS``."""


@app.task(name="post.deliver", lock="post.deliver")
def deliver(network_id: str) -> int:
    """Send what is due of one network; the zero id stands for the sign-in."""
    asked = UUID(network_id)
    return actions.send_due(asked if asked.int else None, timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="post.deliver_all", lock="post.deliver", queueing_lock="post.deliver_all")
def deliver_all(timestamp: int) -> int:
    """Send what is due of every network: reminders, and what could not be sent before."""
    now = timezone.now()
    return sum(actions.send_due(network_id, now) for network_id in queries.networks_with_due(now))


@app.periodic(cron="10 3 * * *")
@app.task(name="post.nightly", lock="post.nightly", queueing_lock="post.nightly")
def nightly(timestamp: int) -> None:
    """Forget what messages said."""
    now = timezone.now()
    contents_before = now - timedelta(days=settings.POST_DAYS)
    for network_id in queries.networks_with_done(contents_before):
        with acting(queries.as_sender(network_id)) as sender:
            actions.forget_done(
                network_id=network_id,
                contents_before=contents_before,
                messages_before=now - MESSAGES_KEPT,
                actor=sender,
            )
