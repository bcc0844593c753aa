"""``wir audit verify`` and ``wir audit anchor``: does the trail still hold, and what to keep elsewhere as proof."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as moment
from pathlib import Path
from uuid import UUID

import click
from django.utils.timezone import localdate, localtime, make_aware

from wir.privacy import queries
from wir.privacy.rules import NO_NETWORK, ChainCheck, ChainFault, Finding

FAULTY, NOTHING_THERE = 1, 2
MOST_SHOWN = 50

WORDS = {
    ChainFault.MISSING: "die Zeile fehlt",
    ChainFault.CHANGED: "die Zeile oder ihr Siegel wurde geändert",
    ChainFault.MOVED: "die Zeile steht an einer anderen Stelle als beim Versiegeln",
    ChainFault.GAP: "das Siegel fehlt",
    ChainFault.SLIPPED_IN: "die Zeile wurde nachträglich eingefügt",
    ChainFault.NOT_AS_ANCHORED: "das Siegel stimmt nicht mit dem aufbewahrten Anker überein",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """An anchor that was printed before and is brought along now."""

    chain: UUID
    number: int
    hash: bytes


@click.command()
@click.option("--network", type=click.UUID, help="Only this network (its id); without it all.")
@click.option(
    "--anchors",
    "kept",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File with anchors printed earlier.",
)
def verify(network: UUID | None, kept: Path | None) -> None:
    """Check the trail: finds lines that were changed, removed, moved or slipped in.

    Ends with 1 if something is wrong, with 2 if there is nothing to check.
    """
    chains = [network] if network else queries.chains()
    brought = read_anchors(kept.read_text()) if kept else []
    begun, count, faults = time.perf_counter(), 0, 0
    for chain in chains:
        checked, findings = check(chain, [one for one in brought if one.chain == chain])
        count += checked
        faults += len(findings)
        _tell(chain, checked, findings)
    seconds = time.perf_counter() - begun
    click.echo(
        f"{count} versiegelte Zeilen in {seconds:.1f} s geprüft ({count / seconds:,.0f} je Sekunde), {faults} Fehler."
    )
    if faults:
        sys.exit(FAULTY)
    if not count:
        sys.exit(NOTHING_THERE)


@click.command()
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help="Until the end of this day; without it, of yesterday."
)
def anchor(day: datetime | None) -> None:
    """Print the anchors of a day: network, number and hash of its last seal. Keep them outside this machine."""
    until = day.date() if day else localdate() - timedelta(days=1)
    click.echo(f"# Anker des Protokolls bis Ende {until:%d.%m.%Y}: Netzwerk, Nummer, SHA-256")
    for one in queries.anchors(_end_of(until)):
        click.echo(f"{one.chain} {one.number} {one.hash.hex()}")


def check(chain: UUID, kept: list[Kept] | None = None) -> tuple[int, list[Finding]]:
    """Return how many sealed lines of a chain were checked, and what is wrong with them."""
    checking = ChainCheck(chain)
    while stretch := queries.stretch(chain, after=checking.number, before=checking.hash):
        if stretch.whole:
            checking.pass_over(stretch.count, number=stretch.number, sealed=stretch.hash)
        else:
            checking.follow(queries.links(chain, after=checking.number, until=stretch.number))
    wanted = {one.number: one.hash for one in kept or []}
    sealed = queries.seals_at(chain, list(wanted))
    found = [
        Finding(ChainFault.NOT_AS_ANCHORED, number)
        for number, expected in wanted.items()
        if sealed.get(number) != expected
    ]
    slipped_in = queries.tail(chain).slipped_in
    found += (Finding(ChainFault.SLIPPED_IN, 0, str(entry)) for entry in slipped_in)
    return checking.count, [*checking.findings(), *found]


def read_anchors(text: str) -> list[Kept]:
    """Read what ``wir audit anchor`` printed."""
    rows = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [Kept(UUID(chain), int(number), bytes.fromhex(digest)) for chain, number, digest in rows]


def _tell(chain: UUID, checked: int, findings: list[Finding]) -> None:
    whose = "ohne Netzwerk" if chain == NO_NETWORK else f"Netzwerk {chain}"
    tail = queries.tail(chain)
    waiting = f"{tail.waiting} noch nicht versiegelt"
    if tail.oldest:
        waiting += f" (seit {localtime(tail.oldest):%d.%m.%Y %H:%M:%S})"
    click.echo(f"{whose}: {checked} Zeilen versiegelt, {waiting}, {len(findings)} Fehler.")
    for one in findings[:MOST_SHOWN]:
        place = f"Nummer {one.number}" if one.number else "ohne Nummer"
        click.echo(f"  {place}, Zeile {one.entry_id or 'unbekannt'}: {WORDS[one.fault]}.", err=True)
    if len(findings) > MOST_SHOWN:
        click.echo(f"  und {len(findings) - MOST_SHOWN} weitere.", err=True)


def _end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day + timedelta(days=1), moment.min))
