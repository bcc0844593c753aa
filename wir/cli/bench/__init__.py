"""``wir bench``: speed and size with a large database, as the programme could have it after years."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from wir.cli.bench import figures as written
from wir.cli.bench.filling import filled_database, rows_in
from wir.cli.children import Children
from wir.cli.database import ROOT, RunningDatabase
from wir.cli.keys import own_key_file
from wir.cli.modules import member, set_django_up
from wir.cli.server import HOST, THREADS, WORKERS, running_site, site_environment, stopping_on_signals

FOLDER = ROOT / ".local" / "bench"
RESULTS = ROOT / "build" / "bench.json"
DOCUMENT = ROOT / "docs" / "benchmarks.md"
AREAS = ("accounts", "counselling", "desk", "eligibility", "kit", "monitoring", "people", "privacy")


@click.command()
@click.option("--area", type=click.Choice(AREAS), help="Measure one app alone; the document stays as it is.")
def bench(area: str | None) -> None:
    """Measure speed and size; the database is made once and kept under .local/bench."""
    today = date.today()  # noqa: DTZ011
    load = os.getloadavg()[0]
    with stopping_on_signals(), filled_database(FOLDER, day=today) as database:
        rows = rows_in(database.addresses.owner)
        figures = _measured(database, today, area)
    commit = written.commit_of(ROOT)
    click.echo(written.table(figures))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(written.as_json(figures, rows_in_db=rows, commit=commit))
    if area is None:
        DOCUMENT.write_text(
            written.document(figures, rows_in_db=rows, commit=commit, day=today, others_load=load)
        )


def _measured(database: RunningDatabase, today: date, area: str | None) -> list[written.Figure]:
    unlimited = {"WIR_RATE_LIMITS": "0", "WIR_DB_LIMITS": ""}  # what is measured is the work, not the limits
    os.environ.update(unlimited)  # the site's processes inherit them
    app = {"DATABASE_URL": database.addresses.app, "WIR_DB_ROLE": "app", "WIR_LOG_LEVEL": "ERROR"}
    set_django_up(app | {"WIR_KEY_FILE": str(own_key_file(FOLDER))})
    if database.cluster:
        member("wir.cli.bench.filling", "seal_notes")(database.cluster.url("superuser"))
    plan = member("wir.cli.bench.run", "prepare")(database.addresses.owner, today)
    recorded = FOLDER / "recorded.json"
    recorded.write_text(plan.recorded_as_json())
    with (
        socket.create_server((HOST, 0)) as listener,
        running_site(database, FOLDER, listener),
        _beside("bare", database, recorded) as bare_port,
        _beside("plain_site", database, recorded) as plain_port,
    ):
        figures: list[written.Figure] = plan.measure(
            site=listener.getsockname()[1],
            bare=bare_port,
            plain=plain_port,
            area=area,
            say=lambda what: click.echo(what, err=True),
        )
    return figures


@contextmanager
def _beside(what: str, database: RunningDatabase, recorded: Path) -> Iterator[int]:
    """Serve the bare or the plain pages as the site is served; yield the port."""
    with socket.create_server((HOST, 0)) as listener, Children(logs=FOLDER / "logs") as children:
        command = [
            sys.executable, "-m", "gunicorn", f"wir.cli.bench.{what}:application", f"--bind=fd://{listener.fileno()}",
            "--worker-class=gthread", f"--workers={WORKERS}", f"--threads={THREADS}", "--no-control-socket",
        ]  # fmt: skip
        environment = site_environment(database, FOLDER) | {"WIR_BENCH_SQL": str(recorded)}
        children.start(
            what.partition(":")[0], command, environment=environment, cwd=ROOT, hand_on=[listener.fileno()]
        )
        yield listener.getsockname()[1]
        children.check()
