"""What two files about one person say, side by side, and what stands against putting them together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

UNDO_WITHIN = timedelta(days=30)
"""So long a merge can be undone."""

IDENTITY_FIELDS = (
    "given_names", "family_names", "birth_date", "phone", "email", "street", "postcode", "place_name",
)  # fmt: skip
FILE_FIELDS = (
    "gender", "nationalities", "contact_language", "interpreter_needed", "schooling", "isced", "occupation", "wishes",
    "remarks", "unemployed_since", "expected_on",
)  # fmt: skip
FIELDS = (*IDENTITY_FIELDS, *FILE_FIELDS)


class MergeProblem(StrEnum):
    """Why two files cannot be put together, or a merge cannot be undone."""

    SAME_FILE = "same_file"
    OTHER_PROJECT = "other_project"
    NOT_DECIDED_BY = "not_decided_by"
    TWO_OPEN_STAYS = "two_open_stays"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two files fill differently; ``take`` is what is proposed: fill what is empty."""

    field: str
    kept: object
    absorbed: object

    @property
    def take(self) -> bool:
        """Whether the absorbed file's answer is proposed."""
        return self.kept in EMPTY


EMPTY: tuple[object, ...] = (None, "", [])


def differences(kept: Mapping[str, object], absorbed: Mapping[str, object]) -> list[Difference]:
    """Return the fields in which the absorbed file says something else; what it leaves open is no difference."""
    return [
        Difference(field, kept[field], absorbed[field])
        for field in FIELDS
        if absorbed[field] not in EMPTY and absorbed[field] != kept[field]
    ]


def obstacles_to_merge(*, same_file: bool, same_project: bool, decides: bool) -> list[MergeProblem]:
    """Return every reason against putting two files together."""
    checks = {
        MergeProblem.SAME_FILE: same_file,
        MergeProblem.OTHER_PROJECT: not same_project,
        MergeProblem.NOT_DECIDED_BY: not decides,
    }
    return [problem for problem, holds in checks.items() if holds]


def taken(found: Collection[Difference], fields: Collection[str]) -> dict[str, object]:
    """Return what is written into the kept file: the chosen fields as the absorbed file fills them."""
    return {one.field: one.absorbed for one in found if one.field in fields}
