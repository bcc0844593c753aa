"""The ``wir`` command. Each sub-command is loaded when it is called, so that the plain ones start at once."""

import os
import sys
from dataclasses import dataclass

import click

from wir.cli.modules import exists, member


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a sub-command lives, its line in the help, and whether it works with models."""

    path: str
    help: str
    needs_database: bool = False
    with_database: frozenset[str] = frozenset()
    """Its own sub-commands that work with models, where the others do not."""


ENTRIES: dict[str, Entry] = {
    "audit": Entry(
        "wir.cli.audit:audit", "Known vulnerabilities of the locked packages; verify or anchor the trail."
    ),
    "bench": Entry("wir.cli.bench:bench", "Measure speed and size."),
    "check": Entry("wir.cli.checks:check", "Checks that no other tool makes."),
    "db": Entry("wir.cli.database:db", "The database: its address, its tables."),
    "demo": Entry("wir.cli.demo:demo", "The demonstration network.", needs_database=True),
    "eligibility": Entry(
        "wir.eligibility.cli:eligibility",
        "May this person take part, may they work?",
        with_database=frozenset({"recheck", "release"}),
    ),
    "esf": Entry("wir.monitoring.cli:esf", "ESF Plus indicators."),
    "keys": Entry("wir.cli.keys:keys", "The keys that seal health data and files."),
    "faults": Entry(
        "wir.cli.faults:faults", "Kill processes in the midst of writing, look for what is half."
    ),
    "network": Entry("wir.network.cli:network", "Found networks.", needs_database=True),
    "people": Entry("wir.people.cli:people", "Bring people in from lists.", needs_database=True),
    "post": Entry("wir.post.cli:post", "Send what waits, see what failed.", needs_database=True),
    "run": Entry("wir.cli.server:run", "Start database, site and worker."),
    "setup": Entry("wir.cli.setup:setup", "Prepare what is not under version control."),
    "user": Entry("wir.network.cli:user", "The first account, and help for it.", needs_database=True),
}


class House(click.Group):
    """A group that knows its commands by name and loads only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, entry in ENTRIES.items() if exists(entry.path.partition(":")[0])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = ENTRIES.get(cmd_name)
        if entry is None or cmd_name not in self.list_commands(ctx):
            return None
        if entry.needs_database or entry.with_database & set(sys.argv[2:3]):
            reach_database(ctx)
        module, _, name = entry.path.partition(":")
        command: click.Command = member(module, name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, ENTRIES[name].help) for name in self.list_commands(ctx)])


@click.group(cls=House)
def main() -> None:
    """WIR: case work, placement, aftercare and ESF Plus figures."""


def reach_database(ctx: click.Context) -> None:
    """Connect this process as the app role; a database that does not run is started for this command."""
    database = "wir.cli.database"
    environment: dict[str, str] = {}
    if "DATABASE_URL" not in os.environ and "--help" not in sys.argv:
        folder = member(database, "DATA_FOLDER")
        environment = ctx.with_resource(member(database, "reached_database")(folder)).environment()
        environment |= member("wir.cli.keys", "keys_of")(folder)
    member("wir.cli.modules", "set_django_up")(environment)


if __name__ == "__main__":
    main()
