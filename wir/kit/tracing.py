"""A random id for each request, so that its answer, its lines in the trail and in the log can be laid together."""

from __future__ import annotations

import logging
import time
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


class MomentsInUtc(logging.Formatter):
    """Writes moments in UTC and says so (RFC 3339), whatever the clock of the machine shows."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"


class RequestIdFilter(logging.Filter):
    """Puts ``request_id`` and ``actor`` (the id of who is signed in) into each record, ``-`` where there is none."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)  # Django logs a 404 when all is over
        record.request_id = str(_request.get() or getattr(request, "request_id", None) or "-")
        record.actor = str(getattr(getattr(request, "actor", None), "id", None) or "-")
        return True
