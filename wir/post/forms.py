"""Words for messages, and why one cannot be written."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wir.post.rules import Channel, Failure, Template

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

CHANNELS: dict[StrEnum, _StrPromise] = {
    Channel.MAIL: _("by mail"),
    Channel.SMS: _("by text message"),
    Channel.LETTER: _("as a letter"),
}
TEMPLATES: dict[StrEnum, _StrPromise] = {
    Template.MAIL: _("Mail"),
    Template.INVITATION: _("Invitation to an appointment"),
    Template.REMINDER: _("Reminder of an appointment"),
    Template.MOVED: _("An appointment was moved"),
    Template.CANCELLED: _("An appointment was cancelled"),
}
FAILURES: dict[StrEnum, _StrPromise] = {
    Failure.NO_WAY: _("The operator has not named a server for this way."),
    Failure.REFUSED: _("The address or number was refused: check it in the file."),
    Failure.UNREACHABLE: _("The server could not be reached, also after several attempts."),
    Failure.TOO_LATE: _("It could only have been sent after the appointment."),
}
