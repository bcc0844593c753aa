"""Calendar arithmetic as German law counts it."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Return the day that many calendar months later; the last day of a shorter month (§ 188(3) BGB)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def completed_years(birth: date, on: date) -> int:
    """Return the age in completed years; a 29 February birthday falls on 1 March (§§ 187(2), 188(2) BGB)."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
