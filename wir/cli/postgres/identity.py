"""Under which account the PostgreSQL server runs: it refuses to run as root.

As a normal user nothing is to be done. As root a user namespace is enough: there the server has another
number, and its files stay ours. Containers often forbid that; then the server really runs as that account,
and keeps the one privilege it needs to reach its folder through closed parents.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wir.cli.postgres.errors import NoIdentity

# initdb wants an account that has a name; this one is everywhere and owns nothing.
ACCOUNT = "nobody"


@dataclass(frozen=True, slots=True)
class Identity:
    """``prefix`` is put before a command to run it; ``uid`` owns its files, as seen from here."""

    prefix: tuple[str, ...]
    uid: int

    def own(self, *paths: Path) -> None:
        """Hand the paths and all below them to this identity (only ever needed as root)."""
        for path in paths:
            if path.lstat().st_uid == self.uid:
                continue
            for below in (path, *path.rglob("*")):
                os.chown(below, self.uid, self.uid, follow_symlinks=False)


@cache
def unprivileged() -> Identity:
    """Find the identity for the server; raises NoIdentity when this machine offers none."""
    ours = os.geteuid()
    if ours != 0 and _has_name(ours):
        return Identity(prefix=(), uid=ours)
    nobody = pwd.getpwnam(ACCOUNT).pw_uid
    for identity in (_in_a_namespace(nobody, ours), *([_as_another_account(nobody)] if ours == 0 else [])):
        if _works(identity):
            return identity
    message = (
        "PostgreSQL refuses to run as root or as a user without a name, and neither unshare nor setpriv "
        "works here. Start as a normal user, or set DATABASE_URL and DATABASE_OWNER_URL."
    )
    raise NoIdentity(message)


def _has_name(uid: int) -> bool:
    """A container may run under a number that no account has; initdb refuses that."""
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _in_a_namespace(uid: int, ours: int) -> Identity:
    unshare = shutil.which("unshare") or "unshare"
    return Identity(prefix=(unshare, "--user", f"--map-user={uid}", f"--map-group={uid}"), uid=ours)


def _as_another_account(uid: int) -> Identity:
    setpriv = shutil.which("setpriv") or "setpriv"
    account = (f"--reuid={uid}", f"--regid={uid}", "--clear-groups")
    privilege = ("--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override")
    return Identity(prefix=(setpriv, *account, *privilege), uid=uid)


def _works(identity: Identity) -> bool:
    try:
        return (
            subprocess.run([*identity.prefix, "/bin/true"], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False
