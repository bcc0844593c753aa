"""What stands on papers that people sign, in the languages of ``counselling/data/papers``.

The German sheet is what is signed. A translation stands before it; a draft says so, and never stands alone.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

REFERENCE = "de"
RIGHT_TO_LEFT = frozenset({"ar", "fa"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One language's words for a paper; ``warning`` where it is a draft."""

    language: str
    words: dict[str, str]
    topics: dict[str, str]
    warning: str

    @property
    def lang(self) -> str:
        """The language tag of HTML (BCP 47)."""
        return "de" if self.language == "de-simple" else self.language

    @property
    def right_to_left(self) -> bool:
        """Whether it is read from right to left."""
        return self.language in RIGHT_TO_LEFT

    @property
    def is_signed(self) -> bool:
        """Whether this is the sheet that bears the signature."""
        return self.language == REFERENCE


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a text."""
    found = (entry.name for entry in files("wir.counselling.data.papers").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


def sheets(paper: str, language: str) -> tuple[Sheet, ...]:
    """Return the sheets of a paper (power, release, plan): the person's language where there is a text, then German."""
    wanted = language if language in languages() else REFERENCE
    return tuple(_sheet(paper, code) for code in dict.fromkeys((wanted, REFERENCE)))


def _sheet(paper: str, language: str) -> Sheet:
    text = _text(language)
    return Sheet(language, text["common"] | text[paper], text["topics"], text["common"]["draft"])


@cache
def _text(language: str) -> dict[str, Any]:
    return tomllib.loads(files("wir.counselling.data.papers").joinpath(f"{language}.toml").read_text("utf-8"))
