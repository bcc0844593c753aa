"""The sentence of a code in a language; no Django, so that the command line has them too.

German, German in easy words and English are ours. A further language is a file ``data/sentences_<code>.toml`` of the
same shape, and each sentence in it is shown only once a qualified person has released it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
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


@lru_cache
def _own() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(files("wir.eligibility.data").joinpath("sentences.toml").read_text("utf-8"))


@lru_cache
def _translated(language: str) -> Mapping[str, Mapping[str, str]]:
    file = files("wir.eligibility.data").joinpath(f"sentences_{language}.toml")
    return tomllib.loads(file.read_text("utf-8")) if language.isalpha() and file.is_file() else {}


def codes(kind: Kind) -> tuple[str, ...]:
    """Return every code that has sentences."""
    return tuple(_own()[kind])


def sentence(kind: Kind, code: str, language: str, *, released: Collection[str] = ()) -> str:
    """Return the sentence in the language; in easy German where the language has none, or none released."""
    if language in OWN:
        return _own()[kind][code][language]
    if f"{kind}.{code}" in released and code in _translated(language).get(kind, {}):
        return _translated(language)[kind][code]
    return _own()[kind][code][EASY]
