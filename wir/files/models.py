"""Stored files: what is known about each, and apart from it its encrypted pieces.

About a subject by id, as tasks are, so that every app above can keep files. The content lies in the database: one
backup, one transaction, one wall; a row never stands without its content, and no content lies about without a row.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wir.files.rules import FileKind, MediaType, Scan
from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.fields import SealedBytesField, SealedTextField
from wir.kit.ids import new_id
from wir.kit.purposes import personal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KINDS: dict[StrEnum, _StrPromise] = {
    FileKind.RESIDENCE: _("Residence paper"),
    FileKind.PASSPORT: _("Passport or its substitute"),
    FileKind.CV: _("CV"),
    FileKind.CERTIFICATE: _("Certificate or proof"),
    FileKind.REFERENCE: _("Reference of an employer"),
    FileKind.LANGUAGE: _("Language certificate"),
    FileKind.TRANSLATION: _("Translation"),
    FileKind.CONTRACT: _("Contract"),
    FileKind.NOTICE: _("Notice or letter of an authority"),
    FileKind.CONSENT: _("Consent, signed on paper"),
    FileKind.OTHER: _("Other document"),
}
"""Words for the screen; they stand here because other apps say which papers are missing."""


class StoredFileQuerySet(models.QuerySet["StoredFile"]):
    """Filters on stored files."""

    def visible_to(self, actor: Actor) -> Self:
        """Files of the actor's sub-projects and about people released to them."""
        here = self.filter(network_id__in=actor.networks)
        mine = models.Q(project_id__in=actor.projects)
        return here.filter(mine | models.Q(subject_id__in=actor.subjects) if actor.subjects else mine)


class StoredFile(models.Model):
    """A file about a person: what it is, and the sealed key that its pieces are encrypted with."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    kind = personal(models.CharField(max_length=20, choices=codes(FileKind)), "counselling")
    name = personal(SealedTextField(), "counselling")
    """As given, made harmless; people's names stand in it."""
    media_type = models.CharField(max_length=80, choices=codes(MediaType))
    size = models.PositiveIntegerField()
    """Bytes as stored; pictures are drawn anew."""
    fingerprint = personal(models.BinaryField(), "counselling")
    """Keyed hash of what was sent, to know the same file again (``kit.sealing.fingerprints``)."""
    content_key = SealedBytesField()
    """The key of this file alone; when the house's keys change, only this is sealed anew."""
    scan = models.CharField(max_length=20, choices=codes(Scan))
    valid_until = personal(models.DateField(null=True), "counselling")
    """Last day on which the paper in it is valid."""
    uploaded_by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"),
        "counselling",
        "security",
    )
    uploaded_on = personal(models.DateField(), "counselling", "security")

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "subject_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["network_id", "project_id", "subject_id", "fingerprint"], name="file_once_per_subject"
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="file_has_content"),
        ]

    def __str__(self) -> str:
        return f"file {self.pk}"

    def is_current(self, day: date) -> bool:
        """Whether the paper in it is valid on the day, as far as anybody wrote down."""
        return self.valid_until is None or day <= self.valid_until


class FileChunk(models.Model):
    """A piece of a file's content, encrypted with the file's own key; its number and being the last are in the seal."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField()
    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="chunks", db_index=False)
    number = models.PositiveIntegerField()
    content = personal(models.BinaryField(), "counselling")

    objects: models.Manager[FileChunk] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="chunk_once_per_number"),
        ]

    def __str__(self) -> str:
        return f"chunk {self.pk}"
