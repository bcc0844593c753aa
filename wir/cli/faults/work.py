"""Make each kind of write while something dies, and compare what was confirmed with what is there."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from http.client import HTTPException
from pathlib import Path
from random import Random

import psycopg

from wir.cli.browser import Browser, NotAsExpected
from wir.cli.demo.staff import SIGN_INS
from wir.cli.faults.invariants import broken, broken_chains, count
from wir.cli.faults.story import Story, Write
from wir.cli.postgres import Cluster
from wir.cli.processes import children_of, kill

SECONDS_TO_RECOVER = 60
LOST = (NotAsExpected, OSError, HTTPException)
"""What a browser says when no answer, or an error page, came."""
FAULTS = (
    "web process killed",
    "database killed",
    "one connection's process killed",
    "database connection cut",
    "reader gone",
)


class Trial:
    """Runs the main job again and again; every write of a run meets the same fault."""

    def __init__(self, address: str, *, cluster: Cluster, seed: int) -> None:
        self.address, self.cluster, self.dice = address, cluster, Random(seed)
        self.superuser = cluster.url("superuser")
        self.counted: Counter[tuple[str, str, str]] = Counter()
        self.findings: list[str] = []
        self.stories = 100

    def run(self, rounds: int, *, say: Callable[[str], None]) -> list[str]:
        """Return what was found wrong: nothing, if the house stands."""
        before = broken(self.superuser)
        length = self._clean_run()
        for turn in range(rounds):
            for fault in FAULTS:
                for write in self._story().writes():
                    self._disturbed(write, fault, length[write.name])
                say(f"round {turn + 1}, {fault}: {len(self.findings)} findings so far")
                self._whole(before, fault)
        return self.findings

    def table(self) -> str:
        """Return how the writes ended, by kind and fault: confirmed, lost whole, or written without an answer."""
        lines = [f"{'write':<16}{'fault':<34}{'confirmed':>10}{'not done':>10}{'done unheard':>14}"]
        for name, fault in sorted({(name, fault) for name, fault, _ in self.counted}):
            ends = [self.counted[name, fault, end] for end in ("confirmed", "not done", "unheard")]
            lines.append(f"{name:<16}{fault:<34}{ends[0]:>10}{ends[1]:>10}{ends[2]:>14}")
        return "\n".join(lines)

    def _clean_run(self) -> dict[str, float]:
        """Go through it once undisturbed; return how long each write takes, in seconds."""
        length = {}
        for write in self._story().writes():
            begun = time.monotonic()
            write.make()
            length[write.name] = time.monotonic() - begun
        return length

    def _disturbed(self, write: Write, fault: str, seconds: float) -> None:
        """Let one write meet the fault somewhere within its time; make it again if it was lost, as a user would."""
        before = count(self.superuser, write.rows)
        timer = threading.Timer(self.dice.uniform(0.3, 1.0) * seconds, self._strike, [fault])
        story = getattr(write.make, "__self__", None)
        if fault == "reader gone" and isinstance(story, Story):
            story.browser.patience = self.dice.uniform(0.01, 0.1)
        else:
            timer.start()
        try:
            write.make()
            confirmed = True
        except LOST:
            confirmed = False
        if timer.is_alive():
            timer.join()
        if isinstance(story, Story):
            story.browser.patience = 60
        self._wait()
        added = self._settled(write) - before
        end = "confirmed" if confirmed else ("unheard" if added else "not done")
        self.counted[write.name, fault, end] += 1
        if added not in {0, write.adds} or (confirmed and added != write.adds):
            self.findings.append(f"{write.name}, {fault}: {end}, but {added} rows instead of {write.adds}")
        if not added:
            write.make()

    def _settled(self, write: Write) -> int:
        """Return how many rows there are once the site has finished what it may still be doing."""
        seen, quiet_since = count(self.superuser, write.rows), time.monotonic()
        while time.monotonic() - quiet_since < 1:
            time.sleep(0.1)
            now = count(self.superuser, write.rows)
            if now != seen:
                seen, quiet_since = now, time.monotonic()
        return seen

    def _strike(self, fault: str) -> None:
        if fault == "web process killed":
            for pid in _web_processes():
                kill(pid, signal.SIGKILL)
        elif fault == "one connection's process killed":
            for pid in self._backends()[:1]:  # the server takes all the others down and recovers from its log
                kill(pid, signal.SIGKILL)
        elif fault == "database killed":
            self.cluster.crash()
        else:
            with psycopg.connect(self.superuser, autocommit=True) as connection:
                connection.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'wir_app'"
                )

    def _backends(self) -> list[int]:
        with psycopg.connect(self.superuser, autocommit=True) as connection:
            rows = connection.execute("select pid from pg_stat_activity where usename = 'wir_app'").fetchall()
        return [int(pid) for (pid,) in rows]

    def _wait(self) -> None:
        """Wait until database and site answer again."""
        give_up_at = time.monotonic() + SECONDS_TO_RECOVER
        while time.monotonic() < give_up_at:
            try:
                count(self.superuser, "select 1")
                for _ in range(4):
                    Browser(self.address).get("/konto/anmelden/")
            except (*LOST, psycopg.Error):
                time.sleep(0.2)
            else:
                return
        raise NotAsExpected(f"the site did not answer again within {SECONDS_TO_RECOVER} seconds")

    def _whole(self, before: dict[str, int], fault: str) -> None:
        for what, number in broken(self.superuser).items():
            if number > before.get(what, 0):
                self.findings.append(f"after {fault}: {what}: {number}, before {before.get(what, 0)}")
        self.findings += (f"after {fault}: {what}" for what in broken_chains())

    def _story(self) -> Story:
        self.stories += 1
        browser = Browser(self.address)
        _, email, password = SIGN_INS[0]
        browser.send(browser.get("/konto/anmelden/"), having="password", login=email, password=password)
        return Story(browser, self.stories, date.today())


def _web_processes() -> list[int]:
    """Return gunicorn's workers: children of a child of this process, so never anybody else's."""
    return [
        worker
        for child in children_of(os.getpid())
        if b"wir.config.wsgi" in Path(f"/proc/{child}/cmdline").read_bytes()
        for worker in children_of(child)
    ]
