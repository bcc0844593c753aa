"""Forms of the questionnaires and of the report, and the words for everything the rules say in codes."""

from wir.monitoring.forms.questionnaires import EntryForm, ExitForm, FollowUpForm, StatusForm
from wir.monitoring.forms.report import ProgrammeForm, ReportForm

__all__ = ["EntryForm", "ExitForm", "FollowUpForm", "ProgrammeForm", "ReportForm", "StatusForm"]
