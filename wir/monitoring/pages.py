"""Where monitoring shows itself: the report in the menu, a tab of the case file, and questionnaires in "My day"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wir.kit.registry import CaseSection, CaseTab, DayRow, MenuEntry, Section, add_day, add_menu, add_tab
from wir.monitoring import queries
from wir.monitoring.forms.words import QUESTIONS
from wir.monitoring.rules.answers import Question
from wir.network.rules import Permission, roles_with

if TYPE_CHECKING:
    from wir.kit.acting import Actor

MOST_ROWS = 20
TONES = {Question.ENTRY: "warning", Question.EXIT: "danger", Question.FOLLOW_UP: "info"}


def day(actor: Actor, today: date) -> Iterator[DayRow]:
    """Tell of questionnaires that are wanted of people the actor advises."""
    for wanted in queries.wanted_answers(actor, limit=MOST_ROWS):
        yield DayRow(
            title=QUESTIONS[wanted.question],
            url=reverse("monitoring:case", args=[wanted.person_id]),
            due_on=wanted.due_on,
            person=wanted.name,
            person_id=wanted.person_id,
            why=_("ESF Plus asks for it"),
            tone=TONES[wanted.question],
        )


add_menu(MenuEntry(_("Report"), "monitoring:report", 60, roles_with(Permission.SEE_FIGURES), Section.FIGURES))
add_tab(CaseTab(_("Monitoring"), "monitoring:case", 80, CaseSection.EVIDENCE))
add_day(day)
