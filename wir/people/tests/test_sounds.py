"""Names in any script against their usual Latin spellings, and names that must not be taken for each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wir.people.rules.sounds import same_name, share_of_words, sound_keys, words_of
from wir.people.tests import spellings
from wir.people.tests.spellings import pairs


@pytest.mark.parametrize("script", ["ARABIC", "PERSIAN", "CYRILLIC", "GEEZ", "LATIN"])
def test_spellings_of_one_name_are_found_by_a_shared_key_and_are_one_name(script: str) -> None:
    tried = [(words_of(one), words_of(other)) for one, other in pairs(getattr(spellings, script))]

    assert len(tried) >= 60
    assert [
        (one, other)
        for one, other in tried
        if not (sound_keys(one[0]) & sound_keys(other[0]) and same_name(one[0], other[0]))
    ] == []


def test_different_names_do_not_collapse() -> None:
    names = spellings.APART.split()
    alike = {
        (one, other) for one, other in combinations(names, 2) if same_name(one.casefold(), other.casefold())
    }

    assert {tuple(sorted(pair)) for pair in alike} == {tuple(sorted(pair)) for pair in spellings.ALIKE}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Abd al-Karim", ["abdul", "karim"]),
        ("Abdelkarim", ["abdul", "karim"]),
        ("عبد الكريم", ["عبدل", "کریم"]),
        ("Abdullah", ["abdullah"]),
        ("عبد الله", ["عبدالله"]),
        ("O’Brien al-Hassan", ["obrien", "hassan"]),
        ("مُحَمَّد", ["محمد"]),
        ("7 % -", []),
    ],
)
def test_names_are_taken_apart(name: str, words: list[str]) -> None:
    assert words_of(name) == words


def test_the_share_of_words_found_again_does_not_depend_on_their_order() -> None:
    assert share_of_words(words_of("جمال حسين"), words_of("Hussain, Gamal Ali")) == 1.0
    assert share_of_words(words_of("Gamal Petrov"), words_of("جمال حسين")) == 0.5
    assert share_of_words([], words_of("Gamal")) == 0.0


@given(st.text(max_size=30))
def test_any_text_has_keys_of_bounded_number_and_is_itself(text: str) -> None:
    for word in words_of(text):
        assert len(sound_keys(word)) <= 24
        assert same_name(word, word)
