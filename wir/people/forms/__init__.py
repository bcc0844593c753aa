"""Input about people, and words for what their files hold."""

from wir.people.forms.lists import UploadForm, refusal_of_list, sentence_of
from wir.people.forms.procedure import ProcedureForm
from wir.people.forms.residence import ResidenceForm
from wir.people.forms.words import (
    GENDERS,
    LEVELS,
    OUTCOMES,
    OWN_CONDUCTS,
    REMOVAL_MEASURES,
    SHORT_STATUSES,
    STATUSES,
    WORK_NOTES,
)

__all__ = [
    "GENDERS", "LEVELS", "OUTCOMES", "OWN_CONDUCTS", "REMOVAL_MEASURES", "SHORT_STATUSES", "STATUSES", "WORK_NOTES",
    "ProcedureForm", "ResidenceForm", "UploadForm", "refusal_of_list", "sentence_of",
]  # fmt: skip
