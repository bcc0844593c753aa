"""Which data protection law a carrier lives under, and where it treats what."""

from enum import StrEnum


class CarrierLaw(StrEnum):
    """Which data protection law a carrier lives under; churches have their own (Art. 91 GDPR)."""

    GDPR = "gdpr"
    KDG = "kdg"
    DSG_EKD = "dsg_ekd"


class LawTopic(StrEnum):
    """What the law of a carrier says in a place of its own."""

    LAWFULNESS = "lawfulness"
    CONSENT = "consent"
    SPECIAL_CATEGORIES = "special_categories"
    INFORMATION = "information"
    ACCESS = "access"
    ERASURE = "erasure"
    SAFEGUARDS = "safeguards"
    JOINT_CONTROL = "joint_control"
    PROCESSING = "processing"
    RECORDS = "records"
    BREACH = "breach"
    IMPACT = "impact"
    OFFICER = "officer"


LAW_SOURCES: dict[CarrierLaw, str] = {
    CarrierLaw.GDPR: "DSGVO: Verordnung (EU) 2016/679",
    CarrierLaw.KDG: "KDG: Beschluss der Vollversammlung des VDD vom 20. November 2017",
    CarrierLaw.DSG_EKD: "DSG-EKD: Bekanntmachung vom 15. Januar 2025, Fassung ab 1. Mai 2025",
}
"""The version of each law that the places below were read in; a later one is to be checked by the carrier."""

_PLACES: dict[LawTopic, tuple[str, str, str]] = {
    LawTopic.LAWFULNESS: ("Art. 6 DSGVO", "§ 6 KDG", "§ 6 DSG-EKD"),
    LawTopic.CONSENT: ("Art. 7 DSGVO", "§ 8 KDG", "§ 11 DSG-EKD"),
    LawTopic.SPECIAL_CATEGORIES: ("Art. 9 DSGVO", "§ 11 KDG", "§ 13 DSG-EKD"),
    LawTopic.INFORMATION: ("Art. 13, 14 DSGVO", "§§ 15, 16 KDG", ""),
    LawTopic.ACCESS: ("Art. 15 DSGVO", "§ 17 KDG", ""),
    LawTopic.ERASURE: ("Art. 17 DSGVO", "§ 19 KDG", ""),
    LawTopic.SAFEGUARDS: ("Art. 32 DSGVO", "§ 26 KDG", ""),
    LawTopic.JOINT_CONTROL: ("Art. 26 DSGVO", "", ""),
    LawTopic.PROCESSING: ("Art. 28 DSGVO", "", ""),
    LawTopic.RECORDS: ("Art. 30 DSGVO", "", ""),
    LawTopic.BREACH: ("Art. 33, 34 DSGVO", "", ""),
    LawTopic.IMPACT: ("Art. 35 DSGVO", "", ""),
    LawTopic.OFFICER: ("Art. 37 DSGVO", "", ""),
}


def place_in_law(topic: LawTopic, law: CarrierLaw) -> str | None:
    """Return where the law treats the topic, e.g. ``Art. 35 DSGVO``; None where no source was read: to be checked."""
    return _PLACES[topic][list(CarrierLaw).index(law)] or None
