"""``eligibility assess FILE``: JSON Lines in, JSON Lines out; a line that is no case gets an error of its own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wir.eligibility.cli import eligibility
from wir.eligibility.tests.persons import REFUGEE, SERBIAN_TOLERATED

CASE = {"id": "a", "assessed_on": "2026-11-22", "activity": "employment_skilled", "facts": dict(REFUGEE)}


def run(folder: Path, content: bytes) -> Result:
    path = folder / "cases.jsonl"
    path.write_bytes(content)
    return CliRunner().invoke(eligibility, ["assess", str(path)])


def test_each_case_gets_one_answer_in_order(tmp_path: Path) -> None:
    second = {**CASE, "id": "ü-2", "facts": dict(SERBIAN_TOLERATED)}

    result = run(tmp_path, f"{json.dumps(CASE)}\n\n{json.dumps(second, ensure_ascii=False)}".encode())

    assert (result.exit_code, result.stderr) == (0, "")
    first, other = map(json.loads, result.stdout.splitlines())
    assert first == {
        "id": "a",
        "may_work": "yes",
        "authority_permission": "not_needed",
        "decision_mode": "by_law",
        "ba_consent": "not_needed",
        "ban": {"class": "none", "kind": None},
        "earliest_on": None,
        "self_employment": True,
        "target_group": "yes",
        "missing": [],
        "reasons": [
            {
                "code": "title_allows_work",
                "citation": "AufenthG:4a:1:1",
                "since": "2020-03-01",
                "text": "Dieser Aufenthaltstitel berechtigt kraft Gesetzes zur Erwerbstätigkeit.",
            },
            {
                "code": "title_allows_work",
                "citation": "AufenthG:25:2",
                "since": None,
                "text": "Dieser Aufenthaltstitel berechtigt kraft Gesetzes zur Erwerbstätigkeit.",
            },
        ],
    }
    assert (other["id"], other["may_work"], other["target_group"]) == ("ü-2", "no", "no")


def test_no_case_is_no_answer(tmp_path: Path) -> None:
    result = run(tmp_path, b"")

    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize(
    ("line", "field", "says"),
    [
        (b"{", None, "'{' is not JSON from column "),
        (b"[]", "case", "case: [] is not an object"),
        (b"\xff", None, "b'\\xff\\n' is not UTF-8"),
        (b'{"id": NaN}', "number", "number: 'NaN' is not a number of JSON"),
        (b'{"id": "b", "id": "c"}', "id", "id: 'c' is told twice"),
        (b'{"id": ' + b"1" * 5000 + b"}", None, "holds a number too long"),
        (b"[" * 200_000, None, "holds a number too long or is nested too deeply"),
        (json.dumps({**CASE, "id": ""}).encode(), "case.id", "case.id: '' is not a text"),
        (json.dumps({**CASE, "id": None}).encode(), "case.id", "case.id: None is required"),
        (json.dumps({**CASE, "mood": 1}).encode(), "case.mood", "1 has a name that is not known"),
        (
            json.dumps({**CASE, "assessed_on": "today"}).encode(),
            "case.assessed_on",
            "case.assessed_on: 'today' is not a date",
        ),
        (json.dumps({**CASE, "activity": "art"}).encode(), "case.activity", "'art' is not one of"),
        (
            json.dumps({**CASE, "activity": "trial_work"}).encode(),
            "case.activity",
            "'trial_work' is not one of employment_unskilled",
        ),
        (
            json.dumps({**CASE, "facts": {"status": "visum"}}).encode(),
            "case.facts.status",
            "case.facts.status: 'visum' is not one of",
        ),
    ],
)
def test_a_broken_line_gets_an_error_with_line_and_field_and_the_rest_is_answered(
    tmp_path: Path, line: bytes, field: str | None, says: str
) -> None:
    whole = json.dumps(CASE).encode()

    result = run(tmp_path, whole + b"\n" + line + b"\n" + whole)

    assert (result.exit_code, result.stderr) == (0, "")
    before, broken, after = map(json.loads, result.stdout.splitlines())
    assert (before["may_work"], after["may_work"]) == ("yes", "yes")
    assert set(broken) == {"id", "error"}
    assert (broken["error"]["line"], broken["error"]["field"]) == (2, field)
    assert says in broken["error"]["message"]


def test_an_error_bears_the_id_of_its_case(tmp_path: Path) -> None:
    result = run(tmp_path, json.dumps({**CASE, "activity": "art"}).encode())

    assert json.loads(result.stdout)["id"] == "a"


def test_facts_that_exclude_each_other_are_refused_with_the_pair_named(tmp_path: Path) -> None:
    facts = {**REFUGEE, "entered_on": "2025-03-02", "title_issued_on": "2025-03-01"}

    result = run(tmp_path, json.dumps({**CASE, "facts": facts}).encode())

    assert json.loads(result.stdout) == {
        "id": "a",
        "error": {
            "line": 1,
            "field": "case.facts.entered_on",
            "with": "case.facts.title_issued_on",
            "message": "case.facts.entered_on and case.facts.title_issued_on cannot both be true",
        },
    }


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(eligibility, ["assess", str(tmp_path / "none.jsonl")])

    assert (result.exit_code, result.stdout) == (2, "")
