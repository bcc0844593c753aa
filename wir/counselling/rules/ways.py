"""Frequent ways as dated data, and the days of their steps from the facts of a person."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from wir.counselling.rules.plan import Stage
from wir.files.rules import FileKind
from wir.kit.calendar import add_months

CURRENT = "2026-11"


class Owner(StrEnum):
    """Who does a step."""

    PERSON = "person"
    ADVISOR = "advisor"
    PARTNER = "partner"


class Anchor(StrEnum):
    """The day from which a step's day is counted."""

    START = "start"
    PAPER_ENDS = "paper_ends"
    TRAINING_STARTS = "training_starts"
    SCHOOL_STARTS = "school_starts"
    OF_AGE = "of_age"


@dataclass(frozen=True, slots=True)
class WayStep:
    """A step of a way; ``days`` after (or before) its anchor."""

    title: str
    owner: Owner
    anchor: Anchor
    days: int
    evidence: str


@dataclass(frozen=True, slots=True)
class Way:
    """A goal with the steps that lead there, and the papers that are asked for on the way."""

    code: str
    title: str
    stage: Stage
    steps: tuple[WayStep, ...]
    papers: tuple[FileKind, ...] = ()


@dataclass(frozen=True, slots=True)
class WayFacts:
    """What days of a person a way can lean on."""

    start: date
    paper_ends: date | None
    birth_date: date | None


def due_on(step: WayStep, facts: WayFacts) -> date | None:
    """Return the step's day; None where the fact is not known or the day has passed."""
    anchor = _anchor(step.anchor, facts)
    if anchor is None:
        return None
    day = anchor + timedelta(days=step.days)
    return day if day >= facts.start else None


def _anchor(anchor: Anchor, facts: WayFacts) -> date | None:
    match anchor:
        case Anchor.START:
            return facts.start
        case Anchor.PAPER_ENDS:
            return facts.paper_ends
        case Anchor.TRAINING_STARTS:
            return _next(facts.start, 9)
        case Anchor.SCHOOL_STARTS:
            return _next(facts.start, 8)
        case Anchor.OF_AGE:
            return add_months(facts.birth_date, 18 * 12) if facts.birth_date else None


def _next(start: date, month: int) -> date:
    first = date(start.year, month, 1)
    return first if first >= start else date(start.year + 1, month, 1)


@cache
def ways(version: str = CURRENT) -> tuple[Way, ...]:
    """Return the ways of an edition, in the order of the programme's work."""
    text = files("wir.counselling.data.ways").joinpath(f"{version}.toml").read_text("utf-8")
    return tuple(map(_way, tomllib.loads(text)["way"]))


def way_of(code: str) -> Way | None:
    """Return the way of that code."""
    return next((way for way in ways() if way.code == code), None)


def step_of(entry: dict[str, Any]) -> WayStep:
    """Return a step as data describe it, those of the product and those of a network alike."""
    return WayStep(
        entry["title"],
        Owner(entry["owner"]),
        Anchor(entry.get("from", Anchor.START)),
        entry["days"],
        entry.get("evidence", ""),
    )


def _way(entry: dict[str, Any]) -> Way:
    return Way(
        entry["code"],
        entry["title"],
        Stage(entry["stage"]),
        tuple(map(step_of, entry["step"])),
        tuple(map(FileKind, entry["papers"])),
    )
