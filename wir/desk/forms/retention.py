"""Forms of what is kept for how long, what has to go and what is held, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.consent import PURPOSES
from wir.desk.forms.days import DayForm, day_field
from wir.kit.choices import labelled
from wir.privacy.rules import (
    MONTHS,
    REASON_LENGTH,
    HoldGround,
    OrderState,
    Purpose,
    RetentionCause,
    RetentionProblem,
    register,
)

if TYPE_CHECKING:
    from wir.desk.forms.consent import Words

CAUSES: Words = {
    RetentionCause.CONSENT_WITHDRAWN: _("consent withdrawn"),
    RetentionCause.PERIOD_OVER: _("period is over"),
    RetentionCause.REQUESTED: _("the person asks for it"),
}
ORDER_STATES: Words = {
    OrderState.DUE: _("due"),
    OrderState.HELD: _("held back"),
    OrderState.OPEN: _("not due yet"),
    OrderState.DONE: _("erased"),
}
GROUNDS: Words = {
    HoldGround.COURT: _("A court or an authority orders it"),
    HoldGround.CLAIM: _("Legal claims (Art. 17(3)(e) GDPR)"),
    HoldGround.RESTRICTION: _("The person asks for it (Art. 18 GDPR)"),
    HoldGround.OTHER: _("Another duty to keep (Art. 17(3)(b) GDPR)"),
}
PROBLEMS: Words = {
    RetentionProblem.FIXED_BY_LAW: _("This period is fixed by law and cannot be decided."),
    RetentionProblem.MONTHS_OUT_OF_RANGE: _("Enter whole months from 0 to 120."),
    RetentionProblem.IN_FUTURE: _("This day lies in the future. Enter today or an earlier day."),
    RetentionProblem.NO_SUCH_FILE: _(
        "There is no file with the number “%(value)s” that you answer for. Please ask whoever works in it."
    ),
    RetentionProblem.REASON_TOO_SHORT: _(
        "“%(value)s” is too short. Please give the reason in at least %(least)s characters."
    ),
    RetentionProblem.END_NOT_AHEAD: _(
        "%(value)s does not lie ahead. Please enter a later day, or leave it empty."
    ),
    RetentionProblem.NOT_IN_FORCE: _("This hold is over already. Open the page again to see what is held."),
}
FIELDS = {
    RetentionProblem.FIXED_BY_LAW: "purpose",
    RetentionProblem.MONTHS_OUT_OF_RANGE: "months",
    RetentionProblem.IN_FUTURE: "decided_on",
    RetentionProblem.NO_SUCH_FILE: "case_number",
    RetentionProblem.REASON_TOO_SHORT: "reason",
    RetentionProblem.END_NOT_AHEAD: "until_on",
}


class RetentionForm(DayForm):
    """A form whose problems are those of keeping and erasing."""

    def explain(self, problems: Iterable[StrEnum]) -> None:
        """Say what stands in the way, beside the field that mends it, with what was typed."""
        for problem in problems:
            name = FIELDS.get(RetentionProblem(problem))
            value = {"value": self.data.get(name or "", ""), "least": REASON_LENGTH}
            self.add_error(name, PROBLEMS[problem] % value)


class PeriodForm(RetentionForm):
    """How long a carrier decided to keep what no source fixes."""

    PAST: tuple[str, ...] = ("decided_on",)

    purpose = forms.ChoiceField(
        label=_("Purpose"),
        choices=[(one.purpose.value, PURPOSES[one.purpose]) for one in register() if one.retention.open],
    )
    months = forms.IntegerField(
        label=_("Months"),
        min_value=MONTHS.start,
        max_value=MONTHS.stop - 1,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), PROBLEMS[RetentionProblem.MONTHS_OUT_OF_RANGE]
        ),
    )
    decided_on = day_field(_("Decided on"), required=True)

    def __init__(self, data: Any = None, *, carrier_id: UUID, today: date) -> None:
        super().__init__(data, today=today, initial={"decided_on": today})
        self.auto_id = f"id_{carrier_id}_%s"  # the page shows one such form for each carrier

    def decision(self) -> dict[str, Any]:
        """Return what was decided, as ``privacy.actions.decide_retention`` takes it."""
        return self.cleaned_data | {"purpose": Purpose(self.cleaned_data["purpose"])}


class HoldForm(RetentionForm):
    """Whose data may not be erased, why, and until when."""

    case_number = forms.CharField(
        label=_("Case number"),
        max_length=40,
        help_text=_("It stands at the top of the file; whoever works in it can tell you."),
        error_messages={"required": _("Please enter the case number, for example NORD-00042.")},
    )
    ground = forms.ChoiceField(
        label=_("Ground for holding"), choices=labelled(GROUNDS), widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("With reference number, if there is one. Whoever works in the file reads it."),
        error_messages={"required": _("Please give the reason.")},
    )
    until_on = day_field(
        _("Until"), hint=_("The first day on which it is over; empty while nobody knows the end.")
    )

    def held(self) -> dict[str, Any]:
        """Return ground, reason and end, as ``privacy.actions.hold_data`` takes them."""
        known = self.cleaned_data
        return {
            "ground": HoldGround(known["ground"]),
            "reason": known["reason"],
            "until_on": known["until_on"],
        }
