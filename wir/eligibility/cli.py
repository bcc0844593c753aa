"""``wir eligibility assess FILE``: cases in, answers out, both JSON Lines; no database."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from types import ModuleType
from typing import BinaryIO, NoReturn

import click

from wir.eligibility.adapters.exchange import in_german
from wir.eligibility.rules.assessment import assess
from wir.eligibility.rules.contradictions import contradictions
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.reading import NotAFact, quote, read_day, read_fields, read_word
from wir.eligibility.rules.vocabulary import EXCHANGED, Activity


class BrokenLine(Exception):
    """A line that is no case; it gets an error instead of an answer."""

    def __init__(self, field: str | None, problem: str, *, other: str | None = None) -> None:
        super().__init__(problem)
        self.field, self.other = field, other

    def as_json(self, number: int, case_id: object) -> dict[str, object]:
        """Return line, field and what is wrong; with a contradiction, ``with`` names the other fact."""
        error: dict[str, object] = {"line": number, "field": self.field, "message": str(self)}
        if self.other is not None:
            error["with"] = self.other
        return {"id": case_id, "error": error}


@dataclass(frozen=True, slots=True)
class Case:
    """One question, as asked in a line."""

    id: str
    assessed_on: date
    activity: Activity
    facts: Facts

    def answer(self) -> dict[str, object]:
        """Return the answer under the id of the question; refuses facts that exclude each other."""
        for pair in contradictions(self.facts, self.assessed_on):
            one = f"case.facts.{pair.one}"
            other = "case.assessed_on" if pair.other == "assessed_on" else f"case.facts.{pair.other}"
            raise BrokenLine(one, f"{one} and {other} cannot both be true", other=other)
        answer = assess(self.facts, activity=self.activity, on=self.assessed_on)
        return {"id": self.id} | answer.as_json(in_german)


@click.group()
def eligibility() -> None:
    """Permission to work and target group."""


@eligibility.command(name="assess")
@click.argument("file", type=click.File("rb"))
def assess_file(file: BinaryIO) -> None:
    """Answer the cases of FILE, one JSON object a line; a line that is no case gets an error, the rest is answered."""
    for number, line in enumerate(file, 1):
        if line.strip():
            click.echo(json.dumps(_answered(number, line), ensure_ascii=False))


@eligibility.command()
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: time.strftime("%Y-%m-%d"),
    help="Day on which this is noted; today, unless told otherwise.",
)
def recheck(day: datetime) -> None:
    """Ask the present rules again about every open case.

    One JSON object a line for each answer that would be another now; the advisors find the same list on their page.
    """
    models = _with_models()
    for network_id in models.network_ids():
        for kept in models.recheck(network_id, day.date()):
            click.echo(json.dumps(kept))


@eligibility.command()
@click.argument("code")
@click.argument("language")
@click.option("--network", "prefix", required=True, help="Prefix of the network's case numbers.")
@click.option("--by", "released_by", required=True, help="Name and office of whoever checked the wording.")
@click.option("--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Day of the release.")
@click.option("--demo", is_flag=True, help="For the demonstration alone; the sentence is marked.")
def release(code: str, language: str, *, prefix: str, released_by: str, day: datetime, demo: bool) -> None:
    """Let a legal sentence be shown in a further language, as in: release reason.title_allows_work ar …"""
    _with_models().release(
        code, language, prefix=prefix, released_by=released_by, released_on=day.date(), for_demonstration=demo
    )


def _with_models() -> ModuleType:
    """Import what needs the database only for the commands that do: the plain one starts at once."""
    return import_module("wir.eligibility.actions.commands")


def _answered(number: int, line: bytes) -> dict[str, object]:
    case_id: object = None
    try:
        value = _parsed(line)
        if isinstance(value, Mapping) and isinstance(value.get("id"), str):
            case_id = value["id"]
        return _case(value).answer()
    except BrokenLine as broken:
        return broken.as_json(number, case_id)


def _parsed(line: bytes) -> object:
    try:
        return json.loads(
            line.decode("utf-8"), object_pairs_hook=_each_name_once, parse_constant=_no_constant
        )
    except UnicodeDecodeError:
        raise BrokenLine(None, f"{quote(line)} is not UTF-8") from None
    except json.JSONDecodeError as error:
        problem = f"{quote(error.doc.strip())} is not JSON from column {error.colno} on ({error.msg})"
        raise BrokenLine(None, problem) from None
    except NotAFact as broken:
        raise BrokenLine(broken.field, str(broken)) from None
    except (ValueError, RecursionError):
        raise BrokenLine(None, "holds a number too long or is nested too deeply") from None


def _case(value: object) -> Case:
    try:
        known = read_fields("case", value, _READERS, frozenset(_READERS))
        for name in sorted(_READERS.keys() - known.keys()):
            raise NotAFact(f"case.{name}", None, "is required")
    except NotAFact as broken:
        raise BrokenLine(broken.field, str(broken)) from None
    return Case(**known)


def _read_id(field: str, value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise NotAFact(field, value, "is not a text")


def _each_name_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise NotAFact(name, value, "is told twice")
        found[name] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise NotAFact("number", name, "is not a number of JSON")


_READERS = {
    "id": _read_id,
    "assessed_on": read_day,
    "activity": read_word(Activity, among=EXCHANGED),
    "facts": lambda field, value: Facts.from_json(value, field=field),
}
