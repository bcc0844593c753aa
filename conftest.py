"""The database of the suite, and the cast of ``tests/cast.py``.

The owner creates, migrates and empties; every statement under test runs as the app role, behind the walls.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.core.management import call_command
from django.db import connection
from django.db.models import QuerySet
from django.test import TransactionTestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from psycopg import conninfo, sql

from wir.cli.database import grant_to_app
from wir.cli.postgres import Cluster
from wir.kit import compiled
from wir.kit.sealing import new_key

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

pytest_plugins = ["tests.cast"]

# how quick the machine is says nothing about the code
hypothesis_settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("patient")

_clusters: list[Cluster] = []


def pytest_configure(config: pytest.Config) -> None:
    """Start a throwaway server unless one is given; workers of xdist inherit its addresses."""
    if "DATABASE_URL" not in os.environ:
        cluster = Cluster(Path(tempfile.mkdtemp(prefix="wir-test-")), throwaway=True)
        cluster.start()
        _clusters.append(cluster)
        os.environ["DATABASE_URL"] = cluster.url("app")
        os.environ["DATABASE_OWNER_URL"] = cluster.url("owner")
    connection.settings_dict.update(_settings_of(os.environ["DATABASE_URL"]))
    settings.WIR_KEYS = new_key()
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns where it is missing


@pytest.fixture(autouse=True)
def compiled_queries_say_what_django_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each compiled query is built anew beside it: the same SQL with the same values."""

    def compare(queryset: QuerySet[Any], kept: compiled.Statement | None) -> None:
        try:
            sql, params = queryset.query.get_compiler(using=queryset.db).as_sql()
        except EmptyResultSet:
            assert kept is None
        else:
            assert kept == (sql, tuple(params))

    monkeypatch.setattr(compiled, "check", compare)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Whoever started the server stops it."""
    while _clusters:
        _clusters.pop().stop()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Make a database for this worker as the owner, migrate it, then go on as the app role."""
    name = f"wir_test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    app_url, owner_url = os.environ["DATABASE_URL"], os.environ["DATABASE_OWNER_URL"]
    with psycopg.connect(owner_url, autocommit=True) as server:
        server.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
        server.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    owner_here = conninfo.make_conninfo(owner_url, dbname=name)
    with django_db_blocker.unblock():
        connection.settings_dict.update(_settings_of(owner_here))
        _migrate()
        connection.close()
    grant_to_app(owner_here)
    connection.settings_dict.update(_settings_of(conninfo.make_conninfo(app_url, dbname=name)))
    _empty_as_owner(owner_here)
    yield
    with django_db_blocker.unblock():
        connection.close()
    # a thread may have left a connection of the app role, which the owner may not end
    with psycopg.connect(app_url, autocommit=True) as server:
        server.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", [name])
    with psycopg.connect(owner_url, autocommit=True) as server:
        server.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


@pytest.fixture
def owner_url() -> str:
    """Where the owner finds this worker's database."""
    return conninfo.make_conninfo(
        os.environ["DATABASE_OWNER_URL"], dbname=str(connection.settings_dict["NAME"])
    )


TELLS = "set_config('wir.kind'"


@pytest.fixture
def queries_stay_flat() -> Callable[[Callable[[], object], Callable[[], object]], None]:
    """Check that a page costs the same number of queries, at most twelve, however many rows it shows."""

    def check(load: Callable[[], object], add_row: Callable[[], object], *, at_most: int = 12) -> None:
        add_row()
        load()  # warms what is cached for the whole process
        counts = []
        for _ in range(3):
            with CaptureQueriesContext(connection) as captured:
                load()
            asked = [one["sql"] for one in captured if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
            # the actor of before is told again only because a test runs in a transaction of its own
            told = sum(TELLS in sql for sql in asked)
            counts.append(len(asked) - max(0, told - 1))
            add_row()
        assert len(set(counts)) == 1, f"queries grow with the rows: {counts}"
        assert counts[0] <= at_most, f"{counts[0]} queries, at most {at_most}"

    return check


def _settings_of(url: str) -> dict[str, Any]:
    parts = conninfo.conninfo_to_dict(url)
    return {
        "NAME": parts["dbname"],
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
    }


def _migrate() -> None:
    call_command("migrate", verbosity=0)


def _empty_as_owner(owner_here: str) -> None:
    """Let transactional tests empty the tables as the owner: the app role may not truncate."""
    with psycopg.connect(owner_here) as owner:
        rows = owner.execute(
            "select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not in"
            " ('django_migrations', 'django_content_type', 'auth_permission')"
        ).fetchall()
    tables = ", ".join(row[0] for row in rows)

    def _fixture_teardown(self: TransactionTestCase) -> None:
        connection.close()
        with psycopg.connect(owner_here, autocommit=True) as owner:
            owner.execute(f"truncate {tables} cascade".encode())

    monkey = pytest.MonkeyPatch()
    monkey.setattr(TransactionTestCase, "_fixture_teardown", _fixture_teardown)
