"""The rounds of the sender, for the worker and for the operator's command."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from wir.kit.acting import acting
from wir.post import queries
from wir.post.actions.delivery import claim_due, deliver
from wir.post.rules import MessageState

PORTION = 60
"""Messages of a network claimed at once: no mail server is flooded, no sub-project waits for another."""


def send_due(network_id: UUID | None, now: datetime) -> int:
    """Send a portion of what is due of one network, each message in a transaction of its own; return how many went."""
    sender = queries.as_sender(network_id)
    with acting(sender):
        claimed = claim_due(network_id=network_id, most=PORTION, now=now, actor=sender)
    sent = 0
    for message in claimed:
        with acting(sender):
            done = deliver(message=message, now=now, actor=sender)
        sent += done.state == MessageState.SENT.value
    return sent
