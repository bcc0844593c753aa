"""Uploaded files stay in memory and nowhere else: lists of people leave no temporary files behind."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

if TYPE_CHECKING:
    from django.http import HttpRequest


class BoundedMemoryUploadHandler(FileUploadHandler):
    """Keeps at most ``FILE_UPLOAD_MAX_MEMORY_SIZE`` bytes of a request's files; of what is beyond it only counts.

    A file that does not fit still arrives in the form, empty but with its true ``size``, so that the form can say
    what is wrong with it; a cut connection would leave the reader with an error page of the browser.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._room = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        self._content = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep the bytes as long as the whole file fits into the room that is left."""
        if start + len(raw_data) <= self._room:
            self._content.write(raw_data)
        elif self._content.tell():
            self._content = BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Return the file, without content if it did not fit."""
        content, self._content = self._content, BytesIO()
        self._room -= content.tell()
        content.seek(0)
        return InMemoryUploadedFile(
            content,
            self.field_name,
            self.file_name,
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )
