"""Appointments as calendar programs read them: iCalendar (RFC 5545, RFC 7986), with case numbers and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

if TYPE_CHECKING:
    from wir.counselling.rules.appointments import FeedEntry

AGAIN_AFTER = timedelta(minutes=30)
"""How often a calendar program may ask anew."""


def calendar_of(entries: Iterable[FeedEntry], now: datetime) -> bytes:
    """Return the calendar; what was called off stays in it as cancelled, so that programs take it out."""
    calendar = Calendar()
    calendar.add("prodid", "-//WIR//Termine//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("refresh-interval", AGAIN_AFTER)
    for entry in entries:
        calendar.add_component(_event(entry, now))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: FeedEntry, now: datetime) -> Event:
    event = Event()
    event.add("uid", str(entry.id))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    event.add("sequence", entry.moved)
    event.add("status", "CANCELLED" if entry.is_off else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("summary", entry.case_number)
    return event
