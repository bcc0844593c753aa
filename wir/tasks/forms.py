"""Forms for tasks: a new one, how one goes on, and until when one is put off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from wir.tasks.actions import Plan
from wir.tasks.models import WORDS
from wir.tasks.rules import Repeat, TaskProblem, TaskReason

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from wir.tasks.models import Task
    from wir.tasks.queries import WorkPlace

EXPLANATIONS: dict[TaskProblem, _StrPromise] = {
    TaskProblem.TITLE_MISSING: _("Please say in a few words what is to be done."),
    TaskProblem.ALREADY_DONE: _("This task had already been done."),
    TaskProblem.NOT_DONE: _("This task is already open."),
    TaskProblem.NOT_RECORDED: _(
        "This task is done by recording what came of it. Please open it and record that there."
    ),
    TaskProblem.NOT_A_COLLEAGUE: _(
        "This person does not work in the sub-project. Please choose somebody else."
    ),
    TaskProblem.REASON_MISSING: _("Please say in a few words why this can wait."),
    TaskProblem.NOT_LATER: _("Please choose a day after today."),
    TaskProblem.TOO_LATE: _(
        "More than a year is too long to put something off. Please choose an earlier day."
    ),
    TaskProblem.AFTER_DEADLINE: _(
        "The law sets the day of this task. Please choose a day up to its due day."
    ),
}
FIELDS = {
    TaskProblem.TITLE_MISSING: "title",
    TaskProblem.NOT_A_COLLEAGUE: "assignee",
    TaskProblem.REASON_MISSING: "why",
    TaskProblem.NOT_LATER: "until",
    TaskProblem.TOO_LATE: "until",
    TaskProblem.AFTER_DEADLINE: "until",
}
REPEATS: dict[str, str | _StrPromise] = {
    "": _("once"),
    Repeat.WEEKLY: _("every week"),
    Repeat.MONTHLY: _("every month"),
    Repeat.QUARTERLY: _("every three months"),
}
ANYONE = ""
WEEK = timedelta(days=7)


class Explaining(forms.Form):
    """A form that says at which field a rule stands in the way."""

    def explain(self, problems: Iterable[TaskProblem]) -> None:
        for problem in problems:
            name = FIELDS.get(problem)
            self.add_error(name if name in self.fields else None, str(EXPLANATIONS[problem]))


def day_field(label: str | _StrPromise) -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(
        label=label,
        error_messages={
            "required": _("Please enter a day, for example 24.11.2026."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )


class OwnTaskForm(Explaining):
    title = forms.CharField(
        label=_("What is to be done"),
        max_length=200,
        error_messages={"required": _("Please say in a few words what is to be done.")},
    )
    due_on = day_field(_("Due on"))
    repeats = forms.ChoiceField(label=_("Comes back"), choices=list(REPEATS.items()), required=False)
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

    def rhythm(self) -> Repeat | None:
        return _repeat(self.cleaned_data)


class TaskForm(Explaining):
    """How a task goes on; what the house made keeps its words, its day and its rhythm."""

    title = forms.CharField(label=_("What is to be done"), max_length=200)
    due_on = day_field(_("Due on"))
    assignee = forms.ChoiceField(label=_("Responsible"), required=False)
    repeats = forms.ChoiceField(label=_("Comes back"), choices=list(REPEATS.items()), required=False)
    comment = forms.CharField(label=_("Comment"), max_length=500, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, task: Task, colleagues: Mapping[UUID, str]
    ) -> None:
        now = {
            "title": task.title,
            "due_on": task.due_on,
            "assignee": str(task.assignee_id or ANYONE),
            "repeats": task.repeats,
            "comment": task.comment,
        }
        super().__init__(data, initial=now)
        self.task = task
        if task.reason != TaskReason.OWN:
            for name in ("title", "due_on", "repeats"):
                del self.fields[name]
        names = {str(one): name for one, name in colleagues.items()}
        if task.assignee:
            names |= {str(task.assignee.pk): task.assignee.name}
        field = self.fields["assignee"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(ANYONE, _("Anyone in the sub-project may do it")), *names.items()]

    def plan(self) -> Plan:
        values = self.cleaned_data
        return Plan(
            title=values.get("title", self.task.title),
            due_on=values.get("due_on", self.task.due_on),
            assignee_id=UUID(values["assignee"]) if values["assignee"] else None,
            repeats=_repeat(values),
            comment=values["comment"],
        )


class PutOffForm(Explaining):
    until = day_field(_("Show again on"))
    why = forms.CharField(
        label=_("Why this can wait"),
        max_length=200,
        error_messages={"required": EXPLANATIONS[TaskProblem.REASON_MISSING]},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        super().__init__(data, initial={"until": today + WEEK})

    def chosen(self) -> dict[str, Any]:
        return {"until": self.cleaned_data["until"], "why": self.cleaned_data["why"]}


class TaskFilter(forms.Form):
    """What a list of tasks shows and in which order; what makes no sense is read as nothing."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    sort = forms.ChoiceField(label=_("Order"), required=False)

    SORTED = {
        "due": (_("due first"), ("due_on", "id")),
        "-due": (_("due last"), ("-due_on", "-id")),
        "-made": (_("newest first"), ("-created_at", "-id")),
        "kind": (_("by kind"), ("reason", "due_on", "id")),
    }
    USUAL = {"done": ("-done_on", "-id"), "later": ("remind_on", "id")}

    def __init__(self, data: Mapping[str, Any], *, list_of: str) -> None:
        super().__init__({name: data[name] for name in ("kind", "sort") if data.get(name)})
        self.usual = self.USUAL.get(list_of, ("due_on", "id"))
        kinds = [("", _("all kinds")), *((reason.value, words) for reason, words in WORDS.items())]
        orders = [("", _("usual order")), *((code, label) for code, (label, _order) in self.SORTED.items())]
        for name, choices in (("kind", kinds), ("sort", orders)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices
        self.is_valid()

    def reason(self) -> str:
        return str(self.cleaned_data.get("kind", ""))

    def order(self) -> tuple[str, ...]:
        code = self.cleaned_data.get("sort", "")
        return self.SORTED[code][1] if code else self.usual


def _repeat(values: Mapping[str, Any]) -> Repeat | None:
    return Repeat(values["repeats"]) if values.get("repeats") else None
