"""``wir run``: database, site and worker for as long as the command runs."""

import http.client
import json
import os
import secrets
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click

from wir.cli.children import Children
from wir.cli.database import (
    DATA_FOLDER,
    ROOT,
    Addresses,
    RunningDatabase,
    addresses_of,
    make_empty,
    migrate,
    migrate_if_needed,
    started_database,
)
from wir.cli.keys import keys_of
from wir.cli.modules import exists, member, set_django_up
from wir.cli.postgres import Cluster

SMOKE_FOLDER = ROOT / ".local" / "smoke"
HOST = "127.0.0.1"
DEFAULT_PORT = 8000
WORKERS, THREADS = 2, 3
SECONDS_TO_ANSWER = 60
BEGUN, LOADED = "demonstration-begun", "demonstration-loaded"
"""Files of the data folder that say how far the demonstration came."""
SERVER_ERROR = 500


class Stopped(Exception):
    """Somebody asked us to stop: Ctrl-C, SIGTERM, the terminal was closed."""


class CannotRun(click.ClickException):
    """The site cannot be brought up; the text says why."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that answers at ``address``; ``check`` raises when one of its processes has ended."""

    address: str
    check: Callable[[], None]


@click.command()
@click.option(
    "--port", default=DEFAULT_PORT, show_default=True, help="Where the site listens on this machine."
)
@click.option(
    "--data-folder", type=click.Path(path_type=Path), default=DATA_FOLDER, help="Default: .local/run"
)
@click.option("--smoke", is_flag=True, help="Do the main job once in a database of its own, then end.")
def run(port: int, data_folder: Path, *, smoke: bool) -> None:
    """Start database, site and worker; Ctrl-C stops them all."""
    try:
        with stopping_on_signals():
            if smoke:
                _smoke()
            else:
                _run(port, data_folder)
    except Stopped:
        click.echo("Stopped.", err=True)
        sys.exit(1 if smoke else 0)


def _run(port: int, folder: Path) -> None:
    with started_database(folder) as database, _listening(port) as listener:
        if database.cluster is not None:
            begin_anew_if_interrupted(database.addresses, folder)
        migrate_if_needed(database.addresses, folder)
        set_django_up(site_environment(database, folder))
        # A database that somebody else looks after is not filled with invented people.
        if database.cluster is not None:
            _load_demonstration_once(folder)
        with running_site(database, folder, listener) as site:
            click.echo(f"\nThe site runs at {site.address} (Ctrl-C stops it)")
            _print_sign_ins()
            _supervise(site)


def _smoke() -> None:
    """Start in a throwaway database, do the main job, stop all; the last line of output is the result."""
    begun = time.monotonic()
    try:
        result = _main_job()
    except Stopped:
        raise
    except Exception as error:  # whatever went wrong is the result
        if not isinstance(error, click.ClickException):
            traceback.print_exc()
        result = {"failed": f"{type(error).__name__}: {error}"}
    result.setdefault("seconds", round(time.monotonic() - begun, 1))
    click.echo(json.dumps(result, ensure_ascii=False, default=str))
    sys.exit(1 if "failed" in result else 0)


def _main_job() -> dict[str, Any]:
    with Cluster(SMOKE_FOLDER, throwaway=True) as cluster, _listening(0) as listener:
        database = RunningDatabase(addresses_of(cluster), cluster)
        migrate(database.addresses)
        set_django_up(site_environment(database, SMOKE_FOLDER))
        _load_demonstration()
        with running_site(database, SMOKE_FOLDER, listener) as site:
            result: dict[str, Any] = member("wir.cli.smoke", "run_smoke")(site.address)
            site.check()
            return result


