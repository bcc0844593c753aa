"""Languages and levels: 'Arabisch Muttersprache, Deutsch B1, Englisch gut'."""

import re
import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz import fuzz, process

from wir.people.rules.facts import Level
from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading, doubted, unreadable
from wir.people.rules.spelling import plain
from wir.people.rules.tongues import AMBIGUOUS_LANGUAGES, language_words

GUESS = 85.0  # per cent of equal letters
SHORTEST_GUESS = 5  # letters
_PARTS = re.compile(r"[/;,\n&|]|(?<!\w)(?:und|and|sowie|u\.)(?!\w)", re.IGNORECASE)
_RANGE = re.compile(r"(?<!\w)([abc][0-2])(?:\.[12])?\s*(?:/|-|–|bis)\s*([abc][0-2])(?!\w)", re.IGNORECASE)
_LEVEL = re.compile(r"(?<!\w)([abc][0-2])(?:\.[12])?\+?(?!\w)", re.IGNORECASE)
_NATIVE = re.compile(
    r"(?<!\w)(?:muttersprachlich|muttersprachler(?:in)?|muttersprachen?|erstsprache|native|ms)(?!\w)"
)
# Said about a level, but no level of the European framework.
_ABOUT_LEVELS = (
    "gut gute guter sehr etwas wenig grundkenntnisse grundkenntnis fliessend verhandlungssicher kenntnisse mittel"
    " basis anfaenger fortgeschritten niveau level ger kurs zertifikat in wort schrift muendlich schriftlich"
    " schlecht keine good fluent basic very sprache sprachen ca telc goethe dtz zertifiziert spricht perfekt ok"
    " einfach aktuell"
)
_NO_GERMAN = frozenset({"kein", "keine", "keine kenntnisse", "keine deutschkenntnisse", "null", "0"})
_WORDS = frozenset(_ABOUT_LEVELS.split())


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A language by code; ``level`` of the European framework or native, None where the list names none."""

    language: str
    level: Level | None = None


Skills: TypeAlias = tuple[LanguageSkill, ...]
_Doubt: TypeAlias = tuple[ProblemCode, str, str]


def read_languages(cell: Cell, *, default: Level | None = None) -> Reading[Skills]:
    """Return languages in the order written; ``default`` is the level where none is named (mother tongues).

    What was not understood stands in the parameter 'rest'; what was understood is still given.
    """
    if (stop := unreadable(cell)) is not None:
        return stop
    text = unicodedata.normalize("NFKC", as_text(cell))
    skills: dict[str, Level | None] = {}
    doubts: list[_Doubt] = []
    text = _without_ranges(text, doubts)
    for part in _joined(_PARTS.split(text)):
        code, level, doubt = _part(part)
        if doubt:
            doubts.append(doubt)
        if code:
            skills[code] = level or skills.get(code) or default
    return _reading(tuple(LanguageSkill(*skill) for skill in skills.items()), doubts, as_text(cell))


def read_german_level(cell: Cell) -> Reading[Skills]:
    """Return German at the level of a column that asks for nothing else."""
    if (stop := unreadable(cell)) is not None:
        return stop
    if plain(as_text(cell)) in _NO_GERMAN:
        return Reading((LanguageSkill("de", Level.A0),), original=as_text(cell))
    doubts: list[_Doubt] = []
    text = _without_ranges(as_text(cell), doubts)
    levels = [Level(found.upper()) for found in _LEVEL.findall(text)]
    if _NATIVE.search(text.casefold()):
        levels.append(Level.NATIVE)
    if len(levels) != 1:
        return doubted(ProblemCode.LANGUAGE_LEVEL_UNCLEAR, cell)
    return _reading((LanguageSkill("de", levels[0]),), doubts, as_text(cell))


def _reading(skills: Skills, doubts: list[_Doubt], original: str) -> Reading[Skills]:
    if not doubts:
        return Reading(skills or None, original=original)
    code, _, choice = doubts[0]
    params = (("rest", ", ".join(part for _, part, _ in doubts)),)
    return Reading(skills or None, code, original, ((("choice", choice),) if choice else ()) + params)


def _without_ranges(text: str, doubts: list[_Doubt]) -> str:
    """B1/B2 counts as the lower of the two, and is doubted."""

    def lower(found: re.Match[str]) -> str:
        doubts.append((ProblemCode.LANGUAGE_LEVEL_UNCLEAR, found[0], ""))
        return min(found[1], found[2], key=str.upper)

    return _RANGE.sub(lower, text)


def _joined(parts: list[str]) -> list[str]:
    """A part that holds no language belongs to the one before: 'Deutsch, B1'."""
    joined: list[str] = []
    for part in parts:
        if joined and plain(part) and not _language_words_in(part):
            joined[-1] += " " + part
        elif plain(part):
            joined.append(part)
    return joined


def _language_words_in(part: str) -> str:
    without_levels = _LEVEL.sub(" ", part)
    without_levels = _NATIVE.sub(" ", without_levels.casefold())
    return " ".join(word for word in plain(without_levels).split() if word not in _WORDS)


def _part(part: str) -> tuple[str | None, Level | None, _Doubt | None]:
    code, doubt = _language(_language_words_in(part), part.strip())
    level, level_doubt = _level(part)
    return code, level, doubt or level_doubt


def _level(part: str) -> tuple[Level | None, _Doubt | None]:
    levels = [Level(found.upper()) for found in _LEVEL.findall(part)]
    if _NATIVE.search(part.casefold()):
        levels.insert(0, Level.NATIVE)
    if len(levels) > 1:
        return None, (ProblemCode.LANGUAGE_LEVEL_UNCLEAR, part.strip(), "")
    return (levels[0] if levels else None), None


def _language(name: str, part: str) -> tuple[str | None, _Doubt | None]:
    if code := language_words().get(name):
        return code, None
    if name in AMBIGUOUS_LANGUAGES:
        return None, (ProblemCode.LANGUAGE_AMBIGUOUS, part, " ".join(AMBIGUOUS_LANGUAGES[name]))
    words = language_words()
    found = (
        process.extractOne(name, words.keys(), scorer=fuzz.ratio, score_cutoff=GUESS)
        if len(name) >= SHORTEST_GUESS
        else None
    )
    if found is None:
        return None, (ProblemCode.LANGUAGE_UNKNOWN, part, "")
    return words[found[0]], (ProblemCode.LANGUAGE_GUESSED, part, words[found[0]])
