"""Processes that do not outlive the command that started them."""

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

SECONDS_TO_STOP = 30
# Waits for the pipe from the starter to close, which happens however that one ends, and ends the process.
_WATCHDOG = """
how=$1 process=$2 folder=$3
read -r _
kill "-$how" "$process" 2>/dev/null
left=60
while kill -0 "$process" 2>/dev/null && [ "$left" -gt 0 ]; do sleep 0.5; left=$((left - 1)); done
kill -KILL "$process" 2>/dev/null
[ -z "$folder" ] || rmdir "$folder" 2>/dev/null
"""


class Watchdog:
    """Ends ``process`` with the signal ``how`` when this process is gone, even if it was killed.

    ``folder`` is removed afterwards if it is empty then.
    """

    def __init__(self, process: subprocess.Popen[bytes], *, how: signal.Signals, folder: str = "") -> None:
        name = how.name.removeprefix("SIG")
        self._shell = subprocess.Popen(
            ["/bin/sh", "-c", _WATCHDOG, "wir-watchdog", name, str(process.pid), folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def dismiss(self) -> None:
        """Call it off, once the processes have ended."""
        self._shell.kill()
        self._shell.communicate()


def end(process: subprocess.Popen[bytes], *, how: Sequence[signal.Signals]) -> None:
    """End the process with the first of the signals that works, the last resort being SIGKILL."""
    for number in (*how, signal.SIGKILL):
        process.send_signal(number)
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            continue
        return


def children_of(pid: int) -> list[int]:
    """Return the processes that this one started and that still live."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for one in lists for child in one.read_text().split()]


def kill(pid: int, number: signal.Signals) -> None:
    """Send a signal to a process that may be gone by now."""
    with suppress(ProcessLookupError):
        os.kill(pid, number)
