"""The form of the contacts tab, and the words for what it chooses among."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from wir.counselling.actions import FollowUp, Told
from wir.counselling.forms.words import NO_DAY, shown
from wir.counselling.rules import MINUTES, STEP, ContactMode, ContactProblem, Topic
from wir.kit.choices import labelled
from wir.kit.languages import SPOKEN
from wir.kit.versions import VersionedForm

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from wir.counselling.models import Appointment
    from wir.people.models import Person

MODES: dict[StrEnum, _StrPromise] = {
    ContactMode.IN_PERSON: _("In person"),
    ContactMode.PHONE: _("By telephone"),
    ContactMode.VIDEO: _("By video"),
    ContactMode.MESSAGE: _("By message"),
    ContactMode.AT_AUTHORITY: _("At an authority"),
    ContactMode.AT_EMPLOYER: _("At an employer"),
    ContactMode.HOME_VISIT: _("Home visit"),
    ContactMode.ACCOMPANYING: _("Accompanying to an appointment"),
    ContactMode.CASE_CONFERENCE: _("Case conference"),
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


class ConversationForm(forms.Form):
    """What is said of a conversation, when it is put down and when it is corrected."""

    on = forms.DateField(label=_("Date"), error_messages=NO_DAY)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        required=False,
        widget=forms.NumberInput(attrs={"min": STEP, "max": MINUTES.stop - 1, "step": STEP}),
        error_messages={
            "invalid": _("Please enter the minutes as a whole number, for example 45."),
        },
    )
    missed = forms.BooleanField(label=_("Did not come"), required=False)
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
    today: date

    def clean(self) -> dict[str, Any]:
        asked = not self.cleaned_data.get("missed") and "minutes" not in self.errors
        if asked and self.cleaned_data.get("minutes") is None:
            self.add_error("minutes", _("Please enter how many minutes the conversation took."))
        return self.cleaned_data

    def explain(self, problems: Iterable[ContactProblem]) -> None:
        values = {
            "day": shown(self.cleaned_data.get("on")),
            "today": shown(self.today),
            "minutes": self.cleaned_data.get("minutes"),
            "follow_up_on": shown(self.cleaned_data.get("follow_up_on")),
            "most": MINUTES.stop - 1,
        }
        for problem in problems:
            if problem is ContactProblem.APPOINTMENT_OVER:
                sent = cast("QueryDict", self.data).copy()
                sent["appointment"] = ""  # saved once more, it is a contact without one
                self.data = sent
            field, text = CONTACT_EXPLANATIONS[problem]
            self.add_error(field if field in self.fields else None, str(text) % values)

    def told(self) -> Told:
        """Return the conversation as it is to stand."""
        cleaned = self.cleaned_data
        came = not cleaned["missed"]
        return Told(
            on=cleaned["on"],
            minutes=cleaned["minutes"] if came else 0,
            mode=ContactMode(cleaned["mode"]),
            language=cleaned["language"],
            interpreter=cleaned["interpreter"],
            topics=[Topic(code) for code in cleaned["topics"]],
            came=came,
            note=cleaned.get("note"),
        )


class ContactForm(ConversationForm):
    appointment = forms.UUIDField(required=False, widget=forms.HiddenInput)
    follow_up = forms.CharField(label=_("What is to be done next"), max_length=200, required=False)
    follow_up_on = forms.DateField(
        label=_("By when"), required=False, error_messages={"invalid": NO_DAY["invalid"]}
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, person: Person, today: date, in_team: bool
    ) -> None:
        initial: dict[str, object] = {
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

    def fill_in(self, typed: Mapping[str, Sequence[str]], *, expected: Appointment | None = None) -> None:
        """Show what was typed before, in the place of what is proposed; it closes the appointment one came for."""
        for name, field in self.fields.items():
            values = typed.get(name, [])
            several = isinstance(field, forms.MultipleChoiceField)
            self.initial[name] = list(values) if several else next(iter(values), "")
        if expected:
            self.initial["appointment"] = expected.pk

    def propose(self, appointment: Appointment) -> None:
        """Show what an appointment says already."""
        minutes = (appointment.ends_at - appointment.starts_at).total_seconds() // 60
        said = {
            "appointment": appointment.pk,
            "on": min(localdate(appointment.starts_at), self.today),
            "minutes": int(minutes),
            "mode": appointment.mode,
            "language": appointment.language or self.initial["language"],
            "interpreter": appointment.interpreter,
        }
        self.initial.update(said)

    def values(self) -> dict[str, Any]:
        """Return the conversation with what follows from it, as ``actions.record_contact`` takes it."""
        follow_up = FollowUp(self.cleaned_data["follow_up"], self.cleaned_data["follow_up_on"])
        told = self.told()
        return {**asdict(told), "note": told.note or "", "follow_up": follow_up}


class CorrectionForm(ConversationForm, VersionedForm):
    """A conversation that was put down, to be corrected."""

    def __init__(
        self, data: QueryDict | None = None, *, known: Mapping[str, object], today: date, in_team: bool
    ) -> None:
        super().__init__(data, known=known)
        self.today = today
        self.fields["minutes"].widget.attrs["step"] = 1  # what came from elsewhere may be exact
        if not in_team:
            del self.fields["note"]


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
    ContactProblem.FOLLOW_UP_WITHOUT_DAY: (
        "follow_up_on",
        _("Please enter by which day this is to be done, or leave both fields empty."),
    ),
    ContactProblem.FOLLOW_UP_WITHOUT_WORDS: (
        "follow_up",
        _("Please say in a few words what is to be done, or leave both fields empty."),
    ),
    ContactProblem.APPOINTMENT_OVER: (
        None,
        _(
            "Somebody has already said what came of this appointment; it stands among the contacts so far. Save again "
            "if this conversation is another one."
        ),
    ),
    ContactProblem.NOT_YOURS: (
        None,
        _("Only whoever held the conversation and the case team correct it. Please ask one of them."),
    ),
    ContactProblem.FOLLOW_UP_IN_PAST: (
        "follow_up_on",
        _("%(follow_up_on)s has passed. Please enter today or a later day."),
    ),
}
