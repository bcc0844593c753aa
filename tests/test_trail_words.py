"""Every deed has its sentence."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from wir.network.rules import Role
from wir.privacy.queries import PURPOSES, SENTENCES, sentence_of, words_of_roles
from wir.privacy.queries.words import FUNCTIONS
from wir.privacy.rules import Purpose

WIR = Path(__file__).parents[1] / "wir"


JOBS = {"post.deliver"}
"""Names of jobs, which look like verbs and are none."""


def verbs_in_the_code() -> set[str]:
    """Texts in actions that look like ``app.deed``."""
    return {
        node.value
        for path in [*WIR.glob("*/actions.py"), *WIR.glob("*/actions/*.py")]
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+\.[a-z]+(_[a-z]+)*", node.value)
        and (WIR / node.value.partition(".")[0]).is_dir()
        and node.value not in JOBS
    }


def test_every_verb_in_the_code_has_a_sentence_and_every_sentence_a_verb() -> None:
    found = verbs_in_the_code()

    assert found - set(SENTENCES) == set(), "without a sentence in wir/privacy/queries/words.py"
    assert set(SENTENCES) - found == set(), "a sentence for a verb that nobody writes"


def test_every_role_and_purpose_has_words() -> None:
    assert set(FUNCTIONS) == {role.value for role in Role}
    assert set(PURPOSES) == set(Purpose)


def test_sentences_are_german_and_name_the_page_that_was_read() -> None:
    assert (
        sentence_of("people.file_read", {"page": "counselling:contacts"})
        == "Die Akte wurde gelesen: „Kontakte“."
    )
    assert sentence_of("people.file_read", {"page": "people:procedure"}) == "Die Akte wurde gelesen."
    assert sentence_of("unknown.verb", {}) == "unknown.verb"


def test_functions_stand_for_names() -> None:
    assert words_of_roles("user", "advisor,project_lead") == "Beratung, Leitung des Teilprojekts"
    assert words_of_roles("user", "") == "Personal"
    assert words_of_roles("job", "") == "Das Programm selbst"
