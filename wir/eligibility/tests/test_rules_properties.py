"""What holds for every person: no wrong yes from ignorance, and answers that keep their form."""

import re
from dataclasses import fields, replace
from datetime import date, timedelta
from types import UnionType
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wir.eligibility.rules import Activity, Answer, Facts, MayWork, Status, assess
from wir.eligibility.rules.answers import BanClass
from wir.eligibility.rules.facts import AsylumOutcome, RemovalMeasure, WorkPermission
from wir.eligibility.rules.vocabulary import NOT_EMPLOYMENT
from wir.eligibility.tests.persons import CAST
from wir.kit.periods import Period

# Absent, these mean "nobody has put it forward": taking one away may rightly open the way to work.
ASSERTED = frozenset(
    [
        "refugee_background",
        "unaccompanied_minor",
        "previous_title_basis",
        "applied_title_basis",
        "title_issued_on",
        "title_valid_until",
        "title_applied_on",
        "document_work_note",
        "asylum_requested_on",
        "court_pending",
        "court_suspensive_effect",
        "waiver_in_child_interest",
        "dublin_request_on",
        "cooperation_breach",
        "reception_centre_duty_until",
        "duldung_60b_periods",
        "suspension_reason",
        "own_conduct_obstacle",
        "entered_for_benefits",
        "identity_clarified_on",
        "removal_measures",
        "ba_consent_given",
        "duration_weeks",
        "employer_is_household_relative",
    ]
)
DECISIVE = sorted({field.name for field in fields(Facts)} - ASSERTED)
RANK = {MayWork.UNDECIDED: 0, MayWork.NO: 0, MayWork.YES_WITH_PERMISSION: 1, MayWork.YES: 2}
CITATION = re.compile(r"[A-Z][A-Za-z0-9]*(-\d{4}-\d+)?:\d+[a-z]?(:(-|\d+[a-z]?)){0,3}(:[a-z])?")
BASES = [
    "AufenthG:24", "AufenthG:25", "AufenthG:25:2:1", "AufenthG:25:4a", "AufenthG:23:1", "AufenthG:16g:1",
    "AufenthG:18a", "AufenthG:104c", "AufenthG:60a", "AufenthG:60b:1", "AufenthG:60c", "AsylG:55:1",
    "AufenthG:81:3", "AufenthG:81:4",
]  # fmt: skip
DAYS = st.dates(date(2014, 1, 1), date(2028, 12, 31)) | st.dates(date(2026, 5, 1), date(2027, 3, 1))
COUNTRIES = st.frozensets(
    st.sampled_from(["SYR", "SRB", "GEO", "EGY", "TUR", "XKX", "XXA", "FRA"]), max_size=2
)
PERIODS = st.builds(
    lambda start, days: Period(start, None if days is None else start + timedelta(days=days)),
    DAYS,
    st.none() | st.integers(1, 900),
)
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    date: DAYS,
    str: st.sampled_from(BASES),
    float: st.sampled_from([0.0, 13.0, 20.0, 40.0]),
    bool: st.booleans(),
    Period: PERIODS,
    AsylumOutcome: st.deferred(lambda: built(AsylumOutcome)),
    RemovalMeasure: st.deferred(lambda: built(RemovalMeasure)),
    WorkPermission: st.deferred(lambda: built(WorkPermission)),
}


def any_of(annotation: Any) -> st.SearchStrategy[Any]:
    if isinstance(annotation, UnionType):
        return st.one_of([st.none() if part is type(None) else any_of(part) for part in get_args(annotation)])
    if get_origin(annotation) is frozenset:
        return COUNTRIES
    if get_origin(annotation) is tuple:
        return st.lists(any_of(get_args(annotation)[0]), max_size=2).map(tuple)
    return BY_TYPE[annotation] if annotation in BY_TYPE else st.sampled_from(annotation)


def built(kind: Any) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{field.name: any_of(field.type) for field in fields(kind)})


ACTIVITIES = st.sampled_from(Activity)
# No clock and no leftovers on disk: a slow machine must not make a rule look wrong.
STEADY = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
KNOWN_PEOPLE = st.sampled_from(sorted(CAST)).map(lambda name: Facts.from_json(CAST[name]))
CHANGES = st.one_of([st.tuples(st.just(field.name), any_of(field.type)) for field in fields(Facts)])
# Wholly random facts hardly ever decide anything: these are known people with some facts changed.
ANYBODY = st.builds(
    lambda facts, changes: replace(facts, **dict(changes)), KNOWN_PEOPLE, st.lists(CHANGES, max_size=5)
)


