"""Cases of our own, each with the provision that decides it; expected: answer, mode, consent, ban, earliest day."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wir.eligibility.rules import Activity
from wir.eligibility.tests.persons import (
    APPLICANT,
    APPRENTICE,
    BOOKED,
    BY_LAND_ORDER,
    CONCEALING,
    DAY,
    EGYPTIAN_TOLERATED,
    NEW_IN_CENTRE,
    NEWLY_TOLERATED,
    REFUGEE,
    SERBIAN_APPLICANT,
    SERBIAN_TOLERATED,
    TOLERATED,
    TOLERATED_IN_CENTRE,
    UNIDENTIFIED,
    WAITING_FOR_EXTENSION,
)

HELPER, SKILLED = Activity.EMPLOYMENT_UNSKILLED, Activity.EMPLOYMENT_SKILLED
TRAINING, INTERNSHIP = Activity.VOCATIONAL_TRAINING_IN_COMPANY, Activity.INTERNSHIP_ORIENTATION
BUSINESS, AGENCY = Activity.SELF_EMPLOYMENT, Activity.TEMPORARY_AGENCY_WORK
EQ, MEASURE, TRIAL = Activity.INTRODUCTORY_TRAINING, Activity.MEASURE_AT_EMPLOYER, Activity.TRIAL_WORK
PERMIT = {**REFUGEE, "title_issued_on": "2020-03-01", "title_valid_until": "2028-02-29"}
LONG_HERE = {"continuous_stay_since": "2022-01-10", "entered_on": "2022-01-05"}
IN_2023 = {
    "entered_on": "2022-02-01",
    "continuous_stay_since": "2022-02-03",
    "asylum_applied_on": "2022-02-03",
    "asylum_registered_on": "2022-02-03",
}


@dataclass(frozen=True)
class Own:
    """One case: who, what, when, and what must come out, by which provision."""

    name: str
    statute: str
    person: dict[str, Any]
    expected: str
    activity: Activity = HELPER
    on: date = DAY
    changes: dict[str, Any] = field(default_factory=dict)


def _title(name: str, basis: str, expected: str, activity: Activity = HELPER, **more: Any) -> Own:
    on = more.pop("on", DAY)
    statute = more.pop("statute", basis)
    changes = {"legal_basis": basis, **more}
    return Own(f"title {name}", statute, dict(PERMIT), expected, activity, on, changes)


BY_LAW = "yes by_law not_needed - -"
PERMITTED = "yes_with_permission discretion not_needed title_without_work_right -"
TITLES = [
    _title("taken in from abroad", "AufenthG:22", BY_LAW),
    _title("Land order allows work", "AufenthG:23:1", "yes by_order not_needed - -",
           admission_order_work_rule="allows_work"),
    _title("Land order allows permission", "AufenthG:23:1", PERMITTED,
           admission_order_work_rule="allows_permission"),
    _title("admission by the federation", "AufenthG:23:2", BY_LAW),
    _title("resettlement", "AufenthG:23:4", BY_LAW),
    _title("hardship", "AufenthG:23a", BY_LAW),
    _title("temporary protection", "AufenthG:24", BY_LAW),
    _title("temporary protection, own business", "AufenthG:24", BY_LAW, BUSINESS),
    _title("temporary protection before June 2022", "AufenthG:24",
           "yes_with_permission discretion not_needed title_without_work_right -", on=date(2022, 5, 31)),
    _title("temporary protection from June 2022", "AufenthG:24", BY_LAW, on=date(2022, 6, 1)),
    _title("asylum", "AufenthG:25:1", BY_LAW),
    _title("subsidiary protection, temporary agency", "AufenthG:25:2", BY_LAW, AGENCY),
    _title("removal ban", "AufenthG:25:3", BY_LAW),
    _title("urgent reasons", "AufenthG:25:4", PERMITTED),
    _title("victim of trafficking", "AufenthG:25:4a", PERMITTED),
    _title("victim of exploitation at work", "AufenthG:25:4b", PERMITTED),
    _title("departure impossible", "AufenthG:25:5", BY_LAW),
    _title("well integrated youth", "AufenthG:25a", BY_LAW),
    _title("lasting integration", "AufenthG:25b", BY_LAW),
    _title("chance of residence", "AufenthG:104c", BY_LAW),
    _title("removal ban under the old law", "AufenthG:25:3",
           "yes_with_permission discretion not_needed - -", on=date(2020, 2, 29), statute="AufenthG:4:3",
           title_issued_on="2019-01-01"),
]  # fmt: skip
OTHERS = [
    Own("Land order is silent", "AufenthG:23:1:4", dict(BY_LAND_ORDER),
        "no only_if_order_provides not_applicable title_without_work_right -"),
    Own("extension applied for in time", "AufenthG:81:4", dict(WAITING_FOR_EXTENSION), BY_LAW),
    Own("training that the title is for", "AufenthG:16g:1", dict(APPRENTICE),
        "yes by_title_purpose not_needed - -", TRAINING),
    Own("side job of 25 hours", "AufenthG:16g:3a", dict(APPRENTICE),
        "no beyond_statutory_scope not_applicable scope_exceeded -", Activity.SIDE_JOB),
    Own("side job of 20 hours", "AufenthG:16g:3a", dict(APPRENTICE), BY_LAW, Activity.SIDE_JOB,
        changes={"weekly_hours": 20}),
    Own("asylum seeker after three months", "AsylG:61:2:1", dict(APPLICANT),
        "yes_with_permission entitlement needed - -"),
    Own("asylum seeker on the eve of three months", "AsylG:61:2:1", dict(APPLICANT),
        "no barred not_applicable gestattung_waiting_period 2026-10-30", on=date(2026, 10, 29)),
    Own("asylum seeker on the day of three months", "AsylG:61:2:1", dict(APPLICANT),
        "yes_with_permission entitlement needed - -", on=date(2026, 11, 3)),
    Own("asylum seeker, agency work", "AsylG:61:2:3", dict(APPLICANT),
        "yes_with_permission entitlement needed - -", AGENCY),
    Own("asylum seeker, own business", "AsylG:61:2:1", dict(APPLICANT),
        "no barred not_applicable employment_only -", BUSINESS),
    Own("asylum seeker, training", "BeschV:32:3", dict(APPLICANT),
        "yes_with_permission entitlement not_needed - -", TRAINING),
    Own("asylum seeker, four years here", "BeschV:32:2", dict(APPLICANT),
        "yes_with_permission entitlement not_needed - -",
        changes={**LONG_HERE, "asylum_applied_on": "2022-01-10", "asylum_registered_on": "2022-01-10"}),
    Own("asylum seeker before the reform", "AsylG:61:2:1", dict(APPLICANT),
        "yes_with_permission discretion needed - -", on=date(2022, 6, 1), changes=IN_2023),
    Own("asylum seeker, claim after nine months, 2023", "AsylG:61:1:2", dict(APPLICANT),
        "yes_with_permission entitlement needed - -", on=date(2023, 2, 1), changes=IN_2023),
    Own("accelerated on ground b", "AsylG:61:1:5", dict(APPLICANT),
        "no barred not_applicable accelerated_procedure -", changes={"accelerated_procedure_ground": "b"}),
    Own("accelerated on ground j does no harm", "AsylG:61:1:5", dict(APPLICANT),
        "yes_with_permission entitlement needed - -", changes={"accelerated_procedure_ground": "j"}),
    Own("repeated breach of cooperation", "AsylG:61:1:4", dict(APPLICANT),
        "no should_be_refused not_applicable cooperation_breach -",
        changes={"cooperation_breach": "repeated_unexcused"}),
    Own("excused breach does no harm", "AsylG:61:1:4", dict(APPLICANT),
        "yes_with_permission entitlement needed - -", changes={"cooperation_breach": "excused"}),
    Own("safe country during the procedure", "AsylG:61:2:4", dict(SERBIAN_APPLICANT),
        "no barred not_applicable safe_country_asylum_procedure -"),
    Own("Georgian who applied in time", "AsylG:87d", dict(APPLICANT),
        "yes_with_permission entitlement needed - -",
        changes={"nationalities": ["GEO"], "asylum_applied_on": "2023-08-30", "asylum_registered_on": "2023-08-30",
                 "entered_on": "2023-08-01", "continuous_stay_since": "2023-08-30"}),
    Own("Georgian who applied a day late", "AsylG:61:2:4", dict(APPLICANT),
        "no barred not_applicable safe_country_asylum_procedure -",
        changes={"nationalities": ["GEO"], "asylum_applied_on": "2023-08-31", "asylum_registered_on": "2023-08-31",
                 "entered_on": "2023-08-01", "continuous_stay_since": "2023-08-31"}),
    Own("in the centre, three months not over", "AsylG:61:1:2", dict(NEW_IN_CENTRE),
        "no barred not_applicable reception_centre_waiting_period 2026-12-30"),
    Own("in the centre, three months over", "AsylG:61:1:2", dict(NEW_IN_CENTRE),
        "yes_with_permission entitlement needed - -", on=date(2026, 12, 30)),
    Own("in the centre, take-charge request", "AsylG:61:1:3", dict(NEW_IN_CENTRE),
        "no barred not_applicable reception_centre_waiting_period_extended 2027-03-30",
        changes={"dublin_request": "take_charge_request"}),
    Own("in the centre, protected elsewhere", "AsylG:61:1:3", dict(NEW_IN_CENTRE),
        "no barred not_applicable reception_centre_waiting_period_extended 2027-03-30",
        changes={"protection_in_other_state": ["GRC"], "new_procedure_required": False}),
    Own("recognised, permit pending", "AufenthG:25:1:3", dict(APPLICANT), BY_LAW,
        changes={"asylum_outcome": {"kind": "refugee_status", "final": True, "protection_still_held": True}}),
    Own("tolerated", "AufenthG:60a:5b:1", dict(TOLERATED), "yes_with_permission shall needed - -"),
    Own("tolerated before 2024", "AufenthG:4a:4", dict(TOLERATED), "yes_with_permission discretion needed - -",
        on=date(2023, 6, 1),
        changes={"entered_on": "2021-03-01", "continuous_stay_since": "2021-03-05", "duldung_since": "2022-04-01",
                 "asylum_applied_on": "2021-03-05", "asylum_outcome": {"kind": "rejected"}}),
    Own("tolerated, training", "BeschV:32:2", dict(TOLERATED), "yes_with_permission shall not_needed - -", TRAINING),
    Own("tolerated, orientation internship", "BeschV:32:2", dict(TOLERATED),
        "yes_with_permission shall not_needed - -", INTERNSHIP),
    Own("tolerated, internship too long", "BeschV:32:2", dict(TOLERATED),
        "yes_with_permission shall needed - -", INTERNSHIP, changes={"duration_weeks": 14}),
    Own("tolerated, firm of the spouse", "BeschV:32:2", dict(TOLERATED),
        "yes_with_permission shall not_needed - -", changes={"employer_is_household_relative": True}),
    Own("tolerated for four years", "BeschV:32:2", dict(TOLERATED),
        "yes_with_permission shall not_needed - -", on=date(2028, 3, 5)),
    Own("tolerated, the day before four years", "BeschV:32:2", dict(TOLERATED),
        "yes_with_permission shall needed - -", on=date(2028, 3, 4)),
    Own("newly tolerated", "BeschV:32:1:1", dict(NEWLY_TOLERATED),
        "no barred waiting ba_consent_waiting_period 2027-01-01"),
    Own("newly tolerated, training from day one", "BeschV:32:2", dict(NEWLY_TOLERATED),
        "yes_with_permission shall not_needed - -", TRAINING),
    Own("tolerated in the centre", "AsylG:61:1:6", dict(TOLERATED_IN_CENTRE),
        "no barred not_applicable reception_centre_duldung_period 2027-01-15"),
    Own("tolerated in the centre with a passport", "AsylG:61:1:7", dict(TOLERATED_IN_CENTRE),
        "yes_with_permission shall needed - -", changes={"identity_status": "clarified_by_valid_passport"}),
    Own("note of unclear identity", "AufenthG:60b:5:2", dict(UNIDENTIFIED),
        "no barred not_applicable unclarified_identity_60b -"),
    Own("safe country, tolerated", "AufenthG:60a:6:1:3", dict(SERBIAN_TOLERATED),
        "no barred not_applicable safe_country_60a_6_3 -"),
    Own("Union list, tolerated after the cut-off", "AufenthG:104:18", dict(EGYPTIAN_TOLERATED),
        "no barred not_applicable eu_safe_country_60a_6_3 -"),
    Own("Union list, tolerated on 6 May 2025", "AufenthG:104:18", dict(EGYPTIAN_TOLERATED),
        "yes_with_permission shall needed - -", changes={"duldung_since": "2025-05-06"}),
    Own("Union list before it reached the Duldung", "AufenthG:60a:6:1:3", dict(EGYPTIAN_TOLERATED),
        "yes_with_permission shall needed - -", on=date(2026, 7, 1)),
    Own("came for benefits", "AufenthG:60a:6:1:1", dict(TOLERATED),
        "no barred not_applicable benefit_motive_60a_6_1 -", changes={"entered_for_benefits": True}),
    Own("deception prevents removal", "AufenthG:60a:6:1:2", dict(CONCEALING),
        "no barred not_applicable own_conduct_60a_6_2 -"),
    Own("deception, but removal impossible anyway", "AufenthG:60a:6:1:2", dict(CONCEALING),
        "yes_with_permission shall needed - -", changes={"own_conduct_causal": False}),
    Own("transport booked", "AufenthG:60a:5b:2", dict(BOOKED),
        "no discretion_usually_refused not_applicable removal_measures -"),
    Own("protected, only a Duldung", "AufenthG:60a:6:4", dict(TOLERATED), BY_LAW,
        changes={"asylum_outcome": {"kind": "refugee_status", "final": True, "protection_still_held": True}}),
    Own("tolerated, introductory training", "BeschV:32:2", dict(TOLERATED),
        "yes_with_permission shall not_needed - -", EQ),
    Own("tolerated, compulsory internship", "BeschV:32:2", dict(TOLERATED),
        "yes_with_permission shall not_needed - -", Activity.INTERNSHIP_COMPULSORY),
    Own("tolerated, other internship", "BeschV:32:1:1", dict(TOLERATED),
        "yes_with_permission shall needed - -", Activity.INTERNSHIP_WITH_MINIMUM_WAGE),
    Own("tolerated, trial work", "AufenthG:2:2", dict(TOLERATED),
        "yes_with_permission shall needed - -", TRIAL),
    Own("tolerated, voluntary service", "BeschV:32:2", dict(TOLERATED),
        "yes_with_permission shall not_needed - -", Activity.VOLUNTARY_SERVICE),
    Own("measure at an employer", "SGB3:45:1", dict(TOLERATED), "yes not_employment not_applicable - -", MEASURE),
    Own("measure with a ban on work", "SGB3:45:1", dict(SERBIAN_TOLERATED), "undecided - - - -", MEASURE),
    Own("looking on with a ban on work", "AufenthG:2:2", dict(UNIDENTIFIED),
        "yes not_employment not_applicable - -", Activity.JOB_SHADOWING),
    Own("volunteering", "AufenthG:2:2", dict(NEWLY_TOLERATED),
        "yes not_employment not_applicable - -", Activity.VOLUNTEERING),
    Own("work opportunity in the centre", "AsylbLG:5:5", dict(TOLERATED_IN_CENTRE),
        "yes not_employment not_applicable - -", Activity.ASYLBLG_WORK_OPPORTUNITY),
    Own("school-based training with a ban", "AufenthG:2:2", dict(SERBIAN_TOLERATED),
        "yes not_employment not_applicable - -", Activity.SCHOOL_BASED_TRAINING),
    Own("fourteen years old", "JArbSchG:2:1", dict(REFUGEE),
        "no barred_by_youth_protection not_needed youth_protection -", changes={"birth_date": "2012-06-01"}),
    Own("permission held for the job", "AufenthG:4a:4", dict(TOLERATED),
        "yes_with_permission shall already_given - -", Activity.EXISTING_EMPLOYMENT,
        changes={"work_permissions": [
            {"from": "2026-01-01", "until": None, "during": "duldung", "same_job": True}]}),
    Own("job permitted by 2019", "AufenthG:104:16", dict(TOLERATED),
        "yes_with_permission old_law_continues not_needed - -", Activity.EXISTING_EMPLOYMENT,
        changes={"entered_on": "2015-10-01", "continuous_stay_since": "2015-10-01", "asylum_applied_on": "2015-10-05",
                 "duldung_since": "2018-01-01", "work_permissions": [
                     {"from": "2019-06-01", "until": None, "during": "duldung", "same_job": True}]}),
    Own("side note allows the job", "AufenthG:4a:4", dict(TOLERATED),
        "yes by_document_note already_given - -", changes={"document_work_note": "beschaeftigung_erlaubt"}),
    Own("title for this very job", "AufenthG:4a:3", dict(REFUGEE),
        "yes by_title_purpose already_given - -", SKILLED,
        changes={"legal_basis": "AufenthG:18a", "activity_is_title_purpose": True}),
]  # fmt: skip
NO_CLAIM = {"asylum_applied": False, "asylum_applied_on": None, "asylum_outcome": None}
RARE = [
    Own("tolerated, own business", "AufenthG:60a:5b", dict(TOLERATED), "undecided - - - -", BUSINESS),
    Own("tolerated in the centre, six months over", "AsylG:61:1:6", dict(TOLERATED_IN_CENTRE),
        "yes_with_permission shall needed - -", on=date(2027, 1, 15)),
    Own("in the centre, rejected as o.u. under the old law", "AsylG:61:1:2", dict(APPLICANT),
        "no barred not_applicable reception_centre_waiting_period -", on=date(2023, 6, 1),
        changes={**IN_2023, "reception_centre_duty": True,
                 "asylum_outcome": {"kind": "rejected_manifestly_unfounded"}}),
    Own("consent given", "AufenthG:39", dict(TOLERATED), "yes_with_permission shall already_given - -",
        changes={"ba_consent_given": True}),
    Own("side note says less than the law", "AufenthG:4a:3:1", dict(REFUGEE), BY_LAW,
        changes={"document_work_note": "erwerbstaetigkeit_nicht_erlaubt"}),
    Own("Union citizen", "AufenthG:1:2", dict(REFUGEE), "undecided - - - -", changes={"nationalities": ["FRA"]}),
    Own("permitted during the procedure", "AsylG:61:1:9", dict(TOLERATED_IN_CENTRE),
        "yes_with_permission entitlement needed - -",
        changes={"work_permissions": [
            {"from": "2024-09-01", "until": "2025-03-31", "during": "asylum_procedure", "same_job": False}]}),
    Own("unaccompanied minor of a safe country", "AufenthG:60a:6:3", dict(SERBIAN_TOLERATED),
        "yes_with_permission shall needed - -",
        changes={**NO_CLAIM, "birth_date": "2010-01-01", "unaccompanied_minor": True,
                 "waiver_in_child_interest": True}),
    Own("first title applied for, note allows work", "AufenthG:81:3:1", dict(WAITING_FOR_EXTENSION),
        "yes by_document_note not_needed - -",
        changes={"legal_basis": "AufenthG:81:3", "previous_title_basis": None, "title_valid_until": None,
                 "document_work_note": "erwerbstaetigkeit_erlaubt"}),
    Own("apprentice, own business", "AufenthG:16g:3a", dict(APPRENTICE),
        "no beyond_statutory_scope not_applicable scope_exceeded -", BUSINESS),
    Own("birth date not known", "JArbSchG:2:1", dict(REFUGEE), "undecided - - - -", changes={"birth_date": None}),
    Own("title for another job", "AufenthG:39", dict(REFUGEE), "yes_with_permission discretion needed - -", SKILLED,
        changes={"legal_basis": "AufenthG:18a", "activity_is_title_purpose": False}),
    Own("Ausbildungsduldung", "AufenthG:60c:1:3", dict(TOLERATED),
        "yes_with_permission entitlement not_needed - -", TRAINING, changes={"legal_basis": "AufenthG:60c:1"}),
]  # fmt: skip
CASES = [*TITLES, *OTHERS, *RARE]
