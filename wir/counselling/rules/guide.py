"""The guide of the first conversation as dated data, what changed since the one before, and how far work is.

The distance is a sum of short scales, each 0 (far) to 4 (no obstacle), judged together with the person. It shows staged
progress (stufenweise) before there is a job, and says nothing about anybody's worth: it is in no report and no ranking.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

CURRENT = "2026-11"
HIGHEST = 4
"""Value of a scale at which nothing stands in the way of work or training."""


class TalkProblem(StrEnum):
    """Why a conversation cannot be begun, saved or finished as asked."""

    NO_CONSENT = "no_consent"
    NOT_IN_TEAM = "not_in_team"
    ALREADY_OPEN = "already_open"
    FINISHED = "finished"
    UNKNOWN = "unknown"


class Nearness(StrEnum):
    """How near work or training is, by thirds of the scales that were judged."""

    FAR = "far"
    NEARER = "nearer"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its wording by language; ``options`` are code → wording, empty for free text."""

    code: str
    kind: str
    wording: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the conversation, saved as a whole."""

    code: str
    wording: Mapping[str, str]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A short scale; see ``HIGHEST``."""

    code: str
    wording: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Guide:
    """One edition of the guide; conversations name the edition they were held by."""

    version: str
    phases: tuple[Phase, ...]
    scales: tuple[Scale, ...]

    def phase(self, code: str) -> Phase | None:
        """Return the phase of that code."""
        return next((phase for phase in self.phases if phase.code == code), None)

    def after(self, code: str) -> Phase | None:
        """Return the phase that follows; None after the last one."""
        codes = [phase.code for phase in self.phases]
        place = codes.index(code) + 1
        return self.phases[place] if place < len(codes) else None


@dataclass(frozen=True, slots=True)
class Distance:
    """The sum of the scales that were judged, out of what they could sum up to."""

    reached: int
    most: int

    @property
    def nearness(self) -> Nearness:
        """Return the third in which the sum lies."""
        third = self.reached * 3
        return (
            Nearness.FAR if third < self.most else Nearness.NEARER if third < self.most * 2 else Nearness.NEAR
        )


def distance(scales: Mapping[str, int]) -> Distance | None:
    """Return how far work is by these scales; None while none was judged."""
    return Distance(sum(scales.values()), len(scales) * HIGHEST) if scales else None


def moved(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, int]:
    """Return by how much each scale moved that was judged both times."""
    return {code: value - before[code] for code, value in after.items() if code in before}


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[str]:
    """Return the codes of the questions whose answers differ from the conversation before."""
    return frozenset(code for code in after if after[code] != before.get(code, ""))


@cache
def guide(version: str = CURRENT) -> Guide:
    """Return an edition of the guide."""
    text = files("wir.counselling.data.guide").joinpath(f"{version}.toml").read_text("utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    return Guide(
        data["version"],
        tuple(
            Phase(phase["code"], _wording(phase), tuple(map(_question, phase["question"])))
            for phase in data["phase"]
        ),
        tuple(Scale(scale["code"], _wording(scale)) for scale in data["scale"]),
    )


_YES_NO = [["yes", "ja", "yes"], ["no", "nein", "no"]]


def _question(entry: Mapping[str, Any]) -> Question:
    options = _YES_NO if entry["kind"] == "yesno" else entry.get("options", [])
    return Question(
        entry["code"],
        entry["kind"],
        _wording(entry),
        {code: {"de": german, "en": english} for code, german, english in options},
    )


def _wording(entry: Mapping[str, Any]) -> dict[str, str]:
    return {"de": entry["de"], "en": entry["en"]}
