"""Sentences in the participants' languages: what is proposed, what is released, and what can be said whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection
from django.utils.formats import date_format

from wir.eligibility.adapters.languages import LANGUAGES, name_of, reads_from_right
from wir.eligibility.models import SentenceRelease
from wir.eligibility.rules.spoken import Line

if TYPE_CHECKING:
    from wir.kit.acting import Actor


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One line in words."""

    part: str
    text: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer in a language in which every sentence of it is released."""

    language: str
    lines: tuple[SpokenLine, ...]
    for_demonstration: bool
    """At least one sentence was released for the demonstration alone, and checked by nobody."""

    @property
    def name(self) -> str:
        """Return the language's own name."""
        return name_of(self.language)

    @property
    def direction(self) -> str:
        """Return rtl or ltr."""
        return "rtl" if reads_from_right(self.language) else "ltr"


def wordings_of(actor: Actor, network_id: UUID, language: str) -> dict[str, SentenceRelease]:
    """Return a network's sentences in the language by their code, released or only proposed."""
    rows = SentenceRelease.objects.visible_to(actor).filter(network_id=network_id, language=language)
    return {row.code: row for row in rows}


def spoken_in_network(actor: Actor, network_id: UUID, lines: Iterable[Line]) -> list[Spoken]:
    """Return the answer in every language in which the network has released all its sentences."""
    lines = tuple(lines)
    rows = SentenceRelease.objects.visible_to(actor).filter(
        network_id=network_id, code__in=[line.code for line in lines], released_on__isnull=False
    )
    return _whole(lines, rows.values_list("language", "code", "text", "for_demonstration"))


def spoken_to_anybody(lines: Iterable[Line]) -> list[Spoken]:
    """Return the same for somebody without an account, from what any network of this house has released."""
    lines = tuple(lines)
    with connection.cursor() as cursor:
        cursor.execute("select * from eligibility_released_sentences(%s)", [[line.code for line in lines]])
        return _whole(lines, cursor.fetchall())


def _whole(lines: tuple[Line, ...], rows: Iterable[tuple[str, str, str, bool]]) -> list[Spoken]:
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    for language, code, text, for_demonstration in rows:
        found.setdefault(language, {})[code] = (text, for_demonstration)
    return [
        Spoken(
            language,
            tuple(_line(line, found[language][line.code][0]) for line in lines),
            any(found[language][line.code][1] for line in lines),
        )
        for language in LANGUAGES
        if language in found and {line.code for line in lines} <= found[language].keys()
    ]


def _line(line: Line, text: str) -> SpokenLine:
    day = "" if line.day is None else date_format(line.day, "SHORT_DATE_FORMAT")
    return SpokenLine(line.part.value, text.replace("{day}", day), line.citations)
