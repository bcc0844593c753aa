"""A new paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wir.kit.choices import labelled, offer
from wir.kit.versions import VersionedForm
from wir.people.forms.fields import day, shown_day, text
from wir.people.forms.words import STATUSES, WORK_NOTES
from wir.people.rules.citations import cited
from wir.people.rules.facts import ResidenceStatus, WorkNote
from wir.people.rules.residence import PaperProblem

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

COMMON_BASES: list[tuple[str, str | _StrPromise]] = [
    ("", _("not known")),
    ("AufenthG:25:1", "§ 25 Abs. 1 AufenthG"),
    ("AufenthG:25:2", "§ 25 Abs. 2 AufenthG"),
    ("AufenthG:25:3", "§ 25 Abs. 3 AufenthG"),
    ("AufenthG:24:1", "§ 24 Abs. 1 AufenthG"),
    ("AufenthG:25:5", "§ 25 Abs. 5 AufenthG"),
    ("AufenthG:25a", "§ 25a AufenthG"),
    ("AufenthG:25b", "§ 25b AufenthG"),
    ("AufenthG:104c", "§ 104c AufenthG"),
    ("AufenthG:16g", "§ 16g AufenthG"),
    ("AsylG:55:1", "§ 55 Abs. 1 AsylG"),
    ("AufenthG:60a:2", "§ 60a Abs. 2 AufenthG"),
    ("AufenthG:60b", "§ 60b AufenthG"),
    ("AufenthG:60c", "§ 60c AufenthG"),
    ("AufenthG:60d", "§ 60d AufenthG"),
    ("AufenthG:26:3", "§ 26 Abs. 3 AufenthG"),
    ("AufenthG:9", "§ 9 AufenthG"),
]
SENTENCES = {
    PaperProblem.FROM_IN_FUTURE: _(
        "“Valid from” %(from)s lies in the future. Record the paper when it is issued."
    ),
    PaperProblem.NOT_AFTER_THE_ONE_BEFORE: _(
        "“Valid from” %(from)s is not after the start of the paper before. Check the day."
    ),
    PaperProblem.VALID_BEFORE_FROM: _(
        "“Valid until” %(until)s lies before “valid from” %(from)s. Check both days."
    ),
    PaperProblem.ISSUED_IN_FUTURE: _(
        "“Issued on” %(issued)s lies in the future. Enter the day printed on the paper."
    ),
    PaperProblem.VALID_BEFORE_ISSUED: _(
        "“Valid until” %(until)s lies before “issued on” %(issued)s. Check both days."
    ),
    PaperProblem.NOT_BEFORE_ITS_END: _(
        "“Valid from” %(from)s is not before the start of the paper after. Check the day."
    ),
}
_FIELDS = {
    PaperProblem.VALID_BEFORE_FROM: "valid_until",
    PaperProblem.VALID_BEFORE_ISSUED: "valid_until",
    PaperProblem.ISSUED_IN_FUTURE: "issued_on",
}


class ResidenceForm(VersionedForm):
    """The paper a person holds from a day on, or held."""

    status = forms.ChoiceField(
        label=_("Status"),
        choices=labelled(STATUSES),
        error_messages={"required": _("Please choose the status that stands on the paper.")},
    )
    legal_basis = forms.ChoiceField(label=_("Legal basis"), choices=COMMON_BASES, required=False)
    work_note = forms.ChoiceField(
        label=_("Side note about work"),
        choices=[("", _("none or not known")), *labelled(WORK_NOTES)],
        required=False,
    )
    from_on = forms.DateField(
        label=_("Valid from"),
        help_text=_("First day of the new paper, at the latest today."),
        error_messages={
            "required": _("Please enter a day, for example 24.11.2026."),
            "invalid": _("This is no day of the calendar. Please enter it like 24.11.2026."),
        },
    )
    valid_until = forms.DateField(
        label=_("Valid until"),
        help_text=_("Last day that is printed on the paper."),
        error_messages={"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")},
        required=False,
    )
    issued_on = day(_("Issued on"))
    issued_by = text(_("Issued by"), 120, hint=_("The Ausländerbehörde that issued it."))
    side_note = text(
        _("Further side notes"),
        400,
        hint=_("In the words of the paper, for example about where to live."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: QueryDict | None = None, *, known: Mapping[str, Any]) -> None:
        """Start from the paper to correct, or from that of today: most new papers prolong the one before."""
        super().__init__(data, known=known)
        status, legal_basis = known["status"], known["legal_basis"]
        if not status:
            offer(self, "status", [("", _("Please choose")), *labelled(STATUSES)])
        if legal_basis not in dict(COMMON_BASES):
            offer(self, "legal_basis", [*COMMON_BASES, (legal_basis, cited(legal_basis))])

    def paper(self) -> dict[str, Any]:
        """Return the fields as ``change_residence`` takes them."""
        data = self.cleaned_data
        return {
            "status": ResidenceStatus(data["status"]),
            "legal_basis": data["legal_basis"],
            "work_note": WorkNote(data["work_note"]) if data["work_note"] else None,
            "from_on": data["from_on"],
            "valid_until": data["valid_until"],
            "issued_on": data["issued_on"],
            "issued_by": data["issued_by"],
            "side_note": data["side_note"],
        }

    def explain(self, problems: Iterable[PaperProblem]) -> None:
        """Say beside the day what does not fit."""
        days = {
            "from": shown_day(self.cleaned_data["from_on"]),
            "until": shown_day(self.cleaned_data["valid_until"]),
            "issued": shown_day(self.cleaned_data["issued_on"]),
        }
        for problem in problems:
            self.add_error(_FIELDS.get(problem, "from_on"), str(SENTENCES[problem]) % days)
