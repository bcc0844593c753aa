"""Versioned parameters of the derivation; a report names the profile it was made with."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from wir.kit.calendar import add_months

WIR_BEGAN_ON = date(2022, 10, 1)


def later_by_months(day: date, months: int) -> date:
    """Return the day so many calendar months later, at most the last day a calendar can name."""
    try:
        return add_months(day, months)
    except ValueError:
        return date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One set of rules, with version and the first day of entry it is meant for.

    The definition of long-term unemployment differs: the Commission asks for *more than* six or twelve
    months depending on age, § 18(1) SGB III for *one year and longer* at any age.
    """

    code: str
    version: str
    effective_from: date
    source: str
    long_term_age: int
    months_below_age: int
    months_from_age: int
    exact_months_count: bool
    # Placeholder: the federal threshold is not known (esf.md 2.3).
    minimum_hours: Decimal = Decimal(8)
    minimum_age: int = 15
    window_days: int = 28
    follow_up_months: int = 6

    def is_long_term(self, *, since: date, entered_on: date, age: int) -> bool:
        """Whether unemployment since that day is long-term on the day of entry."""
        months = self.months_below_age if age < self.long_term_age else self.months_from_age
        reached_on = later_by_months(since, months)
        return reached_on < entered_on or (self.exact_months_count and reached_on == entered_on)

    def parameters(self) -> dict[str, str | int | bool]:
        """Return all parameters as JSON can hold them, to be stored with a report."""
        return {
            name: value if isinstance(value, str | int) else str(value)
            for name, value in asdict(self).items()
        }


EC = Profile(
    code="EC",
    version="1",
    effective_from=WIR_BEGAN_ON,
    source="Commission definition for EECO03, Regulation (EU) 2021/1057 Annex I point 1.1",
    long_term_age=25,
    months_below_age=6,
    months_from_age=12,
    exact_months_count=False,
)
DE_SGB3 = Profile(
    code="DE_SGB3",
    version="1",
    effective_from=WIR_BEGAN_ON,
    source="§ 18(1) SGB III",
    long_term_age=25,
    months_below_age=12,
    months_from_age=12,
    exact_months_count=True,
)
PROFILES = {profile.code: profile for profile in (EC, DE_SGB3)}
