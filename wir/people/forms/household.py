"""Who lives with a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled
from wir.kit.versions import VersionedForm
from wir.people.forms.fields import NOT_CHOSEN, one, year
from wir.people.forms.profile_words import CARES, RELATIONS, SCHOOLS_NOW
from wir.people.rules.household import HouseholdProblem, Living
from wir.people.rules.profile import Care, Relation, SchoolNow

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

NOBODY: dict[str, Any] = {"relation": "", "birth_year": None, "school": "", "care": ""}
PROBLEMS: dict[HouseholdProblem, tuple[str | None, _StrPromise]] = {
    HouseholdProblem.NO_CONSENT: (
        None,
        _("There is no consent to counselling: nothing new may be recorded here."),
    ),
    HouseholdProblem.BORN_IN_FUTURE: (
        "birth_year",
        _("This year lies in the future. Enter the year of birth."),
    ),
    HouseholdProblem.BORN_TOO_EARLY: (
        "birth_year",
        _("This year lies too far back. Compare it with the papers."),
    ),
    HouseholdProblem.SAME_FILE: (
        "case_number",
        _("This is the file you are in. Enter the number of the other."),
    ),
    HouseholdProblem.NOT_FOUND: (
        "case_number",
        _(
            "You see no file of this network with this number. Compare it, or ask the colleagues who keep that file."
        ),
    ),
    HouseholdProblem.LINKED_BEFORE: ("case_number", _("These two files are linked already. Nothing to do.")),
}


def _relation() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Who it is"),
        choices=[NOT_CHOSEN, *labelled(RELATIONS)],
        error_messages=dict.fromkeys(["required", "invalid_choice"], _("Please choose who it is.")),
    )


class MemberForm(VersionedForm):
    """Somebody without a file of their own: no name is asked."""

    relation = _relation()
    birth_year = year(_("Year of birth"))
    school = one(_("School or kindergarten"), SCHOOLS_NOW)
    care = one(_("Care while the person works"), CARES)

    def living(self) -> Living:
        """Return the facts as ``keep_member`` takes them."""
        data = self.cleaned_data
        return Living(
            relation=Relation(data["relation"]),
            birth_year=data["birth_year"],
            school=SchoolNow(data["school"]) if data["school"] else None,
            care=Care(data["care"]) if data["care"] else None,
        )

    def explain(self, problems: Iterable[HouseholdProblem]) -> None:
        """Say beside the field what does not fit."""
        for problem in problems:
            self.add_error(*PROBLEMS[problem])


class LinkForm(forms.Form):
    """Another file whose person lives here too."""

    case_number = forms.CharField(
        label=_("Case number of the other file"),
        max_length=20,
        error_messages={"required": _("Please enter the case number of the other file.")},
    )
    relation = _relation()

    def explain(self, problems: Iterable[HouseholdProblem]) -> None:
        """Say beside the field what does not fit."""
        for problem in problems:
            self.add_error(*PROBLEMS[problem])
