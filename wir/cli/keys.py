"""``wir keys``: the keys that seal health data, files and second factors."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from uuid import UUID

import click

from wir.cli.main import reach_database
from wir.cli.modules import member

KEY_FILE = "keys"


def own_key_file(folder: Path) -> Path:
    """Return the key file of a data folder, with a first key in it; readable by its owner alone."""
    file = folder / KEY_FILE
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _write(file, [_new_key()])
    return file


def keys_of(folder: Path) -> dict[str, str]:
    """Return what a process needs to find the keys of a data folder: nothing, where the environment names others."""
    if {"WIR_KEYS", "WIR_KEY_FILE"} & os.environ.keys():
        return {}
    return {"WIR_KEY_FILE": str(own_key_file(folder))}


@click.group()
@click.pass_context
def keys(ctx: click.Context) -> None:
    """The keys that seal health data, files and second factors."""
    if ctx.invoked_subcommand != "new":  # a first key is needed before anything can start
        reach_database(ctx)


@keys.command()
def new() -> None:
    """Print a new key, for WIR_KEYS on machines that keep no key file."""
    click.echo(_new_key())


@keys.command(name="list")
def show() -> None:
    """What each key seals; while a rotation runs, how far it is. The last key is the one in use."""
    counts = _counts()
    ids = _ids()
    for key_id in ids:
        use = "seals what is new" if key_id == ids[-1] else "opens only"
        click.echo(f"{key_id}  {counts.pop(key_id, 0):>8} values  {use}")
    if earlier := counts.pop(member("wir.accounts.adapters.secrets", "EARLIER"), 0):
        click.echo(
            f"WIR_SECRET_KEY  {earlier} values of an earlier version; they get a key with: wir keys rotate"
        )
    for key_id, count in sorted(counts.items()):
        click.echo(f"{key_id}  {count:>8} values  MISSING: nobody can read them without this key")


@keys.command()
def add() -> None:
    """Add a new key to the key file; from this moment it seals what is new."""
    file = _file()
    _write(file, [*file.read_text().split(), _new_key()])
    click.echo(f"The key {_ids()[-1]} seals from now on. Back up {file}, then: wir keys rotate")


@keys.command()
@click.option(
    "--here", is_flag=True, help="In this process, with a bar, instead of in the background worker."
)
def rotate(*, here: bool) -> None:
    """Seal everything with the newest key, in small steps, while the site runs; can be repeated at any time."""
    networks: list[UUID] = member("wir.network.queries", "network_ids")()
    renewed = member("wir.accounts.adapters.secrets", "reseal_secrets")()
    click.echo(f"{renewed} second factors sealed anew.")
    if here:
        reseal = member("wir.files.tasks", "reseal")
        with click.progressbar(networks, label="Networks") as bar:
            done = sum(reseal(network_id=str(network_id)) for network_id in bar)
        click.echo(f"{done} values sealed anew.")
    else:
        for network_id in networks:
            member("wir.kit.jobs", "enqueue")("files.reseal", network_id=network_id)
        click.echo(f"The worker goes through {len(networks)} networks. How far it is: wir keys list")


@keys.command()
@click.argument("key_id")
def retire(key_id: str) -> None:
    """Take a key out of the key file, if nothing is sealed with it any more."""
    ids = _ids()
    if key_id not in ids:
        raise click.ClickException(f"There is no key {key_id}. wir keys list shows those that are.")
    if key_id == ids[-1]:
        raise click.ClickException(f"{key_id} is the key in use. Add a new one first: wir keys add")
    if left := _counts()[key_id]:
        raise click.ClickException(f"{left} values are sealed with {key_id}. First: wir keys rotate")
    file = _file()
    _write(file, [key for key, name in zip(file.read_text().split(), ids, strict=True) if name != key_id])
    click.echo(
        f"{key_id} is gone. Backups made before the rotation need it: keep it as long as you keep them."
    )


def _counts() -> Counter[str]:
    """Over all networks, so asked as a job."""
    acting, actor = member("wir.kit.acting", "acting"), member("wir.kit.acting", "Actor")
    with acting(actor(kind=member("wir.kit.acting", "ActorKind").JOB)):
        counts: Counter[str] = member("wir.files.queries", "counts_by_key")()
        counts.update(member("wir.accounts.adapters.secrets", "counts_by_key")())
    return counts


def _ids() -> tuple[str, ...]:
    ids: tuple[str, ...] = member("wir.kit.sealing", "ring")().ids
    return ids


def _file() -> Path:
    settings = member("django.conf", "settings")
    if settings.WIR_KEYS or not settings.WIR_KEY_FILE:
        raise click.ClickException(
            "The keys stand in WIR_KEYS, so this command cannot change them. `wir keys new` prints a key: put it"
            " at the end of WIR_KEYS on every machine and restart site and worker. To retire one, take it out there."
        )
    return Path(settings.WIR_KEY_FILE)


def _new_key() -> str:
    key: str = member("wir.kit.sealing", "new_key")()
    return key


def _write(file: Path, lines: list[str]) -> None:
    """Write whole and at once: the site may read it at this moment."""
    unfinished = file.with_name(f"{file.name}.new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write("".join(f"{line}\n" for line in lines))
        out.flush()
        os.fsync(out.fileno())
    unfinished.replace(file)
