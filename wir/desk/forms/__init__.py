"""Input of the desk's pages, and refusals turned into sentences."""

from wir.desk.forms.access import ReleaseForm
from wir.desk.forms.admission import AdmissionForm
from wir.desk.forms.authorities import RequestDecisionForm, RequestForm
from wir.desk.forms.between import JoinForm
from wir.desk.forms.caseload import CaseloadForm
from wir.desk.forms.consent import AnswerForm, DisclosureForm, SharingForm, WithdrawalForm
from wir.desk.forms.intake import IntakeForm
from wir.desk.forms.leaving import LeavingForm
from wir.desk.forms.linking import LinkForm
from wir.desk.forms.merging import MergeForm
from wir.desk.forms.opening import OpenFileForm, ReasonForm
from wir.desk.forms.retention import HoldForm, PeriodForm
from wir.desk.forms.words import EXPLANATIONS

__all__ = [
    "EXPLANATIONS",
    "AdmissionForm",
    "AnswerForm",
    "CaseloadForm",
    "DisclosureForm",
    "HoldForm",
    "IntakeForm",
    "JoinForm",
    "LeavingForm",
    "LinkForm",
    "MergeForm",
    "OpenFileForm",
    "PeriodForm",
    "ReasonForm",
    "ReleaseForm",
    "RequestDecisionForm",
    "RequestForm",
    "SharingForm",
    "WithdrawalForm",
]
