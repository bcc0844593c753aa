"""The form for a task of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from wir.tasks.rules import TaskProblem

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from wir.tasks.queries import WorkPlace

EXPLANATIONS: dict[TaskProblem, Promise] = {
    TaskProblem.TITLE_MISSING: _("Please say in a few words what is to be done."),
    TaskProblem.ALREADY_DONE: _("This task had already been done."),
    TaskProblem.NOT_DONE: _("This task is already open."),
}


class OwnTaskForm(forms.Form):
    title = forms.CharField(
        label=_("What is to be done"),
        max_length=200,
        error_messages={"required": _("Please say in a few words what is to be done.")},
    )
    due_on = forms.DateField(
        label=_("Due on"),
        error_messages={
            "required": _("Please enter a day, for example 24.11.2026."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )
    project = forms.ChoiceField(label=_("Sub-project"))
    shared = forms.BooleanField(label=_("Anyone in the sub-project may do it"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, places: Sequence[WorkPlace], today: date
    ) -> None:
        super().__init__(data, initial={"due_on": today})
        self.today = today
        self.places = {str(place.project_id): place for place in places}
        field = self.fields["project"]
        if len(places) == 1:
            del self.fields["project"]
        elif isinstance(field, forms.ChoiceField):
            field.choices = [(code, place.name) for code, place in self.places.items()]

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on < self.today:
            day = date_format(due_on, "SHORT_DATE_FORMAT")
            raise forms.ValidationError(
                _("%(day)s has passed. Please enter today or a later day."), params={"day": day}
            )
        return due_on

    def place(self) -> tuple[UUID, UUID]:
        chosen = self.cleaned_data.get("project") or next(iter(self.places))
        return self.places[chosen].network_id, self.places[chosen].project_id

    def explain(self, problems: Iterable[TaskProblem]) -> None:
        for problem in problems:
            self.add_error(
                "title" if problem is TaskProblem.TITLE_MISSING else None, str(EXPLANATIONS[problem])
            )
