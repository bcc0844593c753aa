"""No database, no clock: these run in milliseconds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wir.eligibility.rules.answers import MayWork
from wir.eligibility.rules.vocabulary import Activity
from wir.kit.periods import Period
from wir.placement.rules import (
    DECLINED,
    OPEN_STATES,
    ApplicationState,
    Obstacle,
    OpportunityKind,
    Start,
    activity_for,
    answer_without_rules,
    next_steps,
    obstacles_to_end,
    obstacles_to_move,
    obstacles_to_start,
    probation_end,
)

ENTRY, APRIL, MAY, JUNE = date(2026, 3, 2), date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)
JOB = OpportunityKind.JOB
SUGGESTED, SENT = ApplicationState.SUGGESTED, ApplicationState.SENT


def start(starts_on: date = APRIL, **agreed: object) -> Start:
    values = {"kind": JOB, "starts_on": starts_on, **agreed}
    return Start(**values)  # type: ignore[arg-type]


def obstacles(
    wanted: Start,
    *,
    state: ApplicationState = SUGGESTED,
    entered_on: date | None = ENTRY,
    may_work: str = "yes",
    others: tuple[Period, ...] = (),
) -> list[Obstacle]:
    return obstacles_to_start(
        wanted, state=state, entered_on=entered_on, may_work=may_work, other_spells=others, today=APRIL
    )


@pytest.mark.parametrize(
    ("case", "found", "expected"),
    [
        ("nothing in the way", obstacles(start()), []),
        ("starts on the day of entry", obstacles(start(ENTRY)), []),
        ("before entry", obstacles(start(date(2026, 3, 1))), [Obstacle.BEFORE_ENTRY]),
        ("no stay", obstacles(start(), entered_on=None), [Obstacle.NO_OPEN_STAY]),
        ("started before", obstacles(start(), state=ApplicationState.STARTED), [Obstacle.APPLICATION_CLOSED]),
        ("declined", obstacles(start(), state=DECLINED[0]), [Obstacle.APPLICATION_CLOSED]),
        ("a year ahead", obstacles(start(date(2027, 4, 1))), []),
        ("over a year ahead", obstacles(start(date(2027, 4, 2))), [Obstacle.TOO_FAR_AHEAD]),
        ("ends on the first day", obstacles(start(ends_on=APRIL)), [Obstacle.ENDS_BEFORE_START]),
        ("six months of probation", obstacles(start(probation_months=6)), []),
        ("seven months", obstacles(start(probation_months=7)), [Obstacle.PROBATION_TOO_LONG]),
        (
            "five months as apprentice",
            obstacles(start(kind=OpportunityKind.APPRENTICESHIP, probation_months=5)),
            [Obstacle.PROBATION_TOO_LONG],
        ),
        ("touches another", obstacles(start(ends_on=MAY), others=(Period(MAY),)), []),
        ("overlaps", obstacles(start(ends_on=JUNE), others=(Period(MAY),)), [Obstacle.OVERLAPS_OTHER_SPELL]),
        ("a course beside", obstacles(start(kind=OpportunityKind.COURSE), others=(Period(MAY),)), []),
        ("forbidden", obstacles(start(), may_work="no"), [Obstacle.WORK_FORBIDDEN]),
        (
            "forbidden, whatever was seen",
            obstacles(start(permission_confirmed=True), may_work="no"),
            [Obstacle.WORK_FORBIDDEN],
        ),
        (
            "permission not seen",
            obstacles(start(), may_work="yes_with_permission"),
            [Obstacle.PERMISSION_NOT_CONFIRMED],
        ),
        ("seen", obstacles(start(permission_confirmed=True), may_work="yes_with_permission"), []),
        ("undecided", obstacles(start(), may_work="undecided"), [Obstacle.WORK_UNDECIDED]),
        ("undecided, seen", obstacles(start(permission_confirmed=True), may_work="undecided"), []),
        (
            "all reasons at once",
            obstacles(start(), entered_on=None, may_work="no", others=(Period(ENTRY),)),
            [Obstacle.NO_OPEN_STAY, Obstacle.OVERLAPS_OTHER_SPELL, Obstacle.WORK_FORBIDDEN],
        ),
    ],
)
def test_obstacles_to_start(case: str, found: list[Obstacle], expected: list[Obstacle]) -> None:
    assert found == expected, case


@pytest.mark.parametrize(
    ("case", "state", "to", "on", "expected"),
    [
        ("forward", SUGGESTED, SENT, APRIL, []),
        ("two steps at once", SUGGESTED, ApplicationState.OFFERED, APRIL, []),
        ("declined while open", SENT, DECLINED[1], APRIL, []),
        ("back", SENT, SUGGESTED, APRIL, [Obstacle.STEP_NOT_POSSIBLE]),
        ("to started without a start", SENT, ApplicationState.STARTED, APRIL, [Obstacle.STEP_NOT_POSSIBLE]),
        ("after it is closed", DECLINED[0], SENT, APRIL, [Obstacle.APPLICATION_CLOSED]),
        ("before the last step", SUGGESTED, SENT, date(2026, 3, 9), [Obstacle.BEFORE_LAST_STEP]),
        ("tomorrow", SUGGESTED, SENT, date(2026, 4, 2), [Obstacle.IN_FUTURE]),
    ],
)
def test_obstacles_to_move(
    case: str, state: ApplicationState, to: ApplicationState, on: date, expected: list[Obstacle]
) -> None:
    found = obstacles_to_move(state=state, to=to, since_on=date(2026, 3, 10), on=on, today=APRIL)

    assert found == expected, case


@pytest.mark.parametrize(
    ("case", "ends_on", "ended", "others", "expected"),
    [
        ("later than the start", MAY, False, (), []),
        ("on the first day", APRIL, False, (), [Obstacle.ENDS_BEFORE_START]),
        ("ended before", MAY, True, (), [Obstacle.ALREADY_ENDED]),
        ("up to the next", MAY, False, (Period(MAY),), []),
        ("into the next", JUNE, False, (Period(MAY),), [Obstacle.OVERLAPS_OTHER_SPELL]),
    ],
)
def test_obstacles_to_end(
    case: str, ends_on: date, ended: bool, others: tuple[Period, ...], expected: list[Obstacle]
) -> None:
    found = obstacles_to_end(kind=JOB, starts_on=APRIL, ends_on=ends_on, ended=ended, other_spells=others)

    assert found == expected, case


@pytest.mark.parametrize(
    ("kind", "skilled", "activity"),
    [
        (JOB, False, Activity.EMPLOYMENT_UNSKILLED),
        (JOB, True, Activity.EMPLOYMENT_SKILLED),
        (OpportunityKind.APPRENTICESHIP, False, Activity.VOCATIONAL_TRAINING_IN_COMPANY),
        (OpportunityKind.SCHOOL, False, Activity.SCHOOL_BASED_TRAINING),
        (OpportunityKind.INTERNSHIP, False, Activity.INTERNSHIP_ORIENTATION),
        (OpportunityKind.INTRODUCTORY_TRAINING, False, Activity.INTRODUCTORY_TRAINING),
        (OpportunityKind.COURSE, False, None),
    ],
)
def test_each_kind_has_its_activity(kind: OpportunityKind, skilled: bool, activity: Activity | None) -> None:
    assert activity_for(kind, skilled=skilled) is activity


def test_a_course_needs_no_permission_and_of_other_kinds_nothing_is_known() -> None:
    assert answer_without_rules(OpportunityKind.COURSE) is MayWork.YES
    assert answer_without_rules(OpportunityKind.JOB) is MayWork.UNDECIDED


@pytest.mark.parametrize(
    ("kind", "months", "expected"),
    [
        (JOB, 6, date(2026, 10, 1)),
        (JOB, None, None),
        (OpportunityKind.APPRENTICESHIP, 4, date(2026, 8, 1)),
        (OpportunityKind.SCHOOL, 3, None),
    ],
)
def test_probation_ends_after_the_months_agreed(
    kind: OpportunityKind, months: int | None, expected: date | None
) -> None:
    assert probation_end(kind, APRIL, months) == expected


@given(path=st.lists(st.integers(min_value=0, max_value=10), max_size=10))
def test_every_way_through_the_states_ends_and_never_comes_back(path: list[int]) -> None:
    state, seen = SUGGESTED, {SUGGESTED}
    for choice in path:
        steps = next_steps(state)
        if not steps:
            assert state not in OPEN_STATES
            break
        state = steps[choice % len(steps)]
        assert state not in seen
        seen.add(state)
