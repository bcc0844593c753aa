"""The filter above the list of cases; a filter that makes no sense is read as none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.workload import LACKS
from wir.desk.queries import Where
from wir.desk.queries.cases import Sort
from wir.desk.rules import Lack
from wir.kit.acting import Actor
from wir.kit.choices import labelled, offer
from wir.network.models import Project

MINE, ALL = "mine", "all"
CHOSEN = ("whose", "state", "lack", "sort")
"""What stands in the address of the answer, beside the words."""
STATES = {
    Where.OPEN: _("open"),
    Where.ENDED: _("ended"),
    Where.WAITING: _("not taken on yet"),
}


SORTS = {
    Sort.NAME: _("by name"),
    Sort.CONTACT: _("longest without a contact first"),
    Sort.PAPER: _("paper that ends first"),
    Sort.TASK: _("next task first"),
    Sort.NEWEST: _("newest first"),
}


class CaseloadForm(forms.Form):
    q = forms.CharField(label=_("Name or case number"), max_length=120, required=False)
    whose = forms.ChoiceField(label=_("Whose cases"))
    state = forms.ChoiceField(label=_("State"))
    lack = forms.ChoiceField(label=_("What is missing"), required=False)
    sort = forms.ChoiceField(label=_("Order"), required=False)

    def __init__(self, data: Mapping[str, Any], *, actor: Actor, projects: Sequence[Project]) -> None:
        self.actor = actor
        self.works_in_files = bool(actor.projects)
        filled = {"whose": MINE if self.works_in_files else ALL, "state": Where.OPEN.value, **_single(data)}
        if filled["state"] != Where.OPEN.value:
            filled.pop("lack", None)  # only of a running case can something be missing
        super().__init__(filled)
        offer(self, "whose", self._whose(projects))
        states = labelled(STATES)
        offer(self, "state", states if self.works_in_files else states[:2])
        offer(self, "lack", [("", _("not filtered")), *labelled(LACKS)])
        offer(self, "sort", labelled(SORTS))
        if not self.works_in_files:  # what is missing stands in files
            del self.fields["lack"]
        if not self.works_in_files or actor.overseen:  # who sees closed files too gets the newest first
            del self.fields["sort"]

    def _whose(self, projects: Sequence[Project]) -> list[tuple[str, Any]]:
        mine = [(MINE, _("mine"))] if self.works_in_files else []
        return [*mine, (ALL, _("all")), *((str(project.pk), project.name) for project in projects)]

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
            "lack": Lack(values["lack"]) if values.get("lack") and state is Where.OPEN else None,
            "sort": Sort(values.get("sort") or Sort.NAME),
        }


def _single(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in ("q", *CHOSEN) if data.get(name)}
