"""Queries whose SQL is put together once per process instead of once per page.

Django builds the SQL of a query anew each time it is asked; on a page of ten queries over wide rows that is a third of
the work. A function marked with :func:`compiled` builds its query once for each *shape* of its arguments, with
stand-ins in their places; afterwards only the values change::

    @compiled
    def stays_of(actor: Actor, person_id: UUID) -> QuerySet[Stay]:
        return Stay.objects.visible_to(actor).filter(person_id=person_id)

    stays_of(actor, person_id)  # a list, read now
    stays_of.count(actor, person_id)  # how many rows there are

So the function must hand on ids, days, moments and words as they are: it may ask whether there are any, and how many,
but never look at them; so too with those in lists and in dataclasses such as the actor. Whatever else it gets
(numbers, flags, enumerations) belongs to the shape. In the tests every
such query is built both ways and compared (``conftest.py``); see docs/decisions/0026-compiled-queries.md.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import update_wrapper
from itertools import count
from typing import Any, Generic, ParamSpec, TypeVar
from uuid import UUID, uuid4

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

Asking = ParamSpec("Asking")
Row = TypeVar("Row")
Statement = tuple[str, tuple[Any, ...]]

SHAPES = 200
"""Shapes kept of each function; the oldest goes first."""
_DAYS = count(1)
_COUNT = "select count(*) from ({}) as counted"

check: Callable[[QuerySet[Any], Statement | None], None] | None = None
"""Set by the tests: gets the query built anew, and the statement that was kept for it."""


class NotCompilable(TypeError):
    """The function does not hand an argument on as it came."""


class Compiled(Generic[Asking, Row]):
    """A function that reads the rows of the query made by ``build``, and compiles it once for each shape."""

    def __init__(self, build: Callable[Asking, QuerySet[Any, Row]]) -> None:
        update_wrapper(self, build)
        self._build = build
        self._known: dict[Any, _Kept | None] = {}

    def __call__(self, *args: Asking.args, **kwargs: Asking.kwargs) -> list[Row]:
        """Return the rows, read now."""
        kept, values = self._asked(args, kwargs)
        return kept.read(values) if kept else []

    def count(self, *args: Asking.args, **kwargs: Asking.kwargs) -> int:
        """Return how many rows there are, counted in the database."""
        kept, values = self._asked(args, kwargs)
        return kept.count(values) if kept else 0

    def _asked(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[_Kept | None, list[Any]]:
        given = (*args, *kwargs.values())
        shape = (len(args), *kwargs, *map(_shape, given))
        if shape not in self._known:
            if len(self._known) >= SHAPES:
                self._known.pop(next(iter(self._known)), None)
            self._known[shape] = _kept(self._build, args, kwargs)
        kept, values = self._known.get(shape), list(_values(given))
        if check is not None:
            check(self._build(*args, **kwargs), kept.statement(values) if kept else None)
        return kept, values


def compiled(build: Callable[Asking, QuerySet[Any, Row]]) -> Compiled[Asking, Row]:
    """Return the query function, compiled."""
    return Compiled(build)


class _Kept:
    """One query, compiled, with the places where values go."""

    def __init__(self, queryset: QuerySet[Any, Any], stand_ins: list[Any]) -> None:
        self._queryset = queryset
        self._compiler = queryset.query.get_compiler(using=queryset.db)
        self._sql, params = self._compiler.as_sql()
        self._converters = self._compiler.get_converters([one[0] for one in self._compiler.select])
        places = {value: _Place(number) for number, value in enumerate(stand_ins)}
        self._params = [_marked(value, places) for value in params]
        self.lost = [value for value, place in places.items() if place not in self._params]

    @property
    def fetches_apart(self) -> bool:
        """Whether further queries hang on this one (``prefetch_related``)."""
        return bool(vars(self._queryset)["_prefetch_related_lookups"])

    def statement(self, values: list[Any]) -> Statement:
        """Return the SQL and its parameters for these values."""
        return self._sql, tuple(_filled(value, values) for value in self._params)

    def read(self, values: list[Any]) -> list[Any]:
        """Ask the database with these values where the stand-ins were."""
        statement = self.statement(values)
        compiler = copy.copy(self._compiler)
        vars(compiler).update(
            connection=connections[self._queryset.db],
            as_sql=lambda *_args, **_kwargs: statement,
            get_converters=lambda _expressions: self._converters,
        )
        query = copy.copy(self._queryset.query)
        vars(query).update(get_compiler=lambda *_args, **_kwargs: compiler)
        queryset: QuerySet[Any, Any] = object.__new__(type(self._queryset))
        vars(queryset).update(vars(self._queryset), _query=query)
        return list(queryset)

    def count(self, values: list[Any]) -> int:
        """Count the rows with these values where the stand-ins were."""
        sql, params = self.statement(values)
        with connections[self._queryset.db].cursor() as cursor:
            cursor.execute(_COUNT.format(sql), params)
            (number,) = cursor.fetchone()
        return int(number)


@dataclass(frozen=True, slots=True)
class _Place:
    """Stands where the value of this number goes."""

    number: int


def _marked(value: Any, places: dict[Any, _Place]) -> Any:
    if isinstance(value, list):
        return [_marked(one, places) for one in value]
    return places.get(value, value) if isinstance(value, _VALUES) else value


def _filled(value: Any, values: list[Any]) -> Any:
    if isinstance(value, _Place):
        return values[value.number]
    return [_filled(one, values) for one in value] if isinstance(value, list) else value


def _kept(
    build: Callable[..., QuerySet[Any, Any]], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> _Kept | None:
    """Compile the query with stand-ins; None where it has no rows, whatever the values."""
    stand_in_args = [_stand_in(value) for value in args]
    stand_in_kwargs = {name: _stand_in(value) for name, value in kwargs.items()}
    given = (*stand_in_args, *stand_in_kwargs.values())
    try:
        query = _Kept(build(*stand_in_args, **stand_in_kwargs), list(_values(given)))
    except EmptyResultSet:
        return None
    if query.fetches_apart:
        raise NotCompilable(f"{build.__name__} fetches rows apart, with values that would stay in it")
    lost = [value for value in given if _is_value(value) and value in query.lost]
    if lost:
        raise NotCompilable(f"{build.__name__} looks at what it was given instead of handing it on: {lost}")
    return query


def _is_value(value: Any) -> bool:
    return isinstance(value, _VALUES) and not isinstance(value, Enum)


def _shape(value: Any) -> Any:
    """Return what of an argument decides how the query looks."""
    if names := _names(type(value)):
        return type(value), *(_shape(getattr(value, name)) for name in names)
    if isinstance(value, list | tuple):
        return type(value), len(value)
    return type(value) if _is_value(value) else value


def _values(given: Iterable[Any]) -> Iterator[Any]:
    """Yield the values in the arguments, in the same order for the same shape."""
    for value in given:
        if names := _names(type(value)):
            yield from _values(getattr(value, name) for name in names)
        elif isinstance(value, list | tuple):
            yield from value
        elif _is_value(value):
            yield value


def _stand_in(value: Any) -> Any:
    """Return something of the same kind that is nowhere else."""
    if names := _names(type(value)):
        return replace(value, **{name: _stand_in(getattr(value, name)) for name in names})
    if isinstance(value, list | tuple):
        return type(value)(map(_stand_in, value))
    for kind, make in _MAKE.items():
        if isinstance(value, kind) and _is_value(value):
            return make()
    return value


def _names(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass; nothing else has any."""
    if kind not in _fields:
        _fields[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return _fields[kind]


_fields: dict[type, tuple[str, ...]] = {}


_MAKE: dict[type, Callable[[], Any]] = {
    UUID: uuid4,
    datetime: lambda: datetime(1, 1, 1, tzinfo=UTC) + timedelta(days=next(_DAYS)),
    date: lambda: date(1, 1, 1) + timedelta(days=next(_DAYS)),
    str: lambda: uuid4().hex,
}
_VALUES = tuple(_MAKE)
