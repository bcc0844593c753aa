"""A list of people comes in: looked at first, then taken over in one transaction."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import PurePath
from uuid import UUID

from django.db import connection, transaction

from wir.kit.acting import Actor
from wir.network.models import Project
from wir.people.actions.persons import add_person
from wir.people.adapters.lists import read_list
from wir.people.models import ListPreview
from wir.people.queries.lists import RowState, look_at
from wir.people.rules.facts import Origin
from wir.people.rules.takeover import new_person
from wir.privacy import actions as privacy

KEPT = timedelta(days=1)
"""How long an uploaded list is kept."""


class CannotConfirm(Exception):
    """The list was confirmed before, or is no longer kept."""


@transaction.atomic
def preview_list(*, project: Project, content: bytes, name: str, actor: Actor) -> ListPreview:
    """Keep an uploaded list for the look before the take-over; no person is written.

    Raises CannotReadList, and keeps nothing, when the file is no list.
    """
    read_list(content, name=name)
    preview = ListPreview.objects.create(
        network_id=project.network_id,
        carrier_id=project.carrier_id,
        project=project,
        content=content,
        file_type=PurePath(name).suffix.lower()[:5],
        digest=sha256(content).hexdigest(),
        uploaded_by=actor.id,
    )
    privacy.record(
        actor=actor, verb="people.list_uploaded", network_id=project.network_id, list=str(preview.pk)
    )
    return preview


@transaction.atomic
def confirm_list(
    *, preview_id: UUID, project: Project, today: date, at: datetime, actor: Actor
) -> ListPreview:
    """Take over every row that is new; known people are left as they are, refused rows are counted.

    All of it or nothing. Raises CannotConfirm when the list was taken over before: then nothing is written.
    """
    preview = ListPreview.objects.visible_to(actor).select_for_update().get(pk=preview_id)
    if preview.confirmed_at is not None or not preview.content:
        raise CannotConfirm
    _one_list_at_a_time(preview.project_id)
    rows = look_at(actor, preview, today=today).rows
    for row in rows:
        if row.state is RowState.NEW:
            add_person(
                project=project, values=new_person(row.values), origin=Origin.LIST, today=today, actor=actor
            )
    preview.confirmed_at = at
    preview.created_count = sum(row.state is RowState.NEW for row in rows)
    preview.known_count = sum(row.state is RowState.KNOWN for row in rows)
    preview.refused_count = sum(row.state is RowState.REFUSED for row in rows)
    preview.save()
    privacy.record(
        actor=actor,
        verb="people.list_confirmed",
        network_id=preview.network_id,
        list=str(preview.pk),
        created=preview.created_count,
        known=preview.known_count,
        refused=preview.refused_count,
    )
    return preview


def _one_list_at_a_time(project_id: UUID) -> None:
    """Wait until no other list of the sub-project is being taken over: both would find the same people new."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"list/{project_id}"])


@transaction.atomic(savepoint=False)
def note_refused_read(*, preview: ListPreview, number: int, actor: Actor) -> None:
    """Write down that somebody took the refused rows of a list away; names stand in them."""
    privacy.note_reading(
        actor=actor,
        verb="people.refused_rows_downloaded",
        network_id=preview.network_id,
        list=str(preview.pk),
        number=number,
    )


@transaction.atomic
def discard_old_lists(*, network_id: UUID, now: datetime, actor: Actor) -> int:
    """Empty lists older than a day, confirmed or not; return how many."""
    old = ListPreview.objects.visible_to(actor).filter(network_id=network_id, uploaded_at__lt=now - KEPT)
    emptied = old.exclude(content=b"").update(content=b"")
    if emptied:
        privacy.record(actor=actor, verb="people.lists_discarded", network_id=network_id, count=emptied)
    return emptied
