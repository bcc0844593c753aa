"""What machines send and get; the OpenAPI document is made of these."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import ConfigDict

from wir.eligibility.queries import DWELLING_FACTS, known_facts
from wir.eligibility.rules import Activity

LAST_PAGE = 20


class Me(Schema):
    """Who asks, and how far they reach today."""

    id: UUID
    roles: list[str]
    networks: int = Field(description="Networks they belong to.")
    overseen: int = Field(description="Networks whose stays and figures they read.")
    projects: int = Field(description="Sub-projects in whose files they work.")
    team: int = Field(description="People in whose case team they are.")


class CaseLine(Schema):
    """One stay; names stay in the files."""

    person_id: UUID
    case_number: str
    project: str
    entered_on: date
    exited_on: date | None = Field(description="The last day, empty while the stay goes on.")


class CasePage(Schema):
    """One page of stays, the newest first."""

    page: int
    has_next: bool
    cases: list[CaseLine]


class IndicatorLine(Schema):
    """One ESF Plus common indicator (Regulation (EU) 2021/1057, Annex I)."""

    code: str
    female: int
    male: int
    non_binary: int
    total: int


class Indicators(Schema):
    """All indicators of what the reader reaches, as of a day."""

    day: date
    indicators: list[IndicatorLine]


class Question(Schema):
    """A question on work; which facts there are, the exchange format says (`wir eligibility assess`)."""

    assessed_on: str = Field(description="Day for which the answer is wanted; the law of that day applies.")
    activity: str = Field(json_schema_extra={"enum": [one.value for one in Activity]})
    facts: dict[str, Any] = Field(
        default={},
        description="What is known about the person; what is absent or null is not known.",
        json_schema_extra={"properties": {name: {} for name in known_facts()}, "additionalProperties": False},
    )
    dwelling: dict[str, Any] = Field(
        default={},
        description="What is known about duties to live at a place.",
        json_schema_extra={
            "properties": {name: {} for name in DWELLING_FACTS},
            "additionalProperties": False,
        },
    )

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "assessed_on": "2026-11-22",
                    "activity": "employment_unskilled",
                    "facts": {
                        "nationalities": ["AFG"],
                        "birth_date": "1985-05-08",
                        "status": "aufenthaltserlaubnis",
                        "legal_basis": "AufenthG:25:3",
                        "title_issued_on": "2025-06-01",
                        "title_valid_until": "2027-05-31",
                    },
                    "dwelling": {"obligation": "none", "bound_to_area": False},
                }
            ]
        }
    )


class Ban(Schema):
    """What stands against the activity."""

    kind: str | None
    class_: str | None = Field(alias="class")


class Why(Schema):
    """A rule that decided."""

    code: str
    citation: str = Field(description="ACT:SECTION:ABSATZ:SATZ:NUMMER")
    since: date | None = Field(description="First day of the text quoted, where known.")
    text: str


class InShort(Schema):
    """The answer for another activity on the same day."""

    activity: str
    may_work: str
    earliest_on: date | None
    missing: list[str]


class SupportLine(Schema):
    """One kind of support: how far it is open, why, and until or from when."""

    support: str
    access: str
    code: str
    text: str
    citations: list[str]
    apply_before: bool = Field(description="The application must be there before the thing begins.")
    lapses_on: date | None
    opens_on: date | None
    missing: list[str]


class ChangeLine(Schema):
    """A day on which the answer changes by itself."""

    on: date
    kind: str
    may_work: str
    target_group: str
    support: list[str] = Field(description="Kinds of support whose access changes.")


class DwellingLine(Schema):
    """What follows for living, commuting and moving; to be checked against the notice."""

    code: str
    citation: str
    on: date | None
    text: str


class Answered(Schema):
    """May the person do this? With everything that the page shows beside it. No legal advice."""

    activity: str
    assessed_on: date
    law_version: str
    may_work: str
    authority_permission: str | None
    decision_mode: str | None
    ba_consent: str | None
    ban: Ban
    earliest_on: date | None
    self_employment: bool | None
    target_group: str
    missing: list[str]
    reasons: list[Why]
    further_activities: list[InShort]
    support: list[SupportLine]
    next_changes: list[ChangeLine]
    dwelling: list[DwellingLine]


class Problem(Schema):
    """Why a request was refused (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    errors: list[str] = []
