"""May this person work, on this day, in this activity; and does the programme mean this person?"""

from wir.eligibility.rules.answers import Answer, MayWork, Reason, TargetGroup
from wir.eligibility.rules.assessment import assess
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.reading import NotAFact
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.vocabulary import Activity, Status

__all__ = [
    "Activity",
    "Answer",
    "Facts",
    "MayWork",
    "NotAFact",
    "Reason",
    "ReasonCode",
    "Status",
    "TargetGroup",
    "assess",
]
