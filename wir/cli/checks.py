"""``wir check translations``: every text on screen has its German, with the same places to fill in."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po

from wir.cli.modules import member

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = "de"
KEYWORDS: dict[str, Any] = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the code asks for it; ``plural`` is empty when there is none."""

    text: str
    plural: str = ""
    context: str = ""


@dataclass(slots=True)
class Found:
    """Complaints about the catalogues, each one line for the reader."""

    complaints: list[str] = field(default_factory=list)

    def say(self, place: str, what: str, text: str) -> None:
        self.complaints.append(f"{place}: {what}: {text!r}")


@click.group()
def check() -> None:
    """Checks that no other tool makes."""


@check.command()
def translations() -> None:
    """Compare the texts in code and templates with the German catalogues."""
    complaints = complaints_about(ROOT)
    for complaint in complaints:
        click.echo(complaint)
    if complaints:
        click.echo(f"{len(complaints)} complaints about translations.", err=True)
    sys.exit(1 if complaints else 0)


def complaints_about(root: Path) -> list[str]:
    """All complaints about the apps below ``root / "wir"``: missing, empty, fuzzy, unfaithful, unused, at odds."""
    found = Found()
    used: dict[Text, str] = {}
    for file in _sources(root / "wir"):
        for line, text in texts_of(file):
            used.setdefault(text, f"{file.relative_to(root)}:{line}")
    catalogues = {
        file: _read(file) for file in sorted((root / "wir").glob(f"*/locale/{LANGUAGE}/*/django.po"))
    }
    translated = {_key(message) for catalogue in catalogues.values() for message in catalogue if message.id}
    for text, place in used.items():
        if text not in translated:
            found.say(place, "not translated", text.text)
    for file, catalogue in catalogues.items():
        _judge(str(file.relative_to(root)), catalogue, used, found)
    _compare({str(file.relative_to(root)): catalogue for file, catalogue in catalogues.items()}, found)
    return found.complaints


def texts_of(file: Path) -> Iterator[tuple[int, Text]]:
    """The texts that a module or template wants translated, with their lines."""
    source = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        # Django writes a template as calls of gettext, but not as Python: the indentation is anybody's.
        code = member("django.utils.translation.template", "templatize")(source, origin=str(file))
        source = "\n".join(line.strip() for line in code.split("\n"))
    options = {"encoding": "utf-8"}
    for line, message, _comments, context in extract(
        "python", BytesIO(source.encode()), KEYWORDS, (), options
    ):
        text, plural = (message[0], message[1]) if isinstance(message, tuple) else (message, "")
        yield line, Text(text=text, plural=plural, context=context or "")


def _sources(package: Path) -> Iterator[Path]:
    for file in sorted(package.rglob("*.py")):
        if not {"tests", "migrations"} & set(file.parts):
            yield file
    for kind in ("html", "txt"):
        yield from sorted(package.glob(f"*/templates/**/*.{kind}"))


def _read(file: Path) -> Catalog:
    with file.open("rb") as content:
        return read_po(content, locale=LANGUAGE)


def _judge(place: str, catalogue: Catalog, used: Iterable[Text], found: Found) -> None:
    for message in catalogue:
        if not message.id:
            continue
        text = _key(message)
        if text not in used:
            found.say(place, "no longer used", text.text)
        if message.fuzzy:
            found.say(place, "marked as uncertain", text.text)
        if not all(_translations(message)):
            found.say(place, "empty", text.text)
        elif not _is_faithful(message):
            found.say(place, "other placeholders than the original", text.text)
    for obsolete in catalogue.obsolete.values():
        found.say(place, "obsolete", _key(obsolete).text)


def _compare(catalogues: Mapping[str, Catalog], found: Found) -> None:
    """One text has one German: Django takes the first app's for all, so another one would never be shown.

    Where two meanings are meant, ``pgettext`` tells them apart.
    """
    first: dict[Text, tuple[str, list[str]]] = {}
    for place, catalogue in catalogues.items():
        for message in catalogue:
            if message.id:
                text, german = _key(message), _translations(message)
                elsewhere, other = first.setdefault(text, (place, german))
                if german != other:
                    found.say(place, f"other German than in {elsewhere} ({other[0]!r})", text.text)


def _key(message: Message) -> Text:
    text, plural = message.id if isinstance(message.id, tuple | list) else (message.id, "")
    return Text(text=text, plural=plural, context=message.context or "")


def _translations(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string or ""]


def _is_faithful(message: Message) -> bool:
    """The same placeholders; only a singular may leave out the number ("one person")."""
    text = _key(message)
    wanted = set(PLACEHOLDER.findall(text.plural or text.text))
    *singulars, last = [set(PLACEHOLDER.findall(translation)) for translation in _translations(message)]
    return last == wanted and all(placeholders <= wanted for placeholders in singulars)
