from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wir.counselling.rules.matters import Delivery, Instruction, LegalField, Remedy, silent_since
from wir.counselling.rules.remedies import Counted, Doubt, NoticeFacts, remedy_period

BY_POST = NoticeFacts(
    field=LegalField.SOCIAL,
    remedy=Remedy.OBJECTION,
    way=Delivery.POST,
    dated_on=date(2026, 3, 2),
    posted_on=date(2026, 3, 3),
    received_on=date(2026, 3, 5),
    instruction=Instruction.THERE,
)


def test_a_posted_notice_of_the_jobcenter_counts_as_known_after_four_days() -> None:
    period = remedy_period(BY_POST)

    steps = [(step.counted, step.day, step.section) for step in period.safe.steps]
    assert steps == [
        (Counted.POSTED, date(2026, 3, 3), ""),
        (Counted.FOUR_DAYS, date(2026, 3, 7), "§ 37 Abs. 2 SGB X"),  # a Saturday: that is no matter here
        (Counted.ONE_MONTH, date(2026, 4, 7), "§ 84 Abs. 1 SGG, §§ 187, 188 BGB"),
    ]
    assert period.legal == period.safe
    assert period.doubts == ()


def test_before_2025_it_counted_as_known_after_three_days() -> None:
    old = replace(
        BY_POST, dated_on=date(2024, 12, 30), posted_on=date(2024, 12, 31), received_on=date(2025, 1, 2)
    )

    assert [step.day for step in remedy_period(old).legal.steps][1:] == [date(2025, 1, 3), date(2025, 2, 3)]


def test_an_authority_of_a_land_may_still_count_three_days() -> None:
    period = remedy_period(replace(BY_POST, field=LegalField.GENERAL))

    assert period.legal.last_day == date(2026, 4, 7)
    assert period.safe.last_day == date(2026, 4, 7)  # 6 April is Easter Monday
    assert period.safe.steps[1].day == date(2026, 3, 6)
    assert period.doubts == (Doubt.LAND_MAY_COUNT_THREE,)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 1, 31), date(2026, 3, 2)),  # 28 February is a Saturday
        (date(2026, 4, 1), date(2026, 5, 4)),  # 1 May, then a weekend
        (date(2026, 11, 24), date(2026, 12, 24)),
        (date(2026, 11, 25), date(2026, 12, 28)),  # both days of Christmas, then a Sunday
        (date(2026, 2, 28), date(2026, 3, 30)),  # Saturday the 28th
    ],
)
def test_the_last_day_moves_over_weekends_and_holidays_of_every_land(received: date, last: date) -> None:
    served = replace(BY_POST, way=Delivery.SERVED, dated_on=received, posted_on=None, received_on=received)

    assert remedy_period(served).safe.last_day == last


def test_a_holiday_of_some_laender_does_not_make_the_period_longer() -> None:
    served = replace(
        BY_POST,
        way=Delivery.SERVED,
        dated_on=date(2025, 9, 30),
        posted_on=None,
        received_on=date(2025, 9, 30),
    )
    reformation = replace(served, received_on=date(2025, 10, 1), dated_on=date(2025, 10, 1))

    assert remedy_period(reformation).safe.last_day == date(2025, 11, 3)  # All Saints is a Saturday
    period = remedy_period(replace(served, received_on=date(2024, 9, 30), dated_on=date(2024, 9, 30)))
    assert period.safe.last_day == date(2024, 10, 30)
    period = remedy_period(replace(served, received_on=date(2024, 10, 1), dated_on=date(2024, 10, 1)))
    assert period.safe.last_day == date(2024, 11, 1)
    assert period.doubts == (Doubt.PERHAPS_HOLIDAY,)


def test_the_day_of_repentance_is_the_last_wednesday_before_the_23rd_of_november() -> None:
    served = replace(BY_POST, way=Delivery.SERVED, posted_on=None)
    for year, day in ((2022, 16), (2026, 18), (2023, 22)):
        known = date(year, 10, day)
        period = remedy_period(replace(served, dated_on=known, received_on=known))
        assert period.doubts == (Doubt.PERHAPS_HOLIDAY,), year


