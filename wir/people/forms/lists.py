"""Uploading a list, and what was not understood in it, in words: where, what stood there, what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.network.models import Project
from wir.people.adapters.refusals import CannotReadList, Refusal
from wir.people.rules.readings import ProblemCode

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wir.people.rules.values import Problem

REFUSALS = {
    Refusal.TOO_LARGE: _("The file is larger than %(limit)s bytes. Split the list into several files."),
    Refusal.ZIP_BOMB: _(
        "The file unpacks to far more than a list can hold. Save the list anew and upload that file."
    ),
    Refusal.TOO_MANY_ROWS: _("The list has more than %(limit)s rows. Split it into several files."),
    Refusal.TOO_MANY_COLUMNS: _(
        "The list has more than %(limit)s columns. Remove the columns that are not needed."
    ),
    Refusal.BROKEN: _(
        "The file is damaged. Open it in your spreadsheet program, save it as .xlsx and upload that file."
    ),
    Refusal.UNKNOWN_FORMAT: _("This is no list. Upload a file of type .xlsx, .xls, .ods or .csv."),
    Refusal.NO_HEADER: _(
        "No headings were found in the first %(within)s rows. Write “Name”, “Vorname” and so on above the columns."
    ),
    Refusal.EMPTY: _("The file holds no rows. Check whether the right file was chosen."),
    Refusal.PROTECTED: _("The file is protected by a password. Save it without one and upload that file."),
}
SENTENCES = {
    ProblemCode.FORMULA: _("“%(text)s” begins like a formula and was not taken. Write the value itself."),
    ProblemCode.TOO_LONG: _("The text is too long and was not taken. Shorten it."),
    ProblemCode.NOT_A_DATE: _("“%(text)s” is no date. Write it like 24.12.1990."),
    ProblemCode.NO_SUCH_DAY: _("The day “%(text)s” does not exist. Check day and month."),
    ProblemCode.YEAR_ONLY: _(
        "“%(text)s” is a year only. The year is kept; add day and month when they are known."
    ),
    ProblemCode.DATE_IMPLAUSIBLE: _("The day “%(text)s” lies too far away to be meant. Check the year."),
    ProblemCode.DATE_IN_FUTURE: _("The day “%(text)s” lies in the future. Check the year."),
    ProblemCode.BIRTH_DATE_IN_FUTURE: _("The birth date “%(text)s” lies in the future. Check the year."),
    ProblemCode.BIRTH_DATE_MISSING: _(
        "The birth date is missing. Add it later: without it the person is not reported."
    ),
    ProblemCode.GENDER_UNKNOWN: _("“%(text)s” is no known gender. Write w, m or d."),
    ProblemCode.NATIONALITY_UNKNOWN: _("“%(text)s” is no known country. Write its German name, e.g. Syrien."),
    ProblemCode.NATIONALITY_AMBIGUOUS: _("“%(text)s” may mean several countries. Write the full name."),
    ProblemCode.NATIONALITY_GUESSED: _("“%(text)s” was taken for a country with a similar name. Check it."),
    ProblemCode.STATUS_UNKNOWN: _(
        "The status “%(text)s” was not understood. Write what stands on the paper, e.g. “Duldung § 60a”."
    ),
    ProblemCode.STATUS_PARTLY_READ: _(
        "Only part of the status “%(text)s” was understood. Check it in the file."
    ),
    ProblemCode.STATUS_INFERRED: _("The status was inferred from “%(text)s”. Compare it with the paper."),
    ProblemCode.STATUS_CONTRADICTS_BASIS: _(
        "Status and paragraph in “%(text)s” do not fit together. Compare with the paper."
    ),
    ProblemCode.LEGAL_BASIS_MISSING: _(
        "The paragraph of the status “%(text)s” is missing. Add it: the permission to work depends on it."
    ),
    ProblemCode.LANGUAGE_UNKNOWN: _("“%(text)s” is no known language. Write its German name."),
    ProblemCode.LANGUAGE_AMBIGUOUS: _(
        "“%(text)s” may mean several languages. Write which, e.g. Kurmandschi or Sorani."
    ),
    ProblemCode.LANGUAGE_GUESSED: _("“%(text)s” was taken for a language with a similar name. Check it."),
    ProblemCode.LANGUAGE_LEVEL_UNCLEAR: _("The level in “%(text)s” was not understood. Write A1 to C2."),
    ProblemCode.PHONE_INVALID: _("“%(text)s” is no telephone number that exists in this form. Check it."),
    ProblemCode.EMAIL_INVALID: _("“%(text)s” is no e-mail address. Check it."),
    ProblemCode.POSTCODE_INVALID: _("“%(text)s” is no German postcode. Write five digits."),
    ProblemCode.ADDRESS_NOT_PARTED: _("The address “%(text)s” could not be parted. It was kept as a whole."),
    ProblemCode.HOUSE_NUMBER_IS_A_DATE: _(
        "The house number “%(text)s” was turned into a date by the spreadsheet. Check it."
    ),
    ProblemCode.NAME_MISSING: _("The name is missing. Without a name nobody can be taken over."),
    ProblemCode.NAME_HAS_DIGITS: _("The name “%(text)s” contains digits. Correct it."),
    ProblemCode.NAME_NOT_LATIN: _(
        "The name “%(text)s” is not in Latin letters. Write it as in the passport."
    ),
    ProblemCode.NAME_HAS_OTHER_SIGNS: _(
        "The name “%(text)s” contains signs that no passport has. Correct it."
    ),
    ProblemCode.NAME_ORDER_GUESSED: _(
        "In “%(text)s” the order of family and given name was guessed. Check it."
    ),
    ProblemCode.CONTRADICTION: _("Two columns contradict each other: “%(text)s”. Correct one of them."),
    ProblemCode.DATES_OUT_OF_ORDER: _("The days do not fit together: “%(text)s”. Check them."),
    ProblemCode.DUPLICATE_IN_LIST: _("The same person stands in row %(first_row)s already."),
    ProblemCode.PERHAPS_DUPLICATE_IN_LIST: _("Perhaps the same person as in row %(first_row)s. Check it."),
}
"""Every problem a cell can have; ``text`` is what stood in it."""


class UploadForm(forms.Form):
    """A file and the sub-project it belongs to."""

    project = forms.ModelChoiceField(queryset=Project.objects.none(), label=_("Sub-project"))
    file = forms.FileField(
        label=_("List"),
        help_text=_("Spreadsheet (.xlsx, .xls, .ods) or text (.csv), at most 10 MB and 5,000 rows."),
        error_messages={
            "required": _("No file was chosen. Choose your list."),
            "empty": _("The file is empty. Check whether the right file was chosen."),
        },
    )

    def __init__(self, *args: object, projects: QuerySet[Project], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["project"]
        field.queryset = projects  # type: ignore[attr-defined]
        if len(projects) == 1:
            field.initial = projects[0]

    def explain(self, refusal: CannotReadList) -> None:
        """Say beside the file why it cannot be read."""
        self.add_error("file", refusal_of_list(refusal))


def refusal_of_list(refusal: CannotReadList) -> str:
    """Return why a file is no list, and what helps."""
    return str(REFUSALS[refusal.code]) % refusal.params


def sentence_of(problem: Problem) -> str:
    """Return where something was not understood, what stood there, and what helps."""
    words = str(SENTENCES[problem.code]) % {"text": problem.text, **dict(problem.params)}
    if not problem.header:
        return words
    return gettext("Column “%(column)s”: %(words)s") % {"column": problem.header, "words": words}
