"""``wir audit``: known vulnerabilities of the locked packages, and how many could be asked about at all.

Its sub-commands look at the trail of the house itself: ``wir audit verify``, ``wir audit anchor``.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from wir.cli.modules import member

LOCKED = Path(__file__).resolve().parents[2] / "requirements.txt"
FOUND, UNKNOWN = 1, 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source of advisories said: packages it knew, packages it did not, and what it warns of."""

    known: tuple[str, ...]
    unknown: tuple[str, ...]
    warnings: tuple[str, ...]


class WithTrail(click.Group):
    """A group whose sub-commands work with the database and are loaded when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["anchor", "verify"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        member("wir.cli.main", "reach_database")(ctx)
        command: click.Command = member("wir.privacy.cli", cmd_name)
        return command


@click.group(cls=WithTrail, invoke_without_command=True)
@click.pass_context
def audit(ctx: click.Context) -> None:
    """Ask for known vulnerabilities; ends with 1 if there are some, with 2 if nothing was checked.

    verify and anchor look at the trail instead: who did what, sealed into chains of hashes.
    """
    if ctx.invoked_subcommand is None:
        _ask_about_packages()


def _ask_about_packages() -> None:
    answers = [answer for answer in map(_ask, ("pypi", "osv")) if answer is not None and answer.known]
    if not answers:
        click.echo("NOTHING WAS CHECKED: no source of advisories could be reached from here.", err=True)
        sys.exit(UNKNOWN)
    best = max(answers, key=lambda answer: len(answer.known))
    warnings = sorted({warning for answer in answers for warning in answer.warnings})
    for warning in warnings:
        click.echo(warning)
    for package in best.unknown:
        click.echo(f"not checked: {package}", err=True)
    click.echo(f"{len(best.known)} packages checked, {len(best.unknown)} not, {len(warnings)} warnings.")
    sys.exit(FOUND if warnings else 0)


def read_answer(report: dict[str, Any]) -> Answer:
    """Read the report of pip-audit, which calls a package that nobody knows "skipped", and the whole fine."""
    packages = report["dependencies"]
    return Answer(
        known=tuple(package["name"] for package in packages if "vulns" in package),
        unknown=tuple(package["name"] for package in packages if "vulns" not in package),
        warnings=tuple(_line(package, found) for package in packages for found in package.get("vulns", [])),
    )


def _line(package: dict[str, Any], found: dict[str, Any]) -> str:
    return (
        f"{package['name']} {package['version']}: {found['id']}, mended in {', '.join(found['fix_versions'])}"
    )


def _ask(source: str) -> Answer | None:
    command = [sys.executable, "-m", "pip_audit", f"--vulnerability-service={source}", "--format=json"]
    options = ["--disable-pip", "--require-hashes", "--progress-spinner=off", f"--requirement={LOCKED}"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    try:
        return read_answer(json.loads(done.stdout))
    except (json.JSONDecodeError, KeyError):
        reason = done.stderr.strip().splitlines()[-1:] or ["no answer"]
        click.echo(f"{source}: {reason[0][:300]}", err=True)
        return None
