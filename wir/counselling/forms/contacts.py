"""The form of the contacts tab, and the words for what it chooses among."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypedDict

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.forms.words import NO_DAY, shown
from wir.counselling.rules import MINUTES, ContactMode, ContactProblem, Topic
from wir.kit.choices import labelled
from wir.kit.languages import SPOKEN

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from wir.people.models import Person

MODES: dict[StrEnum, _StrPromise] = {
    ContactMode.IN_PERSON: _("In person"),
    ContactMode.PHONE: _("By telephone"),
    ContactMode.VIDEO: _("By video"),
    ContactMode.MESSAGE: _("By message"),
    ContactMode.AT_AUTHORITY: _("At an authority"),
    ContactMode.AT_EMPLOYER: _("At an employer"),
    ContactMode.HOME_VISIT: _("Home visit"),
}
TOPICS: dict[StrEnum, _StrPromise] = {
    Topic.WORK_PERMIT: _("Permission to work"),
    Topic.RESIDENCE: _("Residence"),
    Topic.JOB_SEARCH: _("Job search"),
    Topic.APPLICATION: _("Application"),
    Topic.TRAINING: _("Vocational training"),
    Topic.SCHOOL: _("School"),
    Topic.LANGUAGE_COURSE: _("Language course"),
    Topic.RECOGNITION: _("Recognition of qualifications"),
    Topic.HEALTH: _("Health"),
    Topic.FAMILY: _("Family"),
    Topic.HOUSING: _("Housing"),
    Topic.MONEY: _("Money and benefits"),
    Topic.WORKPLACE: _("At the workplace"),
}


def words_of_topics(codes: Iterable[str]) -> list[_StrPromise]:
    """Return the words for the topics, in the order of the form."""
    chosen = set(codes)
    return [label for topic, label in TOPICS.items() if topic in chosen]


class ContactValues(TypedDict):
    """What the form says about a conversation."""

    on: date
    minutes: int
    mode: ContactMode
    language: str
    interpreter: bool
    topics: list[Topic]
    note: str


class ContactForm(forms.Form):
    on = forms.DateField(label=_("Date"), error_messages=NO_DAY)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        widget=forms.NumberInput(attrs={"min": MINUTES.start, "max": MINUTES.stop - 1}),
        error_messages={
            "required": _("Please enter how many minutes the conversation took."),
            "invalid": _("Please enter the minutes as a whole number, for example 45."),
        },
    )
    mode = forms.ChoiceField(label=_("How"), choices=labelled(MODES))
    language = forms.ChoiceField(label=_("Language"), choices=[("", "–"), *SPOKEN.items()], required=False)
    interpreter = forms.BooleanField(label=_("With an interpreter"), required=False)
    topics = forms.MultipleChoiceField(
        label=_("Topics"), choices=labelled(TOPICS), widget=forms.CheckboxSelectMultiple, required=False
    )
    note = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        required=False,
        help_text=_("Only the case team can read it."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, person: Person, today: date, in_team: bool
    ) -> None:
        initial = {
            "on": today,
            "minutes": 30,
            "mode": ContactMode.IN_PERSON.value,
            "language": person.contact_language,
            "interpreter": bool(person.interpreter_needed),
        }
        super().__init__(data, initial=initial)
        self.today = today
        if not in_team:
            del self.fields["note"]

    def values(self) -> ContactValues:
        cleaned = self.cleaned_data
        return {
            "on": cleaned["on"],
            "minutes": cleaned["minutes"],
            "mode": ContactMode(cleaned["mode"]),
            "language": cleaned["language"],
            "interpreter": cleaned["interpreter"],
            "topics": [Topic(code) for code in cleaned["topics"]],
            "note": cleaned.get("note", ""),
        }

    def explain(self, problems: Iterable[ContactProblem]) -> None:
        values = {
            "day": shown(self.cleaned_data.get("on")),
            "today": shown(self.today),
            "minutes": self.cleaned_data.get("minutes"),
            "most": MINUTES.stop - 1,
        }
        for problem in problems:
            field, text = CONTACT_EXPLANATIONS[problem]
            self.add_error(field if field in self.fields else None, str(text) % values)


CONTACT_EXPLANATIONS: dict[ContactProblem, tuple[str | None, _StrPromise]] = {
    ContactProblem.IN_FUTURE: (
        "on",
        _("%(day)s lies in the future. Please enter the day of the conversation, at the latest %(today)s."),
    ),
    ContactProblem.MINUTES_OUT_OF_RANGE: (
        "minutes",
        _("%(minutes)s minutes cannot be recorded. Please enter a whole number from 1 to %(most)s."),
    ),
    ContactProblem.NOTE_NOT_IN_TEAM: (
        "note",
        _("Only the case team writes notes. Please leave the note empty or ask the advisor in charge."),
    ),
    ContactProblem.NO_CONSENT: (
        None,
        _(
            "The person took the consent to counselling back. Record day, minutes and way alone, "
            "without note and topics."
        ),
    ),
    ContactProblem.NOBODY_SPOKE: (
        None,
        _("Nobody is known to have held this conversation. Please sign in and record it yourself."),
    ),
}
