"""From bytes to what may be stored: sniffed by content, then looked through by those who know the format."""

from __future__ import annotations

from dataclasses import dataclass

import puremagic

from wir.files.adapters import offices, pdfs, pictures
from wir.files.adapters.refusals import UnfitFile
from wir.files.rules import PICTURES, FileProblem, MediaType

_HEAD = 4096  # bytes in which a web page or picture of lines says what it is
_PAGES = (b"<html", b"<!doctype", b"<svg", b"<script", b"<?xml", b"<?php")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # compound file: .doc, .xls, and encrypted .docx too
_SIGNS = {
    b"%PDF-": MediaType.PDF,
    b"\xff\xd8\xff": MediaType.JPEG,
    b"\x89PNG\r\n\x1a\n": MediaType.PNG,
}
_ZIP = b"PK\x03\x04"
_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"})


@dataclass(frozen=True, slots=True)
class Content:
    """What is stored: pictures are new ones, everything else is as it came."""

    media_type: MediaType
    body: bytes


def examined(data: bytes) -> Content:
    """Return the content to store; raises UnfitFile for everything that is not on the list, or not well."""
    media_type = _sniffed(data)
    if media_type in PICTURES:
        return Content(media_type, pictures.drawn_anew(data, media_type))
    if media_type is MediaType.PDF:
        pdfs.check_pdf(data)
    else:
        offices.check_office(data)
    return Content(media_type, data)


def _sniffed(data: bytes) -> MediaType:
    for sign, media_type in _SIGNS.items():
        if data.startswith(sign):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return MediaType.WEBP
    if data.startswith(_ZIP):
        return offices.kind_of(data)
    if data.startswith(_OLD_OFFICE):
        raise UnfitFile(FileProblem.OLD_OFFICE)
    if data[4:8] == b"ftyp" and data[8:12] in _BRANDS:
        raise UnfitFile(FileProblem.HEIC)
    head = data[:_HEAD].replace(b"\0", b"").lower()  # without zeros UTF-16 reads like ASCII
    if any(page in head for page in _PAGES):
        raise UnfitFile(FileProblem.WEB_PAGE)
    raise UnfitFile(FileProblem.UNKNOWN_TYPE, _likely_ending(data))


def _likely_ending(data: bytes) -> str:
    """What it may be instead, for the sentence that refuses it."""
    try:
        return str(puremagic.from_string(data[:_HEAD]))
    except (puremagic.PureError, ValueError):
        return ""
