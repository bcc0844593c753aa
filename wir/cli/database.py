"""Where the database is, how it is brought up to date, and what the app role may do in it."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click
import psycopg
from psycopg import sql

from wir.cli.keys import keys_of
from wir.cli.postgres import Cluster, ClusterError

ROOT = Path(__file__).resolve().parents[2]
DATA_FOLDER = ROOT / ".local" / "run"

# History and audit are append-only for the app; pghistory's tables are known by their first column, not by a name.
# The list of migrations is the owner's: the app may look whether one is missing.
_TABLES = """
SELECT c.relname,
       CASE WHEN c.relname = 'django_migrations' THEN 'SELECT'
            WHEN c.relname = 'privacy_auditseal' THEN 'SELECT'
            WHEN c.relname = 'privacy_erasureorder' THEN 'SELECT, INSERT, UPDATE'
            WHEN c.relname IN ('privacy_auditentry', 'privacy_inquiry', 'network_breakglass') THEN 'SELECT, INSERT'
            WHEN EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'pgh_id')
            THEN 'SELECT, INSERT'
            ELSE 'SELECT, INSERT, UPDATE, DELETE' END
  FROM pg_class c
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
   AND c.relowner = current_user::regrole
 ORDER BY 1
"""
_FUNCTIONS = """
SELECT p.oid::regprocedure::text FROM pg_proc p
 WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p', 'w')
   AND p.proowner = current_user::regrole
   AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
 ORDER BY 1
