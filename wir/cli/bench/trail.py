"""The trail: what a line of reading adds to a page, and how fast a chain is sealed and checked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median
from unittest.mock import patch
from uuid import UUID

from django.db import connection

from wir.cli.bench.figures import Figure
from wir.cli.bench.pages import ADVISOR, Recorder
from wir.kit.acting import Actor, ActorKind, acting
from wir.privacy import actions
from wir.privacy.cli import check
from wir.privacy.tasks import PORTION

TIMES, FIRST = 60, 10
SHARE_GOAL, ROWS_GOAL = 10.0, 50_000.0


def reading_figure(recorder: Recorder, path: str) -> Figure:
    """Measure a case file with and without its line, in turn, in this process; the share is of the whole page."""
    client = recorder.client(ADVISOR)
    with_line, without = [], []
    for turn in range(FIRST + TIMES):
        taken = _milliseconds(lambda: client.get(path))
        with patch("wir.privacy.actions.note_reading"):
            bare = _milliseconds(lambda: client.get(path))
        if turn >= FIRST:
            with_line.append(taken)
            without.append(bare)
    share = (median(with_line) - median(without)) / median(with_line) * 100
    return Figure(
        "privacy", "line of reading, share of the case file", ADVISOR.name, round(share, 1), "%", SHARE_GOAL
    )


def chain_figures(chain: UUID) -> Iterator[Figure]:
    """Seal what is left of a network's chain, then check all of it."""
    begun, sealed = time.perf_counter(), 0
    while True:
        with acting(Actor(kind=ActorKind.JOB)) as actor:
            portion = actions.seal(chain=chain, most=PORTION, actor=actor)
        sealed += portion
        if portion < PORTION:
            break
    if sealed:  # the bench keeps its database: the second run finds the chain sealed
        yield Figure(
            "privacy", "chain sealed", "job", round(sealed / (time.perf_counter() - begun)), "rows a second"
        )
    begun = time.perf_counter()
    checked, findings = check(chain)
    if findings:
        raise ValueError(f"the chain of the bench does not hold: {findings[:3]}")
    speed = round(checked / (time.perf_counter() - begun))
    yield Figure(
        "privacy",
        f"chain checked, {checked:,} rows",
        "job",
        speed,
        "rows a second",
        1.0,
        ROWS_GOAL,
        at_least=True,
    )


def largest_chain() -> UUID:
    """Return the network with the most lines."""
    with acting(Actor(kind=ActorKind.JOB)), connection.cursor() as cursor:
        cursor.execute("select chain from privacy_chains()")
        counted = [(_lines_of(chain), chain) for (chain,) in cursor.fetchall()]
    _, largest = max(counted)
    return UUID(str(largest))


def _lines_of(chain: UUID) -> int:
    with acting(Actor(kind=ActorKind.JOB, networks=(chain,))), connection.cursor() as cursor:
        cursor.execute("select count(*) from privacy_auditentry where network_id = %s", [chain])
        (count,) = cursor.fetchone()
    return int(count)


def _milliseconds(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000
