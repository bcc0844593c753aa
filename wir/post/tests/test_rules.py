from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wir.kit.languages import SPOKEN
from wir.post.adapters.templates import languages, words_of
from wir.post.rules import LONGEST_WAIT, MOST_ATTEMPTS, Template, international, pause_after, telling_words
from wir.post.tests.make import VALUES

WRITTEN = [template for template in Template if template is not Template.MAIL]


@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize("template", WRITTEN)
def test_a_message_says_when_and_where_and_nothing_else(template: Template, language: str) -> None:
    words = words_of(template, language, VALUES)
    text = "\n".join([words.title, *words.lines])

    assert language in SPOKEN
    assert "{" not in text
    assert VALUES["day"] in words.lines[0]
    assert VALUES["time"] in words.lines[0]
    assert telling_words([text]) == []
    assert (len(words.lines) == 1) is (language in {"de", "de-simple"})


def test_a_language_without_templates_gets_german() -> None:
    assert words_of(Template.CANCELLED, "hy", VALUES).lines == (
        "Der Termin am 25.11.2026 um 14:30 Uhr fällt aus.",
    )


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("Flüchtlingsberatung, Raum 3", ["Flücht", "beratung"]),
        ("Jobcenter Altona", ["Jobcenter"]),
        ("WIR, Hafenstraße 1", ["WIR"]),
        ("Wirtshausweg 1", []),
    ],
)
def test_what_would_tell_a_stranger_why_is_found(place: str, told: list[str]) -> None:
    assert telling_words([place]) == told


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("0171 234 56 78", "+491712345678"),
        ("+49 (0)171/2345678", "+491712345678"),
        ("0043 660 1234567", "+436601234567"),
        ("171234", None),
        ("ruf an", None),
        ("", None),
    ],
)
def test_a_number_is_written_as_networks_take_it(typed: str, taken: str | None) -> None:
    assert international(typed) == taken


@given(st.text())
def test_whatever_is_typed_a_number_is_one_or_none(typed: str) -> None:
    found = international(typed)

    assert found is None or (found[0] == "+" and found[1:].isdecimal())


def test_pauses_grow_and_end() -> None:
    pauses = [pause_after(attempt) for attempt in range(1, MOST_ATTEMPTS + 1)]

    assert pauses[:3] == [timedelta(minutes=2), timedelta(minutes=4), timedelta(minutes=8)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_WAIT
