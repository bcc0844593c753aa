"""Facts beyond paper and procedure, each left open until somebody knows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from babel import Locale
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wir.eligibility.forms.missing import FACTS
from wir.eligibility.forms.vocabulary import (
    ACCELERATED_GROUNDS,
    COOPERATION_BREACHES,
    DUBLIN_REQUESTS,
    IDENTITIES,
    OBLIGATIONS,
    ORDER_RULES,
    PERMISSIONS_GIVEN,
)
from wir.eligibility.rules.circumstances import (
    MEMBER_STATES,
    NOWHERE,
    CircumstanceProblem,
    Circumstances,
)
from wir.kit.choices import labelled

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

UNKNOWN = ("", _("not known"))
LONGEST_WEEK, LONGEST_INTERNSHIP = 60, 104
"""Hours a week (§ 3 ArbZG) and weeks beyond which a number is a slip of the keyboard."""
BASES = [
    UNKNOWN,
    *(
        (f"AufenthG:{basis}", f"§ {basis.replace(':', ' Abs. ')} AufenthG")
        for basis in (
            *("22", "23:1", "23:2", "23:4", "23a", "24:1", "25:1", "25:2", "25:3", "25:4", "25:4a", "25:4b"),
            *("25:5", "25a", "25b", "104c", "16g", "18a", "19d"),
        )
    ),
]
EXPLANATIONS = {
    CircumstanceProblem.APPLIED_IN_FUTURE: (
        "title_applied_on",
        _("The day of the application lies in the future. Please enter today or an earlier day."),
    ),
    CircumstanceProblem.CLARIFIED_IN_FUTURE: (
        "identity_clarified_on",
        _("The day on which the identity was cleared up lies in the future. Please correct it."),
    ),
    CircumstanceProblem.PERMISSION_WITHOUT_START: (
        "permission_from",
        _("Please enter the first day of the permission; it stands on the paper."),
    ),
    CircumstanceProblem.PERMISSION_WITHOUT_JOB: (
        "permission_same_job",
        _("Please say whether the permission is for exactly this job."),
    ),
    CircumstanceProblem.PERMISSION_ENDS_BEFORE_START: (
        "permission_until",
        _("The last day of the permission lies before its first. Please check both."),
    ),
}
EXPLANATIONS |= {
    CircumstanceProblem.FINDING_WITHOUT_NOTICE: (
        "finding_notice",
        _(
            "This may be kept only as an authority’s finding. Please enter the file number of its notice, or leave the "
            "fact open and assess without storing."
        ),
    ),
    CircumstanceProblem.FINDING_WITHOUT_DAY: (
        "finding_on",
        _("Please enter the day of the authority’s notice; it stands at its top."),
    ),
    CircumstanceProblem.FINDING_IN_FUTURE: (
        "finding_on",
        _("The day of the notice lies in the future. Please enter today or an earlier day."),
    ),
}


def as_sent(told: Circumstances) -> dict[str, str]:
    """Return the circumstances as their form sends them, to show all of it again beside what is wrong."""
    return {name: "" if value is None else str(value) for name, value in asdict(told).items()}


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not known: the three are kept apart."""

    def __init__(self, **options: Any) -> None:
        choices = [UNKNOWN, ("True", _("yes")), ("False", _("no"))]
        super().__init__(
            choices=choices, coerce=lambda code: code == "True", empty_value=None, required=False, **options
        )


class CodeField(forms.TypedChoiceField):
    """One of a rule's words, or not known."""

    def __init__(self, words: Mapping[Any, _StrPromise], **options: Any) -> None:
        enum: type[StrEnum] = type(next(iter(words)))
        super().__init__(
            choices=[UNKNOWN, *labelled(words)], coerce=enum, empty_value=None, required=False, **options
        )


def _day(label: str | _StrPromise) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("This is no day of the calendar. Please enter it like 24.11.2026.")},
    )


def _number(fact: str, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=FACTS[fact][0], required=False, min_value=0, max_value=most)


def member_states() -> list[tuple[str, str | _StrPromise]]:
    """Return the states that may have granted protection, by name in the reader's language."""
    names = Locale.parse(get_language() or "de", sep="-").territories
    found = sorted((str(names[alpha2]), code) for alpha2, code in MEMBER_STATES.items())
    return [UNKNOWN, (NOWHERE, _("no protection elsewhere")), *((code, name) for name, code in found)]


