"""One file comes in, is handed out, goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from wir.files import queries
from wir.files.adapters import contents, pieces, scanner
from wir.files.adapters.refusals import UnfitFile
from wir.files.models import FileChunk, StoredFile
from wir.files.rules import FileKind, FileProblem, clean_name, obstacles_to_file
from wir.kit.acting import Actor
from wir.kit.sealing import fingerprints
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose

PIECES_A_STATEMENT = 32


class CannotStore(Exception):
    """The file is not stored; ``problems`` says why, ``detail`` what was found in it."""

    def __init__(self, problems: Sequence[FileProblem], detail: str = "") -> None:
        super().__init__(", ".join(problems))
        self.problems = problems
        self.detail = detail


@transaction.atomic
def store_file(
    *,
    place: tuple[UUID, UUID],
    subject_id: UUID,
    kind: FileKind,
    name: str,
    data: bytes,
    valid_until: date | None,
    today: date,
    actor: Actor,
) -> StoredFile:
    """Keep a file about a person (``place`` is network, sub-project), encrypted; pictures are drawn anew.

    Raises CannotStore, and keeps nothing, when it is too large, there already, not of a kind that may be stored,
    does something by itself, or a scanner found something in it.
    """
    _one_at_a_time(subject_id)
    problems = obstacles_to_file(
        size=len(data),
        stored=queries.files_of(actor, subject_id).count(),
        known=queries.same_content(actor, subject_id, data) is not None,
        valid_until=valid_until,
        today=today,
    )
    if problems:
        raise CannotStore(problems)
    try:
        scan = scanner.scanned(data)
        content = contents.examined(data)
    except UnfitFile as unfit:
        raise CannotStore([unfit.problem], unfit.detail) from unfit

    network_id, project_id = place
    stored = StoredFile.objects.create(
        network_id=network_id,
        project_id=project_id,
        subject_id=subject_id,
        kind=kind.value,
        name=clean_name(name, content.media_type),
        media_type=content.media_type.value,
        size=len(content.body),
        fingerprint=fingerprints(data, place=str(subject_id))[0],
        content_key=pieces.new_content_key(),
        scan=scan.value,
        valid_until=valid_until,
        uploaded_by_id=actor.id,
        uploaded_on=today,
    )
    _keep(stored, content.body)
    privacy.record(
        actor=actor,
        verb="files.file_stored",
        network_id=network_id,
        subject_id=subject_id,
        file=str(stored.pk),
        kind=kind.value,
        scan=scan.value,
    )
    return stored


@transaction.atomic
def hand_out(*, stored: StoredFile, purpose: str, actor: Actor) -> Iterator[bytes]:
    """Record that the actor opens the file, and return its content piece by piece."""
    privacy.note_reading(
        actor=actor,
        verb="files.file_opened",
        network_id=stored.network_id,
        subject_id=stored.subject_id,
        purpose=Purpose(purpose),
        file=str(stored.pk),
    )
    return queries.content_of(actor, stored)


@transaction.atomic
def remove_file(*, stored: StoredFile, actor: Actor) -> None:
    """Delete a file and its content; the audit line stays."""
    StoredFile.objects.visible_to(actor).filter(pk=stored.pk).delete()
    privacy.record(
        actor=actor,
        verb="files.file_removed",
        network_id=stored.network_id,
        subject_id=stored.subject_id,
        file=str(stored.pk),
        kind=stored.kind,
    )


def _keep(stored: StoredFile, body: bytes) -> None:
    FileChunk.objects.bulk_create(
        [
            FileChunk(
                network_id=stored.network_id,
                project_id=stored.project_id,
                subject_id=stored.subject_id,
                file=stored,
                number=number,
                content=piece,
            )
            for number, piece in enumerate(pieces.encrypted(body, key=stored.content_key))
        ],
        batch_size=PIECES_A_STATEMENT,
    )


def _one_at_a_time(subject_id: UUID) -> None:
    """Wait for another upload about the same person: both would find the last free place, or the same file new."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"files/{subject_id}"])