@contextmanager
def stopping_on_signals() -> Iterator[None]:
    """Turn the first request to stop into ``Stopped``; further ones wait until all is put away."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def running_site(database: RunningDatabase, folder: Path, listener: socket.socket) -> Iterator[Site]:
    """Start web server and worker on a migrated database and wait until the site answers."""
    address = f"http://{HOST}:{listener.getsockname()[1]}"
    environment = site_environment(database, folder)
    with Children(logs=folder / "logs") as children:
        web = [
            sys.executable, "-m", "gunicorn", "wir.config.wsgi:application", f"--bind=fd://{listener.fileno()}",
            "--worker-class=gthread", f"--workers={WORKERS}", f"--threads={THREADS}", "--graceful-timeout=10",
            "--no-control-socket", "--preload",
        ]  # fmt: skip
        children.start("web", web, environment=environment, cwd=ROOT, hand_on=[listener.fileno()])
        worker = [sys.executable, "-m", "django", "procrastinate", "worker"]
        children.start("worker", worker, environment=environment, cwd=ROOT)

        def check() -> None:
            database.check()
            children.check()

        _wait_until_it_answers(listener.getsockname()[1], check)
        yield Site(address=address, check=check)


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    """The site's socket, taken before anything is started; port 0 takes a free one."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            message = (
                f"Port {port} cannot be used ({error.strerror}). Another one: make run ARGS='--port 8001'"
            )
            raise CannotRun(message) from error
        yield listener


def site_environment(database: RunningDatabase, folder: Path) -> dict[str, str]:
    """Return what the site's processes get: the app role's address; they have no business with the owner."""
    environment = os.environ | database.addresses.environment()
    del environment["DATABASE_OWNER_URL"]
    environment["DJANGO_SETTINGS_MODULE"] = "wir.config.settings"
    environment.setdefault("MALLOC_ARENA_MAX", "2")  # threads of one process take turns anyway: less memory
    environment.setdefault("WIR_SECRET_KEY", _own_secret_key(folder / "secret-key"))
    return environment | keys_of(folder)


def _own_secret_key(file: Path) -> str:
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


def begin_anew_if_interrupted(addresses: Addresses, folder: Path) -> None:
    """Empty a database in which the demonstration was left half loaded: the site has never run on it."""
    begun = folder / BEGUN
    if begun.exists() and not (folder / LOADED).exists():
        click.echo("Loading the demonstration was interrupted: beginning anew …", err=True)
        make_empty(addresses, folder)
    begun.unlink(missing_ok=True)


def _load_demonstration_once(folder: Path) -> None:
    if (folder / LOADED).exists():
        return
    (folder / BEGUN).touch()  # stays where the loading is stopped or fails
    if _load_demonstration():
        (folder / LOADED).touch()
    (folder / BEGUN).unlink()


def _load_demonstration() -> bool:
    if not exists("wir.cli.demo"):
        click.echo("There is no demonstration yet.", err=True)
        return False
    click.echo("Loading the demonstration network …", err=True)
    member("wir.cli.demo", "load_demonstration")()
    member("django.db", "connections").close_all()
    return True


def _print_sign_ins() -> None:
    """One per role, as the demonstration names them: (role, e-mail, password)."""
    if exists("wir.cli.demo"):
        for role, email, password in member("wir.cli.demo", "SIGN_INS"):
            click.echo(f"  {role:<28} {email:<36} {password}")


def _wait_until_it_answers(port: int, check: Callable[[], None]) -> None:
    give_up_at = time.monotonic() + SECONDS_TO_ANSWER
    status = _status_of_front_page(port)
    while status is None:
        check()
        if time.monotonic() > give_up_at:
            message = f"The site did not answer within {SECONDS_TO_ANSWER} seconds."
            raise CannotRun(message)
        time.sleep(0.1)
        status = _status_of_front_page(port)
    if status >= SERVER_ERROR:
        click.echo(f"The front page answers with {status}: see the log of the web process.", err=True)


def _status_of_front_page(port: int) -> int | None:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _supervise(site: Site) -> None:
    """Return never: something ends, or somebody stops us. A killed ``make`` counts as the latter."""
    parent = os.getppid()
    while True:
        site.check()
        if "MAKELEVEL" in os.environ and os.getppid() != parent:
            raise Stopped
        time.sleep(0.5)
