"""What a person brings along, entry by entry (languages, schools, qualifications, work), and when one does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from wir.people.rules.profile import DECIDED, Recognition


class EntryKind(StrEnum):
    """A kind of entry; the value is its address."""

    LANGUAGE = "sprache"
    SCHOOL = "schule"
    QUALIFICATION = "abschluss"
    WORK = "taetigkeit"


class EntryProblem(StrEnum):
    """Why an entry is not kept."""

    NO_CONSENT = "no_consent"
    LANGUAGE_TWICE = "language_twice"
    CERTIFIED_BY_NOTHING = "certified_by_nothing"
    CERTIFIED_IN_FUTURE = "certified_in_future"
    YEAR_IN_FUTURE = "year_in_future"
    ENDS_BEFORE_START = "ends_before_start"
    APPLIED_IN_FUTURE = "applied_in_future"
    DECIDED_IN_FUTURE = "decided_in_future"
    DECIDED_BEFORE_APPLIED = "decided_before_applied"
    DECIDED_BY_NOBODY = "decided_by_nobody"


def problems_of_entry(
    kind: EntryKind, values: Mapping[str, Any], *, others: Iterable[str] = (), today: date
) -> list[EntryProblem]:
    """Return every reason against an entry; ``others`` are the languages of the person's other entries."""
    found = {
        EntryKind.LANGUAGE: _of_language,
        EntryKind.SCHOOL: _of_school,
        EntryKind.QUALIFICATION: _of_qualification,
        EntryKind.WORK: _of_work,
    }[kind](values, today)
    if kind is EntryKind.LANGUAGE and values["language"] in set(others):
        found[EntryProblem.LANGUAGE_TWICE] = True
    return [problem for problem, holds in found.items() if holds]


def highest_level(known: int | None, levels: Iterable[int | None]) -> int | None:
    """Return the highest ISCED level completed: entries can raise what is known, and never lower it."""
    return max((level for level in (known, *levels) if level is not None), default=None)


def _of_language(values: Mapping[str, Any], today: date) -> dict[EntryProblem, bool]:
    on = values["certified_on"]
    return {
        EntryProblem.CERTIFIED_BY_NOTHING: on is not None and not values["certificate"],
        EntryProblem.CERTIFIED_IN_FUTURE: on is not None and on > today,
    }


def _of_school(values: Mapping[str, Any], today: date) -> dict[EntryProblem, bool]:
    year = values["until_year"]
    return {EntryProblem.YEAR_IN_FUTURE: bool(values["finished"]) and year is not None and year > today.year}


def _of_qualification(values: Mapping[str, Any], today: date) -> dict[EntryProblem, bool]:
    applied, decided, year = values["applied_on"], values["decided_on"], values["earned_year"]
    state = values["recognition"]
    return {
        EntryProblem.YEAR_IN_FUTURE: year is not None and year > today.year,
        EntryProblem.APPLIED_IN_FUTURE: applied is not None and applied > today,
        EntryProblem.DECIDED_IN_FUTURE: decided is not None and decided > today,
        EntryProblem.DECIDED_BEFORE_APPLIED: applied is not None
        and decided is not None
        and decided < applied,
        EntryProblem.DECIDED_BY_NOBODY: decided is not None
        and (not state or Recognition(state) not in DECIDED),
    }


def _of_work(values: Mapping[str, Any], today: date) -> dict[EntryProblem, bool]:
    begun, ended = values["from_year"], values["until_year"]
    return {
        EntryProblem.YEAR_IN_FUTURE: any(year is not None and year > today.year for year in (begun, ended)),
        EntryProblem.ENDS_BEFORE_START: begun is not None and ended is not None and ended < begun,
    }