def test_a_late_letter_counts_by_law_and_not_for_the_safe_day() -> None:
    period = remedy_period(replace(BY_POST, received_on=date(2026, 3, 20)))

    assert period.legal.last_day == date(2026, 4, 20)
    assert period.safe.last_day == date(2026, 4, 7)
    assert period.doubts == (Doubt.CAME_LATER,)


def test_a_wrong_instruction_gives_a_year_on_which_nobody_should_rely() -> None:
    period = remedy_period(replace(BY_POST, instruction=Instruction.MISSING_OR_WRONG))

    assert period.legal.last_day == date(2027, 3, 8)  # the 7th is a Sunday, the 8th a holiday in two Länder
    assert period.legal.steps[2].section.startswith("§ 66 Abs. 2 SGG")
    assert period.safe.last_day == date(2026, 4, 7)
    assert period.doubts == (Doubt.INSTRUCTION_WRONG, Doubt.PERHAPS_HOLIDAY)


def test_a_notice_of_the_bundesamt_gives_two_weeks_or_one() -> None:
    asylum = replace(
        BY_POST,
        field=LegalField.ASYLUM,
        remedy=Remedy.ACTION,
        way=Delivery.SERVED,
        received_on=date(2026, 3, 5),
    )

    assert remedy_period(asylum).safe.last_day == date(2026, 3, 19)
    assert remedy_period(replace(asylum, one_week=True)).safe.last_day == date(2026, 3, 12)


def test_since_the_asylum_law_changed_the_safe_period_is_one_week() -> None:
    period = remedy_period(
        replace(
            BY_POST,
            field=LegalField.ASYLUM,
            remedy=Remedy.ACTION,
            dated_on=date(2026, 11, 16),
            posted_on=None,
            received_on=date(2026, 11, 19),
        )
    )

    assert period.legal.last_day == date(2026, 12, 3)
    assert period.safe.last_day == date(2026, 11, 26)
    assert period.doubts == (Doubt.ASYLUM_LAW_CHANGED,)


def test_an_earlier_day_that_the_notice_names_is_taken_and_a_later_one_is_asked_about() -> None:
    earlier = remedy_period(replace(BY_POST, stated_until=date(2026, 3, 31)))
    later = remedy_period(replace(BY_POST, stated_until=date(2026, 4, 20)))

    assert (earlier.safe.last_day, earlier.doubts) == (date(2026, 3, 31), (Doubt.STATED_EARLIER,))
    assert (later.safe.last_day, later.doubts) == (date(2026, 4, 7), (Doubt.STATED_LATER,))


def test_a_silent_authority_may_be_taken_to_court_after_three_or_six_months() -> None:
    assert silent_since(LegalField.GENERAL, date(2026, 11, 30)) == (date(2027, 2, 28), "§ 75 S. 2 VwGO")
    assert silent_since(LegalField.SOCIAL, date(2026, 8, 31)) == (date(2027, 2, 28), "§ 88 Abs. 1 SGG")
    assert silent_since(LegalField.ASYLUM, date(2026, 8, 31)) is None


NOTICES = st.builds(
    NoticeFacts,
    field=st.sampled_from(LegalField),
    remedy=st.sampled_from(Remedy),
    way=st.sampled_from(Delivery),
    dated_on=st.just(date(2026, 3, 2)),
    posted_on=st.none() | st.dates(date(2026, 3, 2), date(2026, 3, 12)),
    received_on=st.dates(date(2026, 3, 12), date(2026, 4, 20)),
    instruction=st.sampled_from(Instruction),
    one_week=st.booleans(),
    stated_until=st.none() | st.dates(date(2026, 3, 3), date(2027, 5, 1)),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(notice=NOTICES, years=st.integers(-10, 10), days=st.integers(0, 400))
def test_the_safe_day_never_lies_behind_the_legal_one(notice: NoticeFacts, years: int, days: int) -> None:
    shift = timedelta(days=365 * years + days)
    moved = replace(
        notice,
        dated_on=notice.dated_on + shift,
        posted_on=notice.posted_on and notice.posted_on + shift,
        received_on=notice.received_on + shift,
        stated_until=notice.stated_until and notice.stated_until + shift,
    )
    period = remedy_period(moved)

    assert moved.dated_on < period.safe.last_day <= period.legal.last_day
    assert period.legal.last_day.weekday() < 5
    assert period.safe == period.legal or period.doubts
