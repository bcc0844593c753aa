"""Letters of a person to an authority: which fit a procedure, and what they say.

They are the person's own, in their name and for their signature, so that no power of attorney is needed and nobody
else declares anything for them. The wording stands in ``data/letters/letters.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

BLANK = "____________________"
"""Stands where a fact is not known, to be filled in by hand."""


class Letter(StrEnum):
    """What a letter asks for."""

    RECEIPT = "receipt"
    PROGRESS = "progress"
    DOCUMENTS = "documents"
    ACCESS = "access"
    OBJECTION = "objection"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What is known of person, authority and procedure; nothing is typed again.

    ``objection_until`` is the safe last day for an objection, where the latest notice can be contested by one.
    """

    name: str
    born_on: date | None
    street: str
    postcode: str
    place: str
    authority: str
    authority_town: str
    file_number: str
    subject: str
    filed_on: date | None
    receipt_on: date | None
    dated_on: date | None
    received_on: date | None
    objection_until: date | None


@dataclass(frozen=True, slots=True)
class Written:
    """A letter: address blocks line by line, what it is about, and its paragraphs."""

    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    place_and_day: str
    subject: str
    references: tuple[str, ...]
    paragraphs: tuple[str, ...]
    signature: str


def letters_for(facts: LetterFacts, today: date) -> list[Letter]:
    """Return the letters that fit, the most pressing first; an objection that may come too late is the last."""
    return list(_fitting(facts, today))


def write(letter: Letter, facts: LetterFacts, today: date) -> Written:
    """Return the letter with the facts put in."""
    text = _texts()[letter.value]
    known = {
        "subject": facts.subject,
        "filed_on": _day(facts.filed_on),
        "dated_on": _day(facts.dated_on),
        "received_on": _day(facts.received_on),
    }
    town = f"{facts.postcode} {facts.place}".strip()
    references = (
        f"Ihr Zeichen: {facts.file_number or BLANK}",
        f"{facts.name}, geboren am {_day(facts.born_on)}",
    )
    return Written(
        sender=(facts.name, facts.street or BLANK, town or BLANK),
        receiver=tuple(line for line in (facts.authority or BLANK, facts.authority_town) if line),
        place_and_day=f"{facts.place}, {_day(today)}" if facts.place else _day(today),
        subject=text["subject"].format_map(known),
        references=references,
        paragraphs=tuple(one.format_map(known) for one in text["paragraphs"]),
        signature=facts.name,
    )


def _fitting(facts: LetterFacts, today: date) -> Iterator[Letter]:
    if facts.objection_until and today <= facts.objection_until:
        yield Letter.OBJECTION
    if facts.filed_on and not facts.dated_on:
        yield Letter.PROGRESS
        if not facts.receipt_on:
            yield Letter.RECEIPT
    yield from (Letter.DOCUMENTS, Letter.ACCESS, Letter.BLANK)
    if facts.objection_until and facts.objection_until < today:
        yield Letter.OBJECTION


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else BLANK


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(files("wir.counselling.data.letters").joinpath("letters.toml").read_text("utf-8"))
