"""One name in many spellings and scripts: Gamal, Jamal, Djamal and جمال sound alike, Jamil does not.

A word has one or several readings: its consonants, and the vowels in the gaps between them. ``sound_keys`` are the
consonants alone, which the database compares; ``same_name`` then looks at the vowels too. Arabic script leaves most
of them out, so there a gap may hold anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from wir.people.rules import scripts
from wir.people.rules.names import same_in_latin, spelt
from wir.people.rules.spelling import unaccented

MOST_READINGS = 24
"""Readings of one word that are looked at; real names have fewer than ten."""
_SAME_BELOW = 0.25
"""How far, on average, the vowels of one name may differ, from 0 to 1."""

_ARABIC, _CYRILLIC, _GEEZ = r"[\u0600-\u06ff]", r"[\u0400-\u052f]", r"[\u1200-\u135a]"
_CARONS = str.maketrans({"š": "sh", "ş": "sh", "č": "ch", "ç": "ch", "ž": "zh", "ğ": "g", "đ": "dj"})
_APOSTROPHES = re.compile(r"['’‘ʼʻʾʿ`´]")
_NO_LETTER = re.compile(r"[\W\d_]+")
_VOWELS = frozenset("aeiou*")
_OTHER_HANDS: tuple[Callable[[str], str], ...] = (
    lambda word: word,
    lambda word: word.replace("x", "ks"),  # Alexander; in Kurdish and Somali x is kh
    lambda word: re.sub(r"^c(?=[aeiou])", "j", word),  # Turkish Cemal
    lambda word: word.replace("ee", "i"),  # Saeed
    lambda word: re.sub(r"(?<=in)e$", "", word),  # French Yassine
    lambda word: word.replace("dh", "deh"),  # d and h of Gebremedhin are two sounds, those of Dhahab are one
)
_ARTICLES = frozenset(
    ("al", "el", "ul", "il", "ال", "bin", "ibn", "ben", "bint", "abu", "abou", "von", "van", "de", "der")
)
_SERVANT = re.compile(r"\babd(?:[aeiou]?l)?[\s-]*(?:[aeu]l[\s-]*)?(?=[^\W\d_]{3})(?![aeu]?l?lah?i?\b)")
_SERVANT_ARABIC = re.compile(r"\bعبد\s*(?!الله\b)(?:ال)?(?=[^\W\d_]{3})")
_SERVANT_OF_GOD = re.compile(r"\b(abd|عبد)[\s-]+(al?lah|الله)\b")
_LATIN = {"ch": ["h", "k"], "sh": ["s"], "ts": ["s"], "g": ["g", "j"]}
_VOWEL_STEPS = {("a", "e"): 0.25, ("e", "i"): 0.25, ("o", "u"): 0.0, ("e", "o"): 0.4, ("a", "o"): 0.5}


def words_of(*names: str) -> list[str]:
    """Return the single words of names, without articles and the like; Abd al-Karim is abdul and karim."""
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", " ".join(names)).casefold())
    text = _SERVANT_OF_GOD.sub(r"\1\2", text.translate(scripts.ARABIC_SAME))
    text = _SERVANT_ARABIC.sub("عبدل ", text)
    text = _SERVANT.sub("abdul ", text)
    marks = "".join(sign for sign in text if unicodedata.category(sign) != "Mn" or not _is(_ARABIC, sign))
    words = [word for word in _NO_LETTER.sub(" ", marks).split() if word not in _ARTICLES]
    return list(dict.fromkeys(words))


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return consonants and the vowels before, between and behind them, for each way to read a word of any script."""
    found: dict[tuple[str, tuple[str, ...]], None] = {}
    for sounds in islice(_said(word), MOST_READINGS):
        consonants = "".join(sound for sound in sounds if sound not in _VOWELS)
        gaps = tuple("".join(sorted(set(gap))) for gap in re.split(r"[^aeiou*]", sounds))
        found[("A" if gaps[0] else "") + consonants, gaps] = None
    return tuple(found)


def sound_keys(word: str) -> frozenset[str]:
    """Return the keys by which a word is found in another spelling or script; words without consonants have none."""
    return frozenset(key for key, _ in readings(word) if key not in {"", "A"})


def same_name(one: str, other: str) -> bool:
    """Whether two words may be one name: the same consonants, and vowels as near as spellings of one name are."""
    return one == other or any(
        key == key_there and _distance(gaps, gaps_there) < _SAME_BELOW
        for key, gaps in readings(one)
        for key_there, gaps_there in readings(other)
    )


def share_of_words(asked: Iterable[str], there: Iterable[str]) -> float:
    """Return which share of the words asked for may be one of the words there, from 0 to 1."""
    wanted, known = list(asked), list(there)
    if not wanted:
        return 0.0
    return sum(any(same_name(word, other) for other in known) for word in wanted) / len(wanted)


