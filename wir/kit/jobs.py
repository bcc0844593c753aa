"""Background work, on PostgreSQL alone (procrastinate): enqueue by name, in the same transaction."""

from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued


def enqueue(name: str, *, network_id: UUID, **arguments: str) -> None:
    """Ask the worker to run the job ``name`` for one network, if and when this transaction commits.

    The same job for the same arguments waits only once; arguments are ids and codes, never personal data.
    """
    key = "/".join(
        [name, str(network_id), *(f"{field}={value}" for field, value in sorted(arguments.items()))]
    )
    task = app.configure_task(name, queueing_lock=key, lock=key)
    try:
        with transaction.atomic():
            task.defer(network_id=str(network_id), **arguments)
    except AlreadyEnqueued:
        return
