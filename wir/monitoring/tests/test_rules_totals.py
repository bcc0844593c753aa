"""Sums, identities, entities, samples and the programme's own rate by exact figures."""

from datetime import date
from fractions import Fraction

import pytest

from wir.monitoring.rules import (
    Count,
    Denominator,
    EntityKind,
    Gender,
    Outcome,
    Placed,
    Placement,
    Region,
    Support,
    Totals,
    broken_identities,
    draw,
    falls,
    programme_rate,
    questions,
    sample_size,
    stratum,
    total,
    total_by_region,
    total_by_subproject,
    total_entities,
)
from wir.monitoring.rules.profiles import DE_SGB3, EC
from wir.monitoring.tests.facts import amal, derived, employed, inactive

YEAR_END = date(2026, 12, 31)


def test_a_total_counts_reported_people_by_gender() -> None:
    people = [
        derived(amal()),
        derived(inactive(person="bela", gender=Gender.MALE)),
        derived(employed(person="cem", gender=Gender.NON_BINARY)),
        derived(amal(person="dina", isced=None)),
    ]

    totals = total(people)

    assert totals["EECO01"] == Count(female=1, male=1, non_binary=1)
    assert totals["EECO02"].as_json() == {"female": 1, "male": 0, "non_binary": 0, "total": 1}
    assert totals["EECO08"].total == 0
    assert "EECO08" not in totals.as_json()


def test_served_by_two_sub_projects_counts_in_both_but_once_in_all() -> None:
    people = [derived(amal(), amal(subproject="tp-2"))]

    by_subproject = total_by_subproject(people)

    assert total(people)["EECO01"].total == 1
    assert {name: totals["EECO01"].total for name, totals in by_subproject.items()} == {"tp-1": 1, "tp-2": 1}


def test_regions_add_up_to_the_total() -> None:
    people = [derived(amal()), derived(amal(person="bela", region=Region.TRANSITION))]

    by_region = total_by_region(people)

    assert {name: totals["EECO01"].total for name, totals in by_region.items()} == {
        "more_developed": 1,
        "transition": 1,
    }


def test_a_broken_sum_is_named_with_cell_and_figures() -> None:
    totals = Totals({"EECO01": Count(male=2), "EECO02": Count(male=1), "EECO09": Count(male=2)})

    assert [trace.as_json() for trace in broken_identities(totals)] == [
        {"code": "A-STATUS", "cell": "male", "left": 2, "right": 1},
        {"code": "A-STATUS", "cell": "total", "left": 2, "right": 1},
    ]


def test_a_fall_between_two_reports_is_named() -> None:
    before, after = Totals({"EECO01": Count(3, 2)}), Totals({"EECO01": Count(2, 4)})

    assert [trace.as_json() for trace in falls(before, after)] == [
        {"code": "A-FALL", "indicator": "EECO01", "cell": "female", "before": 3, "after": 2}
    ]


def firm(entity: str, **changes: object) -> Support:
    facts: dict[str, object] = {"staff": 10, "turnover_eur": 1, "balance_eur": 1, "direct": True, **changes}
    known = {name: value for name, value in facts.items() if value is not None}
    return Support.from_json({"entity": entity, "op": "op-1", "type": "enterprise", **known})


@pytest.mark.parametrize(
    ("case", "supports", "public", "small"),
    [
        ("249 staff", [firm("a", staff=249)], 0, 1),
        ("both sums at the limit", [firm("a", turnover_eur=50_000_000, balance_eur=43_000_000)], 0, 1),
        ("250 staff", [firm("a", staff=250)], 0, 0),
        ("turnover above", [firm("a", turnover_eur=50_000_001, balance_eur=43_000_000)], 0, 1),
        ("balance above", [firm("a", turnover_eur=50_000_000, balance_eur=43_000_001)], 0, 1),
        ("both sums above", [firm("a", turnover_eur=50_000_000.01, balance_eur=43_000_001)], 0, 0),
        ("one sum known and within", [firm("a", turnover_eur=None)], 0, 1),
        ("no figures, no proof", [firm("a", turnover_eur=None, balance_eur=None)], 0, 0),
        ("supported three times", [firm("a"), firm("a"), firm("a")], 0, 1),
        ("only its owner was coached", [firm("a", direct=False)], 0, 0),
        ("an authority", [firm("a", type="public_service", staff=None)], 1, 0),
        ("one of each", [firm("a"), firm("b", type="public_service"), firm("c")], 1, 2),
    ],
)  # fmt: skip
def test_entities_supported_as_entities_count_once(
    case: str, supports: list[Support], public: int, small: int
) -> None:
    assert total_entities(supports) == {"EECO18": public, "EECO19": small}, case


def test_kinds_of_entities_are_two() -> None:
    assert [kind.value for kind in EntityKind] == ["enterprise", "public_service"]


@pytest.mark.parametrize(
    ("population", "answers"),
    [(1, 1), (2, 2), (76, 72), (200, 169), (1_000, 517), (5_000, 880), (80_000, 1_054), (None, 1_068)],
)
def test_answers_needed_for_three_points_at_95_percent(population: int | None, answers: int) -> None:
    assert sample_size(population) == answers


def test_nobody_cannot_be_sampled() -> None:
    with pytest.raises(ValueError, match="at least one person"):
        sample_size(0)


