"""Addresses of pages, worked out once per process: a page of lists leads to dozens of them.

Finding an address anew for each row would take longer than writing the row. The ids are put in afterwards::

    address("desk:case", person_id)
"""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from django.urls import reverse


def address(name: str, *args: UUID | str) -> str:
    """Return the address of the page of that name; what is no id belongs to the page. Raises NoReverseMatch."""
    found = _with_places(
        name, *(_PLACES[number] if isinstance(one, UUID) else one for number, one in enumerate(args))
    )
    for place, one in zip(_PLACES, args, strict=False):
        found = found.replace(place, str(one))
    return found


_PLACES = tuple(f"00000000-0000-4000-8000-00000000000{number}" for number in range(8))


@lru_cache(maxsize=512)
def _with_places(name: str, *args: str) -> str:
    return reverse(name, args=args)
