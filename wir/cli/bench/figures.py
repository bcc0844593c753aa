"""What was measured, what it is held against, and where it is written down."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from wir.cli.server import THREADS, WORKERS

HEADINGS = ("Area", "What", "Role", "Value", "Goal", "Met", "Yardstick", "Ratio")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; ``goal`` is a most, unless ``at_least``: then it is the least ratio to the yardstick.

    The yardstick is what the same machine takes for the bare work, so that ratios compare between machines.
    """

    area: str
    name: str
    role: str
    value: float
    unit: str
    goal: float | None = None
    yardstick: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        """Value per yardstick."""
        return round(self.value / self.yardstick, 2) if self.yardstick else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without a goal."""
        if self.goal is None:
            return None
        if self.at_least:
            return (self.ratio or 0) >= self.goal
        return self.value <= self.goal


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table that is legible as text and as Markdown."""
    rows = [HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def as_json(figures: Sequence[Figure], *, rows_in_db: int, commit: str) -> str:
    """Return the figures as a list of flat objects."""
    flat = []
    for figure in figures:
        values = asdict(figure) | {"met": figure.met, "ratio": figure.ratio}
        del values["at_least"]
        flat.append(values | {"rows_in_db": rows_in_db, "commit": commit})
    return json.dumps(flat, ensure_ascii=False, indent=1) + "\n"


def document(
    figures: Sequence[Figure], *, rows_in_db: int, commit: str, day: date, others_load: float
) -> str:
    """Return docs/benchmarks.md; ``others_load`` is what kept the machine busy before the bench began."""
    missed = [figure for figure in figures if figure.met is False]
    verdict = "All goals are met."
    if missed:
        verdict = (
            f"Missed: {len(missed)} of {sum(one.goal is not None for one in figures)} goals, see the end."
        )
    head = _DOCUMENT.format(
        day=day.isoformat(),
        commit=commit,
        machine=machine(),
        load=f"{others_load:.1f}",
        rows=f"{rows_in_db:,}",
        workers=WORKERS,
        threads=THREADS,
        verdict=verdict,
        table=table(figures),
    )
    lines = [f"- {one.name}, {one.role or 'all'}: {one.value:g} {one.unit}" for one in missed]
    return head + (_MISSED.format(lines="\n".join(lines)) if missed else "")


def machine() -> str:
    """Return processor, cores, memory and versions: figures mean nothing without them."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {python}"


def commit_of(root: Path) -> str:
    """Return the checkout's commit, with a plus where files differ from it; empty outside a checkout."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"],  # noqa: S607
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return said.stdout.strip()


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text().splitlines() if information.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def _cells(figure: Figure) -> tuple[str, ...]:
    goal = ""
    if figure.goal is not None:
        goal = f"≥ {figure.goal:.0%} of it" if figure.at_least else f"≤ {figure.goal:g} {figure.unit}"
    met = {True: "yes", False: "NO", None: ""}[figure.met]
    yardstick = f"{figure.yardstick:.1f} {figure.unit}" if figure.yardstick else ""
    ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else ""
    value = f"{figure.value:g}" if figure.value == int(figure.value) else f"{figure.value:.1f}"
    return figure.area, figure.name, figure.role, f"{value} {figure.unit}", goal, met, yardstick, ratio


_DOCUMENT = """# Benchmarks

Written by `make bench` on {day} at commit {commit}; the same figures stand in `build/bench.json`.

- Machine: {machine}
- Load average before the run: {load}. Above 0.3 somebody else was using the cores; then the milliseconds are too high.
- Database: {rows} rows in all tables; 41 networks, 100,000 people, 120,000 stays, 1,000,000 contacts, all invented
  and made in SQL (`wir/cli/bench/fill/`). The largest network holds a tenth of the people.
- The site runs as it does in `make run`: {workers} gunicorn workers with {threads} threads each, the app role behind
  row-level security, a database that writes through to the disk. Requests go over HTTP on this machine, one client
  unless said.
- The advisor has 80 running cases in the largest network; the coordinator coordinates that network.

{verdict}

{table}

How to read it: a page's **yardstick** is a page without templates, forms and rules that runs exactly the SQL of that
page, session, actor and transaction included, on the same server with the same settings in the same run. The ratio says
how much the house adds; it compares between machines, milliseconds do not. "Case file" answers 404 to those who may not
see it, and that is measured too: hiding a file takes no longer than showing it.
The yardstick of the **throughput** is a page of the site itself that runs the same SQL: the same server, middleware,
session, actor, transaction and headers, but no form, rule or template. What the SQL alone would reach, without Django,
stands below it.
Queries are counted without BEGIN, COMMIT and savepoints.
"""

_MISSED = """
## What is missed

{lines}
"""
