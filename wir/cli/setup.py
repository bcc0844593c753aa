"""``wir setup``: everything that is not under version control and can be made from it.

Each step looks first whether it has been done, so that a second call is quick and needs no network.
"""

import os
import shutil
import site
import subprocess
import sys
from pathlib import Path

import click
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from wir.cli.modules import member

ROOT = Path(__file__).resolve().parents[2]
# A shell finds the interpreter, because the first line of a script can hold no long path and no blanks.
COMMAND = """#!/bin/sh
"exec" "{python}" "$0" "$@"
import sys

from wir.cli.main import main

if __name__ == "__main__":  # helper processes read this file too
    sys.exit(main())
"""


@click.command()
@click.option("--system", is_flag=True, help="Also the system packages that the tests need (packages.txt).")
def setup(*, system: bool) -> None:
    """Prepare the command, translations and front-end assets."""
    install_command(Path(sys.prefix), site_packages=Path(site.getsitepackages()[0]))
    compile_translations(ROOT)
    member("wir.cli.assets", "prepare_assets")(ROOT)
    if system:
        install_system_packages(ROOT / "packages.txt")


def install_command(environment: Path, *, site_packages: Path) -> None:
    """Make ``wir`` a command of the virtual environment, as an editable installation would.

    Written here because building one needs tools that would have to be downloaded unlocked.
    """
    _write(site_packages / "wir.pth", f"{ROOT}\n")
    command = environment / "bin" / "wir"
    _write(command, COMMAND.format(python=environment / "bin" / "python"))
    command.chmod(0o755)


def compile_translations(root: Path) -> list[Path]:
    """Compile each catalogue that is newer than its compiled form; returns those that were."""
    compiled = []
    for source in sorted((root / "wir").glob("*/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parts[-3])
        unfinished = target.with_suffix(".mo.new")
        with unfinished.open("wb") as output:
            write_mo(output, catalogue)
        unfinished.replace(target)
        compiled.append(target)
    return compiled


def install_system_packages(listing: Path) -> None:
    """Install what is missing when we may, otherwise say how it is done."""
    wanted = [line.strip() for line in listing.read_text().splitlines() if line and not line.startswith("#")]
    missing = [package for package in wanted if not _is_installed(package)]
    if not missing:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        click.echo(f"The tests need system packages: sudo apt-get install {' '.join(missing)}", err=True)
        return
    click.echo(f"Installing system packages: {' '.join(missing)}", err=True)
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
        _apt_get(command)


def _is_installed(package: str) -> bool:
    """Ask Debian's package list; where there is none, look for a program of that name."""
    query = shutil.which("dpkg-query")
    if query is None:
        return shutil.which(package) is not None
    asked = subprocess.run(
        [query, "-W", "-f=${Status}", package], capture_output=True, text=True, check=False
    )
    return asked.stdout == "install ok installed"


def _apt_get(arguments: list[str]) -> None:
    command = [shutil.which("apt-get") or "apt-get", "-qq", *arguments]
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=quiet, check=False
    )
    if done.returncode != 0:
        message = f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-2000:]}"
        raise click.ClickException(message)


def _write(file: Path, text: str) -> None:
    """Write only what differs, and whole: the file may be in use at this moment."""
    if not file.exists() or file.read_text() != text:
        unfinished = file.with_name(f"{file.name}.new")
        unfinished.write_text(text)
        unfinished.replace(file)
