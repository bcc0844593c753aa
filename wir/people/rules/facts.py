"""Vocabulary of what is known about a person."""

from enum import StrEnum


class Gender(StrEnum):
    """As ESF Plus breaks figures down (Regulation (EU) 2021/1057, Annex I); the civil register also knows "divers"."""

    FEMALE = "female"
    MALE = "male"
    NON_BINARY = "non_binary"


class ResidenceStatus(StrEnum):
    """The paper a person holds."""

    AUFENTHALTSERLAUBNIS = "aufenthaltserlaubnis"
    NIEDERLASSUNGSERLAUBNIS = "niederlassungserlaubnis"
    FIKTIONSBESCHEINIGUNG = "fiktionsbescheinigung"
    AUFENTHALTSGESTATTUNG = "aufenthaltsgestattung"
    DULDUNG = "duldung"


class WorkNote(StrEnum):
    """The side note (Nebenbestimmung) about work on the paper."""

    ALL_WORK = "erwerbstaetigkeit_erlaubt"
    EMPLOYMENT = "beschaeftigung_erlaubt"
    WITH_PERMISSION = "beschaeftigung_nur_mit_erlaubnis"
    NO_WORK = "erwerbstaetigkeit_nicht_erlaubt"


class AsylumOutcome(StrEnum):
    """Last decision of the Bundesamt on the claim, as far as the first version of the rules asks for it."""

    PENDING = "pending"
    RECOGNISED = "asylum_recognised"
    REFUGEE = "refugee_status"
    SUBSIDIARY = "subsidiary_protection"
    REMOVAL_BAN = "removal_ban"
    REJECTED = "rejected"
    MANIFESTLY_UNFOUNDED = "rejected_manifestly_unfounded"
    INADMISSIBLE = "rejected_inadmissible"
    WITHDRAWN = "withdrawn"


class OwnConduct(StrEnum):
    """Conduct of the person that may hinder removal (§ 60a Abs. 6 S. 1 Nr. 2 AufenthG)."""

    NONE = "none"
    DECEPTION = "deception"
    FALSE_STATEMENTS = "false_statements"
    MISSING_COOPERATION = "missing_cooperation"


class RemovalMeasure(StrEnum):
    """Concrete measures to end the stay that are under way (§ 60a Abs. 5b S. 2 AufenthG), or none."""

    NONE = "none"
    TRAVEL_FITNESS_EXAMINATION = "travel_fitness_examination"
    FUNDED_VOLUNTARY_RETURN = "funded_voluntary_return"
    TRANSPORT_BOOKING = "transport_booking"
    COMPARABLE_PREPARATION = "comparable_preparation"
    DUBLIN_PROCEDURE = "dublin_procedure"


class Level(StrEnum):
    """Common European Framework of Reference for Languages, with mother tongue above and beginning below."""

    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"
    NATIVE = "native"


class Origin(StrEnum):
    """How a person came into the house."""

    TYPED = "typed"
    LIST = "list"
