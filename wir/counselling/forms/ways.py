"""Forms about ways and the agreement to a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.forms.plan import PLAN_EXPLANATIONS
from wir.counselling.forms.words import ExplainedForm, day_field
from wir.counselling.rules import PlanProblem
from wir.privacy.rules import ConsentWay

if TYPE_CHECKING:
    from wir.counselling.forms.words import Explanations
    from wir.counselling.rules.ways import Way
    from wir.files.models import StoredFile

EXPLANATIONS: Explanations = {
    **{problem: (None, words) for problem, words in PLAN_EXPLANATIONS.items()},
    PlanProblem.TITLE_MISSING: ("title", PLAN_EXPLANATIONS[PlanProblem.TITLE_MISSING]),
    PlanProblem.WAY_EXISTS: (
        "title",
        _("The network has a way called “%(value)s” already. Please choose another title."),
    ),
    PlanProblem.IN_FUTURE: (
        "agreed_on",
        _("%(value)s lies in the future. Please enter today or an earlier day."),
    ),
}


class WayForm(ExplainedForm):
    """Which way the person wants to go."""

    explanations = EXPLANATIONS

    way = forms.ChoiceField(
        label=_("Frequent way"),
        help_text=_(
            "Goal and steps are added with days from the facts of the person; change them as you like."
        ),
        error_messages={"required": _("Please choose a way.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, ways: Iterable[Way]) -> None:
        super().__init__(data, auto_id="way_%s")
        field = self.fields["way"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Please choose")), *((way.code, way.title) for way in ways)]


class KeepingForm(ExplainedForm):
    """Under which title the network keeps a way."""

    explanations = EXPLANATIONS

    title = forms.CharField(
        label=_("Title of the way"),
        max_length=200,
        help_text=_(
            "Everybody in the network sees it: no names, nothing about the person, in the steps neither."
        ),
        error_messages={"required": _("Please say in a few words what is meant.")},
    )


class AgreementForm(ExplainedForm):
    """That the person agreed to the plan."""

    explanations = EXPLANATIONS

    agreed_on = day_field(_("Agreed on"))
    way = forms.ChoiceField(
        label=_("How did the person agree?"),
        choices=[
            (ConsentWay.PAPER.value, _("Signed on paper")),
            (ConsentWay.ON_SCREEN.value, _("Confirmed on the screen")),
        ],
    )
    scan_id = forms.ChoiceField(
        label=_("Scan or photo of the signed paper"),
        required=False,
        help_text=_("From the documents of the person; upload it there first."),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        documents: Iterable[StoredFile],
        initial: Mapping[str, Any],
    ) -> None:
        super().__init__(data, initial=dict(initial))
        field = self.fields["scan_id"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("none")), *((str(one.pk), one.name) for one in documents)]

    def values(self) -> dict[str, Any]:
        """Return the fields as ``agree_plan`` takes them."""
        cleaned = self.cleaned_data
        return cleaned | {
            "way": ConsentWay(cleaned["way"]),
            "scan_id": UUID(cleaned["scan_id"]) if cleaned["scan_id"] else None,
        }
