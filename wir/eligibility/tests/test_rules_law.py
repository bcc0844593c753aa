"""The dated tables: one version a day, and the worked examples of the specification where they are at hand."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from wir.eligibility.rules import Activity, Facts, ReasonCode, assess
from wir.eligibility.rules.law import (
    _ASYLUM_WORK,
    _DULDUNG_WORK,
    _TITLES,
    annex_ii,
    asylum_work_law,
    in_force_since,
    title_law,
    union_list,
    union_list_bans,
)

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT.parent / "shared" / "spec" / "eligibility_examples.jsonl"
CORE = ("may_work", "authority_permission", "ba_consent", "earliest_on", "target_group")


@pytest.mark.parametrize("rows", [_ASYLUM_WORK, _DULDUNG_WORK], ids=["§ 61 AsylG", "Duldung outside"])
def test_versions_follow_each_other_without_gap_or_overlap(rows: tuple[Any, ...]) -> None:
    ends = [row.in_force.end for row in rows]
    starts = [row.in_force.start for row in rows]

    assert ends[:-1] == starts[1:]
    assert ends[-1] is None


def test_no_day_has_two_rows_for_one_title() -> None:
    clashes = [
        (one.basis, other.in_force.start)
        for one, other in combinations(_TITLES, 2)
        if one.basis == other.basis and one.in_force.overlaps(other.in_force)
    ]

    assert clashes == []


@pytest.mark.parametrize(
    ("on", "months"),
    [
        (date(2019, 8, 20), None),
        (date(2019, 8, 21), 9),
        (date(2024, 2, 26), 9),
        (date(2024, 2, 27), 6),
        (date(2026, 6, 11), 6),
        (date(2026, 6, 12), 3),
    ],
)
def test_the_waiting_period_in_a_centre_is_that_of_the_day(on: date, months: int | None) -> None:
    law = asylum_work_law(on)

    assert (None if law is None else law.centre_months) == months


def test_the_lists_of_safe_countries_are_dated() -> None:
    assert len(annex_ii(date(2023, 12, 22))) == 8
    assert annex_ii(date(2023, 12, 23)) - annex_ii(date(2023, 12, 22)) == {"GEO", "MDA"}
    assert union_list(date(2026, 6, 11)) == frozenset()
    assert len(union_list(date(2026, 6, 12))) == 8
    days = [date(2026, 7, 19), date(2026, 7, 20), date(2026, 8, 2), date(2026, 8, 3)]
    assert [union_list_bans(day) for day in days] == [False, None, None, True]


def test_the_longest_matching_basis_decides() -> None:
    on = date(2026, 11, 22)
    found = [
        title_law(basis, on)
        for basis in ("AufenthG:25:4", "AufenthG:25:4a:3", "AufenthG:25:4b", "AufenthG:2")
    ]

    assert [row and row.basis for row in found] == ["AufenthG:25:4", "AufenthG:25:4a", "AufenthG:25:4b", None]


@pytest.mark.parametrize(
    ("citation", "on", "since"),
    [
        ("AsylG:61:2:1", date(2026, 11, 22), date(2026, 6, 12)),
        ("AsylG:61:2:1", date(2025, 11, 22), date(2024, 2, 27)),
        ("AufenthG:60a:6:1:3", date(2026, 11, 22), date(2020, 1, 1)),
        ("AufenthG:60a:6:4", date(2026, 11, 22), date(2023, 1, 1)),
        ("AufenthG:6", date(2026, 11, 22), None),
    ],
)
def test_a_citation_knows_since_when_it_is_law(citation: str, on: date, since: date | None) -> None:
    assert in_force_since(citation, on) == since


def test_reason_codes_are_snake_case_and_named_alike() -> None:
    assert [code.name.lower() for code in ReasonCode] == [code.value for code in ReasonCode]


def _differs(case: Mapping[str, Any], want: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    skipped = case.get("not_compared", ())
    names = [name for name in CORE if name not in skipped and not _same(case, name, want[name], got[name])]
    return names if want["ban"]["class"] == got["ban"]["class"] else [*names, "ban.class"]


def _same(case: Mapping[str, Any], name: str, want: Any, got: Any) -> bool:
    if name == "target_group":
        return got in {want, *case.get("target_group_also", ())}
    if name == "earliest_on" and want is not None and got is not None:
        tolerance = timedelta(days=case.get("earliest_tolerance_days", 0))
        return abs(date.fromisoformat(want) - date.fromisoformat(got)) <= tolerance
    return bool(want == got)


def test_the_worked_examples_of_the_specification_come_out_as_written_there() -> None:
    lines = EXAMPLES.read_text("utf-8").splitlines() if EXAMPLES.exists() else []
    wrong = {}
    for case in map(json.loads, lines):
        on, activity = date.fromisoformat(case["assessed_on"]), Activity(case["activity"])
        got = assess(Facts.from_json(case["facts"]), activity=activity, on=on).as_json()
        want = case["expected"]
        if case["confidence"] == "probe":
            if got["may_work"] != "undecided" or got["missing"] != want["missing"]:
                wrong[case["id"]] = ["missing"]
            continue
        options = [
            want,
            *(
                {**want, **also, "ban": {**want["ban"], **also.get("ban", {})}}
                for also in case.get("also_accepted", ())
            ),
        ]
        wrong[case["id"]] = min((_differs(case, option, got) for option in options), key=len)

    assert {name: found for name, found in wrong.items() if found} == {}
