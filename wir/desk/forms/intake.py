"""Taking somebody on: everything on one page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.entry import EntryForm
from wir.desk.forms.identity import IdentityForm
from wir.desk.forms.paper import PaperForm, ProcedureForm
from wir.desk.forms.skills import SkillsForm
from wir.desk.forms.stay import StayForm
from wir.people.queries import InNetwork
from wir.people.rules.facts import Gender
from wir.people.rules.linking import LinkProblem
from wir.people.rules.persons import NewPerson


class IntakeForm(IdentityForm, PaperForm, ProcedureForm, SkillsForm, StayForm, EntryForm):
    """A new person, their paper, what they bring along, consent and entry facts."""

    PAST: tuple[str, ...] = (*IdentityForm.PAST, *ProcedureForm.PAST)

    between_networks = forms.BooleanField(
        label=_("The person agrees that other networks are asked, and may be found by them"),
        required=False,
        help_text=_(
            "Only a keyed mark of name and birth date is kept; it goes when the person takes this back."
        ),
    )

    same_as = forms.CharField(
        label=_("Does the person take part in another sub-project already?"),
        required=False,
        widget=forms.Select,
    )

    def __init__(self, *args: Any, between: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.in_network: list[InNetwork] = []
        if not between:
            del self.fields["between_networks"]
        # asked once, among schooling; the questionnaire takes the answer from there
        del self.fields["entry_isced"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.cleaned_data["entry_isced"] = None
        return self.cleaned_data

    def show_network(self, found: list[InNetwork]) -> None:
        """Offer the participants of other sub-projects who may be this person."""
        self.in_network = found
        same = gettext("yes, it is the person with the number %(number)s")
        choices = [(str(one.participant_id), same % {"number": one.case_number}) for one in found]
        widget = self.fields["same_as"].widget
        if isinstance(widget, forms.Select):
            widget.choices = [
                ("", gettext("Please choose")),
                *choices,
                ("none", gettext("no, another person")),
            ]

    def ask_about_network(self, found: list[InNetwork]) -> None:
        """Refuse until somebody has decided: one person takes part once in a network."""
        self.show_network(found)
        allowed = {"none", *(str(one.participant_id) for one in found)}
        if found and self.cleaned_data.get("same_as") not in allowed:
            self.explain([LinkProblem.UNDECIDED])

    def unjudged(self) -> IntakeForm:
        """Return the form as typed, without complaints: something was asked, nothing handed in yet."""
        self._errors = ErrorDict()
        return self

    def new_person(self) -> NewPerson:
        """Return the person as typed."""
        values = self.cleaned_data
        nationalities = (values["nationality"], values["second_nationality"])
        return NewPerson(
            given_names=values["given_names"],
            family_names=values["family_names"],
            birth_date=values["birth_date"],
            gender=Gender(values["gender"]) if values["gender"] else None,
            nationalities=tuple(dict.fromkeys(filter(None, nationalities))),
            languages=self.spoken(),
            contact_language=values["contact_language"],
            interpreter_needed=values["interpreter_needed"],
            phone=values["phone"],
            email=values["email"],
            street=values["street"],
            postcode=values["postcode"],
            place_name=values["place_name"],
            schooling=values["schooling"],
            isced=values["isced"],
            occupation=values["occupation"],
            wishes=values["wishes"],
            paper=self.paper(),
            entered_on=values["entered_on"],
            stay_since=values["stay_since"],
            asylum_registered_on=values["registered_on"],
            reception_centre_duty=values["reception_centre"],
            duldung_since=values["duldung_since"],
            identity_unclear_note=values["identity_unclear"],
        )
