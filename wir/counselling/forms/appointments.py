"""The form of an appointment, and the words for what it chooses among."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wir.counselling.actions import Meeting
from wir.counselling.forms.contacts import MODES
from wir.counselling.forms.words import ExplainedForm, day_field
from wir.counselling.rules import ContactMode
from wir.counselling.rules.appointments import LONGEST, AppointmentProblem, Calloff
from wir.kit.choices import labelled, offer
from wir.kit.languages import SPOKEN
from wir.kit.versions import VersionedForm
from wir.people.rules.profile import Way
from wir.post.rules import Channel

if TYPE_CHECKING:
    from django.http import QueryDict

    from wir.counselling.forms.words import Explanations, Words
    from wir.people.models import Person

CHANNELS: Words = {
    Channel.SMS: _("By text message"),
    Channel.MAIL: _("By e-mail"),
    Channel.LETTER: _("By a letter to print"),
}
CALLOFFS: Words = {
    Calloff.BY_PERSON: _("The person called off"),
    Calloff.BY_US: _("We have to call off"),
}
_CHANNEL_OF = {Way.SMS.value: Channel.SMS, Way.MAIL.value: Channel.MAIL, Way.LETTER.value: Channel.LETTER}
_REACHED = _("Please write the address down under “Person”, or choose another way.")
EXPLANATIONS: Explanations = {
    AppointmentProblem.IN_PAST: ("at", _("%(value)s has passed. Please enter a later time or another day.")),
    AppointmentProblem.TOO_FAR: (
        "on",
        _("%(value)s is more than a year ahead. Please enter an earlier day."),
    ),
    AppointmentProblem.MINUTES_OUT_OF_RANGE: (
        "minutes",
        _("%(value)s minutes cannot be planned. Please enter a whole number from 5 to 480."),
    ),
    AppointmentProblem.PLACE_MISSING: (
        "meeting_place",
        _("Please say where to come, as the person is to read it in the invitation."),
    ),
    AppointmentProblem.TAKEN: (
        "at",
        _("At %(value)s there is another appointment in this calendar. Please choose another time."),
    ),
    AppointmentProblem.NOT_A_COLLEAGUE: (
        "advisor",
        _("Whoever is chosen does not work in this sub-project on that day. Please choose somebody else."),
    ),
    AppointmentProblem.NO_CONSENT: (
        None,
        _("The person took the consent to counselling back, so no appointment can be made."),
    ),
    AppointmentProblem.UNSAFE: (
        "channel",
        _("It is not safe to write to the person: others read it. Please tell them in person."),
    ),
    AppointmentProblem.OVER: (
        None,
        _("This appointment has been called off, or it has been said what came of it."),
    ),
    AppointmentProblem.NOT_YET: (None, _("This appointment is still to come.")),
    AppointmentProblem.NO_WAY: (
        "channel",
        _("This site sends nothing that way. Please choose another."),
    ),
    AppointmentProblem.NO_ADDRESS: ("channel", _REACHED),
    AppointmentProblem.NOT_A_NUMBER: (
        "channel",
        _("The telephone number of the person cannot get text messages. Please correct it under “Person”."),
    ),
}
_TELLS = _(
    "“%(words)s” would tell whoever sees the message why the person comes. Please describe the place by "
    "street and room alone."
)


class AppointmentForm(ExplainedForm, VersionedForm):
    explanations = EXPLANATIONS

    on = day_field(_("Day"))
    at = forms.TimeField(
        label=_("Time of day"),
        widget=forms.TimeInput(attrs={"type": "time", "step": 300}, format="%H:%M"),
        error_messages={
            "required": _("Please enter a time, for example 10:30."),
            "invalid": _("This is no time of the day. Please enter it like 10:30."),
        },
    )
    minutes = forms.IntegerField(
        label=_("Minutes"), widget=forms.NumberInput(attrs={"min": 5, "max": LONGEST, "step": 5})
    )
    mode = forms.ChoiceField(label=_("How"), choices=labelled(MODES))
    meeting_place = forms.CharField(
        label=_("Place"),
        max_length=120,
        required=False,
        help_text=_("As in the invitation: street and room, no name of an office."),
    )
    subject = forms.CharField(
        label=_("What it is about"),
        max_length=200,
        required=False,
        help_text=_("For the team; it stands in no message."),
    )
    advisor = forms.ChoiceField(label=_("Who expects the person"))
    interpreter = forms.BooleanField(label=_("An interpreter is to be booked"), required=False)
    channel = forms.ChoiceField(label=_("Invitation and reminder"), required=False)
    language = forms.ChoiceField(
        label=_("Language of the message"), choices=[("", "–"), *SPOKEN.items()], required=False
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        person: Person,
        colleagues: Mapping[UUID, str],
        open_channels: Iterable[Channel],
        initial: Mapping[str, Any],
    ) -> None:
        ways = _ways_to(person, open_channels)
        best = next((_CHANNEL_OF[way] for way in person.identity.ways if _CHANNEL_OF.get(way) in ways), None)
        told = {
            "minutes": 60,
            "mode": ContactMode.IN_PERSON.value,
            "language": person.contact_language,
            "interpreter": bool(person.interpreter_needed),
            "channel": best.value if best else "",
        }
        proposed = told | dict(initial)
        super().__init__(data, known=proposed)
        names = [(str(user_id), name) for user_id, name in colleagues.items()]
        gone = str(proposed["advisor"]) not in dict(
            names
        )  # nobody slips into the calendar of whoever comes first
        offer(self, "advisor", [("", "–"), *names] if gone else names)
        offer(self, "channel", [("", _("Nothing is sent")), *((way.value, CHANNELS[way]) for way in ways)])

    def meeting(self) -> Meeting:
        """Return what the form asks for; day and time are those of Germany."""
        said = self.cleaned_data
        return Meeting(
            advisor_id=UUID(said["advisor"]),
            starts_at=timezone.make_aware(datetime.combine(said["on"], said["at"])),
            minutes=said["minutes"],
            mode=ContactMode(said["mode"]),
            meeting_place=said["meeting_place"],
            subject=said["subject"],
            channel=Channel(said["channel"]) if said["channel"] else None,
            language=said["language"],
            interpreter=said["interpreter"],
        )

    def explain_refusal(self, problems: Iterable[AppointmentProblem], words: Sequence[str]) -> None:
        """Say what stands in the way, and which words tell too much."""
        telling = AppointmentProblem.TELLS_TOO_MUCH
        self.explain(problem for problem in problems if problem is not telling)
        if telling in problems:
            self.add_error("meeting_place", _TELLS % {"words": ", ".join(words)})


def _ways_to(person: Person, open_channels: Iterable[Channel]) -> list[Channel]:
    """Return how this person can be written to."""
    if person.identity.safe_to_write is False:
        return []
    known = {Channel.SMS: person.identity.phone, Channel.MAIL: person.identity.email, Channel.LETTER: "paper"}
    return [channel for channel in open_channels if known[channel]]
