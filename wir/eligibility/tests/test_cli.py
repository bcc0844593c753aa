"""``eligibility assess FILE``: JSON Lines in, JSON Lines out, all or nothing."""

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
                "text": "title allows work",
            },
            {
                "code": "title_allows_work",
                "citation": "AufenthG:25:2",
                "since": None,
                "text": "title allows work",
            },
        ],
    }
    assert (other["id"], other["may_work"], other["target_group"]) == ("ü-2", "no", "no")


def test_no_case_is_no_answer(tmp_path: Path) -> None:
    result = run(tmp_path, b"")

    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "line 2: '{' is not JSON from column "),
        (b"[]", "line 2: case: [] is not an object"),
        (b"\xff", "line 2: b'\\xff\\n' is not UTF-8"),
        (b'{"id": NaN}', "line 2: number: 'NaN' is not a number of JSON"),
        (b'{"id": "b", "id": "c"}', "line 2: id: 'c' is told twice"),
        (b'{"id": ' + b"1" * 5000 + b"}", "line 2: holds a number too long"),
        (b"[" * 200_000, "line 2: holds a number too long or is nested too deeply"),
        (json.dumps({**CASE, "id": ""}).encode(), "line 2: case.id: '' is not a text"),
        (json.dumps({**CASE, "id": None}).encode(), "line 2: case.id: None is required"),
        (json.dumps({**CASE, "mood": 1}).encode(), "line 2: case.mood: 1 has a name that is not known"),
        (
            json.dumps({**CASE, "assessed_on": "today"}).encode(),
            "line 2: case.assessed_on: 'today' is not a date",
        ),
        (json.dumps({**CASE, "activity": "art"}).encode(), "line 2: case.activity: 'art' is not one of"),
        (
            json.dumps({**CASE, "facts": {"status": "visum"}}).encode(),
            "line 2: case.facts.status: 'visum' is not one of",
        ),
    ],
)
def test_a_broken_line_is_named_and_nothing_is_answered(tmp_path: Path, line: bytes, says: str) -> None:
    result = run(tmp_path, json.dumps(CASE).encode() + b"\n" + line + b"\n")

    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(eligibility, ["assess", str(tmp_path / "none.jsonl")])

    assert (result.exit_code, result.stdout) == (2, "")
