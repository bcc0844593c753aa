"""Forms of the trail: its filters, and the reason for looking at one member of staff."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.privacy.queries import SENTENCES
from wir.privacy.rules import REASON_LENGTH, InquiryProblem

if TYPE_CHECKING:
    from django.utils.functional import Promise

NO_DAY = {"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")}

EXPLANATIONS: dict[InquiryProblem, Promise] = {
    InquiryProblem.REASON_TOO_SHORT: _(
        "“%(value)s” is too short. Please give the reason in at least %(least)s characters."
    ),
    InquiryProblem.NOT_ALLOWED: _("Only data protection officers may do this."),
    InquiryProblem.NOBODY_THERE: _(
        "There are no lines of “%(value)s” that you may read. Please check the e-mail address."
    ),
}


class TrailForm(forms.Form):
    """Filters; who acted is not among them: the trail is no measure of anybody's work."""

    from_on = forms.DateField(label=_("From"), required=False, error_messages=NO_DAY)
    until_on = forms.DateField(label=_("Until"), required=False, error_messages=NO_DAY)
    verb = forms.ChoiceField(label=_("What was done"), required=False)
    subject_id = forms.UUIDField(
        label=_("Id of the file"),
        required=False,
        error_messages={
            "invalid": _("This is no id of a file. Please copy it from the address of the file.")
        },
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        field = self.fields["verb"]
        if isinstance(field, forms.ChoiceField):
            by_words = sorted(SENTENCES.items(), key=lambda item: str(item[1]))
            field.choices = [("", _("everything")), *by_words]

    def chosen(self) -> dict[str, Any]:
        """Return the arguments of ``queries.lines_audited``; a refused filter filters nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class InquiryForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address of the member of staff"),
        error_messages={"required": _("Please enter the address with which the member of staff signs in.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_("The reason is kept; other data protection officers of the network can read it."),
        error_messages={"required": _("Please give the reason.")},
    )

    def explain(self, problems: Iterable[InquiryProblem]) -> None:
        fields = {InquiryProblem.REASON_TOO_SHORT: "reason", InquiryProblem.NOBODY_THERE: "email"}
        for problem in problems:
            name = fields.get(problem)
            value = self.cleaned_data.get(name, "") if name else ""
            self.add_error(name, EXPLANATIONS[problem] % {"value": value, "least": REASON_LENGTH})
