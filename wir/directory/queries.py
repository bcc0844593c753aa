"""Finding organisations; they are public facts, the same for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from wir.directory.models import Organisation

if TYPE_CHECKING:
    from django.db.models import QuerySet


def search_organisations(words: str, *, limit: int = 10) -> QuerySet[Organisation]:
    """Return organisations whose name or place holds every word, by name; none for no words."""
    parts = words.split()
    found = Organisation.objects.all() if parts else Organisation.objects.none()
    for word in parts:
        found = found.filter(Q(name__icontains=word) | Q(place__icontains=word))
    return found.order_by("name", "postcode", "kind")[:limit]
