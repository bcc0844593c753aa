"""Who is asking: the one place that tells the database.

Row-level security compares each row with these settings, so a query that forgets its filter still sees
only what its actor may see, and a query without an actor sees nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection, transaction

from wir.kit.ids import new_id

if TYPE_CHECKING:
    from django.http import HttpRequest


class ActorKind(StrEnum):
    """What kind of somebody asks."""

    USER = "user"
    JOB = "job"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks, and how far they reach on the day of asking.

    ``networks`` they belong to at all; ``overseen`` networks whose anchors, stays and figures they may read;
    ``projects`` whose files they work in; ``subjects`` people released to them; ``team`` people in whose case
    team they are, which opens counselling notes; ``audited`` networks and ``audited_carriers`` carriers whose
    trail they may read. ``roles`` only shape the menu: access is never decided by them.
    """

    kind: ActorKind
    id: UUID | None = None
    networks: tuple[UUID, ...] = ()
    overseen: tuple[UUID, ...] = ()
    carriers: tuple[UUID, ...] = ()
    projects: tuple[UUID, ...] = ()
    subjects: tuple[UUID, ...] = ()
    team: tuple[UUID, ...] = ()
    audited: tuple[UUID, ...] = ()
    audited_carriers: tuple[UUID, ...] = ()
    roles: frozenset[str] = frozenset()


NOBODY = Actor(kind=ActorKind.PUBLIC)

_acting: ContextVar[Actor | None] = ContextVar("acting", default=None)

_TELL = """
select set_config('wir.kind', %s, true), set_config('wir.actor', %s, true),
       set_config('wir.networks', %s, true), set_config('wir.overseen', %s, true),
       set_config('wir.carriers', %s, true), set_config('wir.projects', %s, true),
       set_config('wir.subjects', %s, true), set_config('wir.team', %s, true),
       set_config('wir.audited', %s, true), set_config('wir.audited_carriers', %s, true),
       set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)
"""


@contextmanager
def acting(actor: Actor) -> Iterator[Actor]:
    """Run the block in one transaction as this actor; afterwards the actor of before asks again.

    Settings are local to the transaction: after its end nobody is asking. Inside an outer transaction they would
    outlive the block, so there the actor of before is told again.
    """
    before = _acting.get()
    if before is None and connection.in_atomic_block:
        before = NOBODY
    with transaction.atomic():
        tell_database(actor)
        token = _acting.set(actor)
        try:
            yield actor
        finally:
            _acting.reset(token)
            if before is not None and not connection.needs_rollback:
                tell_database(before)


def tell_database(actor: Actor) -> None:
    """Set the actor for the rest of the current transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("an actor needs a transaction: outside one the setting is lost at once")
    who = str(actor.id) if actor.id else ""
    with connection.cursor() as cursor:
        cursor.execute(
            _TELL,
            [
                actor.kind.value,
                who,
                _array(actor.networks),
                _array(actor.overseen),
                _array(actor.carriers),
                _array(actor.projects),
                _array(actor.subjects),
                _array(actor.team),
                _array(actor.audited),
                _array(actor.audited_carriers),
                str(new_id()),
                f'{{"kind": "{actor.kind.value}", "actor": "{who}"}}',
            ],
        )


def attach(actor: Actor, request: HttpRequest) -> None:
    """Let the views of this request know who asks."""
    vars(request)["actor"] = actor


def actor_of(request: HttpRequest) -> Actor:
    """Return who asks in this request; the middleware has put it there."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise TypeError("the request passed no acting middleware")
    return actor


def _array(ids: Iterable[UUID]) -> str:
    return "{" + ",".join(str(one) for one in ids) + "}"
