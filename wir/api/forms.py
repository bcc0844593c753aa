"""What machines send and get; the OpenAPI document is made of these."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ninja import Field, Schema

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


class Problem(Schema):
    """Why a request was refused (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    errors: list[str] = []
