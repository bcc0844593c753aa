"""Bringing documents, why one is not taken, and what a list of documents says of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wir.files.models import KINDS, StoredFile
from wir.files.rules import MAX_AT_ONCE, MAX_BYTES, MAX_FILES, MEGABYTE, PICTURES, FileKind, FileProblem, Scan
from wir.kit.choices import labelled
from wir.kit.sealing import CannotUnseal, KeyMissing

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

PROBLEMS = {
    FileProblem.EMPTY: _("“%(name)s” is empty. Choose the file once more."),
    FileProblem.TOO_LARGE: _(
        "“%(name)s” has %(size)s MB; at most %(most)s MB are possible. Scan it in grey or with 200 dpi, or split it."
    ),
    FileProblem.TOO_MUCH_AT_ONCE: _(
        "“%(name)s” no longer fitted: together the files are too large to be sent at once. Send it in a second step."
    ),
    FileProblem.TOO_MANY: _(
        "“%(name)s” was not stored: %(files)s documents are kept for this person, and that is the limit."
        " Delete some that are no longer needed."
    ),
    FileProblem.ALREADY_THERE: _("“%(name)s” is already among the documents of this person. Nothing to do."),
    FileProblem.VALID_UNTIL_PAST: _(
        "“Valid until” lies in the past, so “%(name)s” was not stored. Check the day or leave it empty."
    ),
    FileProblem.UNKNOWN_TYPE: _(
        "“%(name)s” is not of a kind that can be stored (%(detail)s). Possible are PDF, pictures (JPEG, PNG, WebP) and"
        " documents (DOCX, XLSX, ODT, ODS)."
    ),
    FileProblem.WEB_PAGE: _("“%(name)s” is a web page or SVG picture. Print it as PDF and choose the PDF."),
    FileProblem.HEIC: _(
        "“%(name)s” is an Apple picture (HEIC). Choose “Most compatible” in the camera settings of the iPhone,"
        " or send a screenshot of it."
    ),
    FileProblem.OLD_OFFICE: _(
        "“%(name)s” is an old or protected Office document. Save it as DOCX without a password, or as PDF."
    ),
    FileProblem.BROKEN: _("“%(name)s” is damaged and cannot be opened. Save or scan it once more."),
    FileProblem.PICTURE_TOO_LARGE: _(
        "The picture “%(name)s” has too many pixels. Take it with a smaller resolution."
    ),
    FileProblem.PROTECTED: _(
        "“%(name)s” is protected, so nobody can check what is in it. Print it into a new PDF and choose that one."
    ),
    FileProblem.ACTIVE_PDF: _(
        "“%(name)s” contains commands or further files (%(detail)s). Print it into a new PDF and choose that one."
    ),
    FileProblem.MACROS: _("“%(name)s” contains macros or embedded programs. Save it as PDF."),
    FileProblem.BOMB: _("“%(name)s” unpacks to far more than it shows. Save it as PDF."),
    FileProblem.VIRUS: _(
        "The virus scanner found “%(detail)s” in “%(name)s”. It was not stored; tell your IT support."
    ),
    FileProblem.SCANNER_AWAY: _(
        "“%(name)s” was not stored, because the virus scanner does not answer. Try again in a few minutes."
    ),
}
SCANS = {Scan.CLEAN: _("scanned, no virus found"), Scan.NOT_SCANNED: _("not scanned for viruses")}
UNREADABLE = _("(name not readable: its key is missing)")


class _FilesInput(forms.FileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """Several files at once; without ``capture``, so that a telephone offers camera and stored files."""

    widget = _FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        chosen = data if isinstance(data, list) else [data] if data else []
        if not chosen:
            raise forms.ValidationError(_("Please choose at least one file."))
        if len(chosen) > MAX_AT_ONCE:
            raise forms.ValidationError(
                _("You chose %(count)s files. Send at most %(most)s at once.")
                % {"count": len(chosen), "most": MAX_AT_ONCE}
            )
        return chosen


class DocumentForm(forms.Form):
    """Files for one person, all of one kind."""

    documents = _FilesField(
        label=_("Files or photos"),
        help_text=_(
            "PDF, photos, DOCX, XLSX, ODT, ODS; each up to 10 MB. Place and camera are removed from photos."
        ),
        widget=_FilesInput(attrs={"accept": "image/*,application/pdf,.docx,.xlsx,.odt,.ods"}),
    )
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[("", _("Please choose")), *labelled(KINDS)],
        error_messages=dict.fromkeys(["required", "invalid_choice"], _("Please choose what it is.")),
    )
    valid_until = forms.DateField(
        label=_("Valid until"),
        help_text=_("Last day that is printed on the paper."),
        error_messages={"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")},
        required=False,
    )

    def explain(self, name: str, size: int, problems: Iterable[FileProblem], detail: str) -> None:
        """Say why this file was not stored; ``size`` in bytes."""
        values = {
            "name": name,
            "size": f"{size / MEGABYTE:.1f}".replace(".", ","),
            "most": MAX_BYTES // MEGABYTE,
            "files": MAX_FILES,
            "detail": detail or _("unknown"),
        }
        for problem in problems:
            field = "valid_until" if problem is FileProblem.VALID_UNTIL_PAST else "documents"
            self.add_error(field, str(PROBLEMS[problem]) % values)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What the list shows of one document."""

    file: StoredFile
    name: str | _StrPromise
    kind: str | _StrPromise
    scan: str | _StrPromise
    is_picture: bool
    is_current: bool


def row_of(stored: StoredFile, today: date) -> DocumentRow:
    """Return what the list shows of a document; a lost key spoils one line, not the page."""
    try:
        name: str | _StrPromise = stored.name
    except (KeyMissing, CannotUnseal):
        name = UNREADABLE
    return DocumentRow(
        file=stored,
        name=name,
        kind=KINDS[FileKind(stored.kind)],
        scan=SCANS[Scan(stored.scan)],
        is_picture=stored.media_type in set(PICTURES),
        is_current=stored.is_current(today),
    )
