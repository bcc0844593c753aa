"""Words for the answer on work: which facts are missing, and which law it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.people.rules.citations import cited

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

    from wir.eligibility.rules.answers import Reason

FACTS: dict[str, _StrPromise] = {
    "birth_date": _("birth date"),
    "nationalities": _("nationality"),
    "status": _("residence status"),
    "legal_basis": _("legal basis of the residence paper"),
    "title_issued_on": _("day on which the residence permit was issued"),
    "title_applied_on": _("day on which the extension was applied for"),
    "previous_title_basis": _("legal basis of the permit before"),
    "applied_title_basis": _("legal basis of the permit applied for"),
    "document_work_note": _("side note about work on the paper"),
    "admission_order_work_rule": _("what the admission order says about work"),
    "activity_is_title_purpose": _("whether the residence permit was given for this very activity"),
    "weekly_hours": _("hours a week"),
    "duration_weeks": _("duration in weeks"),
    "entered_on": _("day of entry into Germany"),
    "continuous_stay_since": _("first day of the unbroken stay"),
    "asylum_applied_on": _("day of the asylum application"),
    "asylum_registered_on": _("day on which the asylum claim was registered"),
    "asylum_requested_on": _("day on which asylum was first asked for"),
    "asylum_applied": _("whether asylum was applied for"),
    "asylum_outcome": _("outcome of the asylum procedure"),
    "reception_centre_duty": _("whether the person must live in a reception centre"),
    "reception_centre_duty_until": _("how long the person must live in the reception centre"),
    "duldung_since": _("first day of the Duldung"),
    "duldung_60b_periods": _("times with the note “identity unclear” (§ 60b)"),
    "own_conduct_obstacle": _("whether own conduct prevents removal"),
    "entered_for_benefits": _("whether the entry was for the sake of benefits"),
    "identity_status": _("whether the identity is clarified"),
    "removal_measures": _("whether measures to end the stay are under way"),
    "work_permissions": _("permissions to work so far"),
    "ba_consent_given": _("whether the Bundesagentur für Arbeit has consented"),
}


def missing_words(names: Iterable[str]) -> list[str]:
    """Return the missing facts in words, each once; what has no words of its own is said in general."""
    words = [str(FACTS[name]) if name in FACTS else gettext("further facts of the procedure") for name in names]
    return list(dict.fromkeys(words))


def law_words(reasons: Iterable[Reason]) -> list[str]:
    """Return the references the answer rests on as German law is cited, each once, with the day of the text."""
    return list(dict.fromkeys(_law(reason) for reason in reasons))


def _law(reason: Reason) -> str:
    law = cited(reason.citation)
    if reason.since is None:
        return law
    return gettext("%(law)s (text since %(day)s)") % {
        "law": law,
        "day": formats.date_format(reason.since, "SHORT_DATE_FORMAT"),
    }
