"""Who is a participant, from when, and what a second entry does."""

from datetime import date
from decimal import Decimal

import pytest

from wir.monitoring.rules import EC, Employment, ExitState, Qualification, Record, State, derive
from wir.monitoring.tests.facts import EXIT, amal, derived, inactive, on_leaving

AGAIN = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("hours", "state"),
    [
        (["8"], State.REPORTED),
        (["7.99"], State.NOT_PARTICIPANT),
        (["4", "4"], State.REPORTED),
        (["0.1"] * 80, State.REPORTED),
        (["3", "4.5"], State.NOT_PARTICIPANT),
    ],
)
def test_eight_hours_in_all_records_together_make_a_participant(hours: list[str], state: State) -> None:
    records = [amal(subproject=f"tp-{n}", hours=Decimal(spent)) for n, spent in enumerate(hours)]

    assert derived(*records).state == state


def test_too_few_hours_say_how_many() -> None:
    why = derived(amal(hours=Decimal(3))).why("not_participant")

    assert why is not None
    assert why.as_json() == {"code": "not_participant", "direct": 1, "hours": "3", "minimum_hours": "8"}


def test_whoever_only_sits_in_is_no_participant() -> None:
    one = derived(amal(direct=False))

    assert (one.state, one.indicators, one.codes) == (State.NOT_PARTICIPANT, (), ())


def test_participation_begins_with_the_first_direct_stay() -> None:
    sits_in = inactive(entered_on=date(2025, 1, 2), direct=False, gender=None, isced=None)

    one = derived(sits_in, amal())

    assert (one.state, one.entered_on) == (State.REPORTED, amal().entered_on)
    assert "EECO02" in one.indicators


def test_a_later_entry_is_future_until_its_day() -> None:
    before = derived(amal(), as_of=date(2025, 2, 28))
    on_the_day = derived(amal(), as_of=date(2025, 3, 1))

    assert (before.state, before.indicators, before.next_change_on) == (State.FUTURE, (), date(2025, 3, 1))
    assert (on_the_day.state, on_the_day.next_change_on) == (State.REPORTED, None)


def test_hours_of_a_stay_that_has_not_begun_do_not_count() -> None:
    records = [amal(hours=Decimal(5)), amal(hours=Decimal(5), entered_on=AGAIN)]

    before = derived(*records, as_of=date(2026, 1, 31))

    assert (before.state, before.next_change_on) == (State.NOT_PARTICIPANT, AGAIN)
    assert derived(*records, as_of=AGAIN).state == State.REPORTED


def test_a_second_entry_keeps_the_outputs_and_withdraws_the_result() -> None:
    first = inactive(**on_leaving((EXIT, Employment.UNEMPLOYED)), born_on=date(1996, 1, 5))
    second = amal(entered_on=AGAIN, unemployed_since=EXIT, born_on=date(1996, 1, 5))

    before = derived(first, second, as_of=date(2026, 1, 31))
    after = derived(first, second, as_of=AGAIN)

    assert before.indicators == ("EECO01", "EECO04", "EECO07", "EECO10", "EECO13", "EECR01")
    assert before.next_change_on == AGAIN
    assert after.indicators == ("EECO01", "EECO04", "EECO07", "EECO10", "EECO13")
    assert after.exit_state == ExitState.OPEN


def test_results_come_from_the_last_stay_only() -> None:
    first = amal(**on_leaving((EXIT, Employment.EMPLOYED)), qualification=Qualification(EXIT, certified=True))
    second = amal(entered_on=AGAIN, left_on=date(2026, 6, 30), unemployed_since=AGAIN)

    one = derived(first, second)

    assert (one.exit_state, one.left_on) == (ExitState.OVERDUE, date(2026, 6, 30))
    assert one.indicators == ("EECO01", "EECO02", "EECO10", "EECO13")


def test_of_two_stays_begun_on_one_day_the_longer_one_is_the_last() -> None:
    ended = amal(subproject="tp-2", **on_leaving((EXIT, Employment.EMPLOYED)))

    assert derived(amal(), ended).exit_state == ExitState.OPEN
    assert derived(ended, amal()).subprojects == ("tp-1", "tp-2")


def test_a_child_of_14_is_reported_with_a_warning() -> None:
    at_14 = derived(inactive(born_on=date(2010, 3, 2)))
    at_15 = derived(inactive(born_on=date(2010, 3, 1)))

    assert (at_14.state, at_14.codes) == (State.REPORTED, ("W-TARGETGROUP",))
    assert (at_15.state, at_15.codes) == (State.REPORTED, ())


def test_an_incomplete_file_still_says_that_the_exit_is_overdue() -> None:
    one = derived(amal(isced=None, left_on=EXIT))

    assert (one.state, one.exit_state, one.indicators) == (State.INCOMPLETE, ExitState.OVERDUE, ())


@pytest.mark.parametrize("records", [[], [amal(), amal(person="bela")], [amal(), amal(operation="op-2")]])
def test_anything_but_one_person_in_one_operation_is_refused(records: list[Record]) -> None:
    with pytest.raises(ValueError, match="one person in one operation"):
        derive(records, profile=EC, as_of=EXIT)
