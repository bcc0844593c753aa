"""Which figures somebody wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from wir.monitoring.queries.places import Asked
from wir.network.models import Project

ALL = "all"


def _one_of_all(text: str) -> UUID | None:
    return None if text == ALL else UUID(text)


class ReportForm(forms.Form):
    """Network, sub-project and day; a choice of one is no question and is left out."""

    network = forms.TypedChoiceField(label=_("Network"), coerce=_one_of_all)
    project = forms.TypedChoiceField(label=_("Sub-project"), coerce=_one_of_all)
    day = forms.DateField(label=_("As of"), widget=forms.DateInput)

    def __init__(self, asked: Any, *, projects: Iterable[Project], today: date) -> None:
        given = {name: asked[name] for name in asked if asked[name]}
        super().__init__({"network": ALL, "project": ALL, "day": today.isoformat(), **given})
        self.today = today
        offered = list(projects)
        networks = {project.network_id: project.network.name for project in offered}
        several = len(networks) > 1
        self._offer("network", _("all networks"), list(networks.items()))
        self._offer(
            "project",
            _("all sub-projects"),
            [(one.pk, f"{one.network.name}: {one.name}" if several else one.name) for one in offered],
        )

    def clean_day(self) -> date:
        """Nobody knows the figures of tomorrow."""
        day: date = self.cleaned_data["day"]
        if day > self.today:
            shown = formats.date_format(day, "SHORT_DATE_FORMAT")
            raise forms.ValidationError(
                _("%(day)s lies in the future. Give today or an earlier day."), params={"day": shown}
            )
        return day

    def asked(self) -> Asked:
        """Return what is asked for."""
        values = self.cleaned_data
        return Asked(values["day"], self.today, values.get("network"), values.get("project"))

    def _offer(self, name: str, everything: Any, offered: list[tuple[UUID, str]]) -> None:
        if len(offered) <= 1:
            del self.fields[name]
            return
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(ALL, everything), *((str(pk), label) for pk, label in offered)]


class ProgrammeForm(forms.Form):
    """One network of the programme, or all."""

    name = forms.ChoiceField(label=_("Network"))

    def __init__(self, asked: Any, *, names: Iterable[str]) -> None:
        super().__init__({"name": asked.get("name") or ALL})
        field = self.fields["name"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(ALL, _("all networks")), *((name, name) for name in names)]

    def chosen(self) -> str | None:
        """Return the name of the network, or nothing for all."""
        name: str = self.cleaned_data["name"]
        return None if name == ALL else name
