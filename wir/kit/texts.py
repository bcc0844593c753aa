"""Text as people meant it: one spelling for what looks the same, and no signs that only mislead."""

from __future__ import annotations

import re
import unicodedata

# Controls but for tab and line ends (C0, C1, delete), marks of byte order, and the overrides of writing direction,
# which make a name look like another one. Isolates and marks stay: Arabic and Hebrew need them,
# joiners Persian and emoji. NUL stays as well: the forms refuse it in words.
_MISLEADING = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufeff\ufff9-\ufffb\ufffe\uffff]")


def tidy(text: str) -> str:
    """Return the text in normal form C (Unicode Standard Annex 15) without control signs but tab and line ends."""
    if text.isascii() and text.isprintable():
        return text
    return _MISLEADING.sub("", unicodedata.normalize("NFC", text))
