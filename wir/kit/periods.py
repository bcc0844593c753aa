"""Spans of days, half-open: the end day is the first day that no longer counts."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` up to, not including, ``end``; no ``end`` means open-ended."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError(f"a period ends after it starts: {self.start} .. {self.end}")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share at least one day."""
        return (self.end is None or other.start < self.end) and (other.end is None or self.start < other.end)

    def covers(self, other: "Period") -> bool:
        """Whether every day of ``other`` lies in this period."""
        if other.start < self.start:
            return False
        return self.end is None or (other.end is not None and other.end <= self.end)
