"""What the rules say of one person today, for those who work in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wir.counselling.models import Stay
from wir.monitoring.queries.behind import OWN_ANSWER
from wir.monitoring.queries.facts import derived
from wir.monitoring.rules import participations as rules
from wir.monitoring.rules.answers import Question, question_wanted
from wir.monitoring.rules.plausibility import questions
from wir.monitoring.rules.profiles import EC, Profile
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import Answer, Indicator

JsonTrace = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Said:
    """State, indicators with their reasons, results seen coming, gaps and questions, each as traces."""

    participation: rules.Participation
    wanted: Question | None
    profile: Profile
    counted: tuple[JsonTrace, ...]
    previewed: tuple[JsonTrace, ...]
    checks: tuple[JsonTrace, ...]
    minutes: int


def what_rules_say(participant_id: UUID, stays: Iterable[Stay], *, today: date) -> Said | None:
    """Return what the rules say, of the stays with all carriers; one query.

    Special categories (Art. 9 GDPR) are named only where one of ``stays``, which the reader may see, says so.
    """
    one = next(derived([participant_id], as_of=today), None)
    if one is None:
        return None
    said = one.participation
    hidden = {indicator for indicator in OWN_ANSWER if not _told_here(stays, indicator)}
    traces = sorted((trace for trace in said.trace if trace.code not in hidden), key=lambda trace: trace.code)
    return Said(
        participation=said,
        wanted=question_wanted(said),
        profile=EC,
        counted=_json(trace for trace in traces if trace.code in said.indicators),
        previewed=_json(trace for trace in traces if trace.code in said.preview),
        checks=_json(
            [
                *(trace for trace in traces if trace.code not in set(Indicator)),
                *questions(one.facts.records),
            ]
        ),
        minutes=int(sum(record.hours for record in one.facts.records) * 60),
    )


def _told_here(stays: Iterable[Stay], indicator: Indicator) -> bool:
    records = (getattr(stay, "entry_record", None) for stay in stays)
    return any(getattr(record, OWN_ANSWER[indicator], "") == Answer.YES for record in records)


def _json(traces: Iterable[Trace]) -> tuple[JsonTrace, ...]:
    return tuple(trace.as_json() for trace in traces)
