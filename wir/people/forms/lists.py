"""Uploading a list, and what was not understood in it, in words: where, what stood there, what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.network.models import Project
from wir.people.adapters.limits import MAX_BYTES
from wir.people.adapters.refusals import CannotReadList, Refusal
from wir.people.rules.readings import ProblemCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.core.files.uploadedfile import UploadedFile
    from django.db.models import QuerySet
    from django.utils.datastructures import MultiValueDict

    from wir.people.rules.values import Problem

MEGABYTE = 1024 * 1024

REFUSALS = {
    Refusal.TOO_LARGE: _(
        "“%(name)s” is larger than %(megabytes)s MB. Split the list into several files and upload them one by one."
    ),
    Refusal.ZIP_BOMB: _(
        "“%(name)s” unpacks to far more than a list can hold. Copy the list into a new file and upload that."
    ),
    Refusal.TOO_MANY_ROWS: _("“%(name)s” has more than %(limit)s rows. Split the list into several files."),
    Refusal.TOO_MANY_COLUMNS: _(
        "“%(name)s” has more than %(limit)s columns. Remove the columns that are not needed."
    ),
    Refusal.BROKEN: _(
        "“%(name)s” is damaged. Open it in your spreadsheet program, save it as .xlsx and upload that file."
    ),
    Refusal.UNKNOWN_FORMAT: _("“%(name)s” is no list. Upload a file of type .xlsx, .xls, .ods or .csv."),
    Refusal.NO_HEADER: _(
        "“%(name)s” has no headings in its first %(within)s rows. "
        "Write “Name”, “Vorname” and so on above the columns."
    ),
    Refusal.EMPTY: _("“%(name)s” holds no rows. Check whether the right file was chosen."),
    Refusal.PROTECTED: _("“%(name)s” is protected by a password. Save it without one and upload that file."),
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
    ProblemCode.NAME_MISSING: _("The name is missing. Write it in: without a name nobody can be taken over."),
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
    ProblemCode.DUPLICATE_IN_LIST: _(
        "“%(text)s” stands in row %(first_row)s already. Delete one of the two rows, "
        "or correct name or birth date if it is somebody else."
    ),
    ProblemCode.PERHAPS_DUPLICATE_IN_LIST: _(
        "“%(text)s” is perhaps the same person as in row %(first_row)s. Delete this row if so."
    ),
}
"""Every problem a cell can have; ``text`` is what stood in it."""


class UploadForm(forms.Form):
    """A file and the sub-project it belongs to."""

    project = forms.ChoiceField(
        label=_("Sub-project"),
        error_messages={
            "required": _("No sub-project was chosen. Choose the one that advises these people."),
            "invalid_choice": _("You work in no sub-project “%(value)s”. Choose one of those offered."),
        },
    )
    file = forms.FileField(
        label=_("List"),
        help_text=_("Spreadsheet (.xlsx, .xls, .ods) or text (.csv), at most 10 MB and 5,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt,.tsv"}),
        error_messages={
            "required": _("No file was chosen. Choose your list."),
            "empty": _("The file is empty. Check whether the right file was chosen."),
        },
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, UploadedFile[Any]] | None = None,
        *,
        projects: QuerySet[Project],
    ) -> None:
        self.projects = {str(project.pk): project for project in projects}
        initial = {"project": next(iter(self.projects))} if len(self.projects) == 1 else {}
        super().__init__(data, files, initial=initial)
        offered = [(key, project.name) for key, project in self.projects.items()]
        field = self.fields["project"]
        if isinstance(field, forms.ChoiceField):
            field.choices = offered if initial else [("", _("Please choose")), *offered]

    def clean_project(self) -> Project:
        """Return the chosen sub-project."""
        return self.projects[self.cleaned_data["project"]]

    def clean_file(self) -> UploadedFile[Any]:
        """Refuse what is too large before anybody reads it."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise ValidationError(refusal_of_list(CannotReadList(Refusal.TOO_LARGE), name=file.name or ""))
        return file

    def explain(self, refusal: CannotReadList) -> None:
        """Say beside the file why it cannot be read."""
        self.add_error("file", refusal_of_list(refusal, name=self.cleaned_data["file"].name or ""))


def refusal_of_list(refusal: CannotReadList, *, name: str) -> str:
    """Return why the file of this name is no list, and what helps."""
    return str(REFUSALS[refusal.code]) % {
        **refusal.params,
        "name": name,
        "megabytes": MAX_BYTES // MEGABYTE,
    }


def sentence_of(problem: Problem) -> str:
    """Return where something was not understood, what stood there, and what helps."""
    words = str(SENTENCES[problem.code]) % {"text": problem.text, **dict(problem.params)}
    if not problem.header:
        return words
    return gettext("Column “%(column)s”: %(words)s") % {"column": problem.header, "words": words}
