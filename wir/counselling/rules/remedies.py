"""How long a notice can be contested: from which day, for how long, until when, and how that was counted.

Two counts are made. ``legal`` follows the wording of the federal law; ``safe`` takes the earlier day wherever the facts
or the law leave a doubt, and is what tasks are about. No legal advice: the notice and a lawyer have the last word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from dateutil.easter import easter

from wir.counselling.rules.matters import Delivery, Instruction, LegalField, Remedy
from wir.kit.calendar import add_months

FOUR_DAYS_SINCE = date(2025, 1, 1)
"""Postrechtsmodernisierungsgesetz: a posted notice counts as known after four days, before after three."""
NEW_ASYLUM_LAW = date(2026, 6, 12)
"""From here on § 74 AsylG was not checked against its new wording; the shortest period known before is taken."""
DAY = timedelta(days=1)
SATURDAY = 5


class Counted(StrEnum):
    """A step of the count."""

    POSTED = "posted"
    DATED_AS_POSTED = "dated_as_posted"
    THREE_DAYS = "three_days"
    FOUR_DAYS = "four_days"
    CAME_LATER = "came_later"
    SERVED = "served"
    RECEIVED = "received"
    ONE_WEEK = "one_week"
    TWO_WEEKS = "two_weeks"
    ONE_MONTH = "one_month"
    ONE_YEAR = "one_year"
    NEXT_WORKING_DAY = "next_working_day"
    AS_STATED = "as_stated"


class Doubt(StrEnum):
    """Why the safe day lies earlier, or a human has to look."""

    POSTING_UNKNOWN = "posting_unknown"
    CAME_LATER = "came_later"
    LAND_MAY_COUNT_THREE = "land_may_count_three"
    INSTRUCTION_UNREAD = "instruction_unread"
    INSTRUCTION_WRONG = "instruction_wrong"
    ASYLUM_LAW_CHANGED = "asylum_law_changed"
    PERHAPS_HOLIDAY = "perhaps_holiday"
    STATED_EARLIER = "stated_earlier"
    STATED_LATER = "stated_later"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """What is known of a notice; ``stated_until`` is the last day as the notice or a lawyer names it.

    ``one_week``: the instruction of an asylum notice names one week, not two.
    """

    field: LegalField
    remedy: Remedy
    way: Delivery
    dated_on: date
    posted_on: date | None
    received_on: date
    instruction: Instruction
    one_week: bool = False
    stated_until: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the count: what was done, to which day it led, on which ground."""

    counted: Counted
    day: date
    section: str


@dataclass(frozen=True, slots=True)
class Count:
    """The steps in order; the last one leads to the last day."""

    steps: tuple[Step, ...]

    @property
    def last_day(self) -> date:
        """Return the last day on which the remedy is in time."""
        return self.steps[-1].day


@dataclass(frozen=True, slots=True)
class RemedyPeriod:
    """Both counts, and what is in doubt."""

    legal: Count
    safe: Count
    doubts: tuple[Doubt, ...]


def remedy_period(facts: NoticeFacts) -> RemedyPeriod:
    """Return until when the notice can be contested (§§ 70, 74, 58 VwGO; §§ 84, 87, 66 SGG; § 74 AsylG)."""
    legal, safe, doubts = _known(facts)
    long, short, more = _lengths(facts)
    doubts += more
    ends = [_end(known, length, facts.field) for known, length in ((legal, long), (safe, short))]
    counts = [Count((*known, *end)) for known, (end, _) in zip((legal, safe), ends, strict=True)]
    if any(perhaps for _, perhaps in ends):
        doubts += (Doubt.PERHAPS_HOLIDAY,)
    stated = facts.stated_until
    if stated and stated < counts[1].last_day:
        counts[1] = Count((*counts[1].steps, Step(Counted.AS_STATED, stated, "")))
        doubts += (Doubt.STATED_EARLIER,)
    elif stated and stated > counts[0].last_day:
        doubts += (Doubt.STATED_LATER,)
    return RemedyPeriod(counts[0], counts[1], doubts)


Steps = tuple[Step, ...]
Doubts = tuple[Doubt, ...]


def _known(facts: NoticeFacts) -> tuple[Steps, Steps, Doubts]:
    """Return how the day on which the notice counts as known is found, by law and safely."""
    if facts.field is LegalField.ASYLUM or facts.way is Delivery.SERVED:
        served: Steps = (Step(Counted.SERVED, facts.received_on, "§§ 2–4 VwZG"),)
        return served, served, ()
    if facts.way is Delivery.HANDED_OVER:
        handed: Steps = (Step(Counted.RECEIVED, facts.received_on, _section(facts.field, 1)),)
        return handed, handed, ()
    return _after_posting(facts)


