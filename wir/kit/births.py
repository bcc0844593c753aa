"""Birth dates of which the day, or the month too, may be unknown, and ages that hold whatever it was."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from wir.kit.calendar import completed_years


@dataclass(frozen=True, slots=True)
class Birth:
    """What is known of a birth date; a day is known only with its month."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day that it can have been."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can have been."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.first == self.last else None

    def ages(self, on: date) -> tuple[int, int]:
        """Return the least and the greatest age in completed years that the person can have on the day."""
        return completed_years(self.last, on), completed_years(self.first, on)

    def reached(self, age: int, on: date) -> bool | None:
        """Whether the person has completed so many years; None where it hangs on what is not known."""
        least, greatest = self.ages(on)
        return least >= age if (least >= age) == (greatest >= age) else None
