"""What an answer says to the person, line by line, so that a language is offered whole or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wir.eligibility.rules.answers import Answer, BaConsent, MayWork


class Said(StrEnum):
    """Sentences of an answer besides its reasons."""

    ANSWER = "answer"
    YES = "yes"
    YES_WITH_PERMISSION = "yes_with_permission"
    NO = "no"
    UNDECIDED = "undecided"
    EARLIEST = "earliest"
    AGENCY = "agency"
    NOTE = "note"
    WHY = "why"
    WAIT = "wait"
    ASK = "ask"
    NO_ADVICE = "no_advice"


class Part(StrEnum):
    """Where a line stands."""

    LEAD = "lead"
    VERDICT = "verdict"
    MORE = "more"
    HEADING = "heading"
    REASON = "reason"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: ``code`` is kind and code, as in ``reason.title_allows_work``; ``day`` fills its blank."""

    part: Part
    code: str
    citations: tuple[str, ...] = ()
    day: date | None = None


_VERDICTS = {
    MayWork.YES: Said.YES,
    MayWork.YES_WITH_PERMISSION: Said.YES_WITH_PERMISSION,
    MayWork.NO: Said.NO,
    MayWork.UNDECIDED: Said.UNDECIDED,
}


def lines_of(answer: Answer, *, contradicted: bool = False) -> tuple[Line, ...]:
    """Return what is said, in order; ``contradicted``: the paper says something else."""
    return tuple(_lines(answer, contradicted=contradicted))


def _lines(answer: Answer, *, contradicted: bool) -> Iterator[Line]:
    yield _said(Part.LEAD, Said.ANSWER)
    yield _said(Part.VERDICT, _VERDICTS[answer.may_work])
    if answer.earliest_on is not None:
        yield Line(Part.MORE, f"said.{Said.EARLIEST}", day=answer.earliest_on)
    if answer.ba_consent is BaConsent.NEEDED:
        yield _said(Part.MORE, Said.AGENCY)
    if contradicted:
        yield _said(Part.MORE, Said.NOTE)
    yield _said(Part.HEADING, Said.WHY)
    for code in dict.fromkeys(reason.code for reason in answer.reasons):
        cited = tuple(reason.citation for reason in answer.reasons if reason.code is code)
        yield Line(Part.REASON, f"reason.{code}", cited)
    for one in (Said.WAIT, Said.ASK, Said.NO_ADVICE):
        yield _said(Part.NEXT, one)


def _said(part: Part, code: Said) -> Line:
    return Line(part, f"said.{code}")
