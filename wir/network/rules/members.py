"""Who invites whom and answers for whom, and when memberships are looked through."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from dateutil.relativedelta import relativedelta

from wir.network.rules.roles import Role

INVITATION_LASTS = timedelta(days=14)
"""How long an invitation may be accepted."""

REVIEW_MONTHS = 6
"""Memberships are looked through this often (BSI IT-Grundschutz, ORP.4)."""

INVITES: dict[Role, frozenset[Role]] = {
    Role.PROJECT_LEAD: frozenset({Role.ADVISOR}),
    Role.COORDINATOR: frozenset({Role.ADVISOR, Role.PROJECT_LEAD, Role.COORDINATOR, Role.DATA_PROTECTION}),
    Role.PROGRAMME_OFFICE: frozenset({Role.COORDINATOR, Role.PROGRAMME_OFFICE}),
}
"""Who invites whom, and may end or confirm their membership."""


@dataclass(frozen=True, slots=True)
class Position:
    """A role and where it is held; a network without sub-project is the whole network."""

    role: Role
    network_id: UUID | None = None
    project_id: UUID | None = None


def may_manage(manager: Iterable[Position], member: Position) -> bool:
    """Return whether somebody who holds these positions may invite to, confirm and end ``member``."""
    return any(member.role in INVITES.get(held.role, ()) and _reaches(held, member) for held in manager)


def conflict_of_interest(role: Role, held: Iterable[Role]) -> bool:
    """Return whether who holds these roles in a network may not have ``role`` there too.

    A data protection officer watches over the others and does not work among them (Art. 38 Abs. 6 DSGVO).
    """
    roles = {role, *held}
    return Role.DATA_PROTECTION in roles and len(roles) > 1


def _reaches(held: Position, member: Position) -> bool:
    if held.role is Role.PROGRAMME_OFFICE:
        return True
    if held.role is Role.COORDINATOR:
        return held.network_id == member.network_id
    return held.project_id is not None and held.project_id == member.project_id


def may_help(
    manager: Iterable[Position],
    *,
    roles: Collection[str],
    networks: Collection[UUID],
    projects: Collection[UUID],
) -> bool:
    """Return whether somebody may make a link with which a member sets a new password.

    Only where everything that the member reaches lies within what the manager answers for: the link would
    otherwise open more than the manager may see.
    """
    held = list(manager)
    return bool(roles) and any(
        set(roles) <= {role.value for role in INVITES.get(one.role, ())}
        and _holds_all(one, networks, projects)
        for one in held
    )


def _holds_all(held: Position, networks: Collection[UUID], projects: Collection[UUID]) -> bool:
    if held.network_id is None or set(networks) != {held.network_id}:
        return False
    return held.role is Role.COORDINATOR or set(projects) == {held.project_id}


class MemberProblem(StrEnum):
    """Why somebody cannot be invited, or a membership not be changed."""

    NOT_ALLOWED = "not_allowed"
    ALREADY_INVITED = "already_invited"
    ALREADY_ENDED = "already_ended"
    ENDS_BEFORE_START = "ends_before_start"
    WORKS_ELSEWHERE = "works_elsewhere"
    SELF = "self"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    ENFORCING_BODY = "enforcing_body"


class AcceptProblem(StrEnum):
    """Why an invitation cannot be accepted."""

    GONE = "gone"
    OTHER_ACCOUNT = "other_account"
    SIGN_IN_FIRST = "sign_in_first"
    SWITCHED_OFF = "switched_off"
    CONFLICT_OF_INTEREST = "conflict_of_interest"


class FoundProblem(StrEnum):
    """Why a network, carrier or sub-project cannot be founded."""

    NOT_ALLOWED = "not_allowed"
    NAME_TAKEN = "name_taken"
    PREFIX_TAKEN = "prefix_taken"
    SHORT_NAME_TAKEN = "short_name_taken"
    ENDS_BEFORE_START = "ends_before_start"
    ENFORCING_BODY = "enforcing_body"


def review_due(*, from_on: date, reviewed_on: date | None, today: date) -> bool:
    """Return whether nobody has looked at a membership for six months."""
    return (reviewed_on or from_on) + relativedelta(months=REVIEW_MONTHS) <= today
