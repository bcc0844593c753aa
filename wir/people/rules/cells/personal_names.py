"""Names of people in the letters of DIN 91379, as German registers take them."""

import re
import unicodedata
from dataclasses import dataclass

from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import ProblemCode, Reading, doubted, unreadable
from wir.people.rules.spelling import plain

# DIN 91379 data type A beside Latin letters: apostrophes, hyphen, full stop, comma, middle dot and blank.
_SIGNS = frozenset("'’‘ʼʻʾʿʹ`´-‐‑. ·,")
# The same apostrophe or hyphen typed in different ways.
_SAME_SIGN = str.maketrans({"´": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"})
_NO_NAME = frozenset(
    {"", "n n", "nn", "unbekannt", "k a", "ohne", "keine", "kein", "ohne vorname", "ohne nachname"}
)
_PARTICLES = frozenset({"von", "vom", "van", "zu", "zum", "zur", "der", "den", "dem", "ter", "ten"})
_WORD = re.compile(r"[^\s\-'’‘ʼ.]+")
_SHORTEST_CAPITALS = 2  # letters; a single capital is an initial


@dataclass(frozen=True, slots=True)
class WholeName:
    """A name parted in two; people with one name only have it as family name, as in German registers."""

    given_names: str
    family_name: str


def read_name(cell: Cell) -> Reading[str]:
    """Return one part of a name; all capitals become 'Al-Hassan', what looks odd is doubted, not mended."""
    if (stop := unreadable(cell)) is not None:
        return stop
    text = _tidy(as_text(cell))
    if plain(text) in _NO_NAME:
        return Reading(original=as_text(cell))
    if not isinstance(cell, str) or any(unicodedata.category(sign) in ("Nd", "Nl", "No") for sign in text):
        return doubted(ProblemCode.NAME_HAS_DIGITS, cell)
    if code := _foreign_sign(text):
        return doubted(code, cell)
    return Reading(_title(text) if _all_capitals(text) else text, original=as_text(cell))


def read_whole_name(cell: Cell, *, family_first: bool | None = None) -> Reading[WholeName]:
    """Return both parts of a name from one cell.

    A comma parts 'Name, Vorname'; capitals mark the family name ('AL-HASSAN Ahmad').
    Else the heading tells the order (``family_first``), and where more than two words or no heading
    leave it open, the reading is doubted as NAME_ORDER_GUESSED.
    """
    whole = read_name(cell)
    if whole.value is None:
        return Reading(None, whole.doubt, whole.original)
    text = _tidy(as_text(cell))
    family, given, sure = _parted(text, family_first)
    if not family and not given:
        return Reading(original=whole.original)
    name = WholeName(*(_title(part) if _all_capitals(part) else part for part in (given, family)))
    return Reading(name, None if sure else ProblemCode.NAME_ORDER_GUESSED, whole.original)


def _parted(text: str, family_first: bool | None) -> tuple[str, str, bool]:
    before, comma, after = (part.strip() for part in text.partition(","))
    if comma and "," not in after:
        return (before, after, True) if before else (after, "", True)
    words = text.replace(",", " ").split()
    capitals = [_all_capitals(word) for word in words]
    if any(capitals) and not all(capitals):
        return _by_capitals(words, capitals)
    if len(words) <= 1:
        return " ".join(words), "", True
    sure = len(words) == len(("given", "family")) and family_first is not None
    if family_first:
        return words[0], " ".join(words[1:]), sure
    return words[-1], " ".join(words[:-1]), sure


def _by_capitals(words: list[str], capitals: list[bool]) -> tuple[str, str, bool]:
    family = [word for word, high in zip(words, capitals, strict=True) if high]
    given = [word for word, high in zip(words, capitals, strict=True) if not high]
    edges = capitals[: len(family)], capitals[-len(family) :]
    return " ".join(family), " ".join(given), any(all(edge) for edge in edges)


def _tidy(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_SAME_SIGN)
    return " ".join(re.sub(r"\s*-\s*", "-", composed).split()).strip(" -.,·")


def _foreign_sign(text: str) -> ProblemCode | None:
    letters = [sign for sign in text if unicodedata.category(sign)[0] in "LM" and sign not in _SIGNS]
    if not all(unicodedata.combining(sign) or "LATIN" in unicodedata.name(sign, "") for sign in letters):
        return ProblemCode.NAME_NOT_LATIN
    if not letters or not all(sign in _SIGNS or sign in letters for sign in text):
        return ProblemCode.NAME_HAS_OTHER_SIGNS
    return None


def _all_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha() and sign not in _SIGNS]
    # ß stays small where the rest is large (STRAßER)
    return len(letters) >= _SHORTEST_CAPITALS and not any(sign.islower() for sign in letters if sign != "ß")


def _title(text: str) -> str:
    words = _WORD.sub(lambda found: _title_word(found[0]), text)
    first, blank, rest = words.partition(" ")
    return _with_particles(first, lower=bool(blank)) + blank + _with_particles(rest, lower=True)


def _title_word(word: str) -> str:
    # 'İ'.lower() would leave a stray dot above the i
    return word[0] + unicodedata.normalize("NFC", word[1:].replace("İ", "i").lower())


def _with_particles(text: str, *, lower: bool) -> str:
    *before, last = text.split(" ")
    lowered = [word.lower() if word.lower() in _PARTICLES else word for word in before]
    single = last.lower() if lower and not before and last.lower() in _PARTICLES else last
    return " ".join([*lowered, last if before else single])
