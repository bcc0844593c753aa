"""Questions worth asking: nothing is wrong for certain, nothing blocked, no figure changed (esf.md 5.5)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wir.monitoring.rules.outputs import age_at_entry
from wir.monitoring.rules.records import Record
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import Employment

OLD_FROM = 71
SCHOOL_AGE_BELOW = 18
TERTIARY_FROM_AGE = 19
TERTIARY = 5


def questions(records: Sequence[Record]) -> tuple[Trace, ...]:
    """Return what is odd about the records of one participation, whatever their order."""
    stays = sorted(records, key=lambda stay: (stay.entered_on, repr(stay)))
    return (
        *(trace for stay in stays for trace in (*_about_entry(stay), *_about_exit(stay))),
        *(trace for earlier, later in pairwise(stays) for trace in _between(earlier, later)),
    )


def _about_entry(stay: Record) -> Iterator[Trace]:
    age, entered_on = age_at_entry(stay), stay.entered_on
    if age is not None and age >= OLD_FROM:
        yield Trace.of("W-AGE-OVER-70", entered_on=entered_on, age=age)
    if age is not None and stay.isced is not None:
        yield from _about_schooling(stay, age, stay.isced)
    follows = None if stay.facts is None else stay.facts.status
    if stay.stated_status is not None and follows not in (None, stay.stated_status):
        yield Trace.of("W-STATUS-AND-FACTS", entered_on=entered_on, status=stay.stated_status.value)


def _about_schooling(stay: Record, age: int, isced: int) -> Iterator[Trace]:
    if age < SCHOOL_AGE_BELOW and isced == 0 and stay.status == Employment.EMPLOYED:
        yield Trace.of("W-EMPLOYED-WITHOUT-SCHOOL", entered_on=stay.entered_on, age=age)
    if age < TERTIARY_FROM_AGE and isced >= TERTIARY:
        yield Trace.of("W-TERTIARY-EARLY", entered_on=stay.entered_on, age=age, isced=isced)


def _about_exit(stay: Record) -> Iterator[Trace]:
    entered_on = stay.entered_on
    if stay.left_on == entered_on:
        yield Trace.of("W-EXIT-ON-ENTRY-DAY", entered_on=entered_on)
    if stay.left_on is None and (stay.follow_up is not None or stay.exit_events):
        yield Trace.of("W-ANSWERS-WITHOUT-EXIT", entered_on=entered_on)
    if stay.in_education and stay.in_education_in_window and stay.education_started_on is not None:
        yield Trace.of("W-EDUCATION-AT-ENTRY", entered_on=entered_on, started_on=stay.education_started_on)
    answer = stay.follow_up
    if answer is None or not answer.improvements:
        return
    if answer.status not in (Employment.EMPLOYED, None):
        yield Trace.of("W-BETTER-BUT-NOT-AT-WORK", entered_on=entered_on, status=answer.status.value)


def _between(earlier: Record, later: Record) -> Iterator[Trace]:
    on = later.entered_on
    if earlier.left_on is None or earlier.left_on > on:
        # Results follow from the stay that began last, even while an earlier one goes on.
        yield Trace.of("W-STAYS-OVERLAP", entered_on=on, earlier_entered_on=earlier.entered_on)
    if earlier.isced is not None and later.isced is not None and later.isced < earlier.isced:
        yield Trace.of("W-ISCED-LOWERED", entered_on=on, before=earlier.isced, after=later.isced)
    if (earlier.gender, earlier.born_on) != (later.gender, later.born_on):
        yield Trace.of("W-PERSON-DIFFERS", entered_on=on, earlier_entered_on=earlier.entered_on)
