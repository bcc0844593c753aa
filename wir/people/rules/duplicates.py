"""Spellings of one person's name that count as the same when networks ask each other for likely duplicates.

What is made equal, and no more (version 1; another rule needs another version, for stored marks stay as they are):

1. Case, accents, punctuation, blanks and the usual Latin spellings of Arabic, Persian and Tigrinya names
   (``names.search_key``: Mohammed = Muhammad, Yousef = Yusuf, Abdel Karim = Abdulkarim), and the article al.
2. The order of given and family names, which papers often swap.
3. Day and month of birth, which papers sometimes swap.
4. Further given names: a second spelling keeps only the first given and the last family name.
5. Cyrillic names by scholarly, German and English transliteration: a third spelling lets ``j`` and ``i``, ``h``,
   ``ch`` and ``g`` be the same and drops vowels at the end of a word (Serhii = Sergiy, Tetiana = Tetyana).

Not made equal: nicknames, translated names (Oleksandr and Alexander), a missing birth date.
"""

import re
from datetime import date

from wir.people.rules.names import search_key

VERSION = 1
_EASTERN = str.maketrans({"j": "i", "h": "g"})
_ARTICLE = re.compile(r"^al(?=\w{4})")
_END = re.compile(r"[aiu]+$")


def spellings(given: str, family: str, birth_date: date | None) -> frozenset[str]:
    """Return the one to three spellings by which a person can be found; none without names and birth date."""
    first, last = _bare(search_key(given, "")), _bare(search_key("", family))
    if not (first and last and birth_date):
        return frozenset()
    whole, short = [*first, *last], [first[0], last[-1]]
    return frozenset(
        f"{VERSION}|{' '.join(sorted(words))}|{_born(birth_date)}"
        for words in (whole, short, [_eastern(word) for word in short])
    )


def _bare(key: str) -> list[str]:
    return [_ARTICLE.sub("", word) for word in key.split() if word != "al"]


def _eastern(word: str) -> str:
    folded = word.replace("ch", "g").translate(_EASTERN)
    return _END.sub("", folded) or folded


def _born(day: date) -> str:
    low, high = sorted((day.day, day.month))
    return f"{day.year}-{low}-{high}"
