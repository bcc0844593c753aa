"""What is taken and what is not: decided by content, whatever the name or the sender says."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

import pytest
from PIL import Image

from wir.files.adapters import offices, pdfs, pictures
from wir.files.adapters.contents import examined
from wir.files.adapters.refusals import UnfitFile
from wir.files.rules import FileProblem, MediaType
from wir.files.tests.make import MARK, office, pdf, picture, png_header, zipped

ODT = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": b"<office:document-content/>",
    "META-INF/manifest.xml": b"<manifest:manifest/>",
}


def named(given: object) -> str:
    """Name a case of a test by what is expected, not by the file."""
    return "file" if isinstance(given, bytes) else str(given)


def refusal(data: bytes) -> tuple[FileProblem, str]:
    with pytest.raises(UnfitFile) as caught:
        examined(data)
    return caught.value.problem, caught.value.detail


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pdf(), MediaType.PDF),
        (pdf(packed=b"1 0 <</Type/Page/Contents 4 0 R>>"), MediaType.PDF),
        (office(), MediaType.DOCX),
        (zipped({"[Content_Types].xml": b"<T/>", "xl/workbook.xml": b"<w/>"}), MediaType.XLSX),
        (zipped(ODT), MediaType.ODT),
    ],
    ids=named,
)
def test_a_document_is_taken_as_it_is(data: bytes, media_type: MediaType) -> None:
    content = examined(data)

    assert (content.media_type, content.body) == (media_type, data)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_drawn_anew_without_place_camera_and_what_hangs_behind(form: str) -> None:
    content = examined(picture(form, with_place=True) + b"<script>" + MARK)

    again = Image.open(BytesIO(content.body))
    assert content.media_type.value == f"image/{form.lower()}"
    assert (again.format, again.size, dict(again.getexif())) == (form, (60, 40), {})
    assert MARK not in content.body
    assert b"<script>" not in content.body


def test_a_picture_taken_sideways_is_stored_upright() -> None:
    content = examined(
        picture("JPEG", orientation=6)
    )  # the telephone was turned: rotate clockwise by 90 degrees

    again = Image.open(BytesIO(content.body)).convert("RGB")
    assert again.size == (40, 60)
    top, bottom = again.getpixel((20, 10)), again.getpixel((20, 50))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert (top[0] > 200, top[2] < 100) == (True, True)
    assert (bottom[2] > 200, bottom[0] < 100) == (True, True)


def test_a_large_picture_is_made_legible_for_a_page_not_larger() -> None:
    content = examined(picture("JPEG", size=(6000, 4000)))

    assert Image.open(BytesIO(content.body)).size == (3000, 2000)


def test_a_jpeg_of_a_good_telephone_is_unpacked_at_a_fraction_of_its_size() -> None:
    out = BytesIO()
    Image.new("L", (12_000, 9_000)).save(out, "JPEG")

    assert Image.open(BytesIO(examined(out.getvalue()).body)).size == (3000, 2250)


def test_a_see_through_picture_stays_see_through() -> None:
    out = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(out, "PNG")

    again = Image.open(BytesIO(examined(out.getvalue()).body))
    assert (again.mode, again.getpixel((5, 5))) == ("RGBA", (255, 0, 0, 0))


@pytest.mark.parametrize(
    ("width", "height"), [(6000, 5000), (30_000, 30_000), (2**31 - 1, 1), (60_000, 2_000)]
)
def test_a_picture_that_claims_to_be_huge_is_never_unpacked(width: int, height: int) -> None:
    assert refusal(png_header(width, height)) == (FileProblem.PICTURE_TOO_LARGE, "")


@pytest.mark.parametrize(
    "data",
    [
        picture()[:200],
        picture("PNG")[:60],
        b"\xff\xd8\xff" + bytes(5000),
        b"RIFF\x10\0\0\0WEBPVP8 " + bytes(40),
        png_header(100, 100),
        b"%PDF-1.7\n1 0 obj\n",
        zipped({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<w/>"})[:-30],
        b"PK\x03\x04" + bytes(100),
    ],
    ids=named,
)
def test_a_broken_file_is_refused(data: bytes) -> None:
    assert refusal(data)[0] is FileProblem.BROKEN


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<html><script>alert(1)</script>", FileProblem.WEB_PAGE),
        (b"\xef\xbb\xbf  <!DOCTYPE html><p>x", FileProblem.WEB_PAGE),
        ("<html>".encode("utf-16"), FileProblem.WEB_PAGE),
        (
            b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
            FileProblem.WEB_PAGE,
        ),
        (b"<svg onload='x()'/>", FileProblem.WEB_PAGE),
        (b"\0\0\0\x20ftypheic" + bytes(40), FileProblem.HEIC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), FileProblem.OLD_OFFICE),
        (b"MZ\x90\0" + bytes(200), FileProblem.UNKNOWN_TYPE),
        (b"GIF89a" + bytes(50), FileProblem.UNKNOWN_TYPE),
        (b"#!/bin/sh\nrm -rf /", FileProblem.UNKNOWN_TYPE),
        (b"=cmd|' /C calc'!A0;x", FileProblem.UNKNOWN_TYPE),
        (b"\0" * 100, FileProblem.UNKNOWN_TYPE),
        (b"x %PDF-1.7 " + pdf(), FileProblem.UNKNOWN_TYPE),
        (zipped({"a.txt": b"x"}), FileProblem.UNKNOWN_TYPE),
        (zipped({"mimetype": b"application/x-evil", "content.xml": b"<a/>"}), FileProblem.UNKNOWN_TYPE),
    ],
    ids=named,
)
def test_what_is_not_on_the_list_is_refused(data: bytes, problem: FileProblem) -> None:
    assert refusal(data)[0] is problem


def test_a_refusal_names_what_the_file_seems_to_be() -> None:
    assert refusal(b"GIF89a" + bytes(50)) == (FileProblem.UNKNOWN_TYPE, ".gif")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (pdf(b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "JavaScript"),
        (pdf(b"/OpenAction<</S /Java#53cript /JS (x)>>"), "JavaScript"),
        (pdf(b"/AA<</O<</S/Launch/F(cmd.exe)>>>>"), "Launch"),
        (pdf(b"/Names<</EmbeddedFiles 9 0 R>>"), "EmbeddedFiles"),
        (pdf(b"/AcroForm<</XFA [ (template) 9 0 R ]>>"), "XFA"),
        (pdf(packed=b"9 0 <</S/JavaScript/JS(app.alert(1))>>"), "JavaScript"),
        (pdf(packed=b" " * 262_140 + b"<</S/JavaScript>>" + b" " * 500_000), "JavaScript"),
    ],
    ids=named,
)
def test_a_pdf_that_does_something_by_itself_is_refused(data: bytes, found: str) -> None:
    assert refusal(data) == (FileProblem.ACTIVE_PDF, found)


def test_a_pdf_with_a_goal_for_its_first_page_is_taken() -> None:
    data = pdf(b"/OpenAction[2 0 R/Fit]/PageMode/UseOutlines")

    assert examined(data).body == data


def test_a_protected_pdf_is_refused_because_nobody_can_look_into_it() -> None:
    assert refusal(pdf() + b"trailer<</Encrypt 5 0 R>>\n%%EOF")[0] is FileProblem.PROTECTED


def test_a_pdf_that_unpacks_to_too_much_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "MAX_UNPACKED", 1_000_000)

    assert refusal(pdf(packed=bytes(1_000_001)))[0] is FileProblem.BOMB
    assert examined(pdf(packed=bytes(999_000))).media_type is MediaType.PDF


def test_a_pdf_of_too_many_parts_or_escapes_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "MAX_PARTS", 100)
    monkeypatch.setattr(pdfs, "MAX_ESCAPES", 100)

    assert refusal(pdf(b">>stream\n" * 102))[0] is FileProblem.BOMB
    assert refusal(pdf(b"/A#41" * 100))[0] is FileProblem.BOMB
    assert examined(pdf(b"/A#41" * 99)).media_type is MediaType.PDF


def test_a_part_hidden_in_another_part_is_looked_into() -> None:
    hidden = zlib.compress(b"<</S/JavaScript>>")
    body = (
        b">>\nendobj\n5 0 obj\n<</Length 99>>\nstream\nxx 9 0 obj<</Type/ObjStm>>stream\n"
        + hidden
        + b"\nendstream<<"
    )

    assert refusal(pdf(body)) == (FileProblem.ACTIVE_PDF, "JavaScript")


def test_the_pixels_of_a_scan_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "MAX_UNPACKED", 1_000_000)
    pixels = zlib.compress(bytes(5_000_000))
    scan = b"7 0 obj\n<</Subtype/Image/Filter/FlateDecode/Length %d>>\nstream\n" % len(pixels)
    data = pdf().replace(b"trailer", scan + pixels + b"\nendstream\nendobj\ntrailer")

    assert examined(data).body == data


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"word/vbaProject.bin": b"x"}, FileProblem.MACROS),
        ({"word/embeddings/oleObject1.bin": b"x"}, FileProblem.MACROS),
        ({"word/activeX/activeX1.xml": b"<a/>"}, FileProblem.MACROS),
        (
            {"word/_rels/settings.xml.rels": b"<R Type='x/attachedTemplate' Target='http://x'/>"},
            FileProblem.MACROS,
        ),
        ({"word/document.xml": b"<w>DDEAUTO c:\\cmd.exe</w>"}, FileProblem.MACROS),
        ({"word/x.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, FileProblem.BOMB),
        ({"word/x.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encode("utf-16")}, FileProblem.BOMB),
        ({"../../etc/passwd": b"x"}, FileProblem.BROKEN),
        ({"/etc/passwd": b"x"}, FileProblem.BROKEN),
    ],
)
def test_an_office_document_that_does_something_is_refused(
    parts: dict[str, bytes], problem: FileProblem
) -> None:
    assert refusal(office(parts))[0] is problem


def test_macros_of_open_documents_are_refused() -> None:
    assert refusal(zipped(ODT | {"Basic/Standard/Module1.xml": b"<a/>"}))[0] is FileProblem.MACROS


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))

    assert refusal(office({"word/media.xml": bytes(20_000_000)}))[0] is FileProblem.BOMB


def test_a_document_of_too_many_parts_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offices, "MAX_PARTS", 10)

    assert refusal(office({f"word/{number}.xml": b"" for number in range(9)}))[0] is FileProblem.BOMB


def test_a_directory_that_lies_about_sizes_does_not_help() -> None:
    honest = office({"word/long.xml": b"a" * 1_000_000})
    lying = honest.replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert lying != honest
    assert refusal(lying)[0] is FileProblem.BROKEN


def test_a_decoder_that_stumbles_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(pictures, "_redrawn", stumble)

    assert refusal(picture())[0] is FileProblem.BROKEN
