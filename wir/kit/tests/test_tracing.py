"""A line of the log can be laid beside the trail: when, who, in which request."""

from __future__ import annotations

import logging
from types import SimpleNamespace

from wir.kit.ids import new_id
from wir.kit.tracing import MomentsInUtc, RequestIdFilter, tracing


def _line(**extra: object) -> str:
    record = logging.makeLogRecord(
        {"msg": "Not Found: /faelle/1/", "created": 1795503600.5, "msecs": 500.0, **extra}
    )
    RequestIdFilter().filter(record)
    return MomentsInUtc("%(asctime)s %(request_id)s %(actor)s %(message)s").format(record)


def test_a_line_of_the_log_says_when_in_utc_who_and_in_which_request() -> None:
    actor = SimpleNamespace(id=new_id())
    with tracing() as request_id:
        line = _line(request=SimpleNamespace(actor=actor))

    assert line == f"2026-11-24T07:00:00.500Z {request_id} {actor.id} Not Found: /faelle/1/"
    assert _line() == "2026-11-24T07:00:00.500Z - - Not Found: /faelle/1/"
