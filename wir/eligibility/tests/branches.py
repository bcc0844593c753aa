"""Further cases of our own, one for each branch that the exchange format names and the first list does not reach."""

from datetime import date
from typing import Any

from wir.eligibility.rules import Activity
from wir.eligibility.tests.cases import (
    BUSINESS,
    BY_LAW,
    HELPER,
    IN_2023,
    NO_CLAIM,
    SKILLED,
    TRAINING,
    Own,
)
from wir.eligibility.tests.persons import (
    APPLICANT,
    APPRENTICE,
    EGYPTIAN_TOLERATED,
    NEW_IN_CENTRE,
    NEWLY_TOLERATED,
    REFUGEE,
    SERBIAN_TOLERATED,
    TOLERATED,
    TOLERATED_IN_CENTRE,
    WAITING_FOR_EXTENSION,
)

OPEN = "undecided - - - -"
NEEDED, ENTITLED = "yes_with_permission shall needed - -", "yes_with_permission entitlement needed - -"
GEORGIAN: dict[str, Any] = {
    **APPLICANT,
    "nationalities": ["GEO"],
    "entered_on": "2023-06-01",
    "continuous_stay_since": "2023-06-15",
    "asylum_applied_on": "2023-06-15",
    "asylum_registered_on": "2023-06-10",
}
WITHOUT_DATES = {"entered_on": None, "continuous_stay_since": None}
OLD_CLAIM = {
    "entered_on": "2026-03-01",
    "continuous_stay_since": "2026-03-03",
    "asylum_applied_on": "2026-03-10",
    "asylum_registered_on": "2026-03-03",
}


def _kinds(kinds: str, expected: str, person: dict[str, Any], statute: str) -> list[Own]:
    return [
        Own(f"concrete measure {kind} ({statute})", statute, person, expected,
            changes={"removal_measures": [{"kind": kind}]})
        for kind in kinds.split()
    ]  # fmt: skip