def _after_posting(facts: NoticeFacts) -> tuple[Steps, Steps, Doubts]:
    posted = facts.posted_on or facts.dated_on
    doubts: Doubts = () if facts.posted_on else (Doubt.POSTING_UNKNOWN,)
    start = Step(Counted.POSTED if facts.posted_on else Counted.DATED_AS_POSTED, posted, "")
    section = _section(facts.field, 2)
    three = Step(Counted.THREE_DAYS, posted + 3 * DAY, section)
    legal = safe = Step(Counted.FOUR_DAYS, posted + 4 * DAY, section) if posted >= FOUR_DAYS_SINCE else three
    if facts.field is LegalField.GENERAL and legal.counted is Counted.FOUR_DAYS:
        safe, doubts = three, (*doubts, Doubt.LAND_MAY_COUNT_THREE)
    if facts.received_on > legal.day:
        late = Step(Counted.CAME_LATER, facts.received_on, section)
        return (start, late), (start, safe), (*doubts, Doubt.CAME_LATER)
    return (start, legal), (start, safe), doubts


def _section(field: LegalField, paragraph: int) -> str:
    return f"§ 37 Abs. {paragraph} SGB X" if field is LegalField.SOCIAL else f"§ 41 Abs. {paragraph} VwVfG"


@dataclass(frozen=True, slots=True)
class _Length:
    counted: Counted
    section: str
    weeks: int = 0
    months: int = 0

    def after(self, known: date) -> date:
        """The day of the notice does not count (§ 187 Abs. 1 BGB); the period ends as § 188 Abs. 2, 3 BGB says."""
        return known + timedelta(weeks=self.weeks) if self.weeks else add_months(known, self.months)


_MONTHS = {
    (LegalField.GENERAL, Remedy.OBJECTION): "§ 70 Abs. 1 VwGO",
    (LegalField.GENERAL, Remedy.ACTION): "§ 74 VwGO",
    (LegalField.SOCIAL, Remedy.OBJECTION): "§ 84 Abs. 1 SGG",
    (LegalField.SOCIAL, Remedy.ACTION): "§ 87 SGG",
}


def _lengths(facts: NoticeFacts) -> tuple[_Length, _Length, Doubts]:
    """Return the period by law and the safe one."""
    doubts: Doubts = ()
    if facts.field is LegalField.ASYLUM:
        one = _Length(Counted.ONE_WEEK, "§ 74 Abs. 1 AsylG", weeks=1)
        two = _Length(Counted.TWO_WEEKS, "§ 74 Abs. 1 AsylG", weeks=2)
        legal = safe = one if facts.one_week else two
        if facts.received_on >= NEW_ASYLUM_LAW:
            safe, doubts = one, (Doubt.ASYLUM_LAW_CHANGED,)
    else:
        legal = safe = _Length(Counted.ONE_MONTH, _MONTHS[facts.field, facts.remedy], months=1)
    if facts.instruction is Instruction.MISSING_OR_WRONG:
        section = "§ 66 Abs. 2 SGG" if facts.field is LegalField.SOCIAL else "§ 58 Abs. 2 VwGO"
        legal = _Length(Counted.ONE_YEAR, section, months=12)
        doubts = (*doubts, Doubt.INSTRUCTION_WRONG)
    elif facts.instruction is Instruction.UNREAD:
        doubts = (*doubts, Doubt.INSTRUCTION_UNREAD)
    return legal, safe, doubts


def _end(known: Steps, length: _Length, field: LegalField) -> tuple[Steps, bool]:
    """Return the steps to the last day, and whether it may be a holiday where the person lives."""
    end = length.after(known[-1].day)
    steps: Steps = (Step(length.counted, end, f"{length.section}, §§ 187, 188 BGB"),)
    moved = end
    while moved.weekday() >= SATURDAY or moved in _holidays(moved.year):
        moved += DAY
    if moved != end:
        section = "§ 64 Abs. 3 SGG" if field is LegalField.SOCIAL else "§ 222 Abs. 2 ZPO, § 193 BGB"
        steps = (*steps, Step(Counted.NEXT_WORKING_DAY, moved, section))
    return steps, moved in _holidays_somewhere(moved.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    """Holidays of every Land."""
    sunday = easter(year)
    after_easter = (sunday + days * DAY for days in (-2, 1, 39, 50))
    return frozenset(
        {date(year, 1, 1), date(year, 5, 1), date(year, 10, 3), date(year, 12, 25), date(year, 12, 26)}
    ) | frozenset(after_easter)


@cache
def _holidays_somewhere(year: int) -> frozenset[date]:
    """Holidays of some Länder or places; where the person lives nobody asks, so the period is not made longer."""
    sunday = easter(year)
    fixed = ((1, 6), (3, 8), (8, 8), (8, 15), (9, 20), (10, 31), (11, 1))
    after = date(year, 11, 23)  # the day of repentance is the last Wednesday before it
    repentance = after - ((after.weekday() - 3) % 7 + 1) * DAY
    return frozenset({*(date(year, month, day) for month, day in fixed), sunday + 60 * DAY, repentance})
