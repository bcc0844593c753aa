"""What a person brings along, entry by entry, as forms and in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled
from wir.kit.versions import VersionedForm
from wir.people.forms.fields import (
    NOT_CHOSEN,
    YesNoField,
    country,
    day,
    language,
    level,
    number,
    one,
    text,
    year,
)
from wir.people.forms.profile_words import EQUIVALENTS, QUALIFICATION_KINDS, RECOGNITIONS
from wir.people.forms.words import LEVELS
from wir.people.rules.entries import EntryKind, EntryProblem

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

PROBLEMS: dict[EntryProblem, tuple[str | None, _StrPromise]] = {
    EntryProblem.NO_CONSENT: (
        None,
        _("There is no consent to counselling: nothing new may be recorded here."),
    ),
    EntryProblem.LANGUAGE_TWICE: (
        "language",
        _("This language is recorded already. Correct that entry instead of adding another."),
    ),
    EntryProblem.CERTIFIED_BY_NOTHING: (
        "certificate",
        _("A day is given without the certificate. Enter its name, or clear the day."),
    ),
    EntryProblem.CERTIFIED_IN_FUTURE: (
        "certified_on",
        _("This day lies in the future. Enter the day printed on it."),
    ),
    EntryProblem.YEAR_IN_FUTURE: (
        "until_year",
        _("This year lies in the future. Enter the year in which it ended, or leave it empty."),
    ),
    EntryProblem.ENDS_BEFORE_START: (
        "until_year",
        _("The end lies before the start. Correct one of the years."),
    ),
    EntryProblem.APPLIED_IN_FUTURE: (
        "applied_on",
        _("This day lies in the future. Record the application when it was made."),
    ),
    EntryProblem.DECIDED_IN_FUTURE: (
        "decided_on",
        _("This day lies in the future. Record the decision when it is there."),
    ),
    EntryProblem.DECIDED_BEFORE_APPLIED: (
        "decided_on",
        _("The decision lies before the application. Correct one of the days."),
    ),
    EntryProblem.DECIDED_BY_NOBODY: (
        "recognition",
        _("A day of decision is given, but no decision. Choose what was decided, or clear the day."),
    ),
}


class EntryForm(VersionedForm):
    """An entry; ``explain`` says beside the field what does not fit."""

    def explain(self, problems: Iterable[EntryProblem]) -> None:
        """Say what does not fit, and what to do."""
        for problem in problems:
            name, sentence = PROBLEMS[problem]
            if name == "until_year" and name not in self.fields:
                name = "earned_year"
            self.add_error(name, sentence)


class LanguageForm(EntryForm):
    language = language(_("Language"), required=True)
    level = one(
        _("Level on the whole"), LEVELS, hint=_("As told or certified; the four skills are for details.")
    )
    listening = one(_("Listening"), LEVELS)
    reading = one(_("Reading"), LEVELS)
    speaking = one(_("Speaking"), LEVELS)
    writing = one(_("Writing"), LEVELS)
    certificate = text(_("Certificate"), 120, hint=_("For example telc Deutsch B1, DTZ."))
    certified_on = day(_("Certified on"))


class SchoolEntryForm(EntryForm):
    school = forms.CharField(
        label=_("School"),
        help_text=_("As it is called there, for example Lyzeum."),
        max_length=160,
        error_messages={"required": _("Please enter which school it was.")},
    )
    country = country(_("Country"))
    classes = number(_("Years of school"), 0, 20)
    until_year = year(_("Until (year)"))
    finished = YesNoField(label=_("Finished with a certificate"))
    equivalent = one(
        _("Equals in Germany"),
        EQUIVALENTS,
        hint=_("As the Zeugnisanerkennungsstelle assessed it, or roughly."),
    )
    isced = level()


class QualificationForm(EntryForm):
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[NOT_CHOSEN, *labelled(QUALIFICATION_KINDS)],
        error_messages=dict.fromkeys(["required", "invalid_choice"], _("Please choose what kind it is.")),
    )
    title = forms.CharField(
        label=_("Qualification"),
        help_text=_("For example nurse, electrician, forklift licence."),
        max_length=160,
        error_messages={"required": _("Please enter what was learned.")},
    )
    country = country(_("Country"))
    earned_year = year(_("Earned in (year)"))
    papers_at_hand = YesNoField(label=_("Papers at hand"))
    isced = level()
    recognition = one(_("Recognition in Germany"), RECOGNITIONS)
    recognised_by = text(_("By which body"), 120, hint=_("For example IHK FOSA, Regierungspräsidium, ZAB."))
    applied_on = day(_("Applied on"))
    decided_on = day(_("Decided on"))


class WorkEntryForm(EntryForm):
    occupation = forms.CharField(
        label=_("Occupation"),
        help_text=_("In the person's words."),
        max_length=160,
        error_messages={"required": _("Please enter what the person worked as.")},
    )
    country = country(_("Country"))
    from_year = year(_("From (year)"))
    until_year = year(_("Until (year)"), hint=_("Empty when it goes on."))
    duties = text(_("What was done"), 400, widget=forms.Textarea(attrs={"rows": 2}))
    kldb = text(
        _("Code of the occupation (KldB 2010)"),
        5,
        hint=_("Five digits, where you know them."),
        validators=[
            RegexValidator(r"^\d{5}$", _("A code of the KldB 2010 has five digits, for example 25122."))
        ],
    )


ENTRY_FORMS: dict[EntryKind, type[EntryForm]] = {
    EntryKind.LANGUAGE: LanguageForm,
    EntryKind.SCHOOL: SchoolEntryForm,
    EntryKind.QUALIFICATION: QualificationForm,
    EntryKind.WORK: WorkEntryForm,
}
