"""The filter above the list of cases; a filter that makes no sense is read as none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.desk.queries import Where
from wir.kit.acting import Actor
from wir.network.models import Project

MINE, ALL = "mine", "all"
STATES = {
    Where.OPEN: _("open"),
    Where.ENDED: _("ended"),
    Where.WAITING: _("not taken on yet"),
}


class CaseloadForm(forms.Form):
    q = forms.CharField(label=_("Name or case number"), max_length=120, required=False)
    whose = forms.ChoiceField(label=_("Whose cases"))
    state = forms.ChoiceField(label=_("State"))

    def __init__(self, data: Mapping[str, Any], *, actor: Actor, projects: Sequence[Project]) -> None:
        self.actor = actor
        self.works_in_files = bool(actor.projects)
        filled = {"whose": MINE if self.works_in_files else ALL, "state": Where.OPEN.value, **_single(data)}
        super().__init__(filled)
        self._offer("whose", self._whose(projects))
        states = [(code.value, label) for code, label in STATES.items()]
        self._offer("state", states if self.works_in_files else states[:2])

    def _whose(self, projects: Sequence[Project]) -> list[tuple[str, Any]]:
        mine = [(MINE, _("mine"))] if self.works_in_files else []
        return [*mine, (ALL, _("all")), *((str(project.pk), project.name) for project in projects)]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def chosen(self) -> dict[str, Any]:
        """Return the arguments of ``queries.caseload``."""
        self.is_valid()
        values = self.cleaned_data
        whose, state = values.get("whose", ALL), Where(values.get("state") or Where.OPEN.value)
        by_advisor = whose == MINE and state is not Where.WAITING
        return {
            "words": values.get("q", ""),
            "state": state,
            "advisor_id": self.actor.id if by_advisor else None,
            "project_id": UUID(whose) if whose not in {MINE, ALL, ""} else None,
        }


def _single(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in ("q", "whose", "state") if data.get(name)}
