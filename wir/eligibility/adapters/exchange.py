"""Questions and answers as machines send and get them: the exchange format, and what goes beyond it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from wir.eligibility.adapters.sentences import GERMAN, Kind, sentence
from wir.eligibility.rules.answers import Answer, Reason
from wir.eligibility.rules.assessment import assess
from wir.eligibility.rules.changes import Change, what_changes_next
from wir.eligibility.rules.contradictions import contradictions
from wir.eligibility.rules.dwelling import Dwelling, DwellingAnswer, Obligation, dwelling_of
from wir.eligibility.rules.facts import READERS, Facts
from wir.eligibility.rules.law import LAW_VERSION
from wir.eligibility.rules.policy import Policy
from wir.eligibility.rules.reading import (
    NotAFact,
    Reader,
    read_day,
    read_fields,
    read_flag,
    read_number,
    read_word,
)
from wir.eligibility.rules.support import SupportAnswer, support_for
from wir.eligibility.rules.vocabulary import Activity

_DWELLING: Mapping[str, Reader[Any]] = {
    "obligation": read_word(Obligation),
    "since": read_day,
    "bound_to_area": read_flag,
    "weekly_hours": read_number(168),
    "consent_asked_on": read_day,
    "lifted_for_job_from": read_day,
}
DWELLING_FACTS = tuple(_DWELLING)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: may whoever these facts describe do this, on this day?"""

    activity: Activity
    on: date
    facts: Facts
    dwelling: Dwelling

    @classmethod
    def from_json(cls, told: Mapping[str, object]) -> Question:
        """Return the question of a JSON object; refuses with NotAFact, which names field and value."""
        question = cls(
            read_word(Activity)("activity", told.get("activity")),
            read_day("assessed_on", told.get("assessed_on")),
            Facts.from_json(told.get("facts") or {}),
            Dwelling(**read_fields("dwelling", told.get("dwelling") or {}, _DWELLING)),
        )
        refuse_contradictions(question.facts, question.on)
        return question


def refuse_contradictions(facts: Facts, on: date) -> None:
    """Raise NotAFact for the first pair of facts that exclude each other; it names both."""
    for pair in contradictions(facts, on):
        other = pair.other if pair.other == "assessed_on" else f"facts.{pair.other}"
        value = facts.as_json().get(pair.one)
        raise NotAFact(f"facts.{pair.one}", value, f"and {other} cannot both be true: correct one of them")


def in_full(question: Question, *, policy: Policy | None) -> dict[str, Any]:
    """Return the answer in the exchange format, and what the pages show beside it."""
    facts, on = question.facts, question.on
    changes = what_changes_next(facts, activity=question.activity, on=on, policy=policy)
    return {
        "activity": question.activity.value,
        "assessed_on": on,
        "law_version": LAW_VERSION,
        **assess(facts, activity=question.activity, on=on, policy=policy).as_json(in_german),
        "further_activities": [
            _in_short(other, assess(facts, activity=other, on=on, policy=policy))
            for other in Activity
            if other is not question.activity
        ],
        "support": [_support(one) for one in support_for(facts, on)],
        "next_changes": [_change(one) for one in changes],
        "dwelling": [_dwelling(one) for one in dwelling_of(question.dwelling)],
    }


def in_german(reason: Reason) -> str:
    """Return the German sentence of a reason."""
    return sentence(Kind.REASON, reason.code, GERMAN)


def _in_short(activity: Activity, answer: Answer) -> dict[str, Any]:
    return {
        "activity": activity.value,
        "may_work": answer.may_work.value,
        "earliest_on": answer.earliest_on,
        "missing": list(answer.missing),
    }


def _support(one: SupportAnswer) -> dict[str, Any]:
    told = {field.name: getattr(one, field.name) for field in fields(one)}
    return told | {
        "citations": list(one.citations),
        "missing": list(one.missing),
        "text": sentence(Kind.SUPPORT, one.code, GERMAN),
    }


def _change(one: Change) -> dict[str, Any]:
    return {
        "on": one.on,
        "kind": one.kind.value,
        "may_work": one.after.may_work.value,
        "target_group": one.after.target_group.value,
        "support": [support.value for support in one.support],
    }


def _dwelling(one: DwellingAnswer) -> dict[str, Any]:
    return {
        "code": one.code.value,
        "citation": one.citation,
        "on": one.on,
        "text": sentence(Kind.DWELLING, one.code, GERMAN),
    }


def known_facts() -> list[str]:
    """Return the names of all facts, in the order of the exchange format."""
    return list(READERS)
