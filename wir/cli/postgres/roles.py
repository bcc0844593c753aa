"""The roles of the embedded server.

``wir_owner`` owns the database and migrates it; ``wir_app`` owns nothing, is no member of the owner and
cannot bypass row-level security. The superuser is used here and nowhere else.
"""

from collections.abc import Mapping

import psycopg
from psycopg import sql

OWNER = "wir_owner"
APP = "wir_app"
_HARMLESS = sql.SQL("NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION NOINHERIT")


def create_roles_and_database(superuser_url: str, *, database: str, passwords: Mapping[str, str]) -> None:
    """Create what is missing; safe to repeat.

    ``passwords`` names one for ``owner`` and one for ``app``. The three extensions the house needs are
    trusted ones, so the owner creates them in a migration: the same on every server.
    """
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        # CREATEDB: the owner creates the database of the tests.
        _create_role(connection, OWNER, passwords["owner"], sql.SQL("CREATEDB"))
        _create_role(connection, APP, passwords["app"], sql.SQL("NOCREATEDB"))
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if known is None:
            name, owner = sql.Identifier(database), sql.Identifier(OWNER)
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owner))


def _create_role(
    connection: psycopg.Connection[tuple[object, ...]], name: str, password: str, extra: sql.SQL
) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    command = sql.SQL("CREATE ROLE {} LOGIN" if known is None else "ALTER ROLE {} LOGIN").format(
        sql.Identifier(name)
    )
    options = sql.SQL(" ").join([_HARMLESS, extra, sql.SQL("PASSWORD {}").format(sql.Literal(password))])
    connection.execute(sql.SQL(" ").join([command, options]))