def test_a_draw_reflects_the_strata_and_can_be_repeated() -> None:
    population = {
        f"p{n}": ("EECO02",) if n < 60 else ("EECO04",) if n < 90 else ("EECO05",) for n in range(100)
    }

    first = draw(population, 25, seed="2026-q4")
    again = draw(dict(reversed(population.items())), 25, seed="2026-q4")

    assert [(one.key, one.population, one.drawn) for one in first.strata] == [
        (("EECO02",), 60, 15),
        (("EECO04",), 30, 8),
        (("EECO05",), 10, 2),
    ]
    assert len(set(first.drawn)) == 25
    assert again == first
    assert draw(population, 25, seed="2027-q1").drawn != first.drawn


@pytest.mark.parametrize(("size", "drawn"), [(0, 0), (-1, 0), (3, 3), (99, 3)])
def test_a_draw_never_takes_more_than_there_are(size: int, drawn: int) -> None:
    assert len(draw({"a": ("x",), "b": ("x",), "c": ("y",)}, size, seed="s").drawn) == drawn


def test_nobody_is_drawn_from_nobody() -> None:
    assert draw({}, 5, seed="s").strata == ()


def test_a_stratum_is_status_age_and_education() -> None:
    assert stratum(derived(amal())) == ("EECO02", "-", "EECO10")
    assert stratum(derived(inactive(born_on=date(2007, 3, 1), isced=0))) == ("EECO04", "EECO07", "EECO09")


def placed(person: str, *placements: tuple[Outcome, date], left_on: date | None = None) -> Placed:
    return Placed(person, date(2025, 3, 1), left_on, tuple(Placement(*one) for one in placements))


PEOPLE = [
    placed(
        "a",
        (Outcome.WORK, date(2025, 6, 1)),
        (Outcome.TRAINING, date(2025, 9, 1)),
        left_on=date(2026, 1, 1),
    ),
    placed("b", (Outcome.SCHOOL, date(2025, 8, 1)), (Outcome.WORK, date(2026, 2, 1))),
    placed("c", (Outcome.SCHOOL, date(2025, 8, 1)), left_on=date(2025, 12, 1)),
    placed("d", left_on=date(2025, 12, 1)),
    placed("e", (Outcome.WORK, date(2025, 2, 28))),
    placed("f", (Outcome.WORK, date(2027, 1, 1))),
    Placed("g", date(2027, 1, 1)),
]  # fmt: skip


def test_the_programme_rate_names_numerator_denominator_and_definition() -> None:
    rate = programme_rate(PEOPLE, denominator=Denominator.ENTRANTS, as_of=YEAR_END)

    assert rate.outcomes == ((Outcome.TRAINING, 1), (Outcome.WORK, 1), (Outcome.SCHOOL, 1))
    assert (rate.numerator, rate.denominator, rate.share) == (3, 6, Fraction(1, 2))
    assert (rate.definition, rate.as_of) == (Denominator.ENTRANTS, YEAR_END)


def test_the_rate_of_leavers_divides_by_leavers() -> None:
    rate = programme_rate(PEOPLE, denominator=Denominator.LEAVERS, as_of=YEAR_END)

    assert (rate.numerator, rate.denominator, rate.share) == (2, 3, Fraction(2, 3))
    assert rate.share_of(Outcome.WORK) == 0
    assert rate.share_of(Outcome.TRAINING) == Fraction(1, 3)


def test_a_rate_without_people_is_no_rate() -> None:
    rate = programme_rate([], denominator=Denominator.LEAVERS, as_of=YEAR_END)

    assert (rate.numerator, rate.denominator, rate.share) == (0, 0, None)


def test_a_rate_refuses_to_count_somebody_twice() -> None:
    with pytest.raises(ValueError, match="counts once"):
        programme_rate([*PEOPLE, PEOPLE[0]], denominator=Denominator.ENTRANTS, as_of=YEAR_END)


def test_the_parts_of_the_published_ivaf_rate_add_up() -> None:
    shares = {Outcome.TRAINING: 120, Outcome.WORK: 238, Outcome.SCHOOL: 50}
    people = [
        placed(f"{outcome}-{n}", (outcome, date(2025, 9, 1)))
        for outcome, many in shares.items()
        for n in range(many)
    ]
    people += [placed(f"none-{n}") for n in range(1_000 - 408)]

    rate = programme_rate(people, denominator=Denominator.ENTRANTS, as_of=YEAR_END)

    assert rate.share == Fraction(408, 1_000)
    assert rate.share_of(Outcome.WORK) == Fraction(238, 1_000)


def test_profiles_store_their_parameters_with_a_report() -> None:
    assert EC.parameters()["effective_from"] == "2022-10-01"
    assert (DE_SGB3.code, DE_SGB3.version, DE_SGB3.parameters()["minimum_hours"]) == ("DE_SGB3", "1", "8")


def test_odd_facts_are_asked_about_and_change_nothing() -> None:
    record = employed(born_on=date(2008, 5, 5), isced=0, left_on=date(2025, 3, 1))

    assert [trace.code for trace in questions([record])] == [
        "W-EMPLOYED-WITHOUT-SCHOOL",
        "W-EXIT-ON-ENTRY-DAY",
    ]
    assert derived(record).codes == ("W-EXIT-OVERDUE",)


def test_overlapping_stays_and_a_lowered_level_are_asked_about() -> None:
    later = amal(entered_on=date(2025, 6, 1), isced=2, born_on=date(1950, 1, 1))

    assert [trace.code for trace in questions([later, amal()])] == [
        "W-AGE-OVER-70",
        "W-STAYS-OVERLAP",
        "W-ISCED-LOWERED",
        "W-PERSON-DIFFERS",
    ]
