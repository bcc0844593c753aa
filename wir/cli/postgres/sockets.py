"""The folder of the server's socket: short, without blanks, and closed to everybody else.

A socket's path may have about 100 characters, and PostgreSQL splits a list at commas and blanks; the data
folder may lie anywhere, so its socket does not lie in it.
"""

import os
import shutil
import stat
import tempfile
from pathlib import Path

from wir.cli.postgres.errors import ClusterError

LONGEST = 80
_UNSUITABLE = frozenset(" ,'\"\\?&#%")


def prepare(record: Path) -> Path:
    """Make the folder and note it in the file ``record``; the same as last time when that is possible."""
    folder = recorded(record)
    if folder is None or not _make_private(folder):
        folder = Path(tempfile.mkdtemp(prefix="wir-", dir=short_folder()))
        record.write_text(str(folder))
    return folder


def recorded(record: Path) -> Path | None:
    """The folder noted in ``record``, whether it exists at the moment or not."""
    try:
        return Path(record.read_text())
    except FileNotFoundError:
        return None


def remove(record: Path) -> None:
    """Remove the folder with what a killed server left in it; the record stays."""
    folder = recorded(record)
    if folder is not None and folder.name.startswith("wir-") and _is_ours(folder):
        shutil.rmtree(folder, ignore_errors=True)


def short_folder() -> Path:
    """The system's folder for temporary things; raises ClusterError when no socket can live there."""
    folder = tempfile.gettempdir()
    if len(folder) > LONGEST or _UNSUITABLE & set(folder):
        message = (
            f"PostgreSQL cannot put its socket below {folder}. Set TMPDIR to a short path without blanks."
        )
        raise ClusterError(message)
    return Path(folder)


def _make_private(folder: Path) -> bool:
    """Make the folder again; an existing one is taken only when nobody else can have made it."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return _is_ours(folder)
    except OSError:
        return False
    return True


def _is_ours(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    is_closed = stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == stat.S_IRWXU
    return is_closed and (found.st_uid == os.geteuid() or os.geteuid() == 0)
