"""The words of ESF Plus monitoring, spelt as the interchange format spells them."""

from enum import StrEnum


class Gender(StrEnum):
    """Breakdown of every indicator on persons (Regulation (EU) 2021/1057, Annex I)."""

    FEMALE = "female"
    MALE = "male"
    NON_BINARY = "non_binary"


class Employment(StrEnum):
    """Employment status; ``job_seeking`` (without being registered) exists only after exit."""

    UNEMPLOYED = "unemployed"
    INACTIVE = "inactive"
    EMPLOYED = "employed"
    JOB_SEEKING = "job_seeking"


AT_ENTRY = (Employment.UNEMPLOYED, Employment.INACTIVE, Employment.EMPLOYED)


class Answer(StrEnum):
    """Answer to a question of Annex I point 1.2; ``None`` beside it means not recorded, never "no"."""

    YES = "yes"
    NO = "no"
    REFUSED = "refused"


class Region(StrEnum):
    """Category of region (Regulation (EU) 2021/1060, Art. 108)."""

    MORE_DEVELOPED = "more_developed"
    TRANSITION = "transition"
    LESS_DEVELOPED = "less_developed"


class Improvement(StrEnum):
    """What got better between entry and the day six months after exit."""

    PRECARIOUS_TO_STABLE = "precarious_to_stable"
    UNDEREMPLOYMENT_TO_FULL = "underemployment_to_full"
    HIGHER_COMPETENCE_JOB = "higher_competence_job"
    PROMOTION = "promotion"
    PAY_RISE = "pay_rise"
    BECAME_SELF_EMPLOYED = "became_self_employed"


class State(StrEnum):
    """What a participation counts for on the reporting day; the first that applies, in this order."""

    INVALID = "invalid"
    NOT_PARTICIPANT = "not_participant"
    FUTURE = "future"
    INCOMPLETE = "incomplete"
    REPORTED = "reported"


class ExitState(StrEnum):
    """Where the results on leaving stand; overdue means unknown, never "no result"."""

    OPEN = "open"
    PROVISIONAL = "provisional"
    FINAL = "final"
    OVERDUE = "overdue"


class Indicator(StrEnum):
    """Common indicators of Annex I that the programme reports."""

    EECO01 = "EECO01"
    EECO02 = "EECO02"
    EECO03 = "EECO03"
    EECO04 = "EECO04"
    EECO05 = "EECO05"
    EECO06 = "EECO06"
    EECO07 = "EECO07"
    EECO08 = "EECO08"
    EECO09 = "EECO09"
    EECO10 = "EECO10"
    EECO11 = "EECO11"
    EECO12 = "EECO12"
    EECO13 = "EECO13"
    EECO14 = "EECO14"
    EECO15 = "EECO15"
    EECO16 = "EECO16"
    EECO17 = "EECO17"
    EECO18 = "EECO18"
    EECO19 = "EECO19"
    EECR01 = "EECR01"
    EECR02 = "EECR02"
    EECR03 = "EECR03"
    EECR04 = "EECR04"
    EECR05 = "EECR05"
    EECR06 = "EECR06"


# GDPR Art. 9: these answers need stricter access and a separate legal basis.
SPECIAL_CATEGORY = frozenset({Indicator.EECO12, Indicator.EECO15})
FOR_ENTITIES = frozenset({Indicator.EECO18, Indicator.EECO19})