class CircumstancesForm(forms.Form):
    """What decides only in some cases; the fields bear the names of the facts that an answer can miss."""

    refugee_background = YesNoField(label=FACTS["refugee_background"][0])
    unaccompanied_minor = YesNoField(label=FACTS["unaccompanied_minor"][0])
    accelerated_procedure_ground = CodeField(
        ACCELERATED_GROUNDS,
        label=_("Accelerated procedure (Art. 42 VO (EU) 2024/1348)"),
        help_text=_("It stands in the letter of the Bundesamt about the interview or the decision."),
    )
    cooperation_breach = CodeField(COOPERATION_BREACHES, label=FACTS["cooperation_breach"][0])
    dublin_request = CodeField(DUBLIN_REQUESTS, label=FACTS["dublin_request"][0])
    protected_in = forms.ChoiceField(
        label=FACTS["protection_in_other_state"][0], choices=member_states, required=False
    )
    new_procedure_required = YesNoField(label=FACTS["new_procedure_required"][0])
    outcome_final = YesNoField(label=_("The decision on the claim is final (unanfechtbar)"))
    protection_still_held = YesNoField(label=_("The protection granted still exists"))
    court_suspensive_effect = YesNoField(label=FACTS["court_suspensive_effect"][0])
    after_official_advice = YesNoField(label=_("Claim withdrawn after counselling by the Bundesamt"))
    waiver_in_child_interest = YesNoField(label=FACTS["waiver_in_child_interest"][0])
    identity_status = CodeField(IDENTITIES, label=_("Identity"))
    identity_clarified_on = _day(FACTS["identity_clarified_on"][0])
    own_conduct_causal = YesNoField(
        label=FACTS["own_conduct_causal"][0],
        help_text=_("No, when removal is impossible anyway, for instance for family or health reasons."),
    )
    previous_title_basis = forms.ChoiceField(
        label=FACTS["previous_title_basis"][0], choices=BASES, required=False
    )
    applied_title_basis = forms.ChoiceField(
        label=FACTS["applied_title_basis"][0], choices=BASES, required=False
    )
    title_applied_on = _day(FACTS["title_applied_on"][0])
    admission_order_work_rule = CodeField(ORDER_RULES, label=FACTS["admission_order_work_rule"][0])
    permission_given = CodeField(PERMISSIONS_GIVEN, label=_("Latest permission to work"))
    permission_same_job = YesNoField(label=_("It is for exactly this job"))
    permission_from = _day(_("Permission from"))
    permission_until = _day(_("Permission until (last day)"))
    ba_consent_given = YesNoField(label=FACTS["ba_consent_given"][0])
    activity_is_title_purpose = YesNoField(label=FACTS["activity_is_title_purpose"][0])
    weekly_hours = _number("weekly_hours", LONGEST_WEEK)
    duration_weeks = _number("duration_weeks", LONGEST_INTERNSHIP)
    employer_is_household_relative = YesNoField(label=FACTS["employer_is_household_relative"][0])

    finding_notice = forms.CharField(
        label=_("Notice (Bescheid) of the authority: file number"), required=False, max_length=120
    )
    finding_on = _day(_("Day of the notice"))
    obligation = CodeField(OBLIGATIONS, label=_("Duty to live at a place (Wohnsitzauflage)"))
    obligation_since = _day(_("Duty since; with § 12a AufenthG the day of recognition"))
    bound_to_area = YesNoField(label=_("Bound to an area (Residenzpflicht)"))
    move_consent_asked_on = _day(_("Authority of the new place asked for consent on"))
    lifted_for_job_from = _day(_("Duty lifted for a job that began on"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, known: Circumstances, only: Iterable[str] = ()
    ) -> None:
        super().__init__(data, initial=asdict(known))
        wanted = [name for name in only if name in self.fields]
        if wanted:
            self.fields = {name: self.fields[name] for name in wanted}

    def told(self) -> Circumstances:
        """Return what is known now."""
        return Circumstances(**self.cleaned_data)

    def explain(self, problems: Iterable[CircumstanceProblem]) -> None:
        """Say beside the field what cannot be."""
        for problem in problems:
            name, sentence = EXPLANATIONS[problem]
            self.add_error(name, sentence)
