"""What pages ask about stored files; each starts from what the actor may see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from wir.files.adapters import pieces
from wir.files.adapters.pieces import DamagedFile
from wir.files.models import FileChunk, StoredFile, StoredFileQuerySet
from wir.files.rules import FileKind
from wir.kit.acting import Actor, acting
from wir.kit.sealing import fingerprints

PIECES_AT_ONCE = 16
"""How many pieces one look into the database brings: one megabyte."""


def files_of(actor: Actor, subject_id: UUID) -> StoredFileQuerySet:
    """Return the files about a person, newest first, with who brought each."""
    return (
        StoredFile.objects.visible_to(actor)
        .filter(subject_id=subject_id)
        .select_related("uploaded_by")
        .order_by("-uploaded_on", "-id")
    )


def papers_of(actor: Actor, subject_id: UUID) -> list[tuple[FileKind, date | None]]:
    """Return of what kind the files about a person are, and until when the paper in each is valid."""
    rows = StoredFile.objects.visible_to(actor).filter(subject_id=subject_id)
    return [(FileKind(kind), until) for kind, until in rows.values_list("kind", "valid_until")]


def file_or_none(actor: Actor, subject_id: UUID, file_id: UUID) -> StoredFile | None:
    """Return one file about the person."""
    return files_of(actor, subject_id).filter(pk=file_id).first()


def same_content(actor: Actor, subject_id: UUID, content: bytes) -> StoredFile | None:
    """Return the file about the person that came with just this content."""
    prints = fingerprints(content, place=str(subject_id))
    return files_of(actor, subject_id).filter(fingerprint__in=prints).first()


def content_of(actor: Actor, stored: StoredFile) -> Iterator[bytes]:
    """Yield the content piece by piece; asks the database as the actor, in short transactions of its own.

    A slow line so holds no transaction open. Raises DamagedFile when a piece was changed or is missing: what was
    sent before is then shorter than announced, and no browser takes it for the whole.
    """
    key, count = stored.content_key, pieces.number_of_pieces(stored.size)
    for start in range(0, count, PIECES_AT_ONCE):
        numbers = range(start, min(start + PIECES_AT_ONCE, count))
        for number, piece in zip(numbers, _fetched(actor, stored.pk, numbers), strict=True):
            yield pieces.decrypted(piece, key=key, number=number, last=number == count - 1)


def _fetched(actor: Actor, file_id: UUID, numbers: range) -> list[bytes]:
    with acting(actor):
        found = FileChunk.objects.filter(file_id=file_id, number__in=numbers).order_by("number")
        contents = [bytes(content) for content in found.values_list("content", flat=True)]
    if len(contents) != len(numbers):
        raise DamagedFile(f"pieces {numbers.start} to {numbers.stop - 1}")
    return contents
