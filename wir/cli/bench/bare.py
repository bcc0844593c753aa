"""The yardstick: pages that do nothing but run the SQL that a page of the house has run.

A WSGI application of its own, so that server, workers, connections and machine are the same. ``/`` is empty.
"""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import psycopg

if TYPE_CHECKING:
    from wsgiref.types import WSGIEnvironment

RECORDED = "WIR_BENCH_SQL"
"""Names the variable that holds the file of recorded statements: lists by page."""


_KEY = re.compile(r"(^INSERT .*? VALUES \('|^INSERT .*? SELECT ')[0-9a-f-]{32,36}")


class _Own(threading.local):
    """Each thread has a connection of its own, as in the house."""

    connection: psycopg.Connection[tuple[Any, ...]] | None = None


_own = _Own()
_recorded: dict[str, list[str]] = (
    json.loads(Path(os.environ[RECORDED]).read_text()) if RECORDED in os.environ else {}
)


def application(
    environ: WSGIEnvironment, start_response: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    """Run the statements recorded for the page and answer with how many rows they gave."""
    rows = _run(recorded_statements(environ["PATH_INFO"].strip("/")))
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{rows}\n".encode()]


def recorded_statements(word: str) -> list[str]:
    """Return what the page of that name asks the database, in order; a row that is added gets an id of its own."""
    return [_KEY.sub(f"\\g<1>{uuid4()}", statement, count=1) for statement in _recorded.get(word, [])]


def _run(statements: list[str]) -> int:
    if not statements:
        return 0
    if _own.connection is None:
        # Statements differ in their values each time in the house; preparing them would be a head start.
        _own.connection = psycopg.connect(
            os.environ["DATABASE_URL"],
            autocommit=True,
            prepare_threshold=None,
            cursor_factory=psycopg.ClientCursor,
        )
    count = 0
    for statement in statements:
        cursor = _own.connection.execute(statement.encode())
        if cursor.description is not None:
            count += len(cursor.fetchall())
    return count
