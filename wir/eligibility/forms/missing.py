"""What each fact is called that an answer can miss, and where it is entered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wir.eligibility.rules import Answer, Facts
from wir.eligibility.rules.contradictions import Contradiction

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Place(StrEnum):
    """The page on which a fact is entered, by the name of its address; personal details have no page yet."""

    RESIDENCE = "people:residence"
    PROCEDURE = "people:procedure"
    CIRCUMSTANCES = "eligibility:circumstances"
    IDENTITY = ""


PLACES = {
    Place.RESIDENCE: _("residence paper"),
    Place.PROCEDURE: _("entry and procedure"),
    Place.CIRCUMSTANCES: _("further facts"),
    Place.IDENTITY: _("personal details"),
}
FACTS: dict[str, tuple[_StrPromise, Place, str]] = {
    "nationalities": (_("Nationality"), Place.IDENTITY, ""),
    "birth_date": (_("Birth date"), Place.IDENTITY, ""),
    "refugee_background": (_("Fled to Germany"), Place.CIRCUMSTANCES, "refugee_background"),
    "unaccompanied_minor": (_("Unaccompanied minor"), Place.CIRCUMSTANCES, "unaccompanied_minor"),
    "entered_on": (_("Day of entry into Germany"), Place.PROCEDURE, "entered_on"),
    "continuous_stay_since": (
        _("Start of the unbroken permitted, tolerated or gestattet stay"),
        Place.PROCEDURE,
        "stay_since",
    ),
    "status": (_("Residence status on that day"), Place.RESIDENCE, "status"),
    "legal_basis": (_("Exact legal basis on the paper"), Place.RESIDENCE, "legal_basis"),
    "previous_title_basis": (
        _("Legal basis of the title before"),
        Place.CIRCUMSTANCES,
        "previous_title_basis",
    ),
    "applied_title_basis": (
        _("Legal basis of the title applied for"),
        Place.CIRCUMSTANCES,
        "applied_title_basis",
    ),
    "title_issued_on": (_("Day from which the title is valid"), Place.RESIDENCE, "from_on"),
    "title_valid_until": (_("Last day of the paper"), Place.RESIDENCE, "valid_until"),
    "title_applied_on": (
        _("Day on which title or extension was applied for"),
        Place.CIRCUMSTANCES,
        "title_applied_on",
    ),
    "document_work_note": (_("Side note about work on the paper"), Place.RESIDENCE, "work_note"),
    "admission_order_work_rule": (
        _("What the order of the Land says about work"),
        Place.CIRCUMSTANCES,
        "admission_order_work_rule",
    ),
    "asylum_applied": (_("Whether asylum was applied for"), Place.PROCEDURE, "asylum_applied"),
    "asylum_requested_on": (
        _("Day on which asylum was first asked for (Asylgesuch)"),
        Place.PROCEDURE,
        "asylum_requested_on",
    ),
    "asylum_applied_on": (_("Day of the asylum application"), Place.PROCEDURE, "asylum_applied_on"),
    "asylum_registered_on": (
        _("Day on which the asylum claim was registered"),
        Place.PROCEDURE,
        "asylum_registered_on",
    ),
    "asylum_outcome": (
        _("Decision of the Bundesamt on the claim, with its details"),
        Place.PROCEDURE,
        "asylum_outcome",
    ),
    "court_pending": (_("Whether a court case is pending"), Place.CIRCUMSTANCES, "court_suspensive_effect"),
    "court_suspensive_effect": (
        _("Court ordered suspensive effect"),
        Place.CIRCUMSTANCES,
        "court_suspensive_effect",
    ),
    "waiver_in_child_interest": (
        _("Claim not made or withdrawn in the interest of the child"),
        Place.CIRCUMSTANCES,
        "waiver_in_child_interest",
    ),
    "accelerated_procedure_ground": (
        _("Whether the asylum procedure is accelerated, and why"),
        Place.CIRCUMSTANCES,
        "accelerated_procedure_ground",
    ),
    "dublin_request": (_("Request to another member state (Dublin)"), Place.CIRCUMSTANCES, "dublin_request"),
    "dublin_request_on": (_("Day of the Dublin request"), Place.CIRCUMSTANCES, "dublin_request"),
    "protection_in_other_state": (
        _("Whether another member state granted protection"),
        Place.CIRCUMSTANCES,
        "protected_in",
    ),
    "new_procedure_required": (
        _("Germany must examine the claim anew all the same"),
        Place.CIRCUMSTANCES,
        "new_procedure_required",
    ),
    "cooperation_breach": (
        _("Breach of duties to cooperate in the procedure"),
        Place.CIRCUMSTANCES,
        "cooperation_breach",
    ),
    "reception_centre_duty": (
        _("Whether the person must live in a reception centre"),
        Place.PROCEDURE,
        "reception_centre_duty",
    ),
    "reception_centre_duty_until": (
        _("Last day of the duty to live in a reception centre"),
        Place.PROCEDURE,
        "reception_centre_duty_until",
    ),
    "duldung_since": (_("Start of the Duldung"), Place.PROCEDURE, "duldung_since"),
    "duldung_60b_periods": (
        _("Whether the Duldung bears the note of § 60b"),
        Place.PROCEDURE,
        "identity_unclear_note",
    ),
    "suspension_reason": (_("Why removal is suspended"), Place.RESIDENCE, "legal_basis"),
    "own_conduct_obstacle": (_("Own conduct that may hinder removal"), Place.PROCEDURE, "own_conduct"),
    "own_conduct_causal": (
        _("Own conduct is what prevents removal now"),
        Place.CIRCUMSTANCES,
        "own_conduct_causal",
    ),
    "entered_for_benefits": (
        _("The authority found that the person came for benefits"),
        Place.PROCEDURE,
        "entered_for_benefits",
    ),
    "identity_status": (_("Whether the identity is clear"), Place.CIRCUMSTANCES, "identity_status"),
    "identity_clarified_on": (
        _("Day on which the identity was cleared up"),
        Place.CIRCUMSTANCES,
        "identity_clarified_on",
    ),
    "removal_measures": (_("Concrete measures to end the stay"), Place.PROCEDURE, "removal_measure"),
    "work_permissions": (_("Permissions to work given so far"), Place.CIRCUMSTANCES, "permission_given"),
    "activity_is_title_purpose": (
        _("The title was issued for exactly this training or job"),
        Place.CIRCUMSTANCES,
        "activity_is_title_purpose",
    ),
    "ba_consent_given": (
        _("Bundesagentur has consented to this job"),
        Place.CIRCUMSTANCES,
        "ba_consent_given",
    ),
    "weekly_hours": (_("Hours a week"), Place.CIRCUMSTANCES, "weekly_hours"),
    "duration_weeks": (_("Length of the internship in weeks"), Place.CIRCUMSTANCES, "duration_weeks"),
    "employer_is_household_relative": (
        _("Employer is a close relative in the same household"),
        Place.CIRCUMSTANCES,
        "employer_is_household_relative",
    ),
}
"""By the name in the exchange format: what the fact is called, the page, and the field there."""


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact that would help to decide; ``url`` leads to its field."""

    label: _StrPromise
    place: _StrPromise
    url: str


