"""People: the anchor, the file, what belongs to it, and the marks by which other networks may find somebody."""

from wir.people.models.duplicates import DuplicateCount, DuplicateMark, DuplicateMarkQuerySet
from wir.people.models.files import (
    LanguageSkill,
    LanguageSkillQuerySet,
    ListPreview,
    ListPreviewQuerySet,
    Participant,
    Person,
    PersonIdentity,
    PersonIdentityQuerySet,
    PersonQuerySet,
    Procedure,
    ProcedureQuerySet,
    Residence,
    ResidenceQuerySet,
    SealedNeed,
    SealedNeedQuerySet,
)
from wir.people.models.keys import NameKeys, NameKeysQuerySet

__all__ = [
    "DuplicateCount",
    "DuplicateMark",
    "DuplicateMarkQuerySet",
    "LanguageSkill",
    "LanguageSkillQuerySet",
    "ListPreview",
    "ListPreviewQuerySet",
    "NameKeys",
    "NameKeysQuerySet",
    "Participant",
    "Person",
    "PersonIdentity",
    "PersonIdentityQuerySet",
    "PersonQuerySet",
    "Procedure",
    "ProcedureQuerySet",
    "Residence",
    "ResidenceQuerySet",
    "SealedNeed",
    "SealedNeedQuerySet",
]
