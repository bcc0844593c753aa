"""The desk's pages: HTTP only."""

from wir.desk.views.case import case, history
from wir.desk.views.day import day
from wir.desk.views.intake import admission, intake, likely
from wir.desk.views.leaving import leaving
from wir.desk.views.lists import caseload, search
from wir.desk.views.opening import log, open_file, open_notes

__all__ = [
    "admission", "case", "caseload", "day", "history", "intake", "leaving", "likely", "log", "open_file", "open_notes",
    "search",
]  # fmt: skip
