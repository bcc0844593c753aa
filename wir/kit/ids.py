"""Ids: UUIDv7 (RFC 9562), made in Python so that PostgreSQL 15 suffices; they sort by the time they were made."""

from uuid import UUID

from uuid6 import uuid7


def new_id() -> UUID:
    """Return a new id."""
    return UUID(int=uuid7().int)


def id_or_none(text: str) -> UUID | None:
    """Return the id that somebody sent, or None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
