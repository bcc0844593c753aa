"""How long somebody has been here, as far as the facts prove it; lengths in calendar months."""

from datetime import date

from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.vocabulary import Status
from wir.kit.calendar import add_months


def is_over(since: date, months: int, on: date) -> bool:
    """Whether that many months have passed."""
    return add_months(since, months) <= on


def proven_stay_since(facts: Facts) -> date | None:
    """Return the first day of the unbroken permitted, tolerated or gestattet stay, as stated or proven."""
    if facts.continuous_stay_since is not None:
        return facts.continuous_stay_since
    if facts.status is Status.DULDUNG:
        return _tolerated_since(facts)
    if facts.status is Status.AUFENTHALTSGESTATTUNG:
        days = (facts.asylum_requested_on, facts.asylum_registered_on, facts.asylum_applied_on)
        return min((day for day in days if day is not None), default=None)
    return None


def _tolerated_since(facts: Facts) -> date | None:
    """Return the start of the Duldung, earlier times with the § 60b note included where they adjoin."""
    since = facts.duldung_since
    if since is None:
        return None
    for period in sorted(facts.duldung_60b_periods or (), key=lambda period: period.start, reverse=True):
        if period.start < since and (period.end is None or period.end >= since):
            since = period.start
    return since


def counted_duldung_since(facts: Facts) -> date | None:
    """Return since when the Duldung counts: times with the § 60b note do not (§ 60b Abs. 5 S. 1 AufenthG)."""
    since = facts.duldung_since
    if since is None:
        return None
    ends = (period.end for period in facts.duldung_60b_periods or () if period.end is not None)
    return max((since, *ends))


def stay_reached(facts: Facts, months: int, on: date) -> bool | None:
    """Whether the unbroken stay has lasted that long; ``None`` where the facts prove neither."""
    stated, proven = facts.continuous_stay_since, proven_stay_since(facts)
    if proven is not None and is_over(proven, months, on):
        return True
    if stated is not None:
        return False
    if facts.entered_on is not None and not is_over(facts.entered_on, months, on):
        return False
    return None


def stay_reaches(facts: Facts, months: int) -> date | None:
    """Return the day on which the stay will have lasted that long, where its start is known."""
    since = proven_stay_since(facts)
    return None if since is None else add_months(since, months)


def tolerated_on(facts: Facts, day: date) -> bool | None:
    """Whether the person held a Duldung of any kind on that past day."""
    if any(day in period for period in facts.duldung_60b_periods or ()):
        return True
    return None if facts.duldung_since is None else facts.duldung_since <= day


def claimed_by(facts: Facts, day: date) -> bool | None:
    """Whether the asylum claim was made by the end of that day."""
    if facts.asylum_applied_on is not None:
        return facts.asylum_applied_on <= day
    if facts.entered_on is not None and facts.entered_on > day:
        return False
    return None
