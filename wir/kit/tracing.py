"""A random id for each request, so that its answer, its lines in the trail and in the log can be laid together."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID, uuid4

_request: ContextVar[UUID | None] = ContextVar("request", default=None)


def request_id() -> UUID | None:
    """Return the id of the request that is being answered; None in commands and jobs."""
    return _request.get()


@contextmanager
def tracing() -> Iterator[UUID]:
    """Give the block an id of its own; what the caller sent as one is never taken over."""
    fresh = uuid4()
    token = _request.set(fresh)
    try:
        yield fresh
    finally:
        _request.reset(token)


class RequestIdFilter(logging.Filter):
    """Puts ``request_id`` into each record, ``-`` outside a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        told = getattr(
            getattr(record, "request", None), "request_id", None
        )  # Django logs a 404 when all is over
        record.request_id = str(_request.get() or told or "-")
        return True