@STEADY
@given(ANYBODY, ACTIVITIES, DAYS)
def test_every_answer_keeps_its_form(facts: Facts, activity: Activity, on: date) -> None:
    answer = assess(facts, activity=activity, on=on)

    assert answer.reasons
    assert all(CITATION.fullmatch(reason.citation) for reason in answer.reasons)
    assert all(reason.since is None or reason.since <= on for reason in answer.reasons)
    assert answer.earliest_on is None or (answer.may_work is MayWork.NO and answer.earliest_on > on)
    parts = (answer.authority_permission, answer.decision_mode, answer.ba_consent, answer.ban_class)
    if answer.may_work is MayWork.UNDECIDED:
        assert parts == (None, None, None, None)
    else:
        assert None not in parts
        assert not answer.missing
    if RANK[answer.may_work]:
        assert answer.ban_class is BanClass.NONE


@STEADY
@given(ANYBODY, ACTIVITIES, DAYS)
def test_the_same_facts_get_the_same_answer_in_whatever_order_they_are_told(
    facts: Facts, activity: Activity, on: date
) -> None:
    told = facts.as_json() if facts.nationalities is None or facts.nationalities else {}
    backwards: dict[str, object] = {
        name: value[::-1] if name == "nationalities" and isinstance(value, list) else value
        for name, value in reversed(told.items())
    }
    first = assess(Facts.from_json(told), activity=activity, on=on)

    assert assess(Facts.from_json(told), activity=activity, on=on) == first
    assert assess(Facts.from_json(backwards), activity=activity, on=on) == first


@STEADY
@given(KNOWN_PEOPLE, ACTIVITIES, st.dates(date(2020, 1, 1), date(2028, 12, 31)), st.data())
def test_knowing_less_never_opens_the_way_to_work(
    facts: Facts, activity: Activity, on: date, data: st.DataObject
) -> None:
    forgotten = data.draw(st.sets(st.sampled_from(DECISIVE), min_size=1, max_size=4))
    before = assess(facts, activity=activity, on=on)
    after = assess(replace(facts, **dict.fromkeys(forgotten)), activity=activity, on=on)

    assert RANK[after.may_work] <= RANK[before.may_work]


@STEADY
@given(ANYBODY)
def test_facts_survive_the_way_through_json(facts: Facts) -> None:
    if facts.nationalities is not None and not facts.nationalities:
        facts = replace(facts, nationalities=None)

    assert Facts.from_json(facts.as_json()) == facts


def may_not(answer: Answer) -> bool:
    return RANK[answer.may_work] == 0


EMPLOYMENT = st.sampled_from(sorted(set(Activity) - NOT_EMPLOYMENT))


@STEADY
@given(ANYBODY, EMPLOYMENT, DAYS)
def test_no_child_is_ever_sent_to_work(facts: Facts, activity: Activity, on: date) -> None:
    child = replace(facts, birth_date=date(on.year - 14, 1, 1))

    assert may_not(assess(child, activity=activity, on=on))


@STEADY
@given(ANYBODY, EMPLOYMENT, DAYS)
def test_an_unknown_status_or_birth_date_never_gets_a_yes(facts: Facts, activity: Activity, on: date) -> None:
    assert may_not(assess(replace(facts, status=None), activity=activity, on=on))
    assert may_not(assess(replace(facts, birth_date=None), activity=activity, on=on))


@STEADY
@given(ANYBODY, EMPLOYMENT, DAYS)
def test_the_60b_note_always_excludes_work(facts: Facts, activity: Activity, on: date) -> None:
    noted = replace(facts, status=Status.DULDUNG, duldung_60b_periods=(Period(on),))

    assert may_not(assess(noted, activity=activity, on=on))


@STEADY
@given(ANYBODY, EMPLOYMENT, DAYS)
def test_nobody_tolerated_or_in_procedure_works_while_the_centre_duty_is_unknown(
    facts: Facts, activity: Activity, on: date
) -> None:
    unplaced = replace(
        facts,
        reception_centre_duty=None,
        reception_centre_duty_until=None,
        asylum_outcome=None,
        work_permissions=(),
    )

    for status in (Status.DULDUNG, Status.AUFENTHALTSGESTATTUNG):
        assert may_not(assess(replace(unplaced, status=status), activity=activity, on=on))


@pytest.mark.parametrize("name", sorted(CAST))
def test_on_the_earliest_day_the_obstacle_has_gone(name: str) -> None:
    facts = Facts.from_json(CAST[name])
    first = assess(facts, activity=Activity.EMPLOYMENT_UNSKILLED, on=date(2026, 11, 22))
    if first.earliest_on is None:
        return

    then = assess(facts, activity=Activity.EMPLOYMENT_UNSKILLED, on=first.earliest_on)
    eve = assess(facts, activity=Activity.EMPLOYMENT_UNSKILLED, on=first.earliest_on - timedelta(days=1))

    assert (then.may_work, eve.may_work) == (MayWork.YES_WITH_PERMISSION, MayWork.NO)


def test_nothing_known_is_undecided_and_asks_for_the_status() -> None:
    answer = assess(Facts(), activity=Activity.EMPLOYMENT_UNSKILLED, on=date(2026, 11, 22))

    assert (answer.may_work, answer.missing) == (MayWork.UNDECIDED, ("status", "birth_date"))
