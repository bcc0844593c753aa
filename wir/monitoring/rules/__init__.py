"""ESF Plus rules: facts in, indicators with reasons out; the day is always an argument (esf.md)."""

from wir.monitoring.rules.cases import assess
from wir.monitoring.rules.entities import EntityKind, Support, is_small_or_medium, total_entities
from wir.monitoring.rules.fields import Broken, Missing
from wir.monitoring.rules.participations import Participation, derive
from wir.monitoring.rules.plausibility import questions
from wir.monitoring.rules.profiles import DE_SGB3, EC, PROFILES, Profile
from wir.monitoring.rules.programme_rate import (
    Denominator,
    Outcome,
    Placed,
    Placement,
    Rate,
    programme_rate,
)
from wir.monitoring.rules.records import EntryFacts, FollowUp, Qualification, Record, StatusEvent
from wir.monitoring.rules.samples import Draw, Stratum, draw, sample_size, stratum
from wir.monitoring.rules.totals import (
    Count,
    Totals,
    broken_identities,
    falls,
    total,
    total_by,
    total_by_region,
    total_by_subproject,
)
from wir.monitoring.rules.traces import Trace
from wir.monitoring.rules.vocabulary import (
    FOR_ENTITIES,
    SPECIAL_CATEGORY,
    Answer,
    Employment,
    ExitState,
    Gender,
    Improvement,
    Indicator,
    Region,
    State,
)

__all__ = [
    "DE_SGB3", "EC", "FOR_ENTITIES", "PROFILES", "SPECIAL_CATEGORY", "Answer", "Broken", "Count",
    "Denominator", "Draw", "Employment", "EntityKind", "EntryFacts", "ExitState", "FollowUp",
    "Gender", "Improvement", "Indicator", "Missing", "Outcome", "Participation", "Placed",
    "Placement", "Profile", "Qualification", "Rate", "Record", "Region", "State", "StatusEvent",
    "Stratum", "Support", "Totals", "Trace", "assess", "broken_identities", "derive", "draw",
    "falls", "is_small_or_medium", "programme_rate", "questions", "sample_size", "stratum", "total",
    "total_by", "total_by_region", "total_by_subproject", "total_entities",
]  # fmt: skip
