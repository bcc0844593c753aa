"""Words of a message in the reader's language, from ``data/templates.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from wir.post.rules import Template

GERMAN = "de"


@dataclass(frozen=True, slots=True)
class Words:
    """A message in words: ``title`` for a subject line, ``lines`` in the reader's language, then in German."""

    title: str
    lines: tuple[str, ...]


def words_of(template: Template, language: str, values: Mapping[str, str]) -> Words:
    """Return the message; German follows the other language, so that whoever helps can read it too."""
    texts = _texts()
    spoken = language if language in texts else GERMAN
    tongues = (spoken,) if spoken in {GERMAN, "de-simple"} else (spoken, GERMAN)
    return Words(
        title=texts[spoken]["title"],
        lines=tuple(texts[tongue][template.value].format_map(values) for tongue in tongues),
    )


def languages() -> frozenset[str]:
    """Return the languages in which every message can be written."""
    return frozenset(_texts())


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("wir.post.data").joinpath("templates.toml").read_text("utf-8"))
