"""How often somebody may ask: counted in PostgreSQL, so that it holds across processes and machines.

A view is marked with ``@limited(SEARCH)``; the middleware counts before the transaction of the request is opened, so
that a refused or failed request has been counted all the same. Who asks is kept as a keyed hash only.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.crypto import salted_hmac

from wir.kit import refusals
from wir.kit.addresses import address_of

Asking = ParamSpec("Asking")
Answered = TypeVar("Answered")
_MARK = "wir_rate"


@dataclass(frozen=True, slots=True)
class Rate:
    """``most`` requests at once, which come back evenly over ``within``; ``methods`` are those that count."""

    name: str
    most: int
    within: timedelta
    methods: frozenset[str] = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})


READING = frozenset({"GET", "HEAD"})
WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
PUBLIC = Rate("public", 300, timedelta(minutes=1))
"""Whoever is not signed in, by address: an office of fifty shares one."""
SIGN_IN = Rate("sign_in", 60, timedelta(minutes=10), WRITING)
SEARCH = Rate("search", 120, timedelta(minutes=1))
ANSWERS = Rate("search", 120, timedelta(minutes=1), READING)
"""Searches whose words are handed in first: what counts is the answer."""
EXPORT = Rate("export", 30, timedelta(minutes=30))
UPLOAD = Rate("upload", 30, timedelta(minutes=10), WRITING)
MACHINE = Rate("machine", 300, timedelta(minutes=1))

# Generic cell rate (ITU-T I.371): one moment per asker says when all that was asked will have been paid back.
# A refused request changes nothing, so that asking on does not lock out for longer.
_TAKE = """
with step as (
    select make_interval(secs => %(each)s) as each, make_interval(secs => %(within)s) as within,
           clock_timestamp() as now
)
insert into kit_rate as held (key, paid_at) select %(key)s, now + each from step
on conflict (key) do update set paid_at = greatest(held.paid_at, (select now from step)) + (select each from step)
where greatest(held.paid_at, (select now from step)) + (select each from step) <= (select now + within from step)
returning paid_at
"""
_WAIT = """
select extract(epoch from paid_at - clock_timestamp()) + %(each)s - %(within)s from kit_rate where key = %(key)s
"""


def limited(rate: Rate) -> Callable[[Callable[Asking, Answered]], Callable[Asking, Answered]]:
    """Mark a view: beyond the rate its readers get 429 with the seconds to wait."""

    def mark(view: Callable[Asking, Answered]) -> Callable[Asking, Answered]:
        @wraps(view)
        def marked(*args: Asking.args, **kwargs: Asking.kwargs) -> Answered:
            return view(*args, **kwargs)

        setattr(marked, _MARK, rate)
        return marked

    return mark


def rate_of(view: Callable[..., Any]) -> Rate | None:
    """Return the rate a view was marked with."""
    return getattr(view, _MARK, None)


def take(rate: Rate, who: str) -> int:
    """Count one request of somebody; return 0, or how many seconds to wait before the next one is let through."""
    within = rate.within.total_seconds()
    values: dict[str, str | float] = {"key": _key(rate, who), "each": within / rate.most, "within": within}
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, values)
        if cursor.fetchone() is not None:
            return 0
        cursor.execute(_WAIT, values)
        row = cursor.fetchone()
    return max(1, math.ceil(float(row[0]))) if row else 1


def forget_paid() -> int:
    """Remove the rows of everybody who has been quiet; return how many."""
    with connection.cursor() as cursor:
        cursor.execute("delete from kit_rate where paid_at < clock_timestamp()")
        return int(cursor.rowcount)


class RatesMiddleware:
    """Count what is marked, and everything of those who are not signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        seconds = _seconds_to_wait(request) if settings.RATE_LIMITS else 0
        return refusals.too_often(request, seconds=seconds) if seconds else self.get_response(request)


def _seconds_to_wait(request: HttpRequest) -> int:
    user = request.user
    rate = _marked(request)
    if user.is_authenticated:
        return take(rate, f"user {user.pk}") if rate else 0
    address = f"address {address_of(request)}"
    return take(PUBLIC, address) or (take(rate, address) if rate else 0)


def _marked(request: HttpRequest) -> Rate | None:
    try:
        rate = rate_of(resolve(request.path_info).func)
    except Resolver404:
        return None
    return rate if rate and request.method in rate.methods else None


def _key(rate: Rate, who: str) -> str:
    return salted_hmac("wir.kit.rates", f"{rate.name} {who}", algorithm="sha256").hexdigest()[:32]
