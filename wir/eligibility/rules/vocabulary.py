"""The words facts are told in; values are those of the exchange format and never change."""

from enum import StrEnum


class Activity(StrEnum):
    """What the person wants to do."""

    EMPLOYMENT_UNSKILLED = "employment_unskilled"
    EMPLOYMENT_SKILLED = "employment_skilled"
    VOCATIONAL_TRAINING_IN_COMPANY = "vocational_training_in_company"
    INTERNSHIP_ORIENTATION = "internship_orientation"
    TEMPORARY_AGENCY_WORK = "temporary_agency_work"
    SIDE_JOB = "side_job"
    EXISTING_EMPLOYMENT = "existing_employment"
    SELF_EMPLOYMENT = "self_employment"
    SCHOOL_BASED_TRAINING = "school_based_training"
    ASYLBLG_WORK_OPPORTUNITY = "asylblg_work_opportunity"
    # Beyond the exchange format
    INTRODUCTORY_TRAINING = "introductory_training"
    """Einstiegsqualifizierung (§ 54a SGB III)."""
    INTERNSHIP_COMPULSORY = "internship_compulsory"
    """Required by school, training or study (§ 22 Abs. 1 S. 2 Nr. 1 MiLoG)."""
    INTERNSHIP_ACCOMPANYING = "internship_accompanying"
    """Beside training or study, up to three months (§ 22 Abs. 1 S. 2 Nr. 3 MiLoG)."""
    INTERNSHIP_PREPARATION = "internship_preparation"
    """Part of preparation for vocational training (§ 22 Abs. 1 S. 2 Nr. 4 MiLoG)."""
    INTERNSHIP_WITH_MINIMUM_WAGE = "internship_with_minimum_wage"
    """Any other internship: employment like every other."""
    MEASURE_AT_EMPLOYER = "measure_at_employer"
    """Maßnahme beim Arbeitgeber, assigned by agency or Jobcenter (§ 45 SGB III)."""
    JOB_SHADOWING = "job_shadowing"
    """Hospitation: looking on without working."""
    TRIAL_WORK = "trial_work"
    """Probearbeit, Probebeschäftigung: work, paid or not."""
    VOLUNTARY_SERVICE = "voluntary_service"
    """Regulated voluntary service (Bundesfreiwilligendienst, FSJ)."""
    VOLUNTEERING = "volunteering"
    """Genuine unpaid engagement (Ehrenamt)."""


class Status(StrEnum):
    """Residence status on the day assessed."""

    AUFENTHALTSERLAUBNIS = "aufenthaltserlaubnis"
    NIEDERLASSUNGSERLAUBNIS = "niederlassungserlaubnis"
    FIKTIONSBESCHEINIGUNG = "fiktionsbescheinigung"
    AUFENTHALTSGESTATTUNG = "aufenthaltsgestattung"
    DULDUNG = "duldung"


class WorkNote(StrEnum):
    """What the document itself says about work (Nebenbestimmung)."""

    ERWERBSTAETIGKEIT_ERLAUBT = "erwerbstaetigkeit_erlaubt"
    BESCHAEFTIGUNG_ERLAUBT = "beschaeftigung_erlaubt"
    BESCHAEFTIGUNG_NUR_MIT_ERLAUBNIS = "beschaeftigung_nur_mit_erlaubnis"
    ERWERBSTAETIGKEIT_NICHT_ERLAUBT = "erwerbstaetigkeit_nicht_erlaubt"


class OrderRule(StrEnum):
    """What the order of the Land says about work (§ 23 Abs. 1 S. 4 AufenthG)."""

    ALLOWS_WORK = "allows_work"
    ALLOWS_PERMISSION = "allows_permission"
    SILENT = "silent"


