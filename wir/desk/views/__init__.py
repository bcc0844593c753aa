"""The desk's pages: HTTP only."""

from wir.desk.views.access import access
from wir.desk.views.authorities import authorities, authority, new_request
from wir.desk.views.automatic import automatic, automatic_of
from wir.desk.views.between import between, leave_between
from wir.desk.views.case import case, history
from wir.desk.views.consent import answer, consent, hand_over, notice, withdraw
from wir.desk.views.day import day
from wir.desk.views.erasures import erasures, hold, release
from wir.desk.views.intake import admission, elsewhere, intake, likely
from wir.desk.views.later import later
from wir.desk.views.leaving import leaving
from wir.desk.views.linking import in_network, part
from wir.desk.views.lists import caseload, search
from wir.desk.views.merging import doubles, merge, unmerge
from wir.desk.views.opening import log, open_file, open_notes
from wir.desk.views.processing import period, processing, processing_paper
from wir.desk.views.sharing import disclose, share, stop_sharing, told
from wir.desk.views.workload import workload

__all__ = [
    "access",
    "admission",
    "answer",
    "authorities",
    "authority",
    "automatic",
    "automatic_of",
    "between",
    "case",
    "caseload",
    "consent",
    "day",
    "disclose",
    "doubles",
    "elsewhere",
    "erasures",
    "hand_over",
    "history",
    "hold",
    "in_network",
    "intake",
    "later",
    "leave_between",
    "leaving",
    "likely",
    "log",
    "merge",
    "new_request",
    "notice",
    "open_file",
    "open_notes",
    "part",
    "period",
    "processing",
    "processing_paper",
    "release",
    "search",
    "share",
    "stop_sharing",
    "told",
    "unmerge",
    "withdraw",
    "workload",
]
