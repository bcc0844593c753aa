"""Words that several forms and pages of counselling need."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from wir.counselling.rules import ExitReason

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EXIT_REASONS: dict[StrEnum, _StrPromise] = {
    ExitReason.WORK: _("Took up work"),
    ExitReason.TRAINING: _("Took up vocational training"),
    ExitReason.SCHOOL: _("Went to school"),
    ExitReason.FOLLOW_UP_PROJECT: _("Moved on to another project"),
    ExitReason.MOVED_AWAY: _("Moved away"),
    ExitReason.OWN_WISH: _("Own wish"),
    ExitReason.NO_CONTACT: _("Contact was lost"),
    ExitReason.ILLNESS: _("Illness"),
    ExitReason.LEFT_GERMANY: _("Left Germany"),
    ExitReason.OTHER: _("Other reason"),
}


NO_DAY = {
    "required": _("Please enter a day, for example 24.11.2026."),
    "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
}


def shown(day: date | None) -> str:
    """Return the day as the reader writes it; nothing for none."""
    return date_format(day, "SHORT_DATE_FORMAT") if day else ""
