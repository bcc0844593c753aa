"""The dated law as values: which version holds on a day, and since when."""

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any, Protocol, TypeVar

from wir.eligibility.rules.answers import DecisionMode
from wir.kit.periods import Period


def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("wir.eligibility.data").joinpath(f"{name}.toml").read_text("utf-8"))


def _in_force(row: Mapping[str, Any]) -> Period:
    return Period(row["from"], row.get("until"))


class _Dated(Protocol):
    @property
    def in_force(self) -> Period: ...


D = TypeVar("D", bound=_Dated)


def _on(rows: Iterable[D], day: date) -> D | None:
    return next((row for row in rows if day in row.in_force), None)


@dataclass(frozen=True, slots=True)
class AsylumWorkLaw:
    """One version of § 61 AsylG; lengths in calendar months."""

    in_force: Period
    centre_months: int
    centre_months_from_registration: bool
    centre_months_extended: int | None
    outside_mode: DecisionMode
    duldung_mode: DecisionMode
    duldung_months: int
    duldung_months_identified: int | None
    duldung_citation: str
    rejection_excludes: bool

    @property
    def since_2026(self) -> bool:
        """Whether this is the version of the GEAS-Anpassungsgesetz with sentences 3 to 5, 7 and 9."""
        return self.centre_months_from_registration


@dataclass(frozen=True, slots=True)
class DuldungWorkLaw:
    """How binding the permission is for a Duldung outside a reception centre."""

    in_force: Period
    mode: DecisionMode
    citation: str


class TitleEffect(StrEnum):
    """What a title says about work."""

    BY_LAW = "by_law"
    PERMISSION = "permission"
    OLD_PERMISSION = "old_permission"
    ORDER = "order"
    TRAINING = "training"
    PURPOSE = "purpose"


class TitleGroup(StrEnum):
    """Whether the programme means holders of the title."""

    HUMANITARIAN = "humanitarian"
    UNCLEAR = "unclear"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TitleLaw:
    """What one title says about work while this row is in force."""

    basis: str
    in_force: Period
    effect: TitleEffect
    citations: tuple[str, ...]
    self_employment: bool | None
    group: TitleGroup


@dataclass(frozen=True, slots=True)
class Spared:
    """Nationals to whom a safe-country ban does not apply, and on which conditions."""

    countries: frozenset[str]
    in_force: Period
    citation: str
    claimed_by: date | None
    tolerated_without_claim_on: date | None
    tolerated_on: date | None
    permitted_on: date | None


def _spared(row: Mapping[str, Any]) -> Spared:
    return Spared(
        countries=frozenset(row["countries"]),
        in_force=_in_force(row),
        citation=row["citation"],
        claimed_by=row.get("claimed_by"),
        tolerated_without_claim_on=row.get("tolerated_without_claim_on"),
        tolerated_on=row.get("tolerated_on"),
        permitted_on=row.get("permitted_on"),
    )


_LAW, _COUNTRIES = _table("law"), _table("countries")
POLICIES, SUPPORT_LAW = _table("policy"), _table("support")
LAW_VERSION: str = _LAW["version"]
"""State of the texts and of these rules; kept with every answer."""
_ASYLUM_WORK = tuple(
    AsylumWorkLaw(
        in_force=_in_force(row),
        centre_months=row["centre_months"],
        centre_months_from_registration=row["centre_months_from"] == "registration",
        centre_months_extended=row.get("centre_months_extended"),
        outside_mode=DecisionMode(row["outside_mode"]),
        duldung_mode=DecisionMode(row["duldung_mode"]),
        duldung_months=row["duldung_months"],
        duldung_months_identified=row.get("duldung_months_identified"),
        duldung_citation=row["duldung_citation"],
        rejection_excludes=row["rejection_excludes"],
    )
    for row in _LAW["asylum_work"]
)
_DULDUNG_WORK = tuple(
    DuldungWorkLaw(_in_force(row), DecisionMode(row["mode"]), row["citation"]) for row in _LAW["duldung_work"]
)
_TITLES = tuple(
    TitleLaw(
        basis=row["basis"],
        in_force=_in_force(row),
        effect=TitleEffect(row["effect"]),
        citations=tuple(row["citations"]),
        self_employment=row.get("self_employment"),
        group=TitleGroup(row["group"]),
    )
    for row in _table("titles")["title"]
)
_SPARED = tuple(map(_spared, _COUNTRIES["spared"]))
_SPARED_IN_PROCEDURE = tuple(map(_spared, _COUNTRIES["spared_in_procedure"]))
_UNION_LIST_UNSURE = Period(_LAW["union_list_ban"]["perhaps_from"], _LAW["union_list_ban"]["from"])
KNOWN_BEFORE: date = _LAW["known_before"]
FREE_MOVEMENT = frozenset(_COUNTRIES["free_movement"]["countries"])


