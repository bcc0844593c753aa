"""Input about people, and words for what their files hold."""

from wir.people.forms.documents import DocumentForm, row_of
from wir.people.forms.lists import UploadForm, refusal_of_list, sentence_of
from wir.people.forms.needs import NeedForm, words_of
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
    reasons_as_text,
)

__all__ = [
    "GENDERS",
    "LEVELS",
    "OUTCOMES",
    "OWN_CONDUCTS",
    "REMOVAL_MEASURES",
    "SHORT_STATUSES",
    "STATUSES",
    "WORK_NOTES",
    "DocumentForm",
    "NeedForm",
    "ProcedureForm",
    "ResidenceForm",
    "UploadForm",
    "reasons_as_text",
    "refusal_of_list",
    "row_of",
    "sentence_of",
    "words_of",
]  # fmt: skip
