from datetime import date

from wir.counselling.rules import (
    ContactProblem,
    PlanProblem,
    StayProblem,
    obstacles_to_contact,
    obstacles_to_entry,
    obstacles_to_exit,
    obstacles_to_finishing,
    obstacles_to_goal,
    obstacles_to_reaching,
    obstacles_to_step,
)
from wir.kit.periods import Period

TODAY = date(2026, 11, 24)
FUNDING = Period(date(2022, 10, 1), date(2027, 10, 1))


def entry(
    entered_on: date, *, last_exit: date | None = None, already_open: bool = False, advisor_here: bool = True
) -> list[StayProblem]:
    return obstacles_to_entry(
        entered_on=entered_on,
        today=TODAY,
        funding=FUNDING,
        last_exit=last_exit,
        already_open=already_open,
        advisor_here=advisor_here,
        consent=True,
    )


def contact(
    on: date, *, minutes: int = 30, came: bool = True, note: str = "", in_team: bool = True
) -> list[ContactProblem]:
    return obstacles_to_contact(
        on=on,
        today=TODAY,
        minutes=minutes,
        came=came,
        note=note,
        in_team=in_team,
        spoken=True,
        beyond_consent=False,
    )


def test_somebody_may_enter_today_and_on_the_first_day_of_the_funding() -> None:
    assert entry(TODAY) == []
    assert entry(date(2022, 10, 1)) == []


def test_nobody_enters_tomorrow() -> None:
    assert entry(date(2026, 11, 25)) == [StayProblem.ENTRY_IN_FUTURE]


def test_nobody_enters_before_the_funding() -> None:
    assert entry(date(2022, 9, 30)) == [StayProblem.ENTRY_BEFORE_FUNDING]


def test_nobody_enters_from_the_day_on_which_the_funding_has_ended() -> None:
    assert entry(date(2027, 9, 30)) == [StayProblem.ENTRY_IN_FUTURE]
    assert entry(date(2027, 10, 1)) == [StayProblem.ENTRY_IN_FUTURE, StayProblem.ENTRY_AFTER_FUNDING]


def test_a_new_stay_may_begin_on_the_last_day_of_the_one_before_but_not_earlier() -> None:
    assert entry(date(2026, 5, 1), last_exit=date(2026, 5, 1)) == []
    assert entry(date(2026, 4, 30), last_exit=date(2026, 5, 1)) == [StayProblem.OVERLAPS_EARLIER]


def test_all_reasons_against_an_entry_are_told_at_once() -> None:
    assert entry(date(2026, 11, 25), already_open=True, advisor_here=False) == [
        StayProblem.ALREADY_OPEN,
        StayProblem.ENTRY_IN_FUTURE,
        StayProblem.ADVISOR_NOT_HERE,
    ]


def test_entry_and_exit_may_be_the_same_day() -> None:
    day = date(2026, 3, 2)
    assert obstacles_to_exit(entered_on=day, already_ended=False, exited_on=day, today=TODAY) == []


def test_a_contact_may_last_one_minute_up_to_twelve_hours() -> None:
    assert contact(TODAY, minutes=1) == []
    assert contact(TODAY, minutes=720) == []
    assert contact(TODAY, minutes=0) == [ContactProblem.MINUTES_OUT_OF_RANGE]
    assert contact(TODAY, minutes=721) == [ContactProblem.MINUTES_OUT_OF_RANGE]
    assert contact(TODAY, minutes=0, came=False) == []
    assert contact(TODAY, minutes=15, came=False) == [ContactProblem.MINUTES_OUT_OF_RANGE]


def test_a_contact_of_tomorrow_is_refused() -> None:
    assert contact(date(2026, 11, 25)) == [ContactProblem.IN_FUTURE]


def test_outside_the_case_team_a_contact_may_be_put_down_but_no_note() -> None:
    assert contact(TODAY, in_team=False) == []
    assert contact(TODAY, note="Wants to move.", in_team=False) == [ContactProblem.NOTE_NOT_IN_TEAM]


def test_a_goal_needs_words_and_is_not_agreed_on_tomorrow() -> None:
    assert obstacles_to_goal(title="Work", agreed_on=TODAY, today=TODAY) == []
    assert obstacles_to_goal(title=" ", agreed_on=date(2026, 11, 25), today=TODAY) == [
        PlanProblem.TITLE_MISSING,
        PlanProblem.IN_FUTURE,
    ]


def test_a_step_may_be_due_today_or_never_but_not_yesterday() -> None:
    assert obstacles_to_step(title="Call", due_on=TODAY, today=TODAY, goal_reached=False) == []
    assert obstacles_to_step(title="Call", due_on=None, today=TODAY, goal_reached=False) == []
    assert obstacles_to_step(title="Call", due_on=date(2026, 11, 23), today=TODAY, goal_reached=True) == [
        PlanProblem.DUE_IN_PAST,
        PlanProblem.GOAL_REACHED,
    ]


def test_a_step_is_done_once_and_not_tomorrow() -> None:
    assert obstacles_to_finishing(done_on=date(2026, 11, 25), today=TODAY, already_done=True) == [
        PlanProblem.STEP_DONE,
        PlanProblem.IN_FUTURE,
    ]


def test_a_goal_is_not_reached_before_it_was_agreed_on() -> None:
    assert obstacles_to_reaching(
        reached_on=date(2026, 3, 31), agreed_on=date(2026, 4, 1), today=TODAY, already_reached=False
    ) == [PlanProblem.BEFORE_AGREED]
