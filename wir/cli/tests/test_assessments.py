"""The commands of eligibility reach the database only where they need it, and its bench measures what it says."""

from itertools import islice

import pytest

from wir.cli.bench import assessments
from wir.cli.main import ENTRIES
from wir.eligibility.cli import eligibility
from wir.eligibility.rules import Facts, MayWork, assess


def test_every_command_but_the_plain_one_is_given_the_database() -> None:
    assert ENTRIES["eligibility"].with_database == set(eligibility.commands) - {"assess"}


def test_the_bench_asks_mixed_cases_and_names_its_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assessments, "QUESTIONS", 24)
    monkeypatch.setattr(assessments, "OVERVIEWS", 2)

    one, next_days = assessments.assessment_figures()

    assert (one.area, one.unit, one.goal) == ("eligibility", "µs", 100.0)
    assert (next_days.area, next_days.unit, next_days.goal) == ("eligibility", "ms", None)


def test_the_cases_of_the_bench_get_every_kind_of_answer() -> None:
    people = [Facts.from_json(told) for told in assessments.PEOPLE]
    asked = assessments.mixed_questions(people)

    given = {assess(facts, activity=activity, on=on).may_work for facts, activity, on in islice(asked, 240)}

    assert given == set(MayWork)
