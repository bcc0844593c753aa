"""The letters of DIN 91379:2022-08, datatype A: what a name of a natural person is written with in German registers.

Normative Latin letters, letters with combining signs (only the pairs that the standard lists) and the non-letters of
group N1. Names in other scripts have a field of their own; passports give their transliteration in these letters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LETTERS = (
    "A-Za-zÀ-ÖØ-öø-ž\u0187\u0188\u018f\u0197\u01a0\u01a1\u01af\u01b0\u01b7\u01cd-\u01dc\u01de\u01df\u01e2-\u01f0"
    "\u01f4\u01f5\u01f8-\u01ff\u0212\u0213\u0218-\u021b\u021e\u021f\u0227-\u0233\u0259\u0268\u0292"
    "\u1e02\u1e03\u1e06\u1e07\u1e0a-\u1e11\u1e17\u1e1c-\u1e2b\u1e2f-\u1e37\u1e3a\u1e3b\u1e40-\u1e49\u1e52-\u1e5b"
    "\u1e5e-\u1e63\u1e6a-\u1e6f\u1e80-\u1e87\u1e8c-\u1e97\u1e9e\u1ea0-\u1ef9"
)
_OTHER_SIGNS = " ',\\-.`~¨´·\u02b9\u02ba\u02be\u02bf\u02c8\u02cc\u2019\u2021"
_COMBINED = {
    "\u0300": "CFGKMPSTZcfgkmpstz",
    "\u0301": "JjĪīÿ",
    "\u0302": "DKLMNdklmn",
    "\u0304": "CFHKNPSTZcfhknpstzÛûḲḳṢṣṬṭỤụ",
    "\u0306": "CMNRZcmnrzÇç",
    "\u0307": "KUku",
    "\u0308": "CTZczẠạỌọỤụ",
    "\u030b": "Aa",
    "\u030c": "J",
    "\u030d": "ēō",
    "\u0310": "Mm",
    "\u0315": "CKPTckptČč",
    "\u031b": "KTkt",
    "\u0323": "CPcpČč",
    "\u0325": "LRlr",
    "\u0326": "CHKLNchklnŽž",
    "\u0327": "ZzŽž",
    "\u0331": "HSs",
}
"""Combining sign → the letters it may stand on, in normal form C."""
_MANY = ("C\u0328\u0306", "c\u0328\u0306", "L\u0325\u0304", "l\u0325\u0304", "R\u0325\u0304", "r\u0325\u0304",
         "S\u031b\u0304", "s\u031b\u0304", "K\u035fH", "K\u035fh", "k\u035fh")  # fmt: skip

_SEQUENCES = "|".join((*_MANY, *(f"[{letters}]{sign}" for sign, letters in _COMBINED.items())))
_ALLOWED = re.compile(f"(?:{_SEQUENCES}|[{_LETTERS}{_OTHER_SIGNS}])")


@dataclass(frozen=True, slots=True)
class ForeignSign:
    """A sign that the standard does not know in names: the sign, its code point and its name in Unicode."""

    sign: str
    code_point: str
    name: str


def foreign_sign(text: str) -> ForeignSign | None:
    """Return the first sign that DIN 91379 does not allow in a name of a natural person, if there is one."""
    composed = unicodedata.normalize("NFC", text)
    place = 0
    while place < len(composed):
        found = _ALLOWED.match(composed, place)
        if found is None:
            sign = composed[place]
            return ForeignSign(sign, f"U+{ord(sign):04X}", unicodedata.name(sign, "?"))
        place = found.end()
    return None