def missing_facts(answer: Answer, facts: Facts, person_id: UUID) -> list[MissingFact]:
    """Return what the answer misses, in the order of the law's questions, each with the way to its field."""
    return [_missing(name, facts, person_id) for name in answer.missing]


_HARMFUL = frozenset(
    {"own_conduct_causal", "own_conduct_obstacle", "entered_for_benefits", "cooperation_breach"}
)
"""Never asked in passing: kept only as an authority's finding, or assessed without storing."""
_PERMISSION = ("permission_given", "permission_same_job", "permission_from", "permission_until")


def asked_here(answer: Answer) -> list[str]:
    """Return the fields of the circumstances that can be filled in beside the answer, in the order of asking."""
    fields: list[str] = []
    for name in answer.missing:
        _label, place, field = FACTS[name]
        if place is Place.CIRCUMSTANCES and name not in _HARMFUL:
            fields += _PERMISSION if name == "work_permissions" else (field,)
    return list(dict.fromkeys(fields))


@dataclass(frozen=True, slots=True)
class ContradictingFacts:
    """Two facts that exclude each other, with the ways to correct them."""

    one: MissingFact
    other: MissingFact


def contradicting(pairs: Iterable[Contradiction], person_id: UUID) -> list[ContradictingFacts]:
    """Return the pairs in words."""
    return [ContradictingFacts(_named(pair.one, person_id), _named(pair.other, person_id)) for pair in pairs]


def _named(name: str, person_id: UUID) -> MissingFact:
    if name == "assessed_on":
        return MissingFact(_("The day asked about"), PLACES[Place.IDENTITY], "")
    return _missing(name, Facts(), person_id)


def _missing(name: str, facts: Facts, person_id: UUID) -> MissingFact:
    label, place, field = FACTS[name]
    if name == "asylum_outcome" and facts.asylum_outcome is not None:
        place, field = Place.CIRCUMSTANCES, "outcome_final"  # the decision is known, its details are not
    url = f"{reverse(place.value, args=[person_id])}#id_{field}" if place.value else ""
    return MissingFact(label, PLACES[place], url)
