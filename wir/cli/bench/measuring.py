"""Pages over HTTP: how long they take one client, how many of them eight clients get, beside the bare work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from statistics import median, quantiles

from wir.cli.bench.client import Client, NotAnswered, Reply
from wir.cli.bench.figures import Figure
from wir.cli.bench.pages import ADVISOR, OK, PAGE_GOAL, QUERIES_GOAL, ROLES, Page, Recorded, Role

TIMES, FIRST = 50, 12
"""Requests that are measured, and those before: each thread of each worker opens its connection."""
CLIENTS, SECONDS = 8, 8.0
REDIRECT = 302
THROUGHPUT_GOAL = 0.6


@dataclass(slots=True)
class Target:
    """Ports of the site and, beside it, of the bare and the plain pages; sessions by role."""

    site: int
    bare: int
    plain: int
    password: str
    sessions: dict[Role, dict[str, str]] = field(default_factory=dict)

    def client(self, role: Role) -> Client:
        """Return a client signed in as somebody of that role."""
        if role not in self.sessions:
            first = Client(self.site)
            first.sign_in(role.email, self.password)
            first.close()
            self.sessions[role] = first.cookies
        return Client(self.site, self.sessions[role])


def page_figures(target: Target, page: Page, recorded: Recorded) -> Iterator[Figure]:
    """Measure one page: median beside the bare page, 95th percentile, queries."""
    client, bare = target.client(page.role), Client(target.bare)
    taken = _taken(lambda _: client.get(page.path), page.status)
    yardstick = median(_taken(lambda _: bare.get(f"/{page.word}/"), OK))
    role = page.role.name
    name = page.name if page.status == OK else f"{page.name} ({page.status})"
    yield Figure(
        page.area, f"{name}: median", role, _rounded(median(taken)), "ms", page.goal, _rounded(yardstick)
    )
    yield Figure(page.area, f"{name}: p95", role, _rounded(_p95(taken)), "ms")
    yield Figure(page.area, f"{name}: queries", role, recorded.queries, "queries", QUERIES_GOAL)


def saving_figures(
    target: Target, cases: list[str], recorded: Recorded, fields: dict[str, str]
) -> Iterator[Figure]:
    """Measure the saving of a contact, each time for another person."""
    client = target.client(ADVISOR)
    client.get(f"/faelle/{cases[0]}/kontakte/")
    taken = _taken(
        lambda turn: client.post(f"/faelle/{cases[turn % len(cases)]}/kontakte/", fields), REDIRECT
    )
    role = ADVISOR.name
    yield Figure("counselling", "save a contact: median", role, _rounded(median(taken)), "ms", PAGE_GOAL)
    yield Figure("counselling", "save a contact: p95", role, _rounded(_p95(taken)), "ms")
    yield Figure("counselling", "save a contact: queries", role, recorded.queries, "queries", QUERIES_GOAL)


def contact(day: date) -> dict[str, str]:
    """Return what the form says about a conversation."""
    return {
        "on": day.isoformat(),
        "minutes": "45",
        "mode": "in_person",
        "language": "ar",
        "topics": "job_search",
        "note": "Lebenslauf durchgesehen, Termin beim Betrieb vorbereitet.",
    }


def throughput_figures(target: Target, caseload: dict[Role, Page]) -> Iterator[Figure]:
    """Measure how many caseload lists eight clients get in a second, beside the plain page in the same run."""
    for role in ROLES:
        page = caseload[role]
        target.client(role).close()
        cookies = target.sessions[role]
        alone = _per_second(target.bare, f"/{page.word}/", {})
        plain = _per_second(target.plain, f"/plain/{page.word}/", cookies)
        site = _per_second(target.site, page.path, cookies)
        yield Figure(
            "desk", "caseload: eight clients", role.name, _rounded(site), "a second", THROUGHPUT_GOAL, _rounded(plain),
            at_least=True,
        )  # fmt: skip
        yield Figure("desk", "its SQL alone: eight clients", role.name, _rounded(alone), "a second")


def empty_page(target: Target) -> Figure:
    """Measure what HTTP, server and client take by themselves."""
    client = Client(target.bare)
    return Figure(
        "kit", "empty page: median", "", _rounded(median(_taken(lambda _: client.get("/"), OK))), "ms"
    )


def _taken(ask: Callable[[int], Reply], expected: int) -> list[float]:
    replies = [ask(turn) for turn in range(FIRST + TIMES)]
    others = {reply.status for reply in replies} - {expected}
    if others:
        raise NotAnswered(f"answered {others}, expected {expected}")
    return [reply.milliseconds for reply in replies[FIRST:]]


def _per_second(port: int, path: str, cookies: dict[str, str]) -> float:
    def ask_until(end: float) -> int:
        client = Client(port, cookies)
        count = 0
        while time.perf_counter() < end:
            count += client.get(path).status == OK
        client.close()
        return count

    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(ask_until, [time.perf_counter() + 1] * CLIENTS))
        counts = list(clients.map(ask_until, [time.perf_counter() + SECONDS] * CLIENTS))
    return sum(counts) / SECONDS


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def _rounded(value: float) -> float:
    return round(value, 1)
