"""Ways of a message, what a message may not say, and when the next attempt comes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum


class Channel(StrEnum):
    """How a message leaves the house."""

    MAIL = "mail"
    SMS = "sms"
    LETTER = "letter"


class MessageState(StrEnum):
    """How far a message is; a letter is printed and handed over by people, so it counts as sent at once."""

    QUEUED = "queued"
    SENT = "sent"
    CALLED_BACK = "called_back"
    FAILED = "failed"


class Failure(StrEnum):
    """Why a message did not arrive, as far as the machine next to us said."""

    NO_WAY = "no_way"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    TOO_LATE = "too_late"


class Template(StrEnum):
    """What a message is about; ``MAIL`` is a mail that another part of the house has written itself."""

    MAIL = "mail"
    INVITATION = "invitation"
    REMINDER = "reminder"
    MOVED = "moved"
    CANCELLED = "cancelled"


class PostProblem(StrEnum):
    """Why a message cannot be written as asked."""

    NO_WAY = "no_way"
    NO_ADDRESS = "no_address"
    NOT_A_NUMBER = "not_a_number"
    TELLS_TOO_MUCH = "tells_too_much"


MOST_ATTEMPTS = 8
"""After the last of them (some four hours in all) a message has failed and somebody looks at it."""
LONGEST_WAIT = timedelta(hours=2)

# A message is read on a locked screen, by a flatmate, by an employer: it says when and where and nothing else.
# Stems, because German makes one word of many.
_TELLING = re.compile(
    r"fl[üu]cht|refug|asyl|migrant|migration|ausl[äa]nder|aufenthalt|duldung|geduldet|abschieb|integration|"
    r"jobcenter|beratung|counsel|sozial|trauma|psych|bleibe|esf\b|\bwir\b",
    re.IGNORECASE,
)


def pause_after(attempt: int) -> timedelta:
    """Return how long to wait after the attempt, the first of which is 1: two minutes, four, eight … two hours."""
    return min(timedelta(minutes=2**attempt), LONGEST_WAIT)


def telling_words(texts: Iterable[str]) -> list[str]:
    """Return what in the texts would tell a stranger why somebody has an appointment, as it was typed."""
    return [found.group() for text in texts for found in _TELLING.finditer(text)]


def international(number: str) -> str | None:
    """Return a telephone number as networks take it (E.164), a German one where no country is named, or None."""
    text = number.strip()
    digits = re.sub(r"[\s()./-]", "", text.replace("(0)", ""))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+49{digits[1:]}"
    return digits if re.fullmatch(r"\+[1-9]\d{6,14}", digits) else None
