"""EECO01–17 by exact cases, and the data nothing is reported without."""

from datetime import date
from typing import Any

import pytest

from wir.monitoring.rules import DE_SGB3, EC, Answer, Employment, EntryFacts, Profile, Record, State
from wir.monitoring.tests.facts import amal, derived, employed, inactive

AGE = {"EECO06", "EECO07", "EECO08"}
EDUCATION = {"EECO09", "EECO10", "EECO11"}
STATUS = {"EECO02", "EECO04", "EECO05"}


def among(group: set[str], record: Record) -> list[str]:
    return [indicator for indicator in derived(record).indicators if indicator in group]


@pytest.mark.parametrize(
    ("case", "born_on", "since", "profile", "long_term"),
    [
        ("24, exactly six months", date(2000, 9, 1), date(2024, 9, 1), EC, False),
        ("24, six months and a day", date(2000, 9, 1), date(2024, 8, 31), EC, True),
        ("24, six months end on 28 February", date(2000, 9, 1), date(2024, 8, 29), EC, True),
        ("25 on the day of entry, seven months", date(2000, 3, 1), date(2024, 8, 1), EC, False),
        ("24 until the day after entry, seven months", date(2000, 3, 2), date(2024, 8, 1), EC, True),
        ("34, exactly twelve months", date(1990, 6, 15), date(2024, 3, 1), EC, False),
        ("34, twelve months and a day", date(1990, 6, 15), date(2024, 2, 29), EC, True),
        ("34, exactly one year in Germany", date(1990, 6, 15), date(2024, 3, 1), DE_SGB3, True),
        ("34, a day short of one year in Germany", date(1990, 6, 15), date(2024, 3, 2), DE_SGB3, False),
        ("20, seven months in Germany", date(2004, 9, 1), date(2024, 8, 1), DE_SGB3, False),
        ("unemployed on the day of entry", date(1990, 6, 15), date(2025, 3, 1), DE_SGB3, False),
    ],
)
def test_long_term_unemployment_depends_on_the_profile(
    case: str, born_on: date, since: date, profile: Profile, long_term: bool
) -> None:
    one = derived(amal(born_on=born_on, unemployed_since=since), profile=profile)

    assert ("EECO03" in one.indicators) is long_term, case


def test_long_term_unemployment_says_why() -> None:
    why = derived(amal(born_on=date(2001, 5, 5), unemployed_since=date(2024, 1, 14))).why("EECO03")

    assert why is not None
    assert why.as_json() == {
        "code": "EECO03",
        "days": 412,
        "age": 23,
        "profile": "EC",
        "unemployed_since": "2024-01-14",
    }


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        (date(2007, 3, 2), ["EECO06"]),
        (date(2007, 3, 1), ["EECO07"]),
        (date(1995, 3, 2), ["EECO07"]),
        (date(1995, 3, 1), []),
        (date(1970, 3, 2), []),
        (date(1970, 3, 1), ["EECO08"]),
    ],
)
def test_age_is_completed_years_at_entry(born_on: date, expected: list[str]) -> None:
    assert among(AGE, amal(born_on=born_on)) == expected


@pytest.mark.parametrize(
    ("entered_on", "expected"), [(date(2026, 2, 28), "EECO06"), (date(2026, 3, 1), "EECO07")]
)
def test_a_birthday_on_29_february_falls_on_1_march(entered_on: date, expected: str) -> None:
    assert among(AGE, inactive(born_on=date(2008, 2, 29), entered_on=entered_on)) == [expected]


@pytest.mark.parametrize(
    ("isced", "expected"),
    [(0, "EECO09"), (2, "EECO09"), (3, "EECO10"), (4, "EECO10"), (5, "EECO11"), (8, "EECO11")],
)
def test_every_level_of_education_counts_once(isced: int, expected: str) -> None:
    assert among(EDUCATION, amal(isced=isced)) == [expected]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (EntryFacts(registered_unemployed=True, in_paid_work=True), Employment.UNEMPLOYED),
        (EntryFacts(registered_unemployed=True), Employment.UNEMPLOYED),
        (
            EntryFacts(registered_unemployed=True, in_paid_work=True, in_almp_measure=True),
            Employment.EMPLOYED,
        ),
        (
            EntryFacts(registered_unemployed=True, in_paid_work=False, in_almp_measure=True),
            Employment.INACTIVE,
        ),
        (EntryFacts(registered_unemployed=False, in_paid_work=True), Employment.EMPLOYED),
        (EntryFacts(registered_unemployed=False, on_parental_leave=True), Employment.EMPLOYED),
        (EntryFacts(registered_unemployed=False, in_paid_work=False), Employment.INACTIVE),
        (EntryFacts(registered_unemployed=False), None),
        (EntryFacts(in_paid_work=True), None),
        (EntryFacts(), None),
    ],
)
def test_the_status_follows_from_the_facts_or_stays_unknown(
    facts: EntryFacts, expected: Employment | None
) -> None:
    assert facts.status == expected


