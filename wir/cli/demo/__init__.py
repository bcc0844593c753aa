"""The demonstration: two invented networks, filled through the real import and the real actions."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import click
import django
from django.utils import timezone

from wir.cli.demo.staff import SIGN_INS, found_networks
from wir.cli.demo.stories import tell_stories

__all__ = ["SIGN_INS", "demo", "load_demonstration"]


def load_demonstration() -> None:
    """Found the networks, bring in the lists of ``examples/``, and let two years pass.

    The sub-projects know nothing of each other, so their stories are told in as many processes as there are cores.
    """
    today = timezone.localdate()
    homes = list(found_networks(today))
    with ProcessPoolExecutor(
        os.cpu_count(), mp_context=get_context("spawn"), initializer=django.setup
    ) as processes:
        list(processes.map(partial(tell_stories, today=today), homes))


@click.command()
def demo() -> None:
    """Build the demonstration networks in an empty database."""
    load_demonstration()
    for role, email, password in SIGN_INS:
        click.echo(f"{role}: {email} / {password}")
