"""Background work of this app: accounts whose last role has ended are switched off."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from wir.kit.acting import Actor, ActorKind, acting
from wir.network import actions
from wir.network.queries import users_without_role


@app.periodic(cron="20 2 * * *")
@app.task(name="network.nightly", lock="network", queueing_lock="network.nightly")
def nightly(timestamp: int) -> None:
    """Switch off who works nowhere any more, and sign them out."""
    found = users_without_role(timezone.localdate())
    if found:
        with acting(Actor(kind=ActorKind.JOB)) as machine:
            actions.switch_off_accounts(user_ids=found, actor=machine)