MEASURES = (
    "travel_fitness_examination funded_voluntary_return transport_booking comparable_preparation "
    "dublin_procedure"
)
BRANCHES = [
    # Asylum procedure
    *(Own(f"accelerated on ground {letter}", "AsylG:61:1:5", dict(APPLICANT),
          "no barred not_applicable accelerated_procedure -", changes={"accelerated_procedure_ground": letter})
      for letter in "acdef"),
    *(Own(f"accelerated on ground {letter} is no bar", "AsylG:61:2:1", dict(APPLICANT), ENTITLED,
          changes={"accelerated_procedure_ground": letter}) for letter in "ghi"),
    Own("ground not known for an older claim: no transition spares it from S. 5", "AsylG:61:1:5", dict(APPLICANT), OPEN,
        changes={**OLD_CLAIM, "accelerated_procedure_ground": None}),
    Own("ground not known for a new claim", "AsylG:61:1:5", dict(APPLICANT), OPEN,
        changes={"accelerated_procedure_ground": None}),
    Own("serious breach of cooperation", "AsylG:61:1:4", dict(APPLICANT),
        "no should_be_refused not_applicable cooperation_breach -",
        changes={"cooperation_breach": "serious_unexcused"}),
    Own("take-back notification in the centre", "AsylG:61:1:3", dict(NEW_IN_CENTRE),
        "no barred not_applicable reception_centre_waiting_period_extended 2027-03-30",
        changes={"dublin_request": "take_back_notification"}),
    Own("protected elsewhere, but Germany runs a new procedure", "AsylG:61:1:2", dict(NEW_IN_CENTRE), ENTITLED,
        on=date(2026, 12, 30), changes={"protection_in_other_state": ["GRC"], "new_procedure_required": True}),
    Own("rejected as unfounded, court pending, outside", "AsylG:61:2:1", dict(APPLICANT), ENTITLED,
        changes={"asylum_outcome": {"kind": "rejected_manifestly_unfounded", "final": False}, "court_pending": True}),
    Own("inadmissible under the old law, but suspensive effect", "AsylG:61:1:2", dict(APPLICANT), ENTITLED,
        on=date(2023, 6, 1), changes={**IN_2023, "reception_centre_duty": True, "court_suspensive_effect": True,
                                      "asylum_outcome": {"kind": "rejected_inadmissible"}}),
    Own("Georgian spared outside, 2024", "AsylG:87d", dict(GEORGIAN), "yes_with_permission discretion needed - -",
        on=date(2024, 5, 1)),
    Own("the same Georgian in the centre is not spared", "AsylG:61:1:2", dict(GEORGIAN),
        "no barred not_applicable reception_centre_waiting_period -", on=date(2024, 5, 1),
        changes={"reception_centre_duty": True}),
    Own("centre duty told by its last day alone: still there", "AsylG:61:1:2", dict(NEW_IN_CENTRE),
        "no barred not_applicable reception_centre_waiting_period 2026-12-30",
        changes={"reception_centre_duty": None, "reception_centre_duty_until": "2026-11-22"}),
    Own("centre duty told by its last day alone: over", "AsylG:61:2:1", dict(APPLICANT), ENTITLED,
        changes={"reception_centre_duty": None, "reception_centre_duty_until": "2026-11-21"}),
    Own("recognised, paper names the permit to come", "AufenthG:25:1:3", dict(WAITING_FOR_EXTENSION), BY_LAW,
        changes={"legal_basis": "AufenthG:25:2", "previous_title_basis": None, "title_valid_until": None,
                 "asylum_outcome": {"kind": "subsidiary_protection", "final": True}}),
    Own("recognition contested", "AsylG:61:2:1", dict(APPLICANT), ENTITLED,
        changes={"asylum_outcome": {"kind": "asylum_recognised", "final": False}}),
    # Duldung
    *_kinds(MEASURES, "no discretion_usually_refused not_applicable removal_measures -", dict(TOLERATED),
            "AufenthG:60a:5b"),
    *_kinds(MEASURES, "no barred not_applicable removal_measures -", dict(TOLERATED_IN_CENTRE), "AsylG:61:1:6"),
    Own("a measure that begins later is none yet", "AufenthG:60a:5b", dict(TOLERATED), NEEDED,
        changes={"removal_measures": [{"kind": "transport_booking", "started_on": "2026-11-23"}]}),
    *(Own(f"conduct {conduct} that prevents removal", "AufenthG:60a:6:1:2", dict(TOLERATED),
          "no barred not_applicable own_conduct_60a_6_2 -",
          changes={"own_conduct_obstacle": conduct, "own_conduct_causal": True})
      for conduct in ("false_statements", "missing_cooperation")),
    Own("conduct, but whether it prevents removal is not known", "AufenthG:60a:6:1:2", dict(TOLERATED), OPEN,
        changes={"own_conduct_obstacle": "deception", "suspension_reason": "family"}),
    Own("claim of a national of a safe country pending beside a Duldung", "AsylG:61:2:4", dict(SERBIAN_TOLERATED),
        OPEN, changes={"asylum_outcome": {"kind": "pending"}}),
    Own("of the Union list, claim pending beside a Duldung", "AufenthG:60a:6:1:3", dict(EGYPTIAN_TOLERATED), NEEDED,
        changes={"asylum_outcome": {"kind": "pending"}}),
    Own("of the Union list before the ban reached it", "AufenthG:60a:5b", dict(EGYPTIAN_TOLERATED), NEEDED,
        on=date(2026, 7, 19)),
    Own("of the Union list on an unsure day", "AufenthG:60a:6:1:3", dict(EGYPTIAN_TOLERATED), OPEN,
        on=date(2026, 7, 20)),
    Own("tolerated on 6 May 2025 with the note of § 60b", "AufenthG:104:18:-:2", dict(EGYPTIAN_TOLERATED), NEEDED,
        changes={"duldung_60b_periods": [{"from": "2025-05-01", "until": "2025-05-31"}]}),
    Own("held a permission on 11 June 2026", "AufenthG:104:18:-:2", dict(EGYPTIAN_TOLERATED), NEEDED,
        changes={"work_permissions": [
            {"from": "2026-06-11", "until": "2026-06-11", "during": "duldung", "same_job": False}]}),
    Own("withdrawn on official advice", "AufenthG:60a:6:1:3", dict(SERBIAN_TOLERATED), NEEDED,
        changes={"asylum_outcome": {"kind": "withdrawn", "after_official_advice": True}}),
    Own("a minor's rejected claim is not spared", "AufenthG:60a:6:1:3", dict(SERBIAN_TOLERATED),
        "no barred not_applicable safe_country_60a_6_3 -",
        changes={"birth_date": "2010-01-01", "unaccompanied_minor": True, "waiver_in_child_interest": True}),
    Own("Moldovan without claim, tolerated on 30 August 2023", "AufenthG:104:18:-:1", dict(TOLERATED), NEEDED,
        changes={**NO_CLAIM, "nationalities": ["MDA"], "entered_on": "2023-05-01",
                 "continuous_stay_since": "2023-08-30", "duldung_since": "2023-08-30"}),
    Own("times with the note of § 60b do not count in the centre", "AsylG:61:1:6", dict(TOLERATED_IN_CENTRE),
        "no barred not_applicable reception_centre_duldung_period 2027-04-01", on=date(2027, 1, 15),
        changes={"duldung_60b_periods": [{"from": "2026-07-15", "until": "2026-09-30"}]}),
    Own("passport halves the time in the centre", "AsylG:61:1:7", dict(TOLERATED_IN_CENTRE), NEEDED,
        changes={"identity_status": "clarified_by_valid_passport"}),
    Own("identity clear without a passport does not", "AsylG:61:1:6", dict(TOLERATED_IN_CENTRE),
        "no barred not_applicable reception_centre_duldung_period 2027-01-15",
        changes={"identity_status": "clarified_otherwise"}),
    Own("four years not shown: the BA is asked", "BeschV:32:1", dict(TOLERATED), NEEDED, changes=WITHOUT_DATES),
    Own("Duldung of a month, stay before it not known", "BeschV:32", dict(NEWLY_TOLERATED), OPEN,
        changes=WITHOUT_DATES),
    Own("Beschäftigungsduldung", "AufenthG:60a:5b", dict(TOLERATED), NEEDED, changes={"legal_basis": "AufenthG:60d:1"}),
    Own("status lost with its protection", "AufenthG:60a:5b", dict(TOLERATED), NEEDED,
        changes={"asylum_outcome": {"kind": "refugee_status", "protection_still_held": False}}),
    # Titles
    Own("settlement permit", "AufenthG:9:1", dict(REFUGEE), BY_LAW, BUSINESS,
        changes={"status": "niederlassungserlaubnis", "legal_basis": "AufenthG:26:3", "title_valid_until": None}),
    Own("after the training of § 16g, the job of the title", "AufenthG:16g:8", dict(APPRENTICE),
        "yes by_title_purpose already_given - -", SKILLED, changes={"legal_basis": "AufenthG:16g:8"}),
    Own("agency work beside a title for one job", "AufenthG:39", dict(REFUGEE), OPEN, Activity.TEMPORARY_AGENCY_WORK,
        changes={"legal_basis": "AufenthG:18a", "activity_is_title_purpose": False}),
    Own("going on with the training of § 16g, purpose not known", "AufenthG:4a:3:4", dict(APPRENTICE), OPEN,
        Activity.EXISTING_EMPLOYMENT, changes={"activity_is_title_purpose": None}),
    Own("going on with a job, permission not known", "AufenthG:25:4:3", dict(REFUGEE), OPEN,
        Activity.EXISTING_EMPLOYMENT, changes={"legal_basis": "AufenthG:25:4"}),
    Own("permission needed by the title, and held", "AufenthG:25:4:3", dict(REFUGEE),
        "yes_with_permission discretion not_needed title_without_work_right -", Activity.EXISTING_EMPLOYMENT,
        changes={"legal_basis": "AufenthG:25:4", "work_permissions": [
            {"from": "2026-01-01", "until": None, "during": "title", "same_job": True}]}),
    Own("title § 104c expired, § 25b applied for in time", "AufenthG:81:4:1", dict(WAITING_FOR_EXTENSION), BY_LAW,
        changes={"previous_title_basis": "AufenthG:104c", "applied_title_basis": "AufenthG:25b"}),
    Own("title § 104c expired, another title applied for", "AufenthG:104c:2:3", dict(WAITING_FOR_EXTENSION), OPEN,
        changes={"previous_title_basis": "AufenthG:104c", "applied_title_basis": "AufenthG:25:5"}),
    Own("extension applied for too late", "AufenthG:81:4:3", dict(WAITING_FOR_EXTENSION), OPEN,
        changes={"title_applied_on": "2026-10-01"}),
    Own("first title applied for, paper says permission only", "AufenthG:4a:4", dict(WAITING_FOR_EXTENSION), OPEN,
        changes={"legal_basis": "AufenthG:81:3", "document_work_note": "beschaeftigung_nur_mit_erlaubnis"}),
    Own("school-based training whatever the status", "AufenthG:2:2", {}, "yes not_employment not_applicable - -",
        Activity.SCHOOL_BASED_TRAINING),
    Own("work opportunity despite the note of § 60b", "AsylbLG:5:5", dict(TOLERATED),
        "yes not_employment not_applicable - -", Activity.ASYLBLG_WORK_OPPORTUNITY,
        changes={"legal_basis": "AufenthG:60b:1"}),
    Own("training in a company for a child of fourteen", "JArbSchG:5", dict(TOLERATED), OPEN, TRAINING,
        changes={"birth_date": "2012-06-01"}),
    Own("fifteen today", "AufenthG:25:2", dict(REFUGEE), BY_LAW, HELPER, changes={"birth_date": "2011-11-22"}),
]  # fmt: skip
