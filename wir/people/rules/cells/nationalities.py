"""Nationalities as words, adjectives or codes, one or several in a cell."""

import re

from rapidfuzz import fuzz, process

from wir.people.rules.nations import AMBIGUOUS, STATELESS, UNSPECIFIED, nationality_words
from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading, unreadable
from wir.people.rules.spelling import plain

GUESS = 85.0  # per cent of equal letters
CLEAR_LEAD = 6.0
SHORTEST_GUESS = 5  # letters
_PARTS = re.compile(r"[/;,\n&+|()]")
_AND = re.compile(r"\b(?:und|and|u\.|sowie)(?=\s)", re.IGNORECASE)
_UNANSWERED = frozenset({"", "k a", "keine angabe"})


def read_nationalities(cell: Cell) -> Reading[tuple[str, ...]]:
    """Return all nationalities as ISO 3166-1 alpha-3, XXA stateless, XXX not clarified, in the order written.

    What was not understood stands in the parameter 'rest'; what was understood is still given.
    """
    if (stop := unreadable(cell)) is not None:
        return stop
    text = as_text(cell)
    if plain(text) in _UNANSWERED:
        return Reading(original=text)
    found: list[str] = []
    doubts: list[tuple[ProblemCode, str, str]] = []
    for word in _words(text):
        code, doubt, choice = _nationality(word)
        if code and code not in found:
            found.append(code)
        if doubt:
            doubts.append((doubt, word.strip(), choice))
    if len(found) > 1 and not doubts and {STATELESS, UNSPECIFIED} & set(found):
        doubts.append((ProblemCode.NATIONALITY_AMBIGUOUS, text, " ".join(found)))
    return _reading(tuple(found), doubts, text)


def _reading(
    found: tuple[str, ...], doubts: list[tuple[ProblemCode, str, str]], text: str
) -> Reading[tuple[str, ...]]:
    if not doubts:
        return Reading(found or None, original=text)
    code, _, choice = doubts[0]
    params = [("rest", ", ".join(word for _, word, _ in doubts))]
    if choice:
        params.insert(0, ("choice", choice))
    return Reading(found or None, code, text, tuple(params))


def _words(text: str) -> list[str]:
    """Part a cell where it lists several, but not inside names such as 'Bosnien und Herzegowina'."""
    if _known(text):
        return [text]
    words = []
    for part in _PARTS.split(text):
        words += [part] if _known(part) else _AND.split(part)
    return [word for word in words if plain(word)]


def _known(text: str) -> bool:
    return plain(text) in nationality_words()


def _nationality(text: str) -> tuple[str | None, ProblemCode | None, str]:
    word = plain(text)
    if word in AMBIGUOUS:
        return None, ProblemCode.NATIONALITY_AMBIGUOUS, " ".join(AMBIGUOUS[word])
    if code := nationality_words().get(word):
        return code, None, ""
    if len(word) < SHORTEST_GUESS:
        return None, ProblemCode.NATIONALITY_UNKNOWN, ""
    return _guess(word)


def _guess(word: str) -> tuple[str | None, ProblemCode, str]:
    words = nationality_words()
    best: dict[str, float] = {}
    for known, score, _ in process.extract(
        word, words.keys(), scorer=fuzz.ratio, score_cutoff=GUESS, limit=12
    ):
        if len(known) >= SHORTEST_GUESS:
            best[words[known]] = max(best.get(words[known], 0.0), score)
    if not best:
        return None, ProblemCode.NATIONALITY_UNKNOWN, ""
    top = max(best.values())
    rivals = sorted(code for code, score in best.items() if top - score < CLEAR_LEAD)
    if len(rivals) > 1:
        return None, ProblemCode.NATIONALITY_AMBIGUOUS, " ".join(rivals)
    return rivals[0], ProblemCode.NATIONALITY_GUESSED, rivals[0]
