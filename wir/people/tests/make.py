"""Builders for tests of lists: files as advisers have them, and the way of a list through the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import TODAY
from wir.kit.acting import acting
from wir.network.queries import actor_for
from wir.people import actions
from wir.people.actions import Elsewhere
from wir.people.adapters import marks
from wir.privacy.rules import ConsentWay, Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

    from tests.cast import AskAs
    from wir.accounts.models import User
    from wir.network.models import Project
    from wir.people.models import Person

BORN = date(1990, 3, 5)
HEADER = "Name;Vorname;geb. am;Geschlecht;Staatsangehörigkeit;Status;Sprachen;Telefon;PLZ;Ort;Schuhgröße"
AHMAD = "Al-Hassan;Ahmad;1.2.1990;m;syrisch;AE 25 II;Arabisch Muttersprache, Deutsch B1;0171 3920012;20095;Hamburg;43"
ZOE = "O'Brien-Müller;Zoë;1991-03-04;w;Irland;;Englisch C2;;;;"
NAMELESS = ";;5.6.1992;m;Irak;Duldung § 60a;;;;;"
LIST = "\n".join([HEADER, AHMAD, ZOE, NAMELESS])
"""Two people, and in row 4 one without a name."""


def let_keep_health_data(person: Person, advisor: User) -> None:
    """Let the person say yes, on paper, to keeping health data; the advisor is of the case team."""
    with acting(actor_for(advisor.pk, TODAY)) as actor:
        actions.agree_to_needs(person=person, way=ConsentWay.PAPER, language="de", today=TODAY, actor=actor)


@contextmanager
def clock_stands() -> Iterator[None]:
    """Let the pages of the block believe it is noon of the tests' day."""
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with time_machine.travel(noon, tick=False):
        yield


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """Return an .xlsx of these rows; a cell that begins with "=" becomes a formula."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return out.getvalue()


def upload(browser: Client, project: Project, content: bytes | str, name: str = "liste.csv") -> Answer:
    """Hand a list in on the page."""
    data = content.encode() if isinstance(content, str) else content
    given = {"project": str(project.pk), "file": SimpleUploadedFile(name, data)}
    return browser.post(reverse("people:upload"), given)


def make_marks_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let marks cost next to nothing for a test; what they cost outside is tested once."""
    monkeypatch.setattr(marks, "PASSES", 1)
    monkeypatch.setattr(marks, "KIBIBYTES", 64)


def join(person: Person, user: User, ask: AskAs) -> None:
    """Let a person agree to be found."""
    with ask(user) as actor:
        actions.join_check(person=person, way=ConsentWay.PAPER, language="de", today=TODAY, actor=actor)


def ask_about(
    user: User, ask: AskAs, project: Project, given: str = "Yusuf", family: str = "Demir"
) -> Elsewhere:
    """Ask other networks as somebody."""
    with ask(user) as actor:
        return actions.ask_elsewhere(
            network_id=project.network_id,
            given=given,
            family=family,
            birth_date=BORN,
            consented=True,
            actor=actor,
        )


def about(person: Person) -> dict[str, Any]:
    """Whose consent to what it is, and how it was given."""
    return {
        "network_id": person.network_id,
        "project_id": person.project_id,
        "subject_id": person.pk,
        "purpose": Purpose.BETWEEN_NETWORKS,
        "way": ConsentWay.PAPER,
        "language": "de",
    }
