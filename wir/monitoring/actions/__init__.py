"""Answers are recorded; participations are derived from them and summed up."""

from wir.monitoring.actions.answers import (
    CannotRecord,
    record_entry,
    record_exit,
    record_follow_up,
    record_status,
)
from wir.monitoring.actions.derivation import derive, derive_due, sum_up
from wir.monitoring.actions.downloads import note_download, note_participants_read

__all__ = [
    "CannotRecord", "derive", "derive_due", "note_download", "note_participants_read", "record_entry", "record_exit",
    "record_follow_up", "record_status", "sum_up",
]  # fmt: skip
