"""A large database, made in SQL within minutes and kept until the way it is made changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

import click
import psycopg

from wir.cli.bench.names import names
from wir.cli.database import RunningDatabase, addresses_of, migrate
from wir.cli.postgres import Cluster
from wir.kit.fields import place_of
from wir.kit.sealing import Use, seal

HERE = Path(__file__).parent
SAID = "Lebenslauf durchgesehen, nächste Schritte besprochen. "


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made; stays follow from people (six for five), sub-projects from networks."""

    networks: int = 41
    people: int = 100_000
    contacts: int = 1_000_000


FULL = Size()


def fill(superuser_url: str, size: Size, *, day: date) -> None:
    """Fill an empty, migrated database in one transaction; the superuser may switch triggers off."""
    with psycopg.connect(superuser_url) as connection:
        connection.execute("set session_replication_role = replica")
        connection.execute("set local work_mem = '256MB'")
        connection.execute(
            "create temp table bench_size (networks int, people int, contacts int, day date) on commit drop;"
            "create temp table bench_name (name_no int, given text, family text, key text,"
            " words text, sounds text[]) on commit drop"
        )
        connection.execute("insert into bench_size values (%s, %s, %s, %s)", [*astuple(size), day])
        with connection.cursor().copy("copy bench_name from stdin") as copy:
            for row in names():
                copy.write_row(row)
        for part in _parts():
            connection.execute(part.read_bytes())
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute("vacuum analyze")


def seal_notes(superuser_url: str) -> int:
    """Put sealed words into the notes that have none yet, and return how many; the keys come from the settings."""
    with psycopg.connect(superuser_url) as connection:
        empty = connection.execute(
            "select id, network_id from counselling_contactnote where octet_length(text) = 33 order by id"
        ).fetchall()
        connection.execute("create temp table sealed_note (id uuid, content bytea) on commit drop")
        with connection.cursor().copy("copy sealed_note from stdin") as copy:
            for number, (note_id, network_id) in enumerate(empty):
                place = place_of("counselling_contactnote", "text", network_id, note_id)
                words = SAID * (1 + number % 7)
                copy.write_row((note_id, seal(words.encode(), use=Use.FIELDS, place=place)))
        connection.execute(
            "update counselling_contactnote as n set text = s.content from sealed_note as s where s.id = n.id"
        )
    if empty:
        with psycopg.connect(superuser_url, autocommit=True) as connection:
            connection.execute("vacuum (full, analyze) counselling_contactnote")
    return len(empty)


@contextmanager
def filled_database(folder: Path, *, day: date) -> Iterator[RunningDatabase]:
    """The large database, running with the settings of a real one: what is saved is saved.

    It is filled without fsync, which only a database that can be made again may do without.
    """
    made = folder / "made"
    if not made.exists() or made.read_text() != fingerprint():
        _make(folder, day=day)
        made.write_text(fingerprint())
    with Cluster(folder) as cluster:
        yield RunningDatabase(addresses_of(cluster), cluster)


def rows_in(owner_url: str) -> int:
    """Return how many rows the database holds, as its statistics count them."""
    with psycopg.connect(owner_url) as connection:
        found = connection.execute(
            "select coalesce(sum(reltuples), 0)::bigint from pg_class"
            " where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0"
        ).fetchone()
    return int(found[0]) if found else 0


def fingerprint() -> str:
    """Changes with the tables and with the way they are filled."""
    root = HERE.parents[1]
    files = [HERE / "names.py", Path(__file__), *_parts(), *sorted(root.glob("*/migrations/*.py"))]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _make(folder: Path, *, day: date) -> None:
    (folder / "made").unlink(missing_ok=True)
    with Cluster(folder, throwaway=True):
        pass  # takes away what an earlier generator left
    cluster = Cluster(folder, throwaway=True)
    with cluster:
        click.echo("Migrating …", err=True)
        migrate(addresses_of(cluster))
        click.echo("Making people, stays and contacts …", err=True)
        fill(cluster.url("superuser"), FULL, day=day)
        cluster.throwaway = False  # keeps its files when it stops


def _parts() -> list[Path]:
    return sorted((HERE / "fill").glob("*.sql"))
