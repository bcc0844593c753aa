"""Limits and names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cast import TODAY
from wir.files.rules import MAX_BYTES, MAX_NAME, FileProblem, MediaType, clean_name, obstacles_to_file


@pytest.mark.parametrize(
    ("size", "stored", "known", "valid_until", "problems"),
    [
        (1, 0, False, None, []),
        (MAX_BYTES, 199, False, TODAY, []),
        (0, 0, False, None, [FileProblem.EMPTY]),
        (MAX_BYTES + 1, 0, False, None, [FileProblem.TOO_LARGE]),
        (1, 200, False, None, [FileProblem.TOO_MANY]),
        (1, 1, True, None, [FileProblem.ALREADY_THERE]),
        (1, 0, False, TODAY - timedelta(days=1), [FileProblem.VALID_UNTIL_PAST]),
    ],
)
def test_what_stands_in_the_way(
    size: int, stored: int, known: bool, valid_until: date | None, problems: list[FileProblem]
) -> None:
    found = obstacles_to_file(size=size, stored=stored, known=known, valid_until=valid_until, today=TODAY)

    assert found == problems


@pytest.mark.parametrize(
    ("given_name", "media_type", "name"),
    [
        ("Lebenslauf.pdf", MediaType.PDF, "Lebenslauf.pdf"),
        ("Aufenthaltstitel Müller.JPEG", MediaType.JPEG, "Aufenthaltstitel Müller.jpg"),
        ("سيرة ذاتية.pdf", MediaType.PDF, "سيرة ذاتية.pdf"),
        ("../../etc/passwd", MediaType.PDF, "passwd.pdf"),
        ("C:\\Windows\\system32\\cmd.exe", MediaType.PDF, "cmd.exe.pdf"),
        ("rechnung.pdf.exe", MediaType.PDF, "rechnung.pdf.exe.pdf"),
        ("scan\u202egpj.exe", MediaType.JPEG, "scan gpj.exe.jpg"),
        ("a\r\nSet-Cookie: x=1.pdf", MediaType.PDF, "a Set-Cookie_ x=1.pdf"),
        ('x"; filename="evil.html', MediaType.PDF, "x_; filename=_evil.html.pdf"),
        ("", MediaType.PNG, "Datei.png"),
        (".pdf", MediaType.PDF, "pdf.pdf"),
        ("...", MediaType.PDF, "Datei.pdf"),
        ("nul\0byte.pdf", MediaType.PDF, "nul byte.pdf"),
        ("x" * 400 + ".pdf", MediaType.PDF, "x" * 116 + ".pdf"),
        ("bild.png", MediaType.JPEG, "bild.jpg"),
    ],
)
def test_a_hostile_name_becomes_a_harmless_one(given_name: str, media_type: MediaType, name: str) -> None:
    assert clean_name(given_name, media_type) == name


@settings(deadline=None)
@given(st.text())
def test_any_name_fits_and_holds_nothing_that_steers(given_name: str) -> None:
    name = clean_name(given_name, MediaType.PDF)

    assert name.endswith(".pdf")
    assert 4 < len(name) <= MAX_NAME
    assert not set(name) & set('/\\:*?"<>|%\0\r\n\u202e\u200f')
    assert not name.startswith((".", " "))
