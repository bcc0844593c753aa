"""The embedded server: its roles, its folder, and that nothing of it stays behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from wir.cli.database import addresses_of, grant_to_app
from wir.cli.postgres import AlreadyRunning, Cluster, ClusterError
from wir.cli.server import BEGUN, LOADED, begin_anew_if_interrupted

ROOT = Path(__file__).resolve().parents[3]
TABLES = """
CREATE TABLE person (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, network text NOT NULL);
CREATE TABLE person_history (pgh_id bigserial PRIMARY KEY, pgh_label text);
CREATE TABLE training_event (id bigserial PRIMARY KEY);
CREATE TABLE django_migrations (id bigserial PRIMARY KEY, name text);
CREATE FUNCTION count_people() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM person';
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY wall ON person USING (network = current_setting('wir.networks', true));
INSERT INTO person (network) VALUES ('north'), ('south'), ('south');
"""
STARTER = """
import sys, time
from pathlib import Path
from wir.cli.postgres import Cluster
from wir.cli.server import Stopped, stopping_on_signals

try:
    with stopping_on_signals(), Cluster(Path(sys.argv[1]), throwaway=True):
        print("started", flush=True)
        time.sleep(60)
except Stopped:
    sys.exit(3)
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A server whose folder has blanks and a path too long for a socket."""
    folder = tmp_path_factory.mktemp("Eigene Dateien") / ("sehr " * 20 + "lang") / "run"
    with Cluster(folder, throwaway=True) as running:
        with psycopg.connect(running.url("owner")) as owner:
            owner.execute(TABLES)
        grant_to_app(running.url("owner"))
        yield running


@pytest.fixture
def app(cluster: Cluster) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(cluster.url("app"), autocommit=True) as connection:
        yield connection


def test_a_demonstration_left_half_loaded_is_begun_anew_and_a_whole_one_stays(tmp_path: Path) -> None:
    with Cluster(tmp_path, throwaway=True) as running:
        addresses = addresses_of(running)
        left = []
        for files in ((BEGUN,), (), (BEGUN, LOADED)):
            with psycopg.connect(addresses.owner) as owner:
                owner.execute("create table if not exists half (id int)")
            for name in (*files, "migrated"):
                (tmp_path / name).touch()
            begin_anew_if_interrupted(addresses, tmp_path)
            with psycopg.connect(addresses.owner) as owner:
                found = owner.execute("select to_regclass('half') is not null").fetchone()
            left.append((found, (tmp_path / "migrated").exists(), (tmp_path / BEGUN).exists()))

    assert left == [((False,), False, False), ((True,), True, False), ((True,), True, False)]


def test_a_folder_with_blanks_and_a_long_path_is_no_obstacle(cluster: Cluster) -> None:
    assert len(str(cluster.folder)) > 107
    assert cluster.is_running()


def test_only_the_starters_account_may_enter_the_folders(cluster: Cluster) -> None:
    passwords = cluster.folder / "passwords.json"
    socket_folder = Path((cluster.folder / "socket-folder").read_text())

    assert [path.stat().st_mode & 0o777 for path in (cluster.folder, passwords, socket_folder)] == [
        0o700,
        0o600,
        0o700,
    ]


def test_neither_role_has_power_over_the_server(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("owner")) as owner:
        roles = owner.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolreplication, rolcreatedb"
            " FROM pg_roles WHERE rolname LIKE 'wir%' ORDER BY 1"
        ).fetchall()
        memberships = owner.execute(
            "SELECT count(*) FROM pg_auth_members WHERE member::regrole::text LIKE 'wir%'"
        )

        assert roles == [
            ("wir_app", False, False, False, False, False),
            ("wir_owner", False, False, False, False, True),
        ]
        assert memberships.fetchone() == (0,)


def test_a_wrong_password_is_refused(cluster: Cluster) -> None:
    password = cluster.url("app").split(":")[2].split("@")[0]

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(cluster.url("app").replace(password, "guess"))


@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE wir_owner",
        "SET SESSION AUTHORIZATION wir_owner",
        "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
        "DROP POLICY wall ON person",
        "TRUNCATE person",
        "CREATE TABLE mine ()",
        "CREATE TEMPORARY TABLE mine ()",
        "CREATE SCHEMA mine",
        "UPDATE person_history SET pgh_label = 'changed'",
        "DELETE FROM person_history",
        "INSERT INTO django_migrations (name) VALUES ('0001')",
    ],
)
def test_the_app_may_not(app: psycopg.Connection[tuple[object, ...]], statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(statement.encode())


def test_the_app_may_what_the_site_needs(app: psycopg.Connection[tuple[object, ...]]) -> None:
    app.execute("INSERT INTO person_history (pgh_label) VALUES ('written by a trigger')")
    app.execute("INSERT INTO training_event DEFAULT VALUES")
    app.execute("DELETE FROM training_event")

    assert app.execute("SELECT pgh_label FROM person_history").fetchall() == [("written by a trigger",)]
    assert app.execute("SELECT count(*) FROM django_migrations").fetchone() == (0,)


def test_the_wall_hides_rows_from_the_app_but_not_from_a_function_of_the_owner(
    app: psycopg.Connection[tuple[object, ...]],
) -> None:
    assert app.execute("SELECT count(*) FROM person").fetchone() == (0,)

    app.execute("SELECT set_config('wir.networks', 'south', false)")

    assert app.execute("SELECT count(*) FROM person").fetchone() == (2,)
    assert app.execute("SELECT count_people()").fetchone() == (3,)


def test_granting_again_narrows_what_came_later(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("owner")) as owner:
        owner.execute("CREATE TABLE later (id int)")
    with psycopg.connect(cluster.url("app"), autocommit=True) as early:
        early.execute("INSERT INTO later VALUES (1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            early.execute("DELETE FROM later")

    grant_to_app(addresses_of(cluster).owner)

    with psycopg.connect(cluster.url("app"), autocommit=True) as connection:
        assert connection.execute("DELETE FROM later").rowcount == 1


def test_a_second_start_in_the_same_folder_says_who_runs_it(cluster: Cluster) -> None:
    with pytest.raises(AlreadyRunning, match=f"Already running: process {os.getpid()} uses"):
        Cluster(cluster.folder).start()

    assert cluster.is_running()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 3), (signal.SIGKILL, -signal.SIGKILL)])
def test_the_server_ends_with_its_starter(tmp_path: Path, number: signal.Signals, code: int) -> None:
    folder = tmp_path / "run"
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == "started\n"
        socket_folder = Path((folder / "socket-folder").read_text())
        starter.send_signal(number)
        assert starter.wait(30) == code

    give_up_at = time.monotonic() + 30
    while (Cluster(folder).is_running() or socket_folder.exists()) and time.monotonic() < give_up_at:
        time.sleep(0.05)
    assert not Cluster(folder).is_running()
    assert not socket_folder.exists()


def test_a_failed_start_shows_the_end_of_the_log_and_leaves_the_folder_free(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path / "run", throwaway=True)
    broken = tmp_path / "run" / "data"
    broken.mkdir(parents=True, mode=0o700)
    (broken / "PG_VERSION").write_text("9.6\n")

    with pytest.raises(ClusterError, match=r"did not start(.|\n)*could not"):
        cluster.start()

    assert not cluster.is_running()
    with pytest.raises(ClusterError, match="make run"):
        cluster.url("app")


def test_a_server_that_was_killed_comes_back_in_the_same_place_with_what_it_confirmed(tmp_path: Path) -> None:
    with Cluster(tmp_path / "database") as cluster:
        address = cluster.url("owner")
        with psycopg.connect(address, autocommit=True) as before:
            before.execute("create table kept (number integer)")
            before.execute("insert into kept values (7)")
            cluster.crash()
            with pytest.raises(psycopg.OperationalError):
                before.execute("select 1")

        with psycopg.connect(address) as after:
            assert (cluster.url("owner"), after.execute("select number from kept").fetchall()) == (
                address,
                [(7,)],
            )
