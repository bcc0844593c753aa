"""Input of the desk's pages, and refusals turned into sentences."""

from wir.desk.forms.access import ReleaseForm
from wir.desk.forms.admission import AdmissionForm
from wir.desk.forms.caseload import CaseloadForm
from wir.desk.forms.intake import IntakeForm
from wir.desk.forms.leaving import LeavingForm

__all__ = ["AdmissionForm", "CaseloadForm", "IntakeForm", "LeavingForm", "ReleaseForm"]