VERSION_DAYS = tuple(
    sorted(
        {
            _in_force(row).start
            for row in (*_LAW["asylum_work"], *_LAW["duldung_work"], *_table("titles")["title"])
        }
        | {row[edge] for row in SUPPORT_LAW["course_stop"] for edge in ("from", "until")}
        | {_LAW["union_list_ban"][edge] for edge in ("perhaps_from", "from")}
    )
)
"""First days of every version that the tables know."""


def asylum_work_law(on: date) -> AsylumWorkLaw | None:
    """Return the version of § 61 AsylG that holds on the day; none before 21 August 2019."""
    return _on(_ASYLUM_WORK, on)


def duldung_work_law(on: date) -> DuldungWorkLaw | None:
    """Return the rule for a Duldung outside a centre that holds on the day; none before 2020."""
    return _on(_DULDUNG_WORK, on)


def under(citation: str, provision: str) -> bool:
    """Whether a reference names the provision or a part of it: § 25 Abs. 2 S. 1 lies under § 25 Abs. 2."""
    return citation == provision or citation.startswith(f"{provision}:")


def title_law(basis: str, on: date) -> TitleLaw | None:
    """Return what the title says about work on the day, by the row that matches most exactly."""
    return next((row for row in _rows_for(basis) if on in row.in_force), None)


@lru_cache(maxsize=2048)
def _rows_for(basis: str) -> tuple[TitleLaw, ...]:
    """Return the rows on the basis, the most exact first."""
    rows = (row for row in _TITLES if under(basis, row.basis))
    return tuple(sorted(rows, key=lambda row: len(row.basis), reverse=True))


def is_too_coarse(basis: str) -> bool:
    """Whether the reference names several titles that differ (§ 25 AufenthG without its Absatz)."""
    return any(row.basis != basis and under(row.basis, basis) for row in _TITLES)


def annex_ii(on: date) -> frozenset[str]:
    """Return the safe countries of origin under § 29a, since 2026 also § 29b AsylG."""
    return _countries("annex_ii", on)


def union_list(on: date) -> frozenset[str]:
    """Return the safe countries of origin under Art. 62 VO (EU) 2024/1348."""
    return _countries("union_list", on)


@lru_cache(maxsize=8192)
def _countries(name: str, on: date) -> frozenset[str]:
    return frozenset(
        country for row in _COUNTRIES[name] if on in _in_force(row) for country in row["countries"]
    )


def union_list_bans(on: date) -> bool | None:
    """Whether § 60a Abs. 6 S. 1 Nr. 3 AufenthG reaches the Union list; ``None`` where the day is unsure."""
    return None if on in _UNION_LIST_UNSURE else on >= _LAW["union_list_ban"]["from"]


def spared_with_duldung(country: str, on: date) -> tuple[Spared, ...]:
    """Return the exceptions of § 104 Abs. 18 AufenthG for nationals of the country."""
    return tuple(row for row in _SPARED if on in row.in_force and country in row.countries)


def spared_in_procedure(country: str, on: date) -> tuple[Spared, ...]:
    """Return the exceptions of § 87d AsylG for nationals of the country."""
    return tuple(row for row in _SPARED_IN_PROCEDURE if on in row.in_force and country in row.countries)


def in_force_since(citation: str, on: date) -> date | None:
    """Return the first day of the text that holds on the day, where the tables know it."""
    days = _first_days(citation)
    place = bisect_right(days, on)
    return days[place - 1] if place else None


@lru_cache(maxsize=2048)
def _first_days(citation: str) -> tuple[date, ...]:
    days: Mapping[str, list[date]] = _LAW["in_force"]
    return tuple(sorted(day for provision in days if under(citation, provision) for day in days[provision]))
