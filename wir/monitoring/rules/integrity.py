"""What blocks a participation: contradictions (invalid) and gaps in the compulsory data (incomplete)."""

from collections.abc import Iterable, Iterator

from wir.monitoring.rules.records import Record
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import Employment

ISCED_LEVELS = range(9)


def contradictions(records: Iterable[Record]) -> tuple[Trace, ...]:
    """Return every contradiction in any of the records; one of them makes the participation invalid."""
    return tuple(trace for record in records for trace in _contradictions_in(record))


def _contradictions_in(record: Record) -> Iterator[Trace]:
    entry = record.entered_on
    if record.left_on is not None and record.left_on < entry:
        yield Trace.of("V-DATE:exit_before_entry", entered_on=entry, left_on=record.left_on)
    if record.born_on is not None and record.born_on > entry:
        yield Trace.of("V-DATE:birth_after_entry", entered_on=entry, born_on=record.born_on)
    if record.isced is not None and record.isced not in ISCED_LEVELS:
        yield Trace.of("V-CODE:isced", entered_on=entry, isced=record.isced)
    yield from _contradictions_of_unemployment(record)


def _contradictions_of_unemployment(record: Record) -> Iterator[Trace]:
    entry, since = record.entered_on, record.unemployed_since
    if since is None:
        return
    if since > entry:
        yield Trace.of("V-DATE:unemp_since_after_entry", entered_on=entry, unemployed_since=since)
    # A status that is missing contradicts nothing; it is a gap.
    if record.status is not None and record.status != Employment.UNEMPLOYED:
        yield Trace.of(
            "V-CONTRA:unemp_since_without_unemployed",
            entered_on=entry,
            unemployed_since=since,
            status=record.status.value,
        )


def gaps(first: Record) -> tuple[Trace, ...]:
    """Return what is missing at first entry and all indicators hang on (Art. 17(5), Annex I point 1.1)."""
    unemployed = first.status == Employment.UNEMPLOYED
    missing = {
        "gender": first.gender is None,
        "birth": first.born_on is None,
        "entry_emp": first.status is None,
        "unemp_since": unemployed and first.unemployed_since is None,
        "isced": first.isced is None,
    }
    return tuple(
        Trace.of(f"V-COMPLETE:{name}", entered_on=first.entered_on) for name, gone in missing.items() if gone
    )
