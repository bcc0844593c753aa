"""The beginning of a stay: where, with whom, with whose consent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.accounts.models import User
from wir.desk.forms.days import DayForm, day_field
from wir.desk.forms.words import CONSENT_WAYS
from wir.kit.choices import labelled
from wir.kit.languages import SPOKEN
from wir.network.models import Project
from wir.privacy.rules import ConsentWay


class StayForm(DayForm):
    """Entry, advisor, consent and notices."""

    project = forms.ChoiceField(label=_("Sub-project"))
    advisor = forms.ChoiceField(label=_("Advisor"))
    stay_from = day_field(_("Day of entry"), required=True)
    consent = forms.BooleanField(
        label=_("The person agrees to the counselling and to our keeping this file"),
        error_messages={
            "required": _(
                "Without the person's consent no counselling can be recorded. Ask for it and tick the box."
            )
        },
    )
    consent_way = forms.ChoiceField(label=_("How the consent was given"), choices=labelled(CONSENT_WAYS))
    consent_language = forms.ChoiceField(
        label=_("Language in which it was explained"), choices=list(SPOKEN.items())
    )
    notices = forms.BooleanField(
        label=_("The privacy notices (counselling, funding evidence, ESF Plus) were handed over"),
        error_messages={"required": _("Please hand over the three notices (Art. 13 GDPR) and tick the box.")},
    )

    def __init__(
        self, *args: Any, projects: Sequence[Project], advisors: Sequence[User], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.projects = {str(project.pk): project for project in projects}
        self._offer("project", [(code, project.name) for code, project in self.projects.items()])
        self._offer("advisor", [(str(user.pk), user.name) for user in advisors])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
            if len(choices) == 1:
                field.widget = forms.HiddenInput()
                field.initial = choices[0][0]

    def chosen_project(self) -> Project:
        """Return the sub-project chosen."""
        return self.projects[self.cleaned_data["project"]]

    def advisor_id(self) -> UUID:
        """Return the advisor chosen."""
        return UUID(self.cleaned_data["advisor"])

    def way(self) -> ConsentWay:
        """Return how consent was given."""
        return ConsentWay(self.cleaned_data["consent_way"])
