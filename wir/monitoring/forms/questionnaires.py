"""The questionnaires at entry, exit and six months later; an empty answer says that it was not recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled
from wir.monitoring.forms.words import ANSWERS, DEGURBA, EMPLOYMENT, IMPROVEMENTS, ISCED, NOT_RECORDED
from wir.monitoring.rules.answers import AnswerProblem, EntryAnswers
from wir.monitoring.rules.vocabulary import AT_ENTRY, Answer, Employment, Improvement

if TYPE_CHECKING:
    from wir.counselling.models import Stay

Choice = tuple[str, Any]

OPEN = "open"
"""Stands in the form for an answer that was not recorded."""
EXPLANATIONS = {
    AnswerProblem.SINCE_WITHOUT_UNEMPLOYED: (
        "unemployed_since",
        _("%(day)s was given although the person was not unemployed. Empty it, or correct the work status."),
    ),
    AnswerProblem.SINCE_AFTER_ENTRY: (
        "unemployed_since",
        _("%(day)s lies after the entry. Give the first day of the unemployment that lasted at entry."),
    ),
    AnswerProblem.ON_BEFORE_EXIT: (
        "on",
        _("%(day)s lies before the exit. Give the day of leaving or a later one."),
    ),
    AnswerProblem.ON_IN_FUTURE: ("on", _("%(day)s lies in the future. Give today or an earlier day.")),
    AnswerProblem.STAY_STILL_OPEN: (None, _("The stay has not ended yet. Record the exit first.")),
}


class AnswersForm(forms.Form):
    """A questionnaire that can say why its answers were refused."""

    def explain(self, problems: Iterable[AnswerProblem]) -> None:
        """Say of each problem what is wrong and what helps, at its field."""
        for field, sentence in [EXPLANATIONS[problem] for problem in problems]:
            day = self.cleaned_data.get(field or "")
            shown = formats.date_format(day, "SHORT_DATE_FORMAT") if isinstance(day, date) else ""
            self.add_error(field, str(sentence) % {"day": shown})


def _day(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=forms.DateInput, help_text=help_text)


class AnswerField(forms.TypedChoiceField):
    """A choice that always has a value: "not recorded yet" is one of its own, so that silence is never a "no"."""

    def __init__(
        self, *, choices: Iterable[Choice], coerce: Callable[[str], Any] = str, **options: Any
    ) -> None:
        nothing = "" if coerce is str else None
        super().__init__(
            choices=[(OPEN, NOT_RECORDED), *choices],
            coerce=lambda text: nothing if text == OPEN else coerce(text),
            **options,
        )

    def prepare_value(self, value: Any) -> str:
        """Return the choice that stands for what is recorded."""
        return OPEN if value in ("", None) else str(value)


def _yes_or_no(label: Any, *, help_text: Any = "") -> AnswerField:
    return AnswerField(
        label=label,
        help_text=help_text,
        coerce=lambda text: text == "True",
        choices=[("True", ANSWERS[Answer.YES]), ("False", ANSWERS[Answer.NO])],
    )


def _voluntary(label: Any, *, help_text: Any = "") -> AnswerField:
    return AnswerField(label=label, help_text=help_text, choices=labelled(ANSWERS))


class EntryForm(AnswersForm):
    """Part 1 is compulsory, part 2 may be declined, part 3 completes the picture."""

    employment = AnswerField(
        label=_("Work status on the day of entry"),
        choices=[(code.value, EMPLOYMENT[code]) for code in AT_ENTRY],
        help_text=_(
            "Who is registered as unemployed counts as unemployed, with a minijob too, but not during a measure."
        ),
    )
    unemployed_since = _day(
        _("Unemployed since"),
        help_text=_("First day of the unemployment that lasted at entry; only if unemployed."),
    )
    isced = AnswerField(
        label=_("Highest level of education completed"),
        coerce=int,
        choices=[(str(level), label) for level, label in ISCED.items()],
        help_text=_("Nothing completed is 0, which is an answer too."),
    )
    foreign_background = _voluntary(
        _("Foreign background"), help_text=_("Born abroad, or both parents were.")
    )
    minority = _voluntary(_("Belongs to a minority"), help_text=_("For instance Roma or Sinti."))
    homeless = _voluntary(
        _("Homeless or affected by housing exclusion"),
        help_text=_("Without a home of one's own, or about to lose it."),
    )
    disability = _voluntary(_("Disability"), help_text=_("Recognised or as the person sees it."))
    in_education = _yes_or_no(_("In school, training or study on the day of entry"))
    degurba = AnswerField(
        label=_("Place of residence"),
        coerce=int,
        choices=[(str(degree), label) for degree, label in DEGURBA.items()],
        help_text=_("Degree of urbanisation of the municipality (Eurostat, DEGURBA)."),
    )

    def answers(self) -> EntryAnswers:
        """Return the answers; what was left open was not recorded."""
        return EntryAnswers(**self.cleaned_data)

    @classmethod
    def initial_of(cls, stay: Stay) -> dict[str, Any]:
        """Return the answers recorded so far, for the form."""
        record = getattr(stay, "entry_record", None)
        return {name: getattr(record, name) for name in cls.base_fields} if record else {}


class ExitForm(AnswersForm):
    """What was reached when leaving."""

    education_from = _day(_("School, training or study begun on"))
    education_in_window = _yes_or_no(
        _("In school, training or study within four weeks after leaving"),
        help_text=_("Only what began after the entry counts."),
    )
    qualification_on = _day(_("Qualification gained on"))
    qualification_certified = _yes_or_no(
        _("Certified by a competent body"), help_text=_("A certificate of attendance is not enough.")
    )

    @classmethod
    def initial_of(cls, stay: Stay) -> dict[str, Any]:
        """Return the answers recorded so far, for the form."""
        record = getattr(stay, "exit_record", None)
        return {name: getattr(record, name) for name in cls.base_fields} if record else {}


class StatusForm(AnswersForm):
    """The labour-market status on one day after leaving."""

    on = _day(
        _("Day"), required=True, help_text=_("On which day was it so? The last one within four weeks counts.")
    )
    status = forms.ChoiceField(
        label=_("Work status on that day"), choices=labelled(EMPLOYMENT), widget=forms.RadioSelect
    )

    def answer(self) -> dict[str, Any]:
        """Return day and status."""
        return {"on": self.cleaned_data["on"], "status": Employment(self.cleaned_data["status"])}


class FollowUpForm(AnswersForm):
    """The answer six months after leaving."""

    on = _day(
        _("Day"),
        required=True,
        help_text=_("On which day was it so? An answer before the six months are over does not count."),
    )
    status = forms.ChoiceField(
        label=_("Work status on that day"),
        choices=[(code.value, EMPLOYMENT[code]) for code in AT_ENTRY],
        widget=forms.RadioSelect,
    )
    improvements = forms.MultipleChoiceField(
        label=_("What has become better since the entry"),
        choices=labelled(IMPROVEMENTS),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Counts for people who were at work on the day of entry."),
    )

    def answer(self) -> dict[str, Any]:
        """Return day, status and improvements."""
        values = self.cleaned_data
        return {
            "on": values["on"],
            "status": Employment(values["status"]),
            "improvements": [Improvement(one) for one in values["improvements"]],
        }

    @classmethod
    def initial_of(cls, stay: Stay) -> dict[str, Any]:
        """Return the answer recorded so far, for the form."""
        record = getattr(stay, "follow_up", None)
        return {name: getattr(record, name) for name in cls.base_fields} if record else {}
