"""`wir esf`: the ESF Plus rules for machines, without a database."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO

import click

from wir.monitoring.rules import Broken, Missing, assess

BROKEN_INPUT = 2
SHOWN = 80


@click.group()
def esf() -> None:
    """ESF Plus indicators from facts."""


@esf.command("assess")
@click.argument("file", type=click.File("rb"))
def assess_file(file: BinaryIO) -> None:
    """Answer the cases in FILE (JSON Lines), one line each, in the same order.

    If a line is broken, nothing is answered: standard error names every broken line with field and
    value, and the exit status is 2.
    """
    answers, complaints = [], []
    for number, line in _lines(file):
        try:
            answers.append(json.dumps(assess(_parsed(line))))
        except Broken as broken:
            complaints.append(f"line {number}: {_complaint(broken)}")
    for complaint in complaints:
        click.echo(complaint, err=True)
    if complaints:
        raise SystemExit(BROKEN_INPUT)
    for answer in answers:
        click.echo(answer)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Number the lines that say something, from 1."""
    for number, line in enumerate(file, 1):
        if line.strip():
            yield number, line


def _parsed(line: bytes) -> object:
    try:
        text = line.decode("utf-8-sig")
        return json.loads(text, parse_float=Decimal, parse_constant=_no_such_number)
    except (ValueError, ArithmeticError, RecursionError):
        raise Broken("line", line.decode("utf-8", "replace").strip(), "JSON in UTF-8") from None


def _no_such_number(name: str) -> None:
    raise ValueError(name)


def _complaint(broken: Broken) -> str:
    if isinstance(broken, Missing):
        return f"{broken.field}: missing"
    value = json.dumps(broken.value, ensure_ascii=True, default=float)
    shown = value if len(value) <= SHOWN else f"{value[:SHOWN]}..."
    return f"{broken.field}: {shown} does not fit, expected {broken.expected}"
