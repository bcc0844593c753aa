"""Names made comparable across the many Latin spellings of one Arabic, Persian or Tigrinya name.

The key is stored and compared by trigrams in the database; `likeness` ranks what that finds.
"""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from wir.people.rules.spelling import unaccented

_APOSTROPHES = re.compile(r"['’‘ʼʻʾʿ`´]")
_NO_LETTER = re.compile(r"[\W\d_]+")
_DOUBLE = re.compile(r"(.)\1+")

# Applied from the top on lower case letters without accents.
# ä is tolerant: 'ä', 'ae' and 'a' all become 'a' (Müller = Mueller = Muller), at the price that
# 'Michael' and 'Michal' meet; for a search that shows candidates to a human that is the better error.
_FOLDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ou|oo|ue|oe", "u"),  # Yousef, Noor, Mueller, Moeller
        (r"ae", "a"),
        (r"ee|ie|ea(?=[dm])", "i"),  # Saeed, Hameed, Kasiem
        (r"tsch|tch", "ch"),
        (r"dsch|dzh|dj", "j"),  # Djamal, Dschamal
        (r"sch", "sh"),
        (r"kh|ch|x", "ch"),  # Khaled, Chalid
        (r"gh|gu(?=[ei])", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ck|q|c(?!h)", "k"),
        (r"w", "v"),  # Walid, Valid
        (r"z", "s"),
        (r"y", "i"),
    )
)
_VOWELS = str.maketrans({"e": "a", "o": "u"})  # Mohammed, Muhammad
_SILENT_H = re.compile(r"(?<=[aiu])h\b")  # Sarah, Fatimah
_SILENT_H_OF_ANY = re.compile(r"(?<=[aeiou])h\b")

# Frequent names whose spellings differ in more than the folds undo; in folded form.
_SAME_NAMES = {
    "iusuf": "iusaf iusif jusuf jusaf usaf iussuf",
    "muhamad": "muhamat mahamad muhamd mahmat muhmad mhamad mahamat",
    "chalid": "chalad halid halad",
    "fatima": "fatma fatamah fatama",
    "husain": "husin husian husan husaini",
    "mustafa": "mastafa mustafah",
    "ibrahim": "abrahim ibrahiim abraham ibraham",
    "ismail": "asmail ismaail ismal",
    "ahmad": "achmad ahmat ahamad",
    "usman": "utman asman utsman",
    "said": "saaid sad siid",
    "abdulrahman": "abdalrahman abdurahman abdirahman abdarahman abdalrachman abdurachman abdulrachman",
    "abdulah": "abdula abdalah abdala abdulahi",
    "mariam": "mariiam mariam miriam mariamu",
    "sainab": "sinab sainap sanab",
    "laila": "lila lala",
    "iunus": "iunis iunas junus",
    "tasfai": "tasfaia tasfaii",
}
_TOO_WIDE = {"said"}  # Saad is found with Said, and is another name
# Abdel Karim, Abd al-Karim, Abdulkarim; not before another vowel, Abdallah is a name of its own.
_SERVANT = re.compile(r"\b(?:abd al |abdal |abdul |abdil |abdal(?=[^\W_]{3})(?![aiu]))")
_VARIANTS = {variant: name for name, variants in _SAME_NAMES.items() for variant in variants.split()}


def search_key(given: str, family: str) -> str:
    """Return the spelling that the usual transliterations of a name share: given, then family name."""
    words = _NO_LETTER.sub(" ", _APOSTROPHES.sub("", unaccented(f"{given} {family}"))).split()
    key = " ".join(filter(None, (_folded(word) for word in words)))
    return _SERVANT.sub("abdul", key)


def spelt(word: str) -> str:
    """Return a Latin word without accents in one spelling of its consonants; its vowels stay."""
    for pattern, replacement in _FOLDS:
        word = pattern.sub(replacement, word)
    return _SILENT_H_OF_ANY.sub("", _DOUBLE.sub(r"\1", word))


def same_in_latin(word: str) -> list[str]:
    """Return the frequent name that a word in this spelling is known to be, if there is one."""
    folded = _folded(word)
    ends_alike = (folded[-1:] in "aiu") == (word[-1:] in "aeiou")  # Husaini is a family of its own
    return [folded] if folded in _SAME_NAMES and ends_alike and folded not in _TOO_WIDE else []


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    for pattern, replacement in _FOLDS:
        word = pattern.sub(replacement, word)
    word = _DOUBLE.sub(r"\1", word.translate(_VOWELS))
    word = _SILENT_H.sub("", word)
    word = "al" if word in ("ul", "il") else word
    return _VARIANTS.get(word, word)


def likeness(a: str, b: str) -> float:
    """Return how alike two search keys are, from 0 to 1; the order of the words does not count."""
    if not a or not b:
        return 0.0
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) / 100
