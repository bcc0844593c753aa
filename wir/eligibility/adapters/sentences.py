"""The sentence of a code in a language; no Django, so that the command line has them too.

German, German in easy words and English are ours. What a network has entered and released in further languages, the
queries know.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

GERMAN, EASY, ENGLISH = "de", "easy", "en"
OWN = (GERMAN, EASY, ENGLISH)


class Kind(StrEnum):
    """Where a code comes from."""

    REASON = "reason"
    SUPPORT = "support"
    DWELLING = "dwelling"
    SAID = "said"


@lru_cache
def _own() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(files("wir.eligibility.data").joinpath("sentences.toml").read_text("utf-8"))


def codes(kind: Kind) -> tuple[str, ...]:
    """Return every code that has sentences."""
    return tuple(_own()[kind])


def sentence(kind: Kind, code: str, language: str) -> str:
    """Return the sentence in one of our own languages."""
    return _own()[kind][code][language]