def _distance(gaps: tuple[str, ...], there: tuple[str, ...]) -> float:
    """Average over the gaps in which there is a vowel; a vowel at the end of one alone makes another name."""
    if _ends_differently(gaps[-1], there[-1]):
        return 1.0
    costs = [_cost(set(one), set(other)) for one, other in zip(gaps, there, strict=True) if one or other]
    first = _cost(set(gaps[0]), set(there[0])) if gaps[0] and there[0] else 0.0  # heard most: Elena, Alina
    return (sum(costs) + first) / len(costs) if costs else 0.0


def _ends_differently(one: str, other: str) -> bool:
    if "*" in one + other:
        return False
    differ, shared = set(one) ^ set(other), set(one) & set(other)
    if bool(one) != bool(other):
        return True
    return ("a" in differ and {one, other} != {"a", "e"}) or ("i" in differ and "a" in shared)


def _cost(one: set[str], other: set[str]) -> float:
    if "*" in one | other:
        known = [side - {"*"} for side in (one, other) if "*" in side]
        rest = [side for side in (one, other) if "*" not in side]
        return 0.0 if not rest or not known[0] or known[0] & rest[0] else 1.0
    if not (one and other):
        return 0.6
    extra = 0.25 * abs(len(one) - len(other))
    steps = [0.0 if a == b else _VOWEL_STEPS.get((min(a, b), max(a, b)), 1.0) for a in one for b in other]
    return min(1.0, min(steps) + extra)


def _is(script: str, text: str) -> bool:
    return re.search(script, text) is not None


def _said(word: str) -> Iterator[str]:
    if _is(_ARABIC, word):
        yield from _said_in_arabic(word)
    elif _is(_GEEZ, word):
        ways = [scripts.geez(letter) or [""] for letter in word]
        for syllables in product(*ways):
            said = _glides("".join(syllables)).removesuffix("*")
            yield said
            if said.endswith("t"):
                yield said[:-1] + "d"  # Dawit, Dawid
    elif _is(_CYRILLIC, word):
        for letters in product(*(scripts.CYRILLIC.get(letter, [letter]) for letter in word)):
            yield from _said_in_latin("".join(letters))
    else:
        yield from _said_in_latin(word)


def _said_in_arabic(word: str) -> Iterator[str]:
    text = re.sub(r"الله\b", "له", word)
    article = re.match(r"ال(?=.{3})", text)
    stems = [text, text[2:]] if article else [text]
    for stem in stems:
        last = len(stem) - 1
        ways = [_arabic_letter(letter, place, last) for place, letter in enumerate(stem)]
        for sounds in product(*ways):
            yield re.sub(r"(?<=[^aeiou*])(?=[^aeiou*])", "*", "".join(sounds))


def _arabic_letter(letter: str, place: int, last: int) -> list[str]:
    if letter == "و":
        return ["v"] if place == 0 else ["u", "v*"] if place < last else ["u", "v"]
    if letter == "ی":
        return ["y*"] if place == 0 else ["i*"] if place < last else ["i", "a"]
    if letter == "ا" and place:
        return ["a"]
    if letter == "ه" and place == last:
        return ["h", "a", "e"]
    return scripts.ARABIC.get(letter, [""])


def _glides(text: str) -> str:
    return text[:1] + re.sub(r"y", "i", text[1:])


def _said_in_latin(word: str) -> Iterator[str]:
    plain = unaccented(word.translate(_CARONS))
    for spelling in dict.fromkeys(change(plain) for change in _OTHER_HANDS):
        folded = spelt(spelling)
        for text in dict.fromkeys((folded, *same_in_latin(folded))):
            tokens = re.findall(r"ch|sh|ts|.", text)
            ways = [_latin_sounds(tokens, place, spelling) for place, _ in enumerate(tokens)]
            for sounds in product(*ways, _end(spelling, text)):
                yield re.sub(r"([^aeiou*])\1+", r"\1", "".join(sounds))


def _latin_sounds(letters: list[str], place: int, spelling: str) -> list[str]:
    """Return what a letter may stand for in German, English, French and Turkish hands."""
    letter, first, last = letters[place], place == 0, place == len(letters) - 1
    if first and letter in "ij" and re.match(r"(?:y|j|ie)[aeou]|i[aou]", spelling):
        return (
            ["y", "j", ""] if spelling[:2] in {"ye", "je", "ie"} else ["y", "j"] if letter == "j" else ["y"]
        )
    by_place = {
        "j": ["j"] if first else ["j", "i"],
        "v": ["v"] if first else ["v", "u", "f"] if last else ["v", "u"],
        "t": ["t", "d"] if last else ["t"],
    }
    return by_place.get(letter) or _LATIN.get(letter, [letter])


def _end(spelling: str, text: str) -> list[str]:
    """The h at the end of Salah is said, that of Fatimah is not; Latin does not tell."""
    silent = re.search(r"[aeiou]h$", spelling) and not text.endswith("h")
    return ["", "h"] if silent else [""]
