"""Front-end assets without Node: what package-lock.json names is fetched, verified and unpacked.

Only stylesheets and fonts are unpacked. KERN's stylesheet is turned so that it also reads right to left.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import re
import shutil
import tarfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from urllib import error, request

from packageurl import PackageURL
from packageurl.contrib import purl2url

VENDOR = Path("build/assets/vendor")
STAMP = ".stamp"
ATTEMPTS = 3
TIMEOUT_SECONDS = 60
LARGEST_FILE_BYTES = 5_000_000

# package → folder below vendor/, and the files of the package that pages use
WANTED: dict[str, tuple[str, tuple[str, ...]]] = {
    "@kern-ux/native": ("kern", ("dist/kern.min.css",)),
    "@fontsource-variable/noto-sans": ("noto-sans", ("index.css", "files/*-wght-normal.woff2")),
    "@fontsource-variable/noto-sans-arabic": ("noto-sans-arabic", ("index.css", "files/*-wght-normal.woff2")),
}

LOGICAL: tuple[tuple[str, str], ...] = (
    (r"(margin|padding)-left", r"\1-inline-start"),
    (r"(margin|padding)-right", r"\1-inline-end"),
    (r"border-(top|bottom)-left-radius", r"border-\1-start-radius"),
    (r"border-(top|bottom)-right-radius", r"border-\1-end-radius"),
    (r"border-top-(start|end)-radius", r"border-start-\1-radius"),
    (r"border-bottom-(start|end)-radius", r"border-end-\1-radius"),
    (r"border-left((?:-(?:width|style|color))?)", r"border-inline-start\1"),
    (r"border-right((?:-(?:width|style|color))?)", r"border-inline-end\1"),
    (r"left", "inset-inline-start"),
    (r"right", "inset-inline-end"),
)
OVERRIDES = """
[dir=rtl] :is(.kern-icon--arrow-back,.kern-icon--arrow-forward,.kern-icon--chevron-left,
.kern-icon--chevron-right,.kern-icon--keyboard-double-arrow-left,.kern-icon--keyboard-double-arrow-right,.kern-icon--logout,
.kern-icon--open-in-new){transform:scaleX(-1)}
.kern-form-check__checkbox{direction:ltr}
[dir=rtl] .kern-task-list__list{padding-inline:0}
"""


class AssetsUnavailable(Exception):
    """A package could not be had, or is not what was locked; the text names it and the remedy."""


@dataclass(frozen=True)
class LockedPackage:
    """One package of the lock file, with the hash that its archive must have."""

    name: str
    version: str
    integrity: str

    @property
    def address(self) -> str:
        """Where the archive lies: $NPM_CONFIG_REGISTRY, or the public place that its package URL stands for.

        No address of an index is written anywhere in this project; the public one comes from the library
        that resolves package URLs ("pkg:npm/…", the purl specification).
        """
        scope, _, base = self.name.rpartition("/")
        configured = os.environ.get("NPM_CONFIG_REGISTRY")
        if configured:
            return f"{configured.rstrip('/')}/{self.name}/-/{base}-{self.version}.tgz"
        purl = PackageURL(type="npm", namespace=scope or None, name=base, version=self.version)
        resolve: Callable[[str], str] = purl2url.get_download_url
        return resolve(purl.to_string())


def prepare_assets(root: Path) -> None:
    """Put stylesheets and fonts into build/assets/vendor; a second call does nothing and needs no network.

    Raises AssetsUnavailable, and leaves what was there before, when a package is missing or altered.
    """
    lock = root / "package-lock.json"
    vendor = root / VENDOR
    stamp = _stamp_of(lock)
    if _is_current(vendor, stamp):
        return
    fresh = vendor.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for package in locked_packages(lock.read_text(encoding="utf-8")):
        archive = _verified(package, _download(package))
        folder, patterns = WANTED[package.name]
        _unpack(archive, patterns, fresh / folder)
    (fresh / STAMP).write_text(stamp, encoding="utf-8")
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)


def locked_packages(lock_text: str) -> list[LockedPackage]:
    """Return the wanted packages as they are locked; raise AssetsUnavailable when one is not."""
    entries = json.loads(lock_text)["packages"]
    packages = []
    for name in WANTED:
        entry = entries.get(f"node_modules/{name}")
        if entry is None:
            raise AssetsUnavailable(
                f"{name} is not in package-lock.json. Restore package-lock.json from the repository."
            )
        packages.append(LockedPackage(name, entry["version"], entry["integrity"]))
    return packages


def mirrored(css: str) -> str:
    """Return the stylesheet with logical instead of physical properties, so that it follows ``dir``."""
    for physical, logical in LOGICAL:
        css = re.sub(rf"(?<=[{{;])(\s*){_shifted(physical)}(?=\s*:)", rf"\g<1>{_shifted(logical)}", css)
    css = re.sub(r"(?<=[{;])(\s*(?:text-align|float|clear)\s*:\s*)(left|right)\b", _logical_side, css)
    return css + OVERRIDES


def _shifted(expression: str) -> str:
    """Count back-references one further, because the leading blank is the first group."""
    return re.sub(r"\\(\d)", lambda match: rf"\{int(match[1]) + 1}", expression)


def _logical_side(match: re.Match[str]) -> str:
    side = "start" if match[2] == "left" else "end"
    return match[1] + (side if "text-align" in match[1] else f"inline-{side}")


def _stamp_of(lock: Path) -> str:
    # This file belongs to the stamp: what is unpacked and how it is mirrored stands here.
    return hashlib.sha256(lock.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def _is_current(vendor: Path, stamp: str) -> bool:
    mark = vendor / STAMP
    return mark.is_file() and mark.read_text(encoding="utf-8") == stamp


def _opener() -> request.OpenerDirector:
    # Web addresses only: a registry set to a file or ftp address is refused.
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPRedirectHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
        request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _download(package: LockedPackage) -> bytes:
    reason = ""
    for attempt in range(ATTEMPTS):
        time.sleep(attempt)
        try:
            with _opener().open(package.address, timeout=TIMEOUT_SECONDS) as answer:
                return bytes(answer.read())
        except (error.URLError, OSError, ValueError) as problem:
            reason = str(getattr(problem, "reason", problem)) or type(problem).__name__
    raise AssetsUnavailable(
        f"{package.name} {package.version} could not be downloaded ({reason}). Connect to the network, "
        "or set NPM_CONFIG_REGISTRY to the address of an npm registry that this machine reaches; start again."
    )


def _verified(package: LockedPackage, archive: bytes) -> bytes:
    algorithm, _, expected = package.integrity.partition("-")
    found = base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if algorithm != "sha512" or found != expected:
        raise AssetsUnavailable(
            f"{package.name} {package.version} is not the archive that package-lock.json names "
            "(sha512 differs). Nothing was unpacked. Check the registry in NPM_CONFIG_REGISTRY; start again."
        )
    return archive


def _unpack(archive: bytes, patterns: tuple[str, ...], target: Path) -> None:
    for name, packed in _members(archive):
        if not any(fnmatchcase(name, pattern) for pattern in patterns):
            continue
        # Fonts keep their folder because the stylesheet beside it points there.
        path = target / (name if name.startswith("files/") else Path(name).name)
        path.parent.mkdir(parents=True, exist_ok=True)
        mirror = path.name.startswith("kern")
        path.write_bytes(mirrored(packed.decode("utf-8")).encode("utf-8") if mirror else packed)


def _members(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield path inside the package and content; names that lead outside match no pattern."""
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
        for member in tar:
            source = tar.extractfile(member) if member.isreg() and member.size < LARGEST_FILE_BYTES else None
            if source is not None and ".." not in member.name:
                yield member.name.partition("/")[2], source.read()
