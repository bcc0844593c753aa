"""Flows that span apps: somebody is taken on, somebody leaves. Each is one transaction: all of it, or nothing."""

from wir.desk.actions.disclosing import decide_request, hold_files, share, take_down_request, tell_receiver
from wir.desk.actions.files import NothingClosed, decide_whether_same, open_closed_files, part, put_together
from wir.desk.actions.planning import set_task_rules
from wir.desk.actions.stays import Entry, see_off, take_on, take_on_known

__all__ = [
    "Entry",
    "NothingClosed",
    "decide_request",
    "decide_whether_same",
    "hold_files",
    "open_closed_files",
    "part",
    "put_together",
    "see_off",
    "set_task_rules",
    "share",
    "take_down_request",
    "take_on",
    "take_on_known",
    "tell_receiver",
]
