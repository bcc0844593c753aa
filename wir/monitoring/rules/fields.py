"""Reads values out of JSON and says exactly which field is wrong."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# No count or code comes near it; a number like 1e999999999 is not worth turning into digits.
LARGEST_WHOLE = 10**15


class Broken(ValueError):
    """A value does not fit the format; ``field`` is its path, ``expected`` what would have fitted."""

    def __init__(self, field: str, value: object, expected: str) -> None:
        super().__init__(f"{field}: expected {expected}")
        self.field = field
        self.value = value
        self.expected = expected


class Missing(Broken):
    """A required field is not there."""

    def __init__(self, field: str) -> None:
        super().__init__(field, None, "a value")


def whole(value: object) -> int | None:
    """Return the number if it is whole (3 and 3.0 are the same in JSON), otherwise nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    exact = Decimal(str(value))
    if not exact.is_finite() or abs(exact) >= LARGEST_WHOLE or exact != int(exact):
        return None
    return int(exact)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one JSON object, read by name and type."""

    values: Mapping[str, object]
    path: str = ""

    @classmethod
    def of(
        cls, raw: object, path: str = "", *, required: Collection[str], optional: Collection[str] = ()
    ) -> "Fields":
        """Return the object's fields; refuse anything but an object with exactly the fields allowed."""
        if not isinstance(raw, Mapping):
            raise Broken(path or "line", raw, "an object")
        fields = cls(raw, path)
        for name in required:
            if name not in raw:
                raise Missing(fields.at(name))
        for name, value in raw.items():
            if name not in required and name not in optional:
                raise Broken(fields.at(name), value, "no such field")
        return fields

    def at(self, name: str) -> str:
        """Return the path of a field, as messages name it."""
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, name: str, expected: str) -> Broken:
        """Return the refusal of this field's value."""
        return Broken(self.at(name), self.values.get(name), expected)

    def text(self, name: str, *, least: int = 0) -> str:
        """Return a string of at least that many characters."""
        value = self.values[name]
        if not isinstance(value, str) or len(value) < least:
            raise self.wrong(name, "text" if not least else "text that is not empty")
        return value

    def truth(self, name: str) -> bool:
        """Return true or false."""
        value = self.values[name]
        if not isinstance(value, bool):
            raise self.wrong(name, "true or false")
        return value

    def number(self, name: str) -> Decimal:
        """Return a number of at least 0, exactly as written: 80 times 0.1 is 8."""
        value = self.values[name]
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise self.wrong(name, "a number")
        exact = Decimal(str(value))
        if not exact.is_finite() or exact < 0:
            raise self.wrong(name, "a number of at least 0")
        # So large a number is only ever compared with a limit far below it.
        return min(exact, Decimal(LARGEST_WHOLE))

    def whole(self, name: str, *, least: int | None = None) -> int:
        """Return a whole number, of at least ``least`` if given."""
        value = whole(self.values[name])
        if value is None or (least is not None and value < least):
            raise self.wrong(
                name, "a whole number" if least is None else f"a whole number of at least {least}"
            )
        return value

    def day(self, name: str) -> date:
        """Return a day written YYYY-MM-DD."""
        value = self.values[name]
        try:
            if isinstance(value, str) and ISO_DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise self.wrong(name, "a day as YYYY-MM-DD")

    def choice(self, name: str, choices: Sequence[Choice] | type[Choice]) -> Choice:
        """Return the member whose value is written there."""
        value = self.values[name]
        for member in choices:
            if isinstance(value, str) and member.value == value:
                return member
        raise self.wrong(name, "one of " + ", ".join(member.value for member in choices))

    def each(self, name: str, read: Callable[[object, str], Item]) -> tuple[Item, ...]:
        """Return the items of a list, each read with its own path."""
        value = self.values[name]
        if not isinstance(value, list | tuple):
            raise self.wrong(name, "a list")
        return tuple(read(item, f"{self.at(name)}[{index}]") for index, item in enumerate(value))

    def known(self, name: str, read: Callable[[str], Item]) -> Item | None:
        """Return what ``read`` makes of the field, or nothing where it is null or left out."""
        return None if self.values.get(name) is None else read(name)

    def given(self, name: str, read: Callable[[str], Item], otherwise: Item) -> Item:
        """Return what ``read`` makes of the field, or ``otherwise`` where it is left out; null is refused."""
        return read(name) if name in self.values else otherwise
