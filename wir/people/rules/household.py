"""When somebody of a household can be written down or linked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wir.people.rules.cards import OLDEST
from wir.people.rules.profile import Care, Relation, SchoolNow


@dataclass(frozen=True, slots=True)
class Living:
    """What matters of somebody without a file of their own: no name, no birth day."""

    relation: Relation
    birth_year: int | None = None
    school: SchoolNow | None = None
    care: Care | None = None


class HouseholdProblem(StrEnum):
    """Why a member is not written down or linked."""

    NO_CONSENT = "no_consent"
    BORN_IN_FUTURE = "born_in_future"
    BORN_TOO_EARLY = "born_too_early"
    SAME_FILE = "same_file"
    NOT_FOUND = "not_found"
    LINKED_BEFORE = "linked_before"


def problems_of_member(living: Living, *, stopped: bool, today: date) -> list[HouseholdProblem]:
    """Return what stands in the way; ``stopped``: the person's consent to counselling does not hold."""
    year = living.birth_year
    found = {
        HouseholdProblem.NO_CONSENT: stopped,
        HouseholdProblem.BORN_IN_FUTURE: year is not None and year > today.year,
        HouseholdProblem.BORN_TOO_EARLY: year is not None and year < today.year - OLDEST,
    }
    return [problem for problem, holds in found.items() if holds]


def problems_of_link(
    *, same_file: bool, same_network: bool, linked_before: bool, stopped: bool
) -> list[HouseholdProblem]:
    """Return what stands in the way of a link between two files."""
    found = {
        HouseholdProblem.NO_CONSENT: stopped,
        HouseholdProblem.SAME_FILE: same_file,
        HouseholdProblem.NOT_FOUND: not same_network,
        HouseholdProblem.LINKED_BEFORE: linked_before,
    }
    return [problem for problem, holds in found.items() if holds]
