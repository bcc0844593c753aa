"""Who manages whom, who needs a second factor, when a review is due."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from wir.network.rules import (
    Position,
    Role,
    SecondFactorFor,
    may_help,
    may_manage,
    policies_allowed,
    review_due,
    second_factor_needed,
)

NORTH, SOUTH = UUID(int=1), UUID(int=2)
HAFEN, TURM = UUID(int=3), UUID(int=4)
COORDINATOR = Position(Role.COORDINATOR, NORTH)
HEAD = Position(Role.PROJECT_LEAD, NORTH, HAFEN)
OFFICE = Position(Role.PROGRAMME_OFFICE)


@pytest.mark.parametrize(
    ("case", "manager", "member", "expected"),
    [
        ("coordinator, advisor of the network", COORDINATOR, Position(Role.ADVISOR, NORTH, TURM), True),
        ("coordinator, coordinator", COORDINATOR, Position(Role.COORDINATOR, NORTH), True),
        ("coordinator, other network", COORDINATOR, Position(Role.ADVISOR, SOUTH, TURM), False),
        ("coordinator, programme office", COORDINATOR, OFFICE, False),
        ("head, own advisor", HEAD, Position(Role.ADVISOR, NORTH, HAFEN), True),
        ("head, advisor next door", HEAD, Position(Role.ADVISOR, NORTH, TURM), False),
        ("head, head", HEAD, HEAD, False),
        (
            "advisor, nobody",
            Position(Role.ADVISOR, NORTH, HAFEN),
            Position(Role.ADVISOR, NORTH, HAFEN),
            False,
        ),
        ("office, coordinator anywhere", OFFICE, COORDINATOR, True),
        ("office, advisor", OFFICE, Position(Role.ADVISOR, NORTH, HAFEN), False),
    ],
)
def test_who_manages_whom(case: str, manager: Position, member: Position, expected: bool) -> None:
    assert may_manage([manager], member) is expected, case


@pytest.mark.parametrize(
    ("case", "manager", "roles", "where", "expected"),
    [
        ("head, own advisor", HEAD, {"advisor"}, ([NORTH], [HAFEN]), True),
        ("head, advisor who works next door, too", HEAD, {"advisor"}, ([NORTH], [HAFEN, TURM]), False),
        ("head, advisor who also heads", HEAD, {"advisor", "project_lead"}, ([NORTH], [HAFEN]), False),
        ("coordinator, advisor of two places", COORDINATOR, {"advisor"}, ([NORTH], [HAFEN, TURM]), True),
        ("coordinator, works in two networks", COORDINATOR, {"advisor"}, ([NORTH, SOUTH], [HAFEN]), False),
        ("coordinator, programme office", COORDINATOR, {"programme_office"}, ([], []), False),
        ("office sees no member", OFFICE, {"coordinator"}, ([NORTH], []), False),
        ("nobody's roles", COORDINATOR, set(), ([], []), False),
    ],
)
def test_a_reset_link_never_opens_more_than_the_manager_answers_for(
    case: str, manager: Position, roles: set[str], where: tuple[list[UUID], list[UUID]], expected: bool
) -> None:
    networks, projects = where
    assert may_help([manager], roles=roles, networks=networks, projects=projects) is expected, case


@pytest.mark.parametrize(
    ("case", "roles", "policies", "expected"),
    [
        ("no role, no case files", set(), ["everybody"], False),
        ("advisor where everybody must", {"advisor"}, ["everybody"], True),
        ("advisor where only heads must", {"advisor"}, ["leading"], False),
        ("head where only heads must", {"project_lead"}, ["leading"], True),
        ("coordinator where nobody must", {"coordinator"}, ["nobody"], False),
        ("the stricter of two networks", {"advisor"}, ["nobody", "everybody"], True),
        ("office with demonstrations alone", {"programme_office"}, ["nobody"], False),
        ("office where one network is real", {"programme_office"}, ["nobody", "leading"], True),
        ("office before the first network", {"programme_office"}, [], True),
    ],
)
def test_who_needs_a_second_factor(case: str, roles: set[str], policies: list[str], expected: bool) -> None:
    assert second_factor_needed(roles=roles, policies=policies, at_least="nobody") is expected, case


@pytest.mark.parametrize(
    ("at_least", "asked", "allowed"),
    [
        ("nobody", [], ["everybody", "leading", "nobody"]),
        (
            "leading",
            ["project_lead", "coordinator", "programme_office", "data_protection"],
            ["everybody", "leading"],
        ),
        ("everybody", [role.value for role in Role], ["everybody"]),
    ],
)
def test_no_network_asks_for_less_than_the_installation(
    at_least: str, asked: list[str], allowed: list[str]
) -> None:
    needed = [
        role.value
        for role in Role
        if second_factor_needed(roles={role.value}, policies=["nobody"], at_least=at_least)
    ]

    assert needed == asked
    assert policies_allowed(SecondFactorFor(at_least)) == tuple(allowed)


@pytest.mark.parametrize(
    ("from_on", "reviewed_on", "expected"),
    [
        (date(2026, 5, 25), None, False),
        (date(2026, 5, 24), None, True),
        (date(2022, 10, 1), date(2026, 5, 24), True),
        (date(2022, 10, 1), date(2026, 5, 25), False),
    ],
)
def test_a_review_is_due_six_months_after_the_last(
    from_on: date, reviewed_on: date | None, expected: bool
) -> None:
    due = review_due(from_on=from_on, reviewed_on=reviewed_on, today=date(2026, 11, 24))

    assert due is expected
