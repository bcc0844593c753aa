"""What only the database can refuse for certain, said as the refusal of an action."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction


@contextmanager
def refusing(constraint: str, refusal: Exception) -> Iterator[None]:
    """Run the block in a savepoint; raise ``refusal`` where it violates the constraint of that name, and no other."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as violation:
        if constraint not in str(violation):
            raise
        raise refusal from violation
