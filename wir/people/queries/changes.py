"""Who changed what of a person's file, from the history that the database keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps

from wir.accounts.models import User
from wir.people.models import Person, PersonIdentity, Profile, Residence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wir.kit.acting import Actor

TRACKED = (Person, PersonIdentity, Profile, Residence)
_NOT_SHOWN = {
    *("search_key", "created_at", "id", "network_id", "carrier_id", "project_id", "person_id"),
    *("participant_id", "origin"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a record took another value; ``user_id`` is None where a machine or list did it."""

    at: datetime
    user_id: UUID | None
    model: str
    field: str
    before: Any
    after: Any


def changes_of(actor: Actor, person_id: UUID) -> list[Change]:
    """Return what was changed of names, facts, profile and papers since the file was opened, newest first."""
    found = [change for model in TRACKED for change in _of(actor, model.__name__, person_id)]
    return sorted(found, key=lambda change: change.at, reverse=True)


def names_of_users(user_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of those who made changes; what a machine did bears no id."""
    return dict(User.objects.filter(pk__in={one for one in user_ids if one}).values_list("pk", "name"))


def _of(actor: Actor, name: str, person_id: UUID) -> Iterator[Change]:
    history = apps.get_model("people", f"{name}Event")
    whose = {"pgh_obj_id": person_id} if name == "Person" else {"person_id": person_id}
    rows = history._default_manager.filter(network_id__in=actor.networks, **whose)
    versions = list(rows.order_by("pgh_obj_id", "pgh_id"))
    names = [
        field.attname
        for field in history._meta.concrete_fields
        if not field.name.startswith("pgh_") and field.attname not in _NOT_SHOWN
    ]
    for old, new in pairwise(versions):
        if old.pgh_obj_id == new.pgh_obj_id:
            yield from _between(name, names, old, new)


def _between(model: str, names: list[str], old: Any, new: Any) -> Iterator[Change]:
    who = (new.pgh_context or {}).get("actor") or None
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change(new.pgh_created_at, UUID(who) if who else None, model, name, before, after)
