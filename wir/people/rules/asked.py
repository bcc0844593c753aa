"""What somebody typed into the one search field: names, a birth date, a telephone number, a case number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from wir.people.rules.cells.contact import read_phones
from wir.people.rules.cells.days import read_birth_date
from wir.people.rules.names import search_key
from wir.people.rules.sounds import sound_keys, words_of

LAST_DIGITS = 7
"""So many last digits of a number find it too, whatever stands before them."""

_CASE_NUMBER = re.compile(r"\b([^\W\d_]{1,6})[\s-]?0*(\d{1,8})\b")
_BARE_NUMBER = re.compile(r"0*(\d{1,5})")
_DAY = re.compile(
    r"\b\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}\b|\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}\.\s*[^\W\d_]{3,9}\s+\d{4}\b"
    r"|\b(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d\b"
)
_PHONE = re.compile(r"\+?\(?\d[\d\s()/.-]{4,}\d")


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """How a person is found by name: ``text`` for parts of names, ``sounds`` for other spellings and scripts."""

    text: str
    sounds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """One search, taken apart. ``numbers`` are as ``phone_keys`` makes them, ``case_number`` like NORD-00012."""

    names: str = ""
    day: date | None = None
    numbers: tuple[str, ...] = ()
    case_number: str = ""
    bare_number: int | None = None

    @property
    def words(self) -> list[str]:
        """The single words of the names."""
        return words_of(self.names)


def search_keys(*names: str) -> SearchKeys:
    """Return by what a person of all these names is found, in whatever script and order they stand."""
    words = words_of(*names)
    sounds = sorted({key for word in words for key in sound_keys(word)})
    text = " ".join(dict.fromkeys(search_key("", " ".join(names)).split()))
    return SearchKeys(text, tuple(sounds))


def phone_keys(*phones: str) -> tuple[str, ...]:
    """Return the forms by which telephone numbers are compared: E.164 where they can be read, and the last digits."""
    keys: set[str] = set()
    for phone in filter(None, phones):
        keys.update(read_phones(phone).value or ())
        digits = re.sub(r"\D", "", phone)
        if len(digits) >= LAST_DIGITS:
            keys.add(digits[-LAST_DIGITS:])
    return tuple(sorted(keys))


def understood(text: str, *, today: date) -> AskedFor:
    """Take apart what was typed: ``Yusuf 1.2.1990`` is a name and a day, ``0151 2345678`` a number."""
    text = " ".join(text.split())
    day, rest = _day_in(text, today)
    numbers: tuple[str, ...] = ()
    if found := _PHONE.search(rest):
        numbers = phone_keys(found[0])
        rest = rest.replace(found[0], " ") if numbers else rest
    case = _CASE_NUMBER.fullmatch(rest.strip())
    bare = _BARE_NUMBER.fullmatch(text)
    return AskedFor(
        names=re.sub(r"\d+", " ", rest).strip(" ,;"),
        day=day,
        numbers=numbers,
        case_number=f"{case[1].upper()}-{int(case[2]):05}" if case else "",
        bare_number=int(bare[1]) if bare else None,
    )


def _day_in(text: str, today: date) -> tuple[date | None, str]:
    for found in _DAY.finditer(text):
        if (day := read_birth_date(found[0], today=today).value) is not None:
            return day, text.replace(found[0], " ")
    return None, text
