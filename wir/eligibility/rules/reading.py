"""Readers for untrusted JSON values: the value in its own type, or a refusal that names field and value."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Reader = Callable[[str, object], T]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{3}", re.ASCII)
_LEVEL = r"(-|[0-9]+[a-z]?)"
_CITATION = re.compile(
    rf"[A-Z][A-Za-z0-9]*(-[0-9]{{4}}-[0-9]+)?:[0-9]+[a-z]?(:{_LEVEL}(:(-|[0-9]+)(:{_LEVEL}(:[a-z])?)?)?)?"
)
# Days outside are slips of the pen, and calendar arithmetic must not run off the end of the calendar.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST_QUOTE = 120
_LARGEST = 1e9


def quote(value: object) -> str:
    """Return the value as it would be written in code, cut where it gets long."""
    whole = repr(value)
    return whole if len(whole) <= _LONGEST_QUOTE else f"{whole[:_LONGEST_QUOTE]}…"


class NotAFact(ValueError):
    """A value that the vocabulary does not know; ``field`` and ``value`` say which."""

    def __init__(self, field: str, value: object, problem: str) -> None:
        super().__init__(f"{field}: {quote(value)} {problem}")
        self.field, self.value, self.problem = field, value, problem


def read_day(field: str, value: object) -> date:
    """Return the day of an ISO 8601 calendar date."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise NotAFact(field, value, "is not a day of the calendar") from None
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
        raise NotAFact(field, value, f"is outside {_FIRST_YEAR} to {_LAST_YEAR}")
    raise NotAFact(field, value, "is not a date like 2026-01-31")


def read_flag(field: str, value: object) -> bool:
    """Return true or false, nothing that merely looks like it."""
    if isinstance(value, bool):
        return value
    raise NotAFact(field, value, "is not true or false")


def read_number(most: float = math.inf) -> Reader[float]:
    """Return a reader for a finite number from zero up to ``most``."""

    def read(field: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise NotAFact(field, value, "is not a number")
        if not (0 <= value <= most and value < _LARGEST):
            raise NotAFact(field, value, "is out of range")
        return float(value)

    return read


def read_citation(field: str, value: object) -> str:
    """Return a legal reference such as ``AufenthG:25:2:1``."""
    if isinstance(value, str) and _CITATION.fullmatch(value):
        return value
    raise NotAFact(field, value, "is not a legal reference like AufenthG:25:2")


def read_country(field: str, value: object) -> str:
    """Return an ISO 3166-1 alpha-3 code (XKX Kosovo, XXA stateless)."""
    if isinstance(value, str) and _COUNTRY.fullmatch(value):
        return value
    raise NotAFact(field, value, "is not a country code of three letters")


def read_word(vocabulary: type[E], *, among: Iterable[E] | None = None) -> Reader[E]:
    """Return a reader for one word of a vocabulary, or of those words ``among`` it."""
    words = {word.value: word for word in (vocabulary if among is None else among)}
    known = ", ".join(words)

    def read(field: str, value: object) -> E:
        if isinstance(value, str) and value in words:
            return words[value]
        raise NotAFact(field, value, f"is not one of {known}")

    return read


def read_many(reader: Reader[T], *, least: int = 0) -> Reader[tuple[T, ...]]:
    """Return a reader for a list of at least ``least`` such values."""

    def read(field: str, value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise NotAFact(field, value, "is not a list")
        if len(value) < least:
            raise NotAFact(field, value, "is too short")
        return tuple(reader(f"{field}[{index}]", item) for index, item in enumerate(value))

    return read


def read_fields(
    field: str, value: object, readers: Mapping[str, Reader[Any]], required: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Return the known values of an object; null counts as absent, an unknown name is refused."""
    if not isinstance(value, Mapping):
        raise NotAFact(field, value, "is not an object")
    for name in value:
        if name not in readers:
            raise NotAFact(f"{field}.{name}", value[name], "has a name that is not known")
    for name in sorted(required - set(value)):
        raise NotAFact(f"{field}.{name}", None, "is required")
    return {name: readers[name](f"{field}.{name}", item) for name, item in value.items() if item is not None}
