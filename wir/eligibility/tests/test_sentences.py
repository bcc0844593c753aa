"""Every code has its sentences, every citation an official address; and the legal tables stay in step."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import pytest

from wir.eligibility.adapters.sentences import OWN, Kind, codes, sentence
from wir.eligibility.adapters.statutes import KNOWN_ACTS, official_text
from wir.eligibility.forms import ACCESSES, CHANGE_KINDS, SETTINGS, SUPPORTS, VERSION_CODES
from wir.eligibility.rules import ReasonCode
from wir.eligibility.rules.changes import DAYS_BEFORE, ChangeKind
from wir.eligibility.rules.dwelling import DwellingCode
from wir.eligibility.rules.law import LAW_VERSION, VERSION_DAYS
from wir.eligibility.rules.overview import open_questions, versions
from wir.eligibility.rules.policy import Setting
from wir.eligibility.rules.spoken import Said
from wir.eligibility.rules.support import Access, Support, SupportCode

RULES = Path(__file__).parent.parent / "rules"
CITATION = re.compile(r'"((?:[A-Z][A-Za-z]+\d?|VO-\d{4}-\d+):\d+[a-z]?(?::[-0-9a-z]+)*)"')
STATUTES = {
    "AufenthG": "2 4 4a 9 12a 16g 18a 18b 18c 18d 18g 19c 19d 21 22 23 23a 24 25 25a 25b 28 29 30 31 32 33 34 36 36a "
    "38a 39 44 45a 45b 60a 60b 60c 60d 61 72 81 82 84 104 104c 1",
    "AsylG": "29a 47 55 56 59a 60 61 67 87d",
    "BeschV": "31 32 36",
    "AsylbLG": "1 5",
    "JArbSchG": "2 5 7",
    "SGB2": "7 8 16b",
    "SGB3": "39a 44 45 52 54a 60 74 81 82 88 136",
    "SGB4": "7",
    "DeuFoeV": "4",
    "BQFG": "2 6",
    "BAfoeG": "8",
    "VO-2024-1348": "42 62",
}
"""Sections that the rules may cite; a new one is added after a look at the official text."""


@pytest.mark.parametrize(
    ("kind", "enum"),
    [
        (Kind.REASON, ReasonCode),
        (Kind.SUPPORT, SupportCode),
        (Kind.DWELLING, DwellingCode),
        (Kind.SAID, Said),
    ],
)
def test_every_code_has_a_sentence_in_german_easy_german_and_english(kind: Kind, enum: type[StrEnum]) -> None:
    assert set(codes(kind)) == {code.value for code in enum}
    for code in enum:
        words = [sentence(kind, code, language) for language in OWN]
        assert all(one.endswith((".", "!")) and one.strip() == one for one in words)
        assert len(set(words)) == len(OWN)


def test_easy_sentences_are_short() -> None:
    for kind in Kind:
        for code in codes(kind):
            for part in re.split(r"(?<=[.!?:])\s+", sentence(kind, code, "easy")):
                assert len(part.split()) <= 15, part


def cited() -> set[str]:
    found = {one for path in RULES.rglob("*.py") for one in CITATION.findall(path.read_text())}
    for name in ("titles", "support", "law", "countries", "sources"):
        found |= set(
            CITATION.findall(files("wir.eligibility.data").joinpath(f"{name}.toml").read_text("utf-8"))
        )
    return found


def test_each_citation_is_in_the_table_of_statutes_and_has_an_address() -> None:
    references = cited()

    assert len(references) > 100
    for reference in references:
        act, section, *_ = reference.split(":")
        assert section in STATUTES[act].split(), reference
        assert official_text(reference).startswith("https://")
    assert {act for act in STATUTES if not act.startswith("VO-")} <= KNOWN_ACTS


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("AufenthG:60a:5b:1", "https://www.gesetze-im-internet.de/aufenthg_2004/__60a.html"),
        ("AsylG:61:1:2", "https://www.gesetze-im-internet.de/asylvfg_1992/__61.html"),
        ("VO-2024-1348:62:1", "https://eur-lex.europa.eu/eli/reg/2024/1348/oj"),
    ],
)
def test_the_official_text_is_found_by_act_and_section(reference: str, address: str) -> None:
    assert official_text(reference) == address


def test_an_act_without_an_address_is_refused() -> None:
    with pytest.raises(LookupError):
        official_text("BGB:188")


def test_words_for_changes_support_and_settings_are_complete() -> None:
    assert set(CHANGE_KINDS) == set(DAYS_BEFORE) == set(ChangeKind)
    assert (set(ACCESSES), set(SUPPORTS), set(SETTINGS)) == (set(Access), set(Support), set(Setting))
    assert {one.code for one in versions()} == set(VERSION_CODES)
    assert all(set(one.words) == {"de", "en"} for one in open_questions())


def test_the_edition_of_the_rules_is_told_and_its_versions_are_ordered() -> None:
    law = tomllib.loads(files("wir.eligibility.data").joinpath("law.toml").read_text("utf-8"))

    assert law["version"] == LAW_VERSION
    assert list(VERSION_DAYS) == sorted(set(VERSION_DAYS))
