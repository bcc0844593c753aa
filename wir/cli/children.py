"""The processes of a running site: started, watched and stopped together."""

import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import click

from wir.cli.processes import Watchdog, end

LARGEST_LOG = 5_000_000


class ChildEnded(click.ClickException):
    """A process that should run has ended; the text holds the end of its log."""


@dataclass(frozen=True, slots=True)
class Child:
    """A running process with its log and the watchdog that ends it if we are killed."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    watchdog: Watchdog


class Children:
    """Starts processes that log into ``logs`` and stops all of them, the last one first."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._running: list[Child] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in reversed(self._running):
            end(child.process, how=[signal.SIGTERM, signal.SIGQUIT])
            child.watchdog.dismiss()
        self._running.clear()

    def start(
        self,
        name: str,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        cwd: Path,
        hand_on: Sequence[int] = (),
    ) -> None:
        """Start ``command`` in a session of its own; ``hand_on`` are open files that it inherits."""
        self._logs.mkdir(parents=True, exist_ok=True)
        log = self._logs / f"{name}.log"
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".old.log"))
        with log.open("ab") as output:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=environment,
                cwd=cwd,
                pass_fds=hand_on,
                start_new_session=True,
            )
        watchdog = Watchdog(process, how=signal.SIGTERM)
        self._running.append(Child(name=name, process=process, log=log, watchdog=watchdog))

    def check(self) -> None:
        """Raise ChildEnded if one of them no longer runs."""
        for child in self._running:
            code = child.process.poll()
            if code is not None:
                last = "\n".join(child.log.read_text(errors="replace").splitlines()[-20:])
                message = (
                    f"The process '{child.name}' ended with code {code}. The end of {child.log}:\n{last}"
                )
                raise ChildEnded(message)