"""
# A table that comes later may be read and added to until the grants run again; never changed.
_BEFORE = """
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {app};
REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC;
GRANT CONNECT ON DATABASE {database} TO {app};
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {app};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app};
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO {app};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO {app};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO {app};
"""


@dataclass(frozen=True, slots=True)
class Addresses:
    """One database, as the site's role and as the owner's; both hold passwords."""

    app: str
    owner: str

    def environment(self, *, as_owner: bool = False) -> dict[str, str]:
        """The variables that lead ``wir.config.settings`` to this database."""
        return {
            "DATABASE_URL": self.app,
            "DATABASE_OWNER_URL": self.owner,
            "WIR_DB_ROLE": "owner" if as_owner else "app",
        }


@dataclass(frozen=True, slots=True)
class RunningDatabase:
    """A database in use; ``cluster`` is there when the server is ours."""

    addresses: Addresses
    cluster: Cluster | None = None

    def check(self) -> None:
        """Raise ClusterError if the server was ours and has ended."""
        if self.cluster is not None and self.cluster.has_ended():
            message = f"PostgreSQL has ended. The end of its log:\n{self.cluster.last_log_lines()}"
            raise ClusterError(message)


@contextmanager
def reached_database(folder: Path) -> Iterator[Addresses]:
    """The database named by the environment, else that in ``folder``: started if it does not run."""
    cluster = Cluster(folder)
    named = _named_by_environment()
    if named is not None:
        yield named
    elif cluster.is_running():
        yield addresses_of(cluster)
    else:
        with cluster:
            yield addresses_of(cluster)


@contextmanager
def started_database(folder: Path) -> Iterator[RunningDatabase]:
    """The database named by the environment, else that in ``folder``; AlreadyRunning if another runs it."""
    named = _named_by_environment()
    if named is not None:
        yield RunningDatabase(named)
    else:
        with Cluster(folder) as cluster:
            yield RunningDatabase(addresses_of(cluster), cluster)


def addresses_of(cluster: Cluster) -> Addresses:
    """Both addresses of a server of our own."""
    return Addresses(app=cluster.url("app"), owner=cluster.url("owner"))


def _named_by_environment() -> Addresses | None:
    app, owner = os.environ.get("DATABASE_URL"), os.environ.get("DATABASE_OWNER_URL")
    if app is None and owner is None:
        return None
    if app is None or owner is None:
        missing = "DATABASE_URL (the app role)" if app is None else "DATABASE_OWNER_URL (the owner)"
        message = f"Set {missing} too: the site and the migrations use different roles."
        raise ClusterError(message)
    return Addresses(app=app, owner=owner)


def grant_to_app(owner_connection_url: str, app_role: str = "wir_app") -> None:
    """Give the app role what the site needs and no more; safe to repeat, in one transaction.

    Covers what the owner owns in schema ``public``: tables (history: read and add only; the list of
    migrations: read only), sequences and functions. The app role never gets CREATE or TRUNCATE.
    """
    app = sql.Identifier(app_role)
    with psycopg.connect(owner_connection_url) as connection:
        database = sql.Identifier(connection.info.dbname)
        connection.execute(sql.SQL(_BEFORE).format(app=app, database=database))
        for table, rights in connection.execute(_TABLES).fetchall():
            grant = sql.SQL("GRANT {} ON TABLE public.{} TO {}")
            connection.execute(grant.format(sql.SQL(rights), sql.Identifier(table), app))
        for (function,) in connection.execute(_FUNCTIONS).fetchall():
            name = sql.SQL(function)  # PostgreSQL's own spelling, quoted where needed
            connection.execute(sql.SQL("REVOKE ALL ON ROUTINE {} FROM PUBLIC").format(name))
            connection.execute(sql.SQL("GRANT EXECUTE ON ROUTINE {} TO {}").format(name, app))


def migrate(addresses: Addresses, folder: Path | None = None) -> None:
    """Bring the tables up to date as the owner, then renew the app role's grants.

    With a ``folder`` of data its keys are at hand: a migration may have to seal what was not sealed before.
    """
    command = [sys.executable, "-m", "django", "migrate", "--no-input", "--verbosity", "0"]
    environment = os.environ | addresses.environment(as_owner=True)
    environment["DJANGO_SETTINGS_MODULE"] = "wir.config.settings"
    if folder:
        environment |= keys_of(folder)
    done = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        message = "The migrations failed; what they said stands above. Nothing of the failed one is left."
        raise ClusterError(message)
    grant_to_app(addresses.owner, app_role=_user_of(addresses.app))


def make_empty(addresses: Addresses, folder: Path) -> None:
    """Take everything out of the database, tables too; the next ``migrate_if_needed`` makes them anew."""
    (folder / "migrated").unlink(missing_ok=True)
    with psycopg.connect(addresses.owner, autocommit=True) as owner:
        owner.execute("DROP SCHEMA public CASCADE")
        owner.execute("CREATE SCHEMA public")


def migrate_if_needed(addresses: Addresses, folder: Path) -> None:
    """Migrate unless the folder says that exactly these migrations have run: a second start is quick."""
    current, stamp = _fingerprint_of_migrations(), folder / "migrated"
    if not stamp.exists() or stamp.read_text() != current:
        migrate(addresses, folder)
        stamp.write_text(current)


def _user_of(url: str) -> str:
    user = psycopg.conninfo.conninfo_to_dict(url).get("user")
    if user is None:
        message = "DATABASE_URL names no user: the grants need the name of the app role."
        raise ClusterError(message)
    return str(user)


def _fingerprint_of_migrations() -> str:
    """Changes with our migrations, with the libraries' (by their versions) and with the grants."""
    files = [*sorted((ROOT / "wir").glob("*/migrations/*.py")), ROOT / "requirements.txt", Path(__file__)]
    digest = hashlib.sha256()
    for file in (*files, ROOT / "wir" / "config" / "settings.py"):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


@click.group(name="db")
@click.option(
    "--data-folder", type=click.Path(path_type=Path), default=DATA_FOLDER, help="Default: .local/run"
)
@click.pass_context
def db(context: click.Context, data_folder: Path) -> None:
    """The database: its address, its tables."""
    context.obj = data_folder


@db.command()
@click.option("--role", type=click.Choice(["app", "owner"]), default="app", show_default=True)
@click.pass_obj
def url(data_folder: Path, role: Literal["app", "owner"]) -> None:
    """Print the address of the database for one role. It holds the password."""
    named = _named_by_environment()
    cluster = Cluster(data_folder)
    if named is None and not cluster.is_running():
        click.echo("The database is not running; start it with: make run", err=True)
    addresses = addresses_of(cluster) if named is None else named
    click.echo(addresses.app if role == "app" else addresses.owner)


@db.command(name="migrate")
@click.pass_obj
def migrate_command(data_folder: Path) -> None:
    """Bring the tables up to date as the owner, and renew what the app role may do."""
    with reached_database(data_folder) as addresses:
        migrate(addresses, data_folder)
