"""Spellings made comparable: case, accents, punctuation and blanks do not count."""

import re
import unicodedata

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h"}
)
_NO_WORD = re.compile(r"[\W_]+")


def unaccented(text: str) -> str:
    """Return the text in lower case without accents; ä becomes a, ß becomes ss."""
    lowered = unicodedata.normalize("NFKC", text).casefold()
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).translate(_LETTERS)


def plain(text: str) -> str:
    """Return words in lower case, ä as ae, one blank between them; § counts as no word."""
    if text.isascii():  # most cells, and a quarter of the work
        return _NO_WORD.sub(" ", text.lower()).strip()
    composed = unicodedata.normalize("NFKC", text).casefold()
    spelled_out = unicodedata.normalize("NFC", composed).translate(_GERMAN)
    return _NO_WORD.sub(" ", unaccented(spelled_out)).strip()
