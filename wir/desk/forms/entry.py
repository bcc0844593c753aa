"""What ESF Plus asks about the day of entry."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.days import DayForm, day_field
from wir.desk.forms.identity import YesNoField
from wir.desk.forms.skills import IscedField
from wir.desk.forms.words import ANSWERS, EMPLOYMENT_AT_ENTRY
from wir.monitoring.rules.answers import EntryAnswers
from wir.monitoring.rules.vocabulary import AT_ENTRY

VOLUNTARY = ("foreign_background", "minority", "homeless", "disability")


class EntryForm(DayForm):
    """The questionnaire; whatever is left open can be completed in the tab "Monitoring"."""

    employment = forms.ChoiceField(
        label=_("Work on the day of entry"),
        required=False,
        choices=[("", _("not asked yet")), *((code.value, EMPLOYMENT_AT_ENTRY[code]) for code in AT_ENTRY)],
    )
    unemployed_since = day_field(_("Unemployed since"))
    in_education = YesNoField(label=_("In school, training or a course on that day"))
    entry_isced = IscedField(label=_("Highest level completed on that day"))
    foreign_background = forms.ChoiceField(label=_("Foreign background"))
    minority = forms.ChoiceField(label=_("Belongs to a minority"))
    homeless = forms.ChoiceField(label=_("Without a home, or threatened with losing it"))
    disability = forms.ChoiceField(label=_("Disability"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in VOLUNTARY:
            field = self.fields[name]
            field.required = False
            if isinstance(field, forms.ChoiceField):
                field.choices = [
                    ("", _("not asked")),
                    *((code.value, label) for code, label in ANSWERS.items()),
                ]

    def has_own_isced(self) -> bool:
        """Whether the questionnaire asks for schooling itself."""
        return "entry_isced" in self.fields

    def answers(self) -> EntryAnswers:
        """Return the questionnaire's answers."""
        values = self.cleaned_data
        isced = values["entry_isced"]
        return EntryAnswers(
            employment=values["employment"],
            unemployed_since=values["unemployed_since"],
            in_education=values["in_education"],
            isced=values.get("isced") if isced is None else isced,
            **{name: values[name] for name in VOLUNTARY},
        )
