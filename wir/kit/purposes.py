"""Beside each field with personal data stands what it is kept for; it is erased when the last purpose ends.

The codes are those of ``wir.privacy.rules.Purpose``; plain text here, because some tables lie below that register.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Field, Model

AnyField = TypeVar("AnyField", bound="Field[Any, Any]")
_ATTRIBUTE = "kept_for"


def personal(field: AnyField, *purposes: str) -> AnyField:
    """Return the field, declared to hold personal data for these purposes (Art. 5(1)(b) GDPR)."""
    if not purposes:
        raise ValueError("personal data without a purpose may not be kept")
    setattr(field, _ATTRIBUTE, tuple(str(purpose) for purpose in purposes))
    return field


def purposes_of(model: type[Model]) -> dict[str, tuple[str, ...]]:
    """Return the purposes of each field of the model that holds personal data, by field name."""
    return {
        field.name: getattr(field, _ATTRIBUTE)
        for field in model._meta.get_fields()
        if hasattr(field, _ATTRIBUTE)
    }
