"""Input of the desk's pages, and refusals turned into sentences."""

from wir.desk.forms.access import ReleaseForm
from wir.desk.forms.admission import AdmissionForm
from wir.desk.forms.caseload import CaseloadForm
from wir.desk.forms.consent import AnswerForm, DisclosureForm, PeriodForm, SharingForm, WithdrawalForm
from wir.desk.forms.intake import IntakeForm
from wir.desk.forms.leaving import LeavingForm
from wir.desk.forms.opening import OpenFileForm, ReasonForm

__all__ = [
    "AdmissionForm",
    "AnswerForm",
    "CaseloadForm",
    "DisclosureForm",
    "IntakeForm",
    "LeavingForm",
    "OpenFileForm",
    "PeriodForm",
    "ReasonForm",
    "ReleaseForm",
    "SharingForm",
    "WithdrawalForm",
]
