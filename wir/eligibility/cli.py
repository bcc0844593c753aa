"""``wir eligibility assess FILE``: cases in, answers out, both JSON Lines; no database."""

import json
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, NoReturn

import click

from wir.eligibility.rules.assessment import assess
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.reading import NotAFact, quote, read_day, read_fields, read_word
from wir.eligibility.rules.vocabulary import Activity


class BrokenLine(click.ClickException):
    """A line that is not a case; nothing is answered then."""

    exit_code = 2

    def __init__(self, number: int, problem: str) -> None:
        super().__init__(f"line {number}: {problem}")


@dataclass(frozen=True, slots=True)
class Case:
    """One question, as asked in a line."""

    id: str
    assessed_on: date
    activity: Activity
    facts: Facts

    def answer(self) -> dict[str, object]:
        """Return the answer under the id of the question."""
        return {"id": self.id} | assess(self.facts, activity=self.activity, on=self.assessed_on).as_json()


@click.group()
def eligibility() -> None:
    """Permission to work and target group."""


@eligibility.command(name="assess")
@click.argument("file", type=click.File("rb"))
def assess_file(file: BinaryIO) -> None:
    """Answer the cases of FILE, one JSON object a line."""
    cases = [_case(number, line) for number, line in enumerate(file, 1) if line.strip()]
    for case in cases:
        click.echo(json.dumps(case.answer()))


def _case(number: int, line: bytes) -> Case:
    try:
        value = json.loads(
            line.decode("utf-8"), object_pairs_hook=_each_name_once, parse_constant=_no_constant
        )
        known = read_fields("case", value, _READERS, frozenset(_READERS))
        for name in sorted(_READERS.keys() - known.keys()):
            raise NotAFact(f"case.{name}", None, "is required")
    except UnicodeDecodeError:
        raise BrokenLine(number, f"{quote(line)} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise BrokenLine(
            number, f"{quote(error.doc.strip())} is not JSON from column {error.colno} on ({error.msg})"
        ) from None
    except NotAFact as broken:
        raise BrokenLine(number, str(broken)) from None
    except (ValueError, RecursionError):
        raise BrokenLine(number, "holds a number too long or is nested too deeply") from None
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
    "activity": read_word(Activity),
    "facts": lambda field, value: Facts.from_json(value, field=field),
}
