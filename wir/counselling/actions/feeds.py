"""The secret address under which a calendar program reads somebody's appointments."""

from __future__ import annotations

from datetime import datetime
from secrets import token_urlsafe

from django.db import transaction

from wir.counselling.actions.telling import CannotMeet
from wir.counselling.models import CalendarFeed
from wir.counselling.rules.appointments import AppointmentProblem
from wir.kit.acting import Actor
from wir.network.queries import hash_of
from wir.privacy import actions as privacy


@transaction.atomic
def make_feed(*, now: datetime, actor: Actor) -> str:
    """Return a new secret for the actor's calendar feed; an earlier address ends. The database keeps only a hash.

    Raises CannotMeet, and writes nothing, for who has no calendar.
    """
    if actor.id is None:
        raise CannotMeet([AppointmentProblem.NOT_A_COLLEAGUE])
    token = token_urlsafe(32)
    CalendarFeed.objects.visible_to(actor).delete()
    CalendarFeed.objects.create(user_id=actor.id, token_hash=hash_of(token), made_at=now)
    privacy.record(actor=actor, verb="counselling.feed_made", network_id=None)
    return token


@transaction.atomic
def end_feed(*, actor: Actor) -> None:
    """Let the address of the actor's calendar feed end."""
    CalendarFeed.objects.visible_to(actor).delete()
    privacy.record(actor=actor, verb="counselling.feed_ended", network_id=None)
