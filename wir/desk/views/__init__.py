"""The desk's pages: HTTP only."""

from wir.desk.views.access import access
from wir.desk.views.case import case, history
from wir.desk.views.day import day
from wir.desk.views.intake import admission, intake, likely
from wir.desk.views.leaving import leaving
from wir.desk.views.lists import caseload, search

__all__ = [
    "access",
    "admission",
    "case",
    "caseload",
    "day",
    "history",
    "intake",
    "leaving",
    "likely",
    "search",
]
