"""What a workplace has to offer, said without the reason: the closed vocabulary that others may read."""

from collections.abc import Collection
from enum import StrEnum


class RequirementKind(StrEnum):
    """A neutral requirement; none of them names an illness or a disability."""

    STEP_FREE = "step_free"
    SEATED = "seated"
    CHANGING_POSTURE = "changing_posture"
    NO_HEAVY_LIFTING = "no_heavy_lifting"
    NO_NIGHT_SHIFT = "no_night_shift"
    NO_SHIFTS = "no_shifts"
    PART_TIME = "part_time"
    EXTRA_BREAKS = "extra_breaks"
    QUIET_PLACE = "quiet_place"
    NO_HEIGHTS = "no_heights"
    NO_DUST = "no_dust"
    LARGE_PRINT = "large_print"
    SIGN_LANGUAGE = "sign_language"
    FIXED_CONTACT = "fixed_contact"
    APPOINTMENTS_FREE = "appointments_free"
    """Time off for appointments."""


class RequirementProblem(StrEnum):
    """Why a requirement is not released or not taken back."""

    NOT_IN_TEAM = "not_in_team"
    NO_CONSENT = "no_consent"
    NOTHING_CHOSEN = "nothing_chosen"
    NOT_RELEASED = "not_released"


def obstacles_to_release(
    *, in_team: bool, agreed: bool, kinds: Collection[RequirementKind]
) -> list[RequirementProblem]:
    """Return what stands in the way of a release: it is the case team's, with the person's yes."""
    found = {
        RequirementProblem.NOT_IN_TEAM: not in_team,
        RequirementProblem.NO_CONSENT: not agreed,
        RequirementProblem.NOTHING_CHOSEN: not kinds,
    }
    return [problem for problem, holds in found.items() if holds]
