"""Changes of a file in words: the field as its form calls it, and both values as they read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wir.kit.versions import Text, VersionedForm
from wir.people.forms.cards import CARD_FORMS
from wir.people.forms.profile_words import WAYS
from wir.people.forms.residence import ResidenceForm
from wir.people.rules.profile import Way

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wir.people.queries import Change

EMPTY_PAPER = {"status": "", "legal_basis": ""}
OTHERS: dict[str, Text] = {
    "birth_date": _("Born on"),
    "birth_year": _("Year of birth"),
    "birth_month": _("Month of birth"),
    "ways": _("Ways to reach"),
    "until_on": _("replaced on"),
    "expected_on": _("Day of entry as a list said"),
    "unemployed_since": _("Registered unemployed since"),
}
"""Fields that no form shows under their own name."""


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A line of the page."""

    at: datetime
    who: Text
    field: Text
    before: str
    after: str


def in_words(change: Change, names: Mapping[UUID, str]) -> ChangeShown:
    """Return a change as the page shows it."""
    form = _form_of(change)
    label = OTHERS.get(change.field) or form.fields[change.field].label or change.field
    who: Text = names.get(change.user_id, "") if change.user_id else _("by list or by the system")
    before, after = (_worded(form, change.field, value) for value in (change.before, change.after))
    return ChangeShown(at=change.at, who=who, field=label, before=before, after=after)


def _worded(form: VersionedForm, name: str, value: Any) -> str:
    if name == "ways":
        return ", ".join(str(WAYS[Way(way)]) for way in value)
    return form.worded(name, value)


def _form_of(change: Change) -> VersionedForm:
    if change.model == "Residence":
        return ResidenceForm(known=EMPTY_PAPER)
    forms = (form(known={"ways": [], "nationalities": []}) for form in CARD_FORMS.values())
    return next((form for form in forms if change.field in form.fields), VersionedForm(known={}))
