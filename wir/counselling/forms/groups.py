"""The form of a conversation with several people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.actions import Gathering
from wir.counselling.forms.contacts import MODES, TOPICS
from wir.counselling.forms.words import ExplainedForm, day_field
from wir.counselling.rules import MINUTES, STEP, ContactMode, Topic
from wir.counselling.rules.groups import GroupProblem
from wir.kit.choices import labelled, offer
from wir.kit.languages import SPOKEN

if TYPE_CHECKING:
    from wir.counselling.forms.words import Explanations
    from wir.counselling.queries import InCare

EXPLANATIONS: Explanations = {
    GroupProblem.NOT_HERE: (None, _("You do not work in this sub-project.")),
    GroupProblem.TITLE_MISSING: ("title", _("Please say in a few words what it was.")),
    GroupProblem.NOBODY_CAME: ("came", _("Please tick who came.")),
    GroupProblem.CAME_AND_MISSED: (
        "missed",
        _("Somebody is ticked both as there and as missing. Please keep one of the two."),
    ),
    GroupProblem.IN_FUTURE: ("on", _("%(value)s lies in the future. Please enter today or an earlier day.")),
    GroupProblem.MINUTES_OUT_OF_RANGE: (
        "minutes",
        _("%(value)s minutes cannot be recorded. Please enter a whole number from 1 to 720."),
    ),
}


class GroupForm(ExplainedForm):
    explanations = EXPLANATIONS

    title = forms.CharField(
        label=_("What it was"),
        max_length=120,
        error_messages={"required": EXPLANATIONS[GroupProblem.TITLE_MISSING][1]},
        help_text=_("For example “Application workshop” or “Family”. No names."),
    )
    on = day_field(_("Date"))
    minutes = forms.IntegerField(
        label=_("Minutes"),
        widget=forms.NumberInput(attrs={"min": STEP, "max": MINUTES.stop - 1, "step": STEP}),
    )
    mode = forms.ChoiceField(label=_("How"), choices=labelled(MODES))
    language = forms.ChoiceField(label=_("Language"), choices=[("", "–"), *SPOKEN.items()], required=False)
    interpreter = forms.BooleanField(label=_("With an interpreter"), required=False)
    topics = forms.MultipleChoiceField(
        label=_("Topics"), choices=labelled(TOPICS), widget=forms.CheckboxSelectMultiple, required=False
    )
    came = forms.MultipleChoiceField(label=_("Came"), required=False)
    missed = forms.MultipleChoiceField(label=_("Did not come"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, people: Sequence[InCare], initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial={"minutes": 60, "mode": ContactMode.IN_PERSON.value} | initial)
        self.people = {str(one.person.pk): one for one in people}
        for name in ("came", "missed"):
            offer(self, name, ((key, one.name) for key, one in self.people.items()))

    def left_out(self) -> int:
        """Return how many of those proposed are not to be chosen: they are in no stay of the sub-project today."""
        proposed = {*self.initial.get("came", []), *self.initial.get("missed", [])} - {""}
        return len(proposed - self.people.keys())

    def rows(self) -> list[dict[str, Any]]:
        """Return everybody to be chosen, with what is ticked."""
        came, missed = self["came"].value() or [], self["missed"].value() or []
        return [
            {"id": key, "one": one, "came": key in came, "missed": key in missed}
            for key, one in self.people.items()
        ]

    def gathering(self) -> Gathering:
        """Return the conversation as it was typed."""
        said = self.cleaned_data
        return Gathering(
            title=said["title"],
            on=said["on"],
            minutes=said["minutes"],
            mode=ContactMode(said["mode"]),
            language=said["language"],
            interpreter=said["interpreter"],
            topics=[Topic(code) for code in said["topics"]],
            came=[self.people[key].person for key in said["came"]],
            missed=[self.people[key].person for key in said["missed"]],
        )
