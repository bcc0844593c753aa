"""Which purpose keeps which field; an erasure is driven by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model

from wir.kit.purposes import purposes_of, subject_path
from wir.privacy.rules import Purpose


@dataclass(frozen=True, slots=True)
class KeptField:
    """A field with personal data of one table."""

    model: type[Model]
    field: str


def purposes_that_keep(model: type[Model], field: str) -> tuple[Purpose, ...]:
    """Return the purposes a field is kept for; none for a field without personal data.

    The field is erased when the last of them has ended (Art. 5(1)(e) GDPR).
    """
    return tuple(Purpose(code) for code in purposes_of(model).get(field, ()))


def fields_to_erase(ended: Iterable[Purpose]) -> list[KeptField]:
    """Return the fields that nothing keeps any more, once these purposes have ended for a subject."""
    over = {purpose.value for purpose in ended}
    return [
        KeptField(model, field)
        for model in apps.get_models()
        for field, purposes in purposes_of(model).items()
        if set(purposes) <= over
    ]


def history_kept() -> dict[str, dict[str, Any]]:
    """Return per table of history whose column it goes by and what each of its fields is kept for.

    Tables whose rows belong to nobody in particular are left out: no order is about them.
    """
    return {
        model._meta.db_table: {
            "subject": subject_path(model),
            "fields": {
                field.column: kept[field.name] for field in model._meta.concrete_fields if field.name in kept
            },
        }
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model") and (kept := purposes_of(model)) and subject_path(model)
    }


def tables_kept_for(purpose: Purpose) -> dict[str, list[str]]:
    """Return the fields kept for a purpose by table, without history, which follows its table."""
    found: dict[str, list[str]] = {}
    for model in apps.get_models():
        names = [field for field, codes in purposes_of(model).items() if purpose.value in codes]
        if names and not hasattr(model, "pgh_tracked_model"):
            found[model._meta.label] = names
    return found
