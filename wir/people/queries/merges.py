"""Files that may be put together, and those that were."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from wir.people.models import Merge, Person
from wir.people.queries.search import Found, likely_same
from wir.people.rules.merging import FIELDS, IDENTITY_FIELDS

if TYPE_CHECKING:
    from wir.kit.acting import Actor


def contents_of(person: Person) -> dict[str, object]:
    """Return what a file says in the fields that are compared before a merge."""
    return {
        field: getattr(person.identity if field in IDENTITY_FIELDS else person, field) for field in FIELDS
    }


def doubles_of(actor: Actor, person: Person) -> list[Found]:
    """Return other files of the sub-project that may be about the same person, likeliest first."""
    identity = person.identity
    found = likely_same(
        actor,
        given=identity.given_names,
        family=identity.family_names,
        birth_date=identity.birth_date,
        phone=identity.phone,
    )
    here = set(
        Person.objects.visible_to(actor)
        .filter(pk__in=[one.person_id for one in found], project_id=person.project_id)
        .values_list("pk", flat=True)
    )
    return [one for one in found if one.person_id in here and one.person_id != person.pk]


def merges_of(actor: Actor, person_id: UUID) -> list[Merge]:
    """Return what was taken into a file, latest first."""
    merges = Merge.objects.visible_to(actor).filter(kept_id=person_id)
    return list(merges.select_related("by", "absorbed__participant").order_by("-merged_at"))


def merge_or_none(actor: Actor, person_id: UUID, merge_id: UUID) -> Merge | None:
    """Return one merge into a file."""
    return Merge.objects.visible_to(actor).filter(kept_id=person_id, pk=merge_id).first()


def file_it_is_in(actor: Actor, person_id: UUID) -> UUID | None:
    """Return the file into which another was taken, for old addresses; None where it was not."""
    found = Merge.objects.visible_to(actor).filter(absorbed_id=person_id)
    return found.values_list("kept_id", flat=True).first()