def test_a_stated_status_goes_before_the_facts() -> None:
    facts = EntryFacts(registered_unemployed=True, in_paid_work=False)

    assert among(STATUS, inactive(facts=facts)) == ["EECO04"]
    assert among(STATUS, amal(stated_status=None, facts=facts)) == ["EECO02"]
    assert among(STATUS, employed()) == ["EECO05"]


@pytest.mark.parametrize(
    ("citizenships", "counts"),
    [
        (("SYR",), True),
        (("XXA",), True),
        (("XXX",), True),
        (("CHE",), True),
        (("NOR",), True),
        (("GBR",), True),
        (("SYR", "DEU"), False),
        (("HRV",), False),
        ((), False),
        (None, False),
    ],
)
def test_third_country_nationals_are_those_without_any_union_citizenship(
    citizenships: tuple[str, ...] | None, counts: bool
) -> None:
    assert ("EECO13" in derived(amal(citizenships=citizenships)).indicators) is counts


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NO, Answer.REFUSED, None])
@pytest.mark.parametrize(
    ("field", "indicator"),
    [
        ("disability", "EECO12"),
        ("foreign_background", "EECO14"),
        ("minority", "EECO15"),
        ("homeless", "EECO16"),
    ],
)
def test_only_yes_counts_and_refusing_costs_nothing(
    field: str, indicator: str, answer: Answer | None
) -> None:
    one = derived(amal(**{field: answer}))

    assert one.state == State.REPORTED
    assert (indicator in one.indicators) is (answer == Answer.YES)


@pytest.mark.parametrize(("degurba", "counts"), [(1, False), (2, False), (3, True), (None, False)])
def test_only_thinly_populated_is_rural(degurba: int | None, counts: bool) -> None:
    assert ("EECO17" in derived(amal(degurba=degurba)).indicators) is counts


@pytest.mark.parametrize(
    ("gone", "code"),
    [
        ({"gender": None}, "V-COMPLETE:gender"),
        ({"born_on": None}, "V-COMPLETE:birth"),
        ({"stated_status": None, "unemployed_since": None}, "V-COMPLETE:entry_emp"),
        ({"stated_status": None}, "V-COMPLETE:entry_emp"),
        ({"unemployed_since": None}, "V-COMPLETE:unemp_since"),
        ({"isced": None}, "V-COMPLETE:isced"),
    ],
)
def test_one_gap_and_nothing_is_reported(gone: dict[str, Any], code: str) -> None:
    one = derived(amal(**gone))

    assert (one.state, one.indicators, one.codes) == (State.INCOMPLETE, (), (code,))


def test_all_gaps_are_named_at_once() -> None:
    one = derived(amal(gender=None, born_on=None, unemployed_since=None, isced=None))

    assert one.codes == (
        "V-COMPLETE:birth",
        "V-COMPLETE:gender",
        "V-COMPLETE:isced",
        "V-COMPLETE:unemp_since",
    )


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (amal(left_on=date(2025, 2, 28)), "V-DATE:exit_before_entry"),
        (inactive(born_on=date(2025, 3, 2)), "V-DATE:birth_after_entry"),
        (amal(unemployed_since=date(2025, 3, 2)), "V-DATE:unemp_since_after_entry"),
        (
            amal(stated_status=Employment.INACTIVE),
            "V-CONTRA:unemp_since_without_unemployed",
        ),
        (
            amal(
                stated_status=None,
                facts=EntryFacts(registered_unemployed=True, in_paid_work=False, in_almp_measure=True),
            ),
            "V-CONTRA:unemp_since_without_unemployed",
        ),
        (amal(isced=9), "V-CODE:isced"),
        (amal(isced=-1), "V-CODE:isced"),
    ],
)
def test_a_contradiction_makes_it_invalid(record: Record, code: str) -> None:
    one = derived(record)

    assert (one.state, one.indicators, one.codes) == (State.INVALID, (), (code,))


def test_a_contradiction_in_any_record_blocks_the_participation() -> None:
    later = amal(entered_on=date(2027, 2, 1), left_on=date(2027, 1, 1))

    assert derived(amal(), later).state == State.INVALID


def test_leaving_on_the_day_of_entry_contradicts_nothing() -> None:
    assert derived(amal(left_on=amal().entered_on)).state == State.REPORTED
