from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wir.kit.births import Birth
from wir.kit.calendar import completed_years

DAYS = st.dates(date(1920, 1, 1), date(2026, 11, 24))


@pytest.mark.parametrize(
    ("birth", "first", "last", "exact"),
    [
        (Birth(1985), date(1985, 1, 1), date(1985, 12, 31), None),
        (Birth(1984, 2), date(1984, 2, 1), date(1984, 2, 29), None),
        (Birth(1984, 2, 29), date(1984, 2, 29), date(1984, 2, 29), date(1984, 2, 29)),
    ],
)
def test_a_birth_date_lies_between_two_days(
    birth: Birth, first: date, last: date, exact: date | None
) -> None:
    assert (birth.first, birth.last, birth.exact) == (first, last, exact)


@pytest.mark.parametrize(
    ("on", "reached"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), None),
        (date(2026, 12, 30), None),
        (date(2026, 12, 31), True),
    ],
)
def test_an_age_is_open_while_it_hangs_on_the_day(on: date, reached: bool | None) -> None:
    assert Birth(2011).reached(15, on) is reached


@given(DAYS, DAYS, st.integers(0, 100))
def test_what_is_decided_without_the_day_is_right_for_every_day(born: date, on: date, age: int) -> None:
    for known in (Birth(born.year), Birth(born.year, born.month), Birth(born.year, born.month, born.day)):
        reached = known.reached(age, on)

        assert reached is None or reached == (completed_years(born, on) >= age)
        assert known.ages(on)[0] <= completed_years(born, on) <= known.ages(on)[1]
