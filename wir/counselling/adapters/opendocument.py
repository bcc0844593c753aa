"""A letter as a text document for LibreOffice and Word: OpenDocument (ISO/IEC 26300, OASIS ODF 1.3).

Such a file is a ZIP with its media type first and uncompressed, a list of its parts, and the content.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.template.loader import render_to_string

if TYPE_CHECKING:
    from wir.counselling.rules.letters import Written

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
  <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MEDIA_TYPE}"/>
  <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


def document_of(letter: Written) -> bytes:
    """Return the letter as an ODT file."""
    content = render_to_string("counselling/letter.odt.xml", {"letter": letter})
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as parts:
        parts.writestr(ZipInfo("mimetype"), MEDIA_TYPE, ZIP_STORED)
        parts.writestr("META-INF/manifest.xml", _MANIFEST)
        parts.writestr("content.xml", content)
    return packed.getvalue()
