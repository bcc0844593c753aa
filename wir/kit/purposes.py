"""Beside each field with personal data stands what it is kept for; it is erased when the last purpose ends.

The codes are those of ``wir.privacy.rules.Purpose``; plain text here, because some tables lie below that register.
A table of history follows the table it remembers.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Field, Model

AnyField = TypeVar("AnyField", bound="Field[Any, Any]")
_ATTRIBUTE = "kept_for"
_LEADING = ("subject_id", "person_id", "participant_id")


def personal(field: AnyField, *purposes: str) -> AnyField:
    """Return the field, declared to hold personal data for these purposes (Art. 5(1)(b) GDPR)."""
    if not purposes:
        raise ValueError("personal data without a purpose may not be kept")
    setattr(field, _ATTRIBUTE, tuple(str(purpose) for purpose in purposes))
    return field


def purposes_of(model: type[Model]) -> dict[str, tuple[str, ...]]:
    """Return the purposes of each field of the model that holds personal data, by field name.

    History has the fields of its table with their purposes, as far as they are kept in it.
    """
    kept = {field.name for field in model._meta.get_fields()}
    return {
        field.name: getattr(field, _ATTRIBUTE)
        for field in _remembered(model)._meta.get_fields()
        if hasattr(field, _ATTRIBUTE) and field.name in kept
    }


def subject_path(model: type[Model]) -> str | None:
    """Return the column that says whose row it is: a file's id, or the anchor's where there is no file.

    None for tables about nobody in particular. The file and the anchor lead to themselves.
    """
    tracked = _remembered(model)
    if tracked._meta.label in {"people.Person", "people.Participant"}:
        return "id"
    columns = {field.attname for field in tracked._meta.concrete_fields}
    return next((name for name in _LEADING if name in columns), None)


def _remembered(model: type[Model]) -> type[Model]:
    tracked = getattr(model, "pgh_tracked_model", None)
    return tracked if isinstance(tracked, type) and issubclass(tracked, Model) else model
