"""Why a message did not arrive, in words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wir.post.rules import Failure

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

FAILURES: dict[StrEnum, _StrPromise] = {
    Failure.NO_WAY: _("The operator has not named a server for this way."),
    Failure.REFUSED: _("The address or number was refused: check it in the file."),
    Failure.UNREACHABLE: _("The server could not be reached, also after several attempts."),
    Failure.TOO_LATE: _("It could only have been sent after the appointment."),
}
