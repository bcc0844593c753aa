"""Output indicators EECO01–EECO17 from the facts on the day of first entry; later facts never change them."""

from collections.abc import Iterator

from wir.kit.calendar import completed_years
from wir.monitoring.rules.profiles import Profile
from wir.monitoring.rules.records import Record
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import Answer, Employment, Indicator

# Member states of the Union; Swiss and EEA citizens are third-country nationals (Art. 2(1)(2)).
UNION = frozenset({
    "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN",
    "IRL", "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE",
})  # fmt: skip
RURAL = 3
ADULT_AT = 18
YOUNG_UP_TO = 29
OLDER_FROM = 55
LOWER_SECONDARY = 2
POST_SECONDARY = 4

BY_STATUS = {
    Employment.UNEMPLOYED: Indicator.EECO02,
    Employment.INACTIVE: Indicator.EECO04,
    Employment.EMPLOYED: Indicator.EECO05,
}


def age_at_entry(first: Record) -> int | None:
    """Return completed years on the day of entry, or nothing without a birth date."""
    return None if first.born_on is None else completed_years(first.born_on, first.entered_on)


def outputs(first: Record, *, profile: Profile) -> tuple[Trace, ...]:
    """Return the output indicators of a complete record of first entry, each with its reason."""
    return (
        *_of_status(first, profile),
        *_of_age(first),
        *_of_education(first),
        *_of_answers(first),
    )


def _of_status(first: Record, profile: Profile) -> Iterator[Trace]:
    yield Trace.of(Indicator.EECO01, entered_on=first.entered_on)
    if first.status is None:
        return
    source = "facts" if first.stated_status is None else "stated"
    yield Trace.of(BY_STATUS[first.status], status=first.status.value, source=source)
    since, age = first.unemployed_since, age_at_entry(first)
    if first.status != Employment.UNEMPLOYED or since is None or age is None:
        return
    if profile.is_long_term(since=since, entered_on=first.entered_on, age=age):
        days = (first.entered_on - since).days
        yield Trace.of(Indicator.EECO03, days=days, age=age, profile=profile.code, unemployed_since=since)


def _of_age(first: Record) -> Iterator[Trace]:
    age = age_at_entry(first)
    if age is None:
        return
    if age < ADULT_AT:
        yield Trace.of(Indicator.EECO06, age=age)
    elif age <= YOUNG_UP_TO:
        yield Trace.of(Indicator.EECO07, age=age)
    elif age >= OLDER_FROM:
        yield Trace.of(Indicator.EECO08, age=age)


def _of_education(first: Record) -> Iterator[Trace]:
    if first.isced is None:
        return
    if first.isced <= LOWER_SECONDARY:
        yield Trace.of(Indicator.EECO09, isced=first.isced)
    elif first.isced <= POST_SECONDARY:
        yield Trace.of(Indicator.EECO10, isced=first.isced)
    else:
        yield Trace.of(Indicator.EECO11, isced=first.isced)


def _of_answers(first: Record) -> Iterator[Trace]:
    answers = {
        Indicator.EECO12: first.disability,
        Indicator.EECO14: first.foreign_background,
        Indicator.EECO15: first.minority,
        Indicator.EECO16: first.homeless,
    }
    for indicator, answer in answers.items():
        if answer == Answer.YES:
            yield Trace.of(indicator, answer=answer.value)
    if first.citizenships and UNION.isdisjoint(first.citizenships):
        yield Trace.of(Indicator.EECO13, citizenships=" ".join(sorted(set(first.citizenships))))
    if first.degurba == RURAL:
        yield Trace.of(Indicator.EECO17, degurba=RURAL)
