"""``wir post``: send what waits, see what failed."""

from __future__ import annotations

import click
from django.utils import timezone

from wir.kit.acting import acting
from wir.post import actions, queries


@click.group()
def post() -> None:
    """Mail and text messages."""


@post.command()
def send() -> None:
    """Send now what is due, as the worker does every minute."""
    now = timezone.now()
    sent = sum(actions.send_due(network_id, now) for network_id in queries.networks_with_due(now))
    click.echo(f"{sent} sent")


@post.command()
@click.option("--again", is_flag=True, help="Put them back into the outbox.")
def failed(again: bool) -> None:
    """List messages that were given up: id, way, why, since when; no address and no word of them."""
    now = timezone.now()
    for network_id in queries.networks_with_failed():
        with acting(queries.as_sender(network_id)) as operator:
            for message in queries.failed_of(network_id):
                click.echo(
                    f"{message.pk}  {message.channel:<5} {message.failure:<12} {message.done_at:%Y-%m-%d %H:%M}"
                )
                if again:
                    actions.try_again(message=message, now=now, actor=operator)
