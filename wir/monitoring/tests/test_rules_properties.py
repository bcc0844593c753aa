"""What holds for any records whatever."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from wir.monitoring.rules import (
    ExitState,
    Participation,
    Profile,
    Record,
    State,
    broken_identities,
    derive,
    draw,
    total,
    total_by_region,
    total_by_subproject,
)
from wir.monitoring.tests.facts import DAYS, PROFILES, any_record, any_records

EVERYTHING = settings(deadline=None, database=None, max_examples=100)
# Five people each: slower to make, but every example counts five times.
MANY_PEOPLE = settings(EVERYTHING, max_examples=25)


def on(as_of: date, records: list[Record], profile: Profile) -> Participation:
    return derive(records, profile=profile, as_of=as_of)


@st.composite
def groups(draw_one: st.DrawFn) -> list[list[Record]]:
    """The records of several people."""
    return [draw_one(any_records(person)) for person in ("amal", "bela", "cem", "dina", "ewa")]


@MANY_PEOPLE
@given(people=groups(), profile=PROFILES, as_of=DAYS)
def test_the_identities_hold_for_any_records(
    people: list[list[Record]], profile: Profile, as_of: date
) -> None:
    derived = [on(as_of, records, profile) for records in people]
    everybody = total(derived)

    assert broken_identities(everybody) == ()
    for cell in (*total_by_region(derived).values(), *total_by_subproject(derived).values()):
        assert broken_identities(cell) == ()


@MANY_PEOPLE
@given(people=groups(), profile=PROFILES, as_of=DAYS)
def test_regions_add_up_and_sub_projects_never_fall_short(
    people: list[list[Record]], profile: Profile, as_of: date
) -> None:
    derived = [on(as_of, records, profile) for records in people]
    everybody = total(derived)

    for indicator in everybody.counts:
        regions = sum(cell[indicator].total for cell in total_by_region(derived).values())
        subprojects = sum(cell[indicator].total for cell in total_by_subproject(derived).values())
        assert regions == everybody[indicator].total <= subprojects


@EVERYTHING
@given(records=any_records(), profile=PROFILES, as_of=DAYS)
def test_seeking_and_having_found_exclude_each_other(
    records: list[Record], profile: Profile, as_of: date
) -> None:
    one = on(as_of, records, profile)

    assert not {"EECR01", "EECR04"} <= set(one.indicators)
    assert not {"EECR05", "EECR06"} <= set(one.indicators)
    assert not set(one.preview) & {
        code for code in one.indicators if code in {"EECR01", "EECR02", "EECR03", "EECR04"}
    }


@EVERYTHING
@given(data=st.data(), records=any_records(), profile=PROFILES, as_of=DAYS)
def test_the_order_of_records_never_matters(
    data: st.DataObject, records: list[Record], profile: Profile, as_of: date
) -> None:
    shuffled = data.draw(st.permutations(records))

    assert on(as_of, shuffled, profile) == on(as_of, records, profile)


@EVERYTHING
@given(data=st.data(), records=any_records(), profile=PROFILES, as_of=DAYS)
def test_nothing_changes_before_the_next_change(
    data: st.DataObject, records: list[Record], profile: Profile, as_of: date
) -> None:
    now = on(as_of, records, profile)
    last_day = (now.next_change_on or date(2029, 1, 1)) - timedelta(days=1)

    assert last_day >= as_of
    assert on(last_day, records, profile) == now
    assert on(data.draw(st.dates(as_of, last_day)), records, profile) == now


@EVERYTHING
@given(records=any_records(), profile=PROFILES, as_of=DAYS)
def test_only_what_is_reported_has_indicators_and_each_has_its_reason(
    records: list[Record], profile: Profile, as_of: date
) -> None:
    one = on(as_of, records, profile)

    assert (one.state is State.REPORTED) == ("EECO01" in one.indicators) == bool(one.indicators)
    assert {trace.code for trace in one.trace} >= {*one.indicators, *one.codes, *one.preview}
    assert list(one.indicators) == sorted(set(one.indicators))
    blocked = [code for code in one.codes if code.startswith("V-") and code != "V-FU6-EARLY"]
    assert bool(blocked) == (one.state in (State.INVALID, State.INCOMPLETE))


@EVERYTHING
@given(record=any_record(), profile=PROFILES, as_of=DAYS)
def test_results_on_leaving_wait_for_a_final_window(record: Record, profile: Profile, as_of: date) -> None:
    one = on(as_of, [record], profile)

    if {"EECR01", "EECR02", "EECR03", "EECR04"} & set(one.indicators):
        assert one.exit_state is ExitState.FINAL
    if one.exit_state is ExitState.FINAL:
        assert record.left_on is not None
        assert record.left_on + timedelta(days=28) <= as_of


@EVERYTHING
@given(record=any_record(), profile=PROFILES, as_of=DAYS)
def test_the_two_profiles_differ_in_long_term_unemployment_only(
    record: Record, profile: Profile, as_of: date
) -> None:
    here = on(as_of, [record], profile)
    other = on(as_of, [record], replace(profile, months_below_age=3, months_from_age=24))

    assert set(here.indicators) ^ set(other.indicators) <= {"EECO03"}


@EVERYTHING
@given(
    population=st.dictionaries(st.text(max_size=4), st.sampled_from([("a",), ("b",), ("c",)]), max_size=40),
    size=st.integers(0, 50),
)
def test_a_draw_is_proportional_to_within_one_person(
    population: dict[str, tuple[str, ...]], size: int
) -> None:
    drawn = draw(population, size, seed="s")
    wanted = min(size, len(population))

    assert len(drawn.drawn) == wanted == sum(one.drawn for one in drawn.strata)
    for one in drawn.strata:
        assert abs(one.drawn - one.population * wanted / len(population)) < 1
