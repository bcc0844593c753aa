"""Which spellings of a name share a mark, and what a mark costs."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django.fixtures import Settings

from wir.people.adapters import marks as slow
from wir.people.rules.duplicates import spellings
from wir.people.tests.make import make_marks_quick

BORN = date(1990, 3, 5)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    make_marks_quick(monkeypatch)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Mohammed", "Al-Hassan"), ("Muhammad", "Alhasan")),
        (("Yousef Ali", "Demir"), ("Yusuf", "Demir")),
        (("Demir", "Yusuf"), ("Yusuf", "Demir")),
        (("Serhii", "Kovalenko"), ("Sergiy", "Kowalenko")),
        (("Tetiana", "Shevchenko"), ("Tetyana", "Schewtschenko")),
    ],
)
def test_usual_spellings_of_one_name_share_a_mark(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert spellings(*one, BORN) & spellings(*other, BORN)


def test_day_and_month_may_be_swapped_but_the_year_may_not() -> None:
    asked = spellings("Yusuf", "Demir", date(1990, 3, 5))

    assert asked == spellings("Yusuf", "Demir", date(1990, 5, 3))
    assert not asked & spellings("Yusuf", "Demir", date(1991, 3, 5))


def test_other_names_and_missing_facts_share_nothing() -> None:
    assert not spellings("Yusuf", "Demir", BORN) & spellings("Yasin", "Demir", BORN)
    assert spellings("Yusuf", "Demir", None) == spellings("", "Demir", BORN) == frozenset()


def test_a_mark_depends_on_the_key_of_the_installation(settings: Settings) -> None:
    asked = spellings("Yusuf", "Demir", BORN)
    before = slow.marks(asked)
    settings.WIR_DUPLICATE_KEY = "another key of another installation"

    assert {len(mark) for mark in before} == {32}
    assert not set(before) & set(slow.marks(asked))


def test_the_cost_of_a_mark_is_the_documented_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    assert (slow.PASSES, slow.KIBIBYTES) == (3, 64 * 1024)
