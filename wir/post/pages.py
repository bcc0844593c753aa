"""Where post shows itself: a line in "My day" when messages did not arrive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import ngettext

from wir.kit.acting import Actor
from wir.kit.registry import DayRow, add_day
from wir.post import queries


def undelivered(actor: Actor, today: date) -> Iterator[DayRow]:
    """Yield one row for all messages that were given up."""
    count = queries.number_failed(actor)
    if count:
        words = ngettext("%(count)d message did not arrive", "%(count)d messages did not arrive", count)
        yield DayRow(title=words % {"count": count}, url=reverse("post:failed"), tone="warning")


add_day(undelivered)
