"""Two files side by side, and what is taken over from the one into the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.words import GENDERS, ISCED
from wir.kit.languages import SPOKEN
from wir.people.rules.facts import Gender
from wir.people.rules.merging import Difference, MergeProblem

FIELD_WORDS = {
    "given_names": _("Given names"),
    "family_names": _("Family names"),
    "birth_date": _("Born on"),
    "phone": _("Telephone"),
    "email": _("E-mail"),
    "street": _("Street and number"),
    "postcode": _("Postcode"),
    "place_name": _("Place"),
    "gender": _("Gender"),
    "nationalities": _("Nationality"),
    "contact_language": _("Language we speak with each other"),
    "interpreter_needed": _("Interpreter needed"),
    "schooling": _("School visited"),
    "isced": _("Highest level completed"),
    "occupation": _("Occupation"),
    "wishes": _("Wishes for the work"),
    "remarks": _("Remarks of a list"),
    "unemployed_since": _("Unemployed since"),
    "expected_on": _("Expected day of entry"),
}
PROBLEMS = {
    MergeProblem.SAME_FILE: _("This is the same file. Choose another one."),
    MergeProblem.OTHER_PROJECT: _(
        "The other file belongs to another sub-project. Files of two sub-projects are not put together."
    ),
    MergeProblem.NOT_DECIDED_BY: _(
        "Only the case team of both files or the head of the sub-project puts files together. Please ask them."
    ),
    MergeProblem.TWO_OPEN_STAYS: _(
        "In both files the person takes part now. End the stay in one of them first, then put the files together."
    ),
    MergeProblem.TOO_LATE: _("The 30 days in which this can be undone are over."),
}


class MergeForm(forms.Form):
    """Which answers of the other file replace those of this one."""

    def __init__(self, *args: Any, differences: Sequence[Difference], **options: Any) -> None:
        super().__init__(*args, **options)
        self.differences = differences
        for one in differences:
            label = gettext("Take over: %(field)s") % {"field": FIELD_WORDS[one.field]}
            self.fields[one.field] = forms.BooleanField(label=label, required=False, initial=one.take)

    def rows(self) -> list[tuple[Any, str, str, forms.BoundField]]:
        """Return field, both answers and the box to tick."""
        return [
            (
                FIELD_WORDS[one.field],
                shown(one.field, one.kept),
                shown(one.field, one.absorbed),
                self[one.field],
            )
            for one in self.differences
        ]

    def chosen(self) -> list[str]:
        """Return the fields to take over."""
        return [name for name, taken in self.cleaned_data.items() if taken]

    def explain(self, problems: Iterable[MergeProblem]) -> None:
        """Say why it was refused."""
        for problem in problems:
            self.add_error(None, str(PROBLEMS[problem]))


def shown(field: str, value: Any) -> str:
    """Return an answer as it stands on other pages."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list):
        return ", ".join(value)
    words: dict[str, dict[Any, Any]] = {
        "gender": {code.value: word for code, word in GENDERS.items() if isinstance(code, Gender)},
        "contact_language": dict(SPOKEN),
        "isced": ISCED,
    }
    return str(words.get(field, {}).get(value, value))
