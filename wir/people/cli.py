"""Bringing people in from the command line: the same reading, the same actions as the page."""

from __future__ import annotations

from pathlib import Path

import click
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from wir.kit.acting import acting
from wir.network.actions import as_job, as_network_job
from wir.network.queries import find_project, network_ids
from wir.people import actions
from wir.people.adapters.lists import CannotReadList, write_refused
from wir.people.forms import refusal_of_list, sentence_of
from wir.people.queries.lists import RowState, look_at


@click.group()
def people() -> None:
    """Bring people in from lists."""


@people.command(name="renew-marks")
def renew_marks() -> None:
    """Make the marks of the check between networks anew, after their key or rule changed."""
    renewed = 0
    for network_id in network_ids():
        with acting(as_network_job(network_id)) as actor:
            renewed += actions.renew_marks_of_network(network_id=network_id, actor=actor)
    click.echo(f"Prüfwerte von {renewed} Personen neu gebildet.")


@people.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--project", "slug", required=True, help="Short name of the sub-project.")
@click.option("--confirm", is_flag=True, help="Take the list over; without it nothing is written.")
@click.option(
    "--refused", "refused_to", type=click.Path(path_type=Path), help="Write refused rows to this .xlsx."
)
def import_list(file: Path, slug: str, *, confirm: bool, refused_to: Path | None) -> None:
    """Show what a list would do, row by row; with --confirm do it."""
    project = find_project(slug)
    if project is None:
        raise click.ClickException(
            f"--project: Kein Teilprojekt heißt „{slug}“. Bitte prüfen Sie den Kurznamen des Teilprojekts."
        )
    actor, today = as_job(project), timezone.localdate()
    with override("de"), acting(actor):
        try:
            preview = actions.preview_list(
                project=project, content=file.read_bytes(), name=file.name, actor=actor
            )
        except CannotReadList as refusal:
            raise click.ClickException(refusal_of_list(refusal, name=file.name)) from None
        look = look_at(actor, preview, today=today)
        for row in look.rows:
            for problem in (*row.refused, *row.unclear):
                click.echo(f"Zeile {row.number}: {sentence_of(problem)}")
        if refused_to:
            rows = [
                (raw, " ".join(sentence_of(problem) for problem in row.refused))
                for raw, row in look.raw_rows(RowState.REFUSED)
            ]
            refused_to.write_bytes(write_refused(look.raw.header, rows))
        counts = {state: len(look.of_state(state)) for state in RowState}
        if confirm:
            actions.confirm_list(
                preview_id=preview.pk, project=project, today=today, at=timezone.now(), actor=actor
            )
        else:
            transaction.set_rollback(True)  # nobody comes back for this look, so the list is not kept
    done = "übernommen" if confirm else "würden übernommen (mit --confirm)"
    click.echo(
        f"{counts[RowState.NEW]} {done}, {counts[RowState.KNOWN]} schon bekannt, {counts[RowState.REFUSED]} abgelehnt."
    )
