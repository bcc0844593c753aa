"""The desk's pages: HTTP only."""

from wir.desk.views.authorities import authorities, authority, new_request
from wir.desk.views.between import between, leave_between
from wir.desk.views.case import case, history
from wir.desk.views.day import day
from wir.desk.views.intake import admission, elsewhere, intake, likely
from wir.desk.views.leaving import leaving
from wir.desk.views.lists import caseload, search

__all__ = [
    "admission", "authorities", "authority", "between", "case", "caseload", "day", "elsewhere", "history", "intake",
    "leave_between", "leaving", "likely", "new_request", "search",
]  # fmt: skip
