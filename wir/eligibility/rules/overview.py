"""The rules in force for whoever asks which law was applied: versions with their sources, and what is still open."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Version:
    """One dated state of the law as the tables hold it; ``until`` is the first day on which it no longer holds."""

    code: str
    citation: str
    source: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What the sources leave open, and how the rules treat it meanwhile; words by language."""

    code: str
    citation: str
    words: Mapping[str, str]


@lru_cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("wir.eligibility.data").joinpath("sources.toml").read_text("utf-8"))


def versions() -> tuple[Version, ...]:
    """Return every version, the newest first within each rule."""
    return tuple(
        Version(row["code"], row["citation"], row["source"], row["since"], row.get("until"))
        for row in _table()["version"]
    )


def open_questions() -> tuple[OpenQuestion, ...]:
    """Return the open legal questions, weightiest first."""
    return tuple(
        OpenQuestion(row["code"], row["citation"], {name: row[name] for name in ("de", "en")})
        for row in _table()["question"]
    )
