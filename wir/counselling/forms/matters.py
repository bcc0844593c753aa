"""Forms about procedures at authorities, and the words for what they choose among."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.actions import MatterValues, NoticeValues
from wir.counselling.forms.words import ExplainedForm, day_field
from wir.counselling.rules.matters import (
    Decision,
    Delivery,
    Instruction,
    LegalField,
    MatterOutcome,
    MatterProblem,
    Remedy,
)
from wir.counselling.rules.remedies import Counted, Doubt
from wir.kit.choices import labelled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wir.counselling.forms.words import Explanations, Words
    from wir.counselling.models import Matter, Notice

FIELDS: Words = {
    LegalField.GENERAL: _("General administrative law: Ausländerbehörde, recognition, school authority"),
    LegalField.SOCIAL: _("Social law: Jobcenter, Agentur für Arbeit, social office, Inklusionsamt"),
    LegalField.ASYLUM: _("Asylum law: Bundesamt für Migration und Flüchtlinge"),
}
SHORT_FIELDS: Words = {
    LegalField.GENERAL: _("General administrative law"),
    LegalField.SOCIAL: _("Social law"),
    LegalField.ASYLUM: _("Asylum law"),
}
WAYS: Words = {
    Delivery.POST: _("By ordinary post"),
    Delivery.SERVED: _("Formally served (yellow envelope or registered letter)"),
    Delivery.HANDED_OVER: _("Handed over in person"),
    Delivery.ELECTRONIC: _("Electronically"),
}
INSTRUCTIONS: Words = {
    Instruction.THERE: _("It is there and seems complete"),
    Instruction.MISSING_OR_WRONG: _("It is missing or wrong"),
    Instruction.UNREAD: _("Nobody has read it yet"),
}
REMEDIES: Words = {Remedy.OBJECTION: _("Widerspruch"), Remedy.ACTION: _("Klage")}
DECISIONS: Words = {
    Decision.GRANTED: _("Granted"),
    Decision.PARTLY: _("Granted in part"),
    Decision.REFUSED: _("Refused"),
    Decision.OTHER: _("Something else, for example a claim for repayment"),
}
OUTCOMES: Words = {
    MatterOutcome.GRANTED: _("Granted"),
    MatterOutcome.PARTLY: _("Granted in part"),
    MatterOutcome.REFUSED: _("Refused for good"),
    MatterOutcome.WITHDRAWN: _("Withdrawn"),
    MatterOutcome.SETTLED: _("Settled in another way"),
}
COUNTED: Words = {
    Counted.POSTED: _("Day on which it was posted or sent"),
    Counted.DATED_AS_POSTED: _("Date of the notice, taken as the day of posting"),
    Counted.THREE_DAYS: _("It counts as known on the third day after"),
    Counted.FOUR_DAYS: _("It counts as known on the fourth day after"),
    Counted.CAME_LATER: _("It came later than that; the day of arrival counts"),
    Counted.SERVED: _("It was served on this day"),
    Counted.RECEIVED: _("It was handed over on this day"),
    Counted.ONE_WEEK: _("The period is one week"),
    Counted.TWO_WEEKS: _("The period is two weeks"),
    Counted.ONE_MONTH: _("The period is one month"),
    Counted.ONE_YEAR: _("Without a right instruction the period is one year"),
    Counted.NEXT_WORKING_DAY: _("The last day is no working day; the next one counts"),
    Counted.AS_STATED: _("The notice or a lawyer names this last day"),
}
DOUBTS: Words = {
    Doubt.POSTING_UNKNOWN: _(
        "The day of posting is not known. It may be later than the date of the notice: look at the envelope."
    ),
    Doubt.CAME_LATER: _(
        "The letter came later than the law assumes. That counts only if the person can make it credible: keep "
        "the envelope. The safe day does not rely on it."
    ),
    Doubt.LAND_MAY_COUNT_THREE: _(
        "Authorities of a Land follow the law of the Land. Where it still says three days, the period ends earlier; "
        "the safe day counts three."
    ),
    Doubt.INSTRUCTION_UNREAD: _(
        "Read the instruction at the end of the notice: it may name a shorter period."
    ),
    Doubt.INSTRUCTION_WRONG: _(
        "Whether an instruction is wrong is for a lawyer to say. The safe day counts as if it were right."
    ),
    Doubt.ASYLUM_LAW_CHANGED: _(
        "Asylum law changed on 12 June 2026, and its new periods are not confirmed here. The safe day counts one week; "
        "the instruction may name a shorter period still: read it today and ask a lawyer today."
    ),
    Doubt.PERHAPS_HOLIDAY: _("The last day is a holiday in some Länder. The safe day is not moved for it."),
    Doubt.STATED_EARLIER: _("The notice or a lawyer names an earlier day; that one is taken."),
    Doubt.STATED_LATER: _("The notice or a lawyer names a later day. Ask which one holds."),
}
EXPLANATIONS: Explanations = {
    MatterProblem.NO_CONSENT: (
        None,
        _(
            "The person took the consent to counselling back. Nothing more is put down until there is a new one."
        ),
    ),
    MatterProblem.SUBJECT_MISSING: ("subject", _("Please say in a few words what was asked for.")),
    MatterProblem.FILED_IN_FUTURE: (
        "filed_on",
        _("%(value)s lies in the future. Please enter the day of the application."),
    ),
    MatterProblem.RECEIPT_IN_FUTURE: (
        "receipt_on",
        _("%(value)s lies in the future. Please enter the day of the confirmation, or leave it empty."),
    ),
    MatterProblem.RECEIPT_BEFORE_FILING: (
        "receipt_on",
        _("%(value)s is earlier than the application. Please check both days."),
    ),
    MatterProblem.DATED_IN_FUTURE: (
        "dated_on",
        _("%(value)s lies in the future. Please enter the date printed on the notice."),
    ),
    MatterProblem.RECEIVED_IN_FUTURE: (
        "received_on",
        _("%(value)s lies in the future. Please enter the day on which the letter came."),
    ),
    MatterProblem.RECEIVED_BEFORE_DATED: (
        "received_on",
        _("%(value)s is earlier than the date of the notice. Please check both days."),
    ),
    MatterProblem.POSTED_BEFORE_DATED: (
        "posted_on",
        _("%(value)s is earlier than the date of the notice. Please check both days."),
    ),
    MatterProblem.POSTED_AFTER_RECEIVED: (
        "posted_on",
        _("%(value)s is later than the day on which the letter came. Please check both days."),
    ),
    MatterProblem.ACTED_IN_FUTURE: (
        "on",
        _("%(value)s lies in the future. Please enter today or an earlier day."),
    ),
    MatterProblem.ACTED_BEFORE_DATED: (
        "on",
        _("%(value)s is earlier than the date of the notice. Please enter a later day."),
    ),
    MatterProblem.ALREADY_SETTLED: (
        None,
        _("It had already been put down what was decided about this notice."),
    ),
    MatterProblem.NOTICE_UNDECIDED: (
        None,
        _("The period of a notice still runs. First put down whether it is contested or accepted."),
    ),
    MatterProblem.CLOSED: (None, _("This procedure is closed. Please open a new one.")),
}
ACCEPT = "accept"


class MatterForm(ExplainedForm):
    """A procedure: only what was asked for and by which law are compulsory."""

    explanations = EXPLANATIONS

    subject = forms.CharField(
        label=_("What is it about?"),
        max_length=200,
        help_text=_("For example: work permit for a job in care, Bürgergeld, recognition as a nurse."),
        error_messages={"required": _("Please say in a few words what was asked for.")},
    )
    authority = forms.CharField(label=_("Authority"), max_length=200, required=False)
    field = forms.ChoiceField(label=_("Which law?"), choices=labelled(FIELDS))
    file_number = forms.CharField(label=_("File number (Aktenzeichen)"), max_length=80, required=False)
    filed_on = day_field(
        _("Application filed on"),
        required=False,
        hint=_("If the authority stays silent too long, a task reminds you."),
    )
    receipt_on = day_field(_("Receipt confirmed on"), required=False)
    lawyer = forms.CharField(label=_("Lawyer"), max_length=200, required=False)

    def values(self) -> MatterValues:
        """Return what was typed."""
        cleaned = self.cleaned_data
        return MatterValues(**{**cleaned, "field": LegalField(cleaned["field"])})

    @staticmethod
    def initial_of(matter: Matter) -> dict[str, Any]:
        """Return what is known of a procedure, to start from."""
        names = ("subject", "field", "file_number", "filed_on", "receipt_on", "lawyer")
        known = {name: getattr(matter, name) for name in names}
        return known | {"authority": matter.authority.name if matter.authority else ""}


class NoticeForm(ExplainedForm):
    """A notice: how it came decides until when it can be contested."""

    explanations = EXPLANATIONS

    decision = forms.ChoiceField(label=_("What does it decide?"), choices=labelled(DECISIONS))
    dated_on = day_field(_("Date printed on the notice"))
    way = forms.ChoiceField(label=_("How did it come?"), choices=labelled(WAYS))
    received_on = day_field(
        _("Came on"),
        hint=_("The day in the letter box; when served, the day written on the yellow envelope."),
    )
    posted_on = day_field(
        _("Posted on"), required=False, hint=_("As on the postmark or in the notice, if it can be seen.")
    )
    instruction = forms.ChoiceField(
        label=_("Instruction on how to contest it (Rechtsbehelfsbelehrung)"), choices=labelled(INSTRUCTIONS)
    )
    remedy = forms.ChoiceField(
        label=_("What can be filed against it?"),
        choices=labelled(REMEDIES),
        help_text=_("As the instruction says; in some Länder there is no Widerspruch."),
    )
    one_week = forms.BooleanField(label=_("Asylum: the instruction names one week"), required=False)
    stated_until = day_field(
        _("Last day as named in the notice or by a lawyer"), required=False, hint=_("Only if a day is named.")
    )

    def values(self) -> NoticeValues:
        """Return what was typed."""
        cleaned = self.cleaned_data
        return NoticeValues(
            **{
                **cleaned,
                "decision": Decision(cleaned["decision"]),
                "way": Delivery(cleaned["way"]),
                "instruction": Instruction(cleaned["instruction"]),
                "remedy": Remedy(cleaned["remedy"]),
            }
        )

    @staticmethod
    def initial_of(notice: Notice) -> dict[str, Any]:
        """Return what is known of a notice, to start from."""
        return {name: getattr(notice, name) for name in NoticeValues.__slots__}


class SettlingForm(ExplainedForm):
    """What was decided about a notice."""

    explanations = EXPLANATIONS

    what = forms.ChoiceField(
        label=_("What was done?"),
        choices=[
            (Remedy.OBJECTION.value, _("Widerspruch was filed")),
            (Remedy.ACTION.value, _("Klage was filed")),
            (ACCEPT, _("The person leaves it at that")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what was done.")},
    )
    on = day_field(_("On"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date, auto_id: str = "id_%s") -> None:
        super().__init__(data, initial={"on": today}, auto_id=auto_id)


class ClosingForm(ExplainedForm):
    """How the procedure ended."""

    explanations = EXPLANATIONS

    outcome = forms.ChoiceField(label=_("Outcome"), choices=labelled(OUTCOMES))
    on = day_field(_("On"))
