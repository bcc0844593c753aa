"""Reads of the monitoring tables."""

from wir.monitoring.queries.answers import stay_or_none, stays_with_answers
from wir.monitoring.queries.behind import Behind, behind_page, everyone_behind
from wir.monitoring.queries.figures import Report, TooMany, report
from wir.monitoring.queries.places import projects_reported
from wir.monitoring.queries.programme import Total, programme_totals
from wir.monitoring.queries.questions import wanted_answers

__all__ = [
    "Behind", "Report", "TooMany", "Total", "behind_page", "everyone_behind", "programme_totals",
    "projects_reported", "report", "stay_or_none", "stays_with_answers", "wanted_answers",
]  # fmt: skip
