"""Purposes for which data are processed, and how consent is given."""

from enum import StrEnum


class Purpose(StrEnum):
    """Why data are processed. Counselling rests on consent (Art. 6(1)(a), 9(2)(a) GDPR); monitoring on law
    (Art. 6(1)(c), (e) GDPR with Art. 17 of Regulation (EU) 2021/1057), so it is informed about, never consented to.
    """

    COUNSELLING = "counselling"
    MONITORING = "monitoring"
    EVIDENCE = "evidence"
    AFTERCARE = "aftercare"
    STRUCTURAL = "structural"
    OUTREACH = "outreach"
    SECURITY = "security"
    BETWEEN_NETWORKS = "between_networks"
    """To be found by other networks as perhaps known already; rests on consent and on the network's own basis."""
    HEALTH = "health"
    """Needs that are health data; rests on explicit consent of its own (Art. 9(2)(a) GDPR)."""


class ConsentWay(StrEnum):
    """How somebody said yes."""

    PAPER = "paper"
    ON_SCREEN = "on_screen"
    SPOKEN = "spoken"


TEXT_VERSION = "2026-11"
"""Version of the notices and consent texts handed out now."""

AT_ENTRY = (Purpose.COUNSELLING, Purpose.EVIDENCE, Purpose.MONITORING)
"""Purposes for which data are taken from the first day of a stay: no stay begins without these notices."""
INFORMED = (*AT_ENTRY, Purpose.AFTERCARE)
"""Purposes about which a participant gets a notice (Art. 13 GDPR), in the order of the papers."""
