"""``wir faults``: what is left when processes die in the midst of writing."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from datetime import date

import click

from wir.cli.database import ROOT, RunningDatabase, addresses_of, migrate
from wir.cli.modules import member, set_django_up
from wir.cli.postgres import Cluster
from wir.cli.server import HOST, running_site, stopping_on_signals

FOLDER = ROOT / ".local" / "faults"


@click.command()
@click.option("--rounds", default=2, show_default=True, help="How often each kind of write meets each fault.")
@click.option("--seed", default=1, show_default=True, help="Chooses the moments.")
def faults(rounds: int, seed: int) -> None:
    """Kill web process and database in the midst of each kind of write; then look for what is half or lost."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    # not "throwaway": such a server confirms before it has written, and would lose what it promised
    os.environ["WIR_RATE_LIMITS"] = "0"
    with stopping_on_signals(), Cluster(FOLDER) as cluster, socket.create_server((HOST, 0)) as listener:
        database = RunningDatabase(addresses_of(cluster), cluster)
        migrate(database.addresses)
        set_django_up(database.addresses.environment())
        list(member("wir.cli.demo.staff", "found_networks")(date.today()))
        member("django.db", "connections").close_all()
        with running_site(database, FOLDER, listener) as site:
            work = member("wir.cli.faults.work", "Trial")(site.address, cluster=cluster, seed=seed)
            findings = work.run(rounds, say=lambda line: click.echo(line, err=True))
    shutil.rmtree(FOLDER, ignore_errors=True)
    click.echo(work.table())
    click.echo(f"{len(findings)} findings")
    for finding in findings:
        click.echo(finding, err=True)
    sys.exit(1 if findings else 0)