class Decision(StrEnum):
    """Last decision of the Bundesamt on the asylum claim."""

    PENDING = "pending"
    ASYLUM_RECOGNISED = "asylum_recognised"
    REFUGEE_STATUS = "refugee_status"
    SUBSIDIARY_PROTECTION = "subsidiary_protection"
    REMOVAL_BAN = "removal_ban"
    REJECTED = "rejected"
    REJECTED_MANIFESTLY_UNFOUNDED = "rejected_manifestly_unfounded"
    REJECTED_INADMISSIBLE = "rejected_inadmissible"
    WITHDRAWN = "withdrawn"


class AcceleratedGround(StrEnum):
    """Letter of Art. 42(1) subpara. 1 VO (EU) 2024/1348 on which the procedure is accelerated."""

    NONE = "none"
    LETTER_A = "a"
    LETTER_B = "b"
    LETTER_C = "c"
    LETTER_D = "d"
    LETTER_E = "e"
    LETTER_F = "f"
    LETTER_G = "g"
    LETTER_H = "h"
    LETTER_I = "i"
    LETTER_J = "j"


class DublinRequest(StrEnum):
    """Request to another member state (§ 61 Abs. 1 S. 3 Nr. 1 AsylG)."""

    NONE = "none"
    TAKE_CHARGE_REQUEST = "take_charge_request"
    TAKE_BACK_NOTIFICATION = "take_back_notification"


class CooperationBreach(StrEnum):
    """Breach of the duties named in § 61 Abs. 1 S. 4 AsylG."""

    NONE = "none"
    EXCUSED = "excused"
    REPEATED_UNEXCUSED = "repeated_unexcused"
    SERIOUS_UNEXCUSED = "serious_unexcused"


class SuspensionReason(StrEnum):
    """Why removal is suspended."""

    FAMILY = "family"
    HEALTH = "health"
    NO_TRAVEL_DOCUMENT = "no_travel_document"
    UNCLEAR_IDENTITY = "unclear_identity"
    TRAINING = "training"
    EMPLOYMENT = "employment"
    OTHER = "other"


class OwnConduct(StrEnum):
    """Conduct that may hinder removal (§ 60a Abs. 6 S. 1 Nr. 2 AufenthG)."""

    NONE = "none"
    DECEPTION = "deception"
    FALSE_STATEMENTS = "false_statements"
    MISSING_COOPERATION = "missing_cooperation"


class Identity(StrEnum):
    """How far identity is clear."""

    CLARIFIED_BY_VALID_PASSPORT = "clarified_by_valid_passport"
    CLARIFIED_OTHERWISE = "clarified_otherwise"
    NOT_CLARIFIED = "not_clarified"


class MeasureKind(StrEnum):
    """The five numbers of § 60a Abs. 5b S. 2 AufenthG and § 61 Abs. 1 S. 6 AsylG."""

    TRAVEL_FITNESS_EXAMINATION = "travel_fitness_examination"
    FUNDED_VOLUNTARY_RETURN = "funded_voluntary_return"
    TRANSPORT_BOOKING = "transport_booking"
    COMPARABLE_PREPARATION = "comparable_preparation"
    DUBLIN_PROCEDURE = "dublin_procedure"


class PermittedDuring(StrEnum):
    """Status in which a permission to work was given."""

    ASYLUM_PROCEDURE = "asylum_procedure"
    DULDUNG = "duldung"
    TITLE = "title"


GRANTED_PROTECTION = frozenset(
    {Decision.ASYLUM_RECOGNISED, Decision.REFUGEE_STATUS, Decision.SUBSIDIARY_PROTECTION}
)
REJECTIONS = frozenset(
    {Decision.REJECTED, Decision.REJECTED_MANIFESTLY_UNFOUNDED, Decision.REJECTED_INADMISSIBLE}
)
NOT_EMPLOYMENT = frozenset(
    {
        *(Activity.SCHOOL_BASED_TRAINING, Activity.ASYLBLG_WORK_OPPORTUNITY, Activity.MEASURE_AT_EMPLOYER),
        *(Activity.JOB_SHADOWING, Activity.VOLUNTEERING),
    }
)
EXCHANGED = tuple(Activity)[:10]
"""Activities that the exchange format knows."""
