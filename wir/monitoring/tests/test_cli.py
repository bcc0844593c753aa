"""`wir esf assess`: lines in, lines out, or nothing at all."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from wir.monitoring.cli import esf

CASE: dict[str, Any] = {
    "id": "one",
    "profile": "EC",
    "as_of": "2026-12-31",
    "records": [
        {
            "person": "P1", "op": "O1", "subproject": "T1", "gender": "male", "birth": "1990-06-15",
            "direct": True, "hours": 8.0, "entry": "2025-03-01", "entry_emp": "inactive", "unemp_since": None,
            "entry_edu": False, "isced": 2, "disability": "refused", "citizenship": ["SYR"],
            "foreign_bg": None, "minority": "no", "homeless": "no", "degurba": 2, "region": "transition",
            "exit": None, "exit_events": [], "edu_start": None, "edu_in_window": False, "qualification": None,
            "followup_6m": None,
        }
    ],
}  # fmt: skip
MAN = {"female": 0, "male": 1, "non_binary": 0, "total": 1}


def assess(tmp_path: Path, *lines: object) -> Result:
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return CliRunner().invoke(esf, ["assess", str(path)])


def changed(**record: object) -> dict[str, Any]:
    case = deepcopy(CASE)
    case["records"][0].update(record)
    return case


def test_each_case_is_answered_on_its_line(tmp_path: Path) -> None:
    result = assess(tmp_path, CASE, "", {"id": "two", "kind": "sample", "population": [200, 5000]})

    assert (result.exit_code, result.stderr) == (0, "")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "id": "one",
            "persons": {
                "P1": {
                    "state": "reported",
                    "indicators": ["EECO01", "EECO04", "EECO09", "EECO13"],
                    "codes": [],
                }
            },
            "totals": {"EECO01": MAN, "EECO04": MAN, "EECO09": MAN, "EECO13": MAN},
        },
        {"id": "two", "sample": {"infinite": 1068, "n": {"200": 169, "5000": 880}}},
    ]


def test_two_operations_are_told_apart_by_key(tmp_path: Path) -> None:
    case = deepcopy(CASE)
    case["records"] += [{**case["records"][0], "op": "O2"}, {**case["records"][0], "person": "P2"}]

    answer = json.loads(assess(tmp_path, case).stdout)

    assert sorted(answer["persons"]) == ["P1@O1", "P1@O2", "P2"]
    assert answer["totals"]["EECO01"]["total"] == 3


def test_entities_have_totals_only(tmp_path: Path) -> None:
    office = {"entity": "E1", "op": "O1", "type": "public_service", "direct": True}
    case = {"id": "e", "kind": "entities", "profile": "EC", "as_of": "2026-12-31", "records": [office]}

    answer = json.loads(assess(tmp_path, case).stdout)

    assert answer == {"id": "e", "persons": {}, "totals": {"EECO18": {"total": 1}, "EECO19": {"total": 0}}}


STATUSES = "one of unemployed, inactive, employed, job_seeking"
A_DAY = "a day as YYYY-MM-DD"


@pytest.mark.parametrize(
    ("line", "field", "value", "expected"),
    [
        (changed(gender="x"), "records[0].gender", '"x"', "one of female, male, non_binary"),
        (changed(hours=-1), "records[0].hours", "-1", "a number of at least 0"),
        (changed(isced=2.5), "records[0].isced", "2.5", "a whole number"),
        (changed(entry="2025-02-30"), "records[0].entry", '"2025-02-30"', A_DAY),
        (changed(birth="19900615"), "records[0].birth", '"19900615"', A_DAY),
        (changed(degurba=4), "records[0].degurba", "4", "1, 2 or 3"),
        (changed(direct=1), "records[0].direct", "1", "true or false"),
        (changed(colour="red"), "records[0].colour", '"red"', "no such field"),
        (
            changed(exit_events=[{"date": "2025-04-01", "emp": "busy"}]),
            "records[0].exit_events[0].emp",
            '"busy"',
            STATUSES,
        ),
        (
            changed(citizenship=["SYR", "syria"]),
            "records[0].citizenship[1]",
            '"syria"',
            "three capital letters (ISO 3166-1 alpha-3)",
        ),
        ({**CASE, "profile": "FR"}, "profile", '"FR"', "one of EC, DE_SGB3"),
        ({**CASE, "id": ""}, "id", '""', "text that is not empty"),
        ({**CASE, "kind": "fish"}, "kind", '"fish"', "one of participants, entities, sample"),
        (
            {"id": "s", "kind": "sample", "population": [0]},
            "population[0]",
            "0",
            "a whole number of at least 1",
        ),
        ("{", "line", '"{"', "JSON in UTF-8"),
        ('{"id": NaN}', "line", '"{\\"id\\": NaN}"', "JSON in UTF-8"),
        ("[]", "line", "[]", "an object"),
    ],
)
def test_a_broken_line_is_named_and_nothing_is_answered(
    tmp_path: Path, line: object, field: str, value: str, expected: str
) -> None:
    result = assess(tmp_path, CASE, line)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"line 2: {field}: {value} does not fit, expected {expected}\n"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"id": "s", "kind": "sample"}, "population"),
        (changed(exit_events=[{"date": "2025-04-01"}]), "records[0].exit_events[0].emp"),
    ],
)
def test_a_missing_field_is_named(tmp_path: Path, line: object, field: str) -> None:
    result = assess(tmp_path, CASE, line)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"line 2: {field}: missing\n")


def test_every_broken_line_is_named(tmp_path: Path) -> None:
    result = assess(tmp_path, "{", CASE, {"id": "s", "kind": "sample"})

    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["line 1", "line 3"]


def test_bytes_that_are_no_text_are_a_broken_line(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(b"\xff\xfe\n")

    result = CliRunner().invoke(esf, ["assess", str(path)])

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("line 1: line: ")


def test_numbers_beyond_measure_do_no_harm(tmp_path: Path) -> None:
    huge = json.dumps(changed(hours="HUGE")).replace('"HUGE"', "1e999999")
    absurd = json.dumps(changed(hours="HUGE")).replace('"HUGE"', "1e99999999999999999999")

    assert json.loads(assess(tmp_path, huge).stdout)["persons"]["P1"]["state"] == "reported"
    assert assess(tmp_path, absurd).exit_code == 2
