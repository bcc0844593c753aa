"""People: the anchor, the file, what belongs to it, and the marks by which other networks may find somebody."""

from wir.people.models.duplicates import DuplicateCount, DuplicateMark, DuplicateMarkQuerySet
from wir.people.models.files import (
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
)
from wir.people.models.household import HouseholdMember, HouseholdMemberQuerySet
from wir.people.models.keys import NameKeys, NameKeysQuerySet
from wir.people.models.links import LinkDecision, LinkDecisionQuerySet
from wir.people.models.merges import Merge, MergeQuerySet
from wir.people.models.needs import Requirement, RequirementQuerySet, SealedNeed, SealedNeedQuerySet
from wir.people.models.profile import (
    HOURS_A_WEEK,
    LanguageSkill,
    LanguageSkillQuerySet,
    Profile,
    ProfileQuerySet,
    Qualification,
    QualificationQuerySet,
    Schooling,
    SchoolingQuerySet,
    WorkExperience,
    WorkExperienceQuerySet,
)

__all__ = [
    "HOURS_A_WEEK",
    "DuplicateCount",
    "DuplicateMark",
    "DuplicateMarkQuerySet",
    "HouseholdMember",
    "HouseholdMemberQuerySet",
    "LanguageSkill",
    "LanguageSkillQuerySet",
    "LinkDecision",
    "LinkDecisionQuerySet",
    "ListPreview",
    "ListPreviewQuerySet",
    "Merge",
    "MergeQuerySet",
    "NameKeys",
    "NameKeysQuerySet",
    "Participant",
    "Person",
    "PersonIdentity",
    "PersonIdentityQuerySet",
    "PersonQuerySet",
    "Procedure",
    "ProcedureQuerySet",
    "Profile",
    "ProfileQuerySet",
    "Qualification",
    "QualificationQuerySet",
    "Requirement",
    "RequirementQuerySet",
    "Residence",
    "ResidenceQuerySet",
    "Schooling",
    "SchoolingQuerySet",
    "SealedNeed",
    "SealedNeedQuerySet",
    "WorkExperience",
    "WorkExperienceQuerySet",
]
