"""Writers and sealer keep out of each other's way, and nobody but the database seals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from uuid import UUID

import psycopg
import pytest
from django.db import ProgrammingError, connection
from psycopg import sql

from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.ids import new_id
from wir.privacy import actions, queries
from wir.privacy.cli import check
from wir.privacy.tests.make import seal_all, write_lines

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def network() -> UUID:
    return new_id()


@pytest.fixture
def app_connections(network: UUID) -> Iterator[Callable[[], psycopg.Connection[tuple[object, ...]]]]:
    """More connections as the app role, each told that it is a machine of the network."""
    settings = connection.settings_dict
    with ExitStack() as stack:

        def connect() -> psycopg.Connection[tuple[object, ...]]:
            opened = stack.enter_context(
                psycopg.connect(
                    dbname=settings["NAME"],
                    host=settings["HOST"],
                    port=settings["PORT"],
                    user=settings["USER"],
                    password=settings["PASSWORD"],
                )
            )
            opened.execute("set lock_timeout = '1ms'")  # whoever would have to wait fails instead
            opened.execute(
                "select set_config('wir.kind', 'job', false), set_config('wir.networks', %s, false)",
                [f"{{{network}}}"],
            )
            return opened

        yield connect


def test_eight_writers_in_one_network_and_a_sealer_do_not_wait_for_each_other(
    network: UUID, app_connections: Callable[[], psycopg.Connection[tuple[object, ...]]]
) -> None:
    insert = sql.SQL(
        "insert into privacy_auditentry (id, at, kind, network_id, actor_kind, role, purpose, verb, detail)"
        " values (%s, now(), 'act', %s, 'job', '', 'security', 'network.founded', '{}')"
    )
    writers = [app_connections() for _ in range(8)]
    for _ in range(3):  # all transactions stay open meanwhile: each has written, none has committed
        for writer in writers:
            writer.execute(insert, [new_id(), network])
        assert seal_all(network) == 0
    waiting = writers[0].execute("select count(*) from pg_locks where not granted").fetchone()
    for writer in reversed(writers):
        writer.commit()

    assert waiting == (0,)
    assert seal_all(network) == 24
    assert check(network) == (24, [])


FORBIDDEN = (
    "update privacy_auditentry set verb = 'x'",
    "delete from privacy_auditentry",
    "truncate privacy_auditentry",
    "insert into privacy_auditseal select gen_random_uuid(), gen_random_uuid(), 1, '', now(), '1'",
    "update privacy_auditseal set number = 9",
    "delete from privacy_auditseal",
    "update privacy_inquiry set reason = ''",
    "update network_breakglass set reason = ''",
    "delete from network_breakglass",
)


def test_the_app_role_may_add_lines_and_nothing_else(
    network: UUID, app_connections: Callable[[], psycopg.Connection[tuple[object, ...]]]
) -> None:
    write_lines(network, 1)
    seal_all(network)
    app = app_connections()
    app.commit()

    for command in FORBIDDEN:
        with pytest.raises(psycopg.errors.InsufficientPrivilege), app.transaction():
            app.execute(command.encode())

    assert check(network) == (1, [])


def test_only_a_job_seals(network: UUID) -> None:
    write_lines(network, 1)
    user = Actor(kind=ActorKind.USER, id=new_id(), networks=(network,))

    with pytest.raises(ProgrammingError, match="sealed by a job"), acting(user):
        actions.seal(chain=network, most=10, actor=user)

    assert queries.tail(network).waiting == 1
