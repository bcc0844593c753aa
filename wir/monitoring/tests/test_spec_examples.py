"""The examples of the specification, where it lies beside the checkout."""

import json
from pathlib import Path
from typing import Any

from wir.monitoring.rules import assess

EXAMPLES = Path(__file__).parents[4] / "shared" / "spec" / "esf_examples.jsonl"


def examples() -> list[dict[str, Any]]:
    """Return the examples; none where the specification is not at hand."""
    if not EXAMPLES.exists():
        return []
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    return [example for line in lines if "case" in (example := json.loads(line))]


def without_nobody(answer: dict[str, Any]) -> dict[str, Any]:
    """Leave out totals that count nobody; both ways of writing them mean the same."""
    totals = {code: count for code, count in answer.get("totals", {}).items() if count["total"]}
    return {**answer, "totals": totals}


def test_the_answers_are_those_of_the_specification() -> None:
    for example in examples():
        expected = without_nobody({"id": example["id"], **example["expected"]})

        assert without_nobody(assess(example["case"])) == expected, example["title"]
