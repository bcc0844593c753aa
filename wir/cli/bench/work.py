"""What is no page: signing in, bringing a list in, and the memory of the web processes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median

from django.contrib.auth.hashers import check_password
from django.db import connection, transaction

from wir.cli.bench.client import Client
from wir.cli.bench.figures import Figure
from wir.cli.bench.names import names
from wir.cli.bench.pages import ADVISOR
from wir.kit.acting import acting
from wir.network.actions import as_job
from wir.network.queries import find_project
from wir.people import actions as people

SIGN_INS, FIRST = 16, 6
ROWS = 1_000
SIGN_IN_GOAL, IMPORT_GOAL, MEMORY_GOAL = 30.0, 10.0, 400.0


def sign_in_figures(port: int, password: str, password_hash: str) -> Iterator[Figure]:
    """Measure the sign-in, and one password hash apart: that one is slow on purpose."""
    hashing = median(_milliseconds_of_hash(password, password_hash) for _ in range(SIGN_INS))
    taken = [_milliseconds_of_sign_in(port, password) for _ in range(FIRST + SIGN_INS)][FIRST:]
    beyond = round(median(taken) - hashing, 1)
    yield Figure("accounts", "password hash", "", round(hashing, 1), "ms")
    yield Figure("accounts", "sign-in", ADVISOR.name, round(median(taken), 1), "ms", None, round(hashing, 1))
    yield Figure("accounts", "sign-in beyond the hash", ADVISOR.name, beyond, "ms", SIGN_IN_GOAL)


def import_figure(now: datetime, today: date) -> Figure:
    """Measure look and take-over of a list of 1,000 people; it is rolled back, so each run finds the same."""
    project = find_project("teilprojekt-1")
    if project is None:
        raise LookupError("the bench database has no teilprojekt-1")
    actor = as_job(project)
    begun = time.perf_counter()
    with acting(actor):
        preview = people.preview_list(project=project, content=_list(today), name="liste.csv", actor=actor)
        done = people.confirm_list(preview_id=preview.pk, project=project, today=today, at=now, actor=actor)
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")  # what the end of the transaction would check
        taken = time.perf_counter() - begun
        transaction.set_rollback(True)
    if done.created_count != ROWS:
        raise ValueError(f"{done.created_count} of {ROWS} rows were taken over, {done.refused_count} refused")
    return Figure("people", f"import of {ROWS:,} rows", "job", round(taken, 2), "s", IMPORT_GOAL)


def memory_figure() -> Figure:
    """Sum up the memory of the web processes; what they share is counted once."""
    kilobytes = sum(_pss(pid) for pid in _web_processes())
    return Figure("kit", "memory of the web processes", "", round(kilobytes / 1024), "MB", MEMORY_GOAL)


def _list(today: date) -> bytes:
    lines = [
        "Nachname;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;Aufenthaltsstatus;gültig bis;Sprachen"
    ]
    until = (today + timedelta(days=400)).strftime("%d.%m.%Y")
    for number, given, family, *_ in islice(names(), 0, ROWS * 5, 5):
        born = date(1970, 1, 1) + timedelta(days=number * 2)
        lines.append(f"{family};{given};{born:%d.%m.%Y};m;Syrien;AE 25 II;{until};Arabisch C2, Deutsch A2")
    return "\n".join(lines).encode("utf-8-sig")


def _milliseconds_of_sign_in(port: int, password: str) -> float:
    client = Client(port)
    reply = client.sign_in(ADVISOR.email, password)
    client.close()
    return reply.milliseconds


def _milliseconds_of_hash(password: str, password_hash: str) -> float:
    begun = time.perf_counter()
    check_password(password, password_hash)
    return (time.perf_counter() - begun) * 1000


def _web_processes() -> Iterator[int]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                command = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if b"wir.config.wsgi" in command and _descends(int(folder.name)):
                yield int(folder.name)


def _descends(pid: int) -> bool:
    """Whether the process was started by this one, directly or not."""
    while pid > 1 and pid != os.getpid():
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
    return pid == os.getpid()


def _pss(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
