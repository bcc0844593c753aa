"""The cards of a person's page: which facts stand together, are saved together, and when they do not fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from wir.kit.births import Birth

OLDEST = 110
"""Years: who would be older was typed wrongly."""
PARTS = ("born_day", "born_month", "born_year")


class Card(StrEnum):
    """A card; the value is its address."""

    NAMES = "namen"
    BIRTH = "geburt"
    REACH = "erreichbarkeit"
    ADDRESS = "anschrift"
    TALKING = "verstaendigung"
    SCHOOL = "schule-und-beruf"
    WORK = "arbeit"
    WISHES = "wuensche"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the facts of a card are kept: with the identity, in the file, in the profile."""

    identity: tuple[str, ...] = ()
    file: tuple[str, ...] = ()
    profile: tuple[str, ...] = ()


CARDS: dict[Card, Kept] = {
    Card.NAMES: Kept(identity=("given_names", "family_names", "spoken_name", "original_name", "other_names")),
    Card.BIRTH: Kept(file=("gender", "nationalities")),
    Card.REACH: Kept(
        identity=(
            *("phone", "email", "ways", "best_time", "may_leave_message", "safe_to_write", "reach_note"),
        )
    ),
    Card.ADDRESS: Kept(identity=("street", "postcode", "place_name")),
    Card.TALKING: Kept(file=("contact_language", "interpreter_needed"), profile=("scripts",)),
    Card.SCHOOL: Kept(file=("schooling", "isced", "occupation")),
    Card.WORK: Kept(
        profile=(
            *("hours_from", "hours_until", "times", "childcare", "travel_minutes", "travel_with"),
            *("would_move", "licence", "licence_classes"),
        )
    ),
    Card.WISHES: Kept(file=("wishes", "remarks"), profile=("skills",)),
}
"""Names of the fields by card; the birth date is typed in parts (``PARTS``)."""

IDENTIFYING = frozenset({Card.NAMES, Card.BIRTH})
"""Cards from which others derive: age, search, marks, figures."""
ALWAYS_CORRECTED = IDENTIFYING | {Card.REACH, Card.ADDRESS}
"""Corrected also after the consent was taken back (Art. 16 GDPR; reports and evidence rest on law)."""


class CardProblem(StrEnum):
    """Why a card is not saved."""

    NO_CONSENT = "no_consent"
    NO_SUCH_DAY = "no_such_day"
    DAY_WITHOUT_MONTH = "day_without_month"
    MONTH_WITHOUT_YEAR = "month_without_year"
    BORN_IN_FUTURE = "born_in_future"
    BORN_TOO_EARLY = "born_too_early"
    HOURS_REVERSED = "hours_reversed"
    CLASSES_WITHOUT_LICENCE = "classes_without_licence"


def problems_of_card(card: Card, values: Mapping[str, Any], *, today: date) -> list[CardProblem]:
    """Return every reason against what was typed into the card."""
    if card is Card.BIRTH:
        return _of_birth(values, today)
    if card is Card.WORK:
        return _of_work(values)
    return []


def birth_of(values: Mapping[str, Any]) -> Birth | None:
    """Return the birth date from its parts; they must have passed ``problems_of_card``."""
    year = values["born_year"]
    return None if year is None else Birth(year, values["born_month"], values["born_day"])


def parts_of(birth: Birth | None) -> dict[str, int | None]:
    """Return the parts in which a birth date is typed."""
    day, month, year = (birth.day, birth.month, birth.year) if birth else (None, None, None)
    return {"born_day": day, "born_month": month, "born_year": year}


def _of_birth(values: Mapping[str, Any], today: date) -> list[CardProblem]:
    day, month, year = (values[part] for part in PARTS)
    if day is not None and month is None:
        return [CardProblem.DAY_WITHOUT_MONTH]
    if month is not None and year is None:
        return [CardProblem.MONTH_WITHOUT_YEAR]
    if year is None:
        return []
    if year < today.year - OLDEST:
        return [CardProblem.BORN_TOO_EARLY]
    try:
        first = Birth(year, month, day).first
    except ValueError:
        return [CardProblem.NO_SUCH_DAY]
    return [CardProblem.BORN_IN_FUTURE] if first > today else []


def _of_work(values: Mapping[str, Any]) -> list[CardProblem]:
    problems = []
    least, most = values["hours_from"], values["hours_until"]
    if least is not None and most is not None and least > most:
        problems.append(CardProblem.HOURS_REVERSED)
    if values["licence_classes"] and values["licence"] in {"", "none"}:
        problems.append(CardProblem.CLASSES_WITHOUT_LICENCE)
    return problems
