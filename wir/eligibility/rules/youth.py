"""Youth protection: below fifteen, work is forbidden whatever the residence status (§§ 2, 5, 7 JArbSchG)."""

from dataclasses import replace
from datetime import date

from wir.eligibility.rules.answers import (
    Answer,
    AuthorityPermission,
    BaConsent,
    BanClass,
    BanKind,
    DecisionMode,
    MayWork,
    refused,
    undecided,
)
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.grounds import because, not_covered
from wir.eligibility.rules.reason_codes import ReasonCode
from wir.eligibility.rules.vocabulary import Activity
from wir.kit.calendar import completed_years

WORKING_AGE = 15
# § 5 Abs. 2, 3 and § 7 JArbSchG let children do some of these; the facts do not tell which.
_SOMETIMES_FOR_CHILDREN = frozenset(
    {
        Activity.VOCATIONAL_TRAINING_IN_COMPANY,
        Activity.INTERNSHIP_ORIENTATION,
        Activity.SIDE_JOB,
        Activity.SELF_EMPLOYMENT,
        Activity.ASYLBLG_WORK_OPPORTUNITY,
        *(Activity.INTRODUCTORY_TRAINING, Activity.INTERNSHIP_COMPULSORY, Activity.INTERNSHIP_ACCOMPANYING),
        *(Activity.INTERNSHIP_PREPARATION, Activity.MEASURE_AT_EMPLOYER, Activity.JOB_SHADOWING),
        *(Activity.VOLUNTARY_SERVICE, Activity.VOLUNTEERING),
    }
)


def is_child(facts: Facts, on: date) -> bool | None:
    """Whether the person is under fifteen; ``None`` without a birth date."""
    return None if facts.birth_date is None else completed_years(facts.birth_date, on) < WORKING_AGE


def with_youth_protection(answer: Answer, facts: Facts, activity: Activity, on: date) -> Answer:
    """Return the answer of aliens law as youth protection leaves it."""
    child = is_child(facts, on)
    if child is False or activity is Activity.SCHOOL_BASED_TRAINING:
        return answer
    if answer.may_work is MayWork.NO:
        # Waiting alone does not help a child: § 2 Abs. 3 JArbSchG goes on while school is compulsory.
        return replace(answer, earliest_on=None) if child else answer
    if child is None:
        asked = because(ReasonCode.FACTS_MISSING, "JArbSchG:2:1", on)
        return undecided((*answer.reasons, asked), (*answer.missing, "birth_date"))
    if activity in _SOMETIMES_FOR_CHILDREN:
        return not_covered("JArbSchG:5", on)
    forbidden = tuple(
        because(ReasonCode.CHILD_MUST_NOT_WORK, citation, on) for citation in ("JArbSchG:2:1", "JArbSchG:5:1")
    )
    by_law = answer.may_work is MayWork.YES
    return refused(
        BanClass.NONE,
        BanKind.YOUTH_PROTECTION,
        (*forbidden, *answer.reasons),
        authority=AuthorityPermission.NOT_NEEDED,
        mode=DecisionMode.BARRED_BY_YOUTH_PROTECTION,
        ba_consent=BaConsent.NOT_NEEDED if by_law else BaConsent.NOT_APPLICABLE,
    )
