"""What aftercare adds to the case file, its timeline and "My day"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wir.aftercare import queries
from wir.aftercare.forms import KINDS, OUTCOMES
from wir.aftercare.rules import CheckInKind, Outcome
from wir.kit.registry import CaseSection, CaseTab, DayRow, TimelineItem, add_day, add_tab, add_timeline

if TYPE_CHECKING:
    from wir.kit.acting import Actor

MOST_ROWS = 20


def timeline(actor: Actor, person_id: UUID) -> Iterator[TimelineItem]:
    """Tell of the check-ins held."""
    for check_in in queries.check_ins_of(actor, person_id):
        if check_in.held_on is not None:
            yield TimelineItem(
                on=check_in.held_on,
                title=_("Check-in %(kind)s") % {"kind": KINDS[CheckInKind(check_in.kind)]},
                detail=str(OUTCOMES[Outcome(check_in.outcome)]),
                icon="checklist",
                url=reverse("aftercare:case", args=[person_id]),
            )


def day(actor: Actor, today: date) -> Iterator[DayRow]:
    """Tell of check-ins of the actor's files whose day has passed."""
    for check_in in queries.overdue_check_ins(actor, today, limit=MOST_ROWS):
        yield DayRow(
            title=_("Check-in %(kind)s") % {"kind": KINDS[CheckInKind(check_in.kind)]},
            url=reverse("aftercare:hold", args=[check_in.person_id, check_in.pk]),
            due_on=check_in.due_on,
            person=check_in.person.identity.full_name(),
            person_id=check_in.person_id,
            why=_("aftercare: the day has passed"),
            tone="danger",
        )


add_tab(CaseTab(gettext_lazy("Aftercare"), "aftercare:case", 60, CaseSection.PLACEMENT))
add_timeline(timeline)
add_day(day)
