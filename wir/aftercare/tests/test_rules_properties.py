"""What holds for the check-ins of every spell, whatever was agreed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wir.aftercare.rules import CheckInKind, planned_check_ins

STARTS = st.dates(min_value=date(2022, 10, 1), max_value=date(2029, 12, 31))
DAYS = st.integers(min_value=1, max_value=400)


def later(starts_on: date, days: int | None) -> date | None:
    return None if days is None else starts_on + timedelta(days=days)


@given(starts_on=STARTS, probation=st.none() | DAYS, length=st.none() | DAYS)
def test_check_ins_are_in_order_each_once_and_inside_the_spell(
    starts_on: date, probation: int | None, length: int | None
) -> None:
    ends_on = later(starts_on, length)

    planned = planned_check_ins(
        starts_on=starts_on, probation_until=later(starts_on, probation), ends_on=ends_on
    )

    days = [day for _, day in planned]
    kinds = [kind for kind, _ in planned]
    assert days == sorted(days)
    assert len(kinds) == len(set(kinds))
    assert all(starts_on <= day for day in days)
    assert ends_on is None or all(day < ends_on for day in days)


@given(starts_on=STARTS, probation=DAYS)
def test_an_open_spell_misses_no_check_in(starts_on: date, probation: int) -> None:
    planned = planned_check_ins(
        starts_on=starts_on, probation_until=later(starts_on, probation), ends_on=None
    )

    assert {kind for kind, _ in planned} == set(CheckInKind)


@given(starts_on=STARTS, length=DAYS, longer=DAYS)
def test_a_longer_spell_keeps_the_check_ins_of_a_shorter_one(
    starts_on: date, length: int, longer: int
) -> None:
    short = planned_check_ins(starts_on=starts_on, probation_until=None, ends_on=later(starts_on, length))
    long = planned_check_ins(
        starts_on=starts_on, probation_until=None, ends_on=later(starts_on, length + longer)
    )

    assert long[: len(short)] == short
