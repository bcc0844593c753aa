"""Provisions of residence law as lists cite them: '§ 25 Abs. 3', '25 III', '60a II 1', '25 II 1. Alt'."""

import re
from dataclasses import dataclass

# Sections a residence paper can rest on; other numbers in a cell are no citation.
_RESIDENCE_SECTIONS = (
    "7 9 9a 9c 16 16a 16b 16d 16e 16f 16g 17 18 18a 18b 18c 18d 18g 19 19a 19b 19c 19d 19e 20 20a 21 22 23 23a"
    " 24 25 25a 25b 26 28 29 30 31 32 33 34 35 36 36a 37 38 38a 60a 60b 60c 60d 81 104a 104b 104c"
)
_AUFENTHG = _RESIDENCE_SECTIONS.split()
# §§ 55, 63 AsylG: the Gestattung and the certificate about it; § 55 Abs. 1 is its basis in both cases.
_ASYLG = ("55", "63")
_SECTIONS = "|".join(sorted((*_AUFENTHG, *_ASYLG), key=len, reverse=True))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}

_SECTION = re.compile(r"(?<![\w.,])(?:§+\s*)?(\d{1,3})(?:\s?([a-g])(?![\w]))?(?![\d])")
_ABSATZ = re.compile(
    r"\s*(?:(?:abs(?:atz)?\.?|a\.(?=\s?\d))\s*(\d{1,2}[a-z]?|[ivx]+)(?!\w)|\((\d{1,2}[a-z]?|[ivx]+)\)"
    r"|[\s./]*([ivx]+)(?![\w])(?!\s?\.\s?v)|[\s./](\d{1,2}[a-z]?)(?![\w.]))"
)
_ALTERNATIVE = re.compile(
    r"[\s,]*(?:(\d)\s?\.?\s?alt(?:ernative|\.)?(?!\w)|alt(?:ernative)?\.?\s?(\d)(?!\w))"
)
_SATZ = re.compile(r"[\s,]*(?:(?:satz|s)\.?\s?(\d)(?!\w)|(?<=[\sivx])(\d)(?![\w.]))")
_NUMMER = re.compile(r"[\s,]*(?:nr|nummer|ziff(?:er)?)\.?\s?(\d{1,2}[a-z]?)(?!\w)")
_BUCHSTABE = re.compile(r"[\s,]*(?:buchst(?:abe)?\.?|lit\.?)\s?([a-z])\)?(?!\w)")


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision; ``path`` is section and levels, ``alternative`` the half named with 'Alt.'."""

    act: str
    path: str
    alternative: int | None = None

    @property
    def section(self) -> str:
        """The section with its letter, such as 60a."""
        return self.path.split(":")[0]

    @property
    def reference(self) -> str:
        """The provision in the reference grammar."""
        return f"{self.act}:{self.path}"


def cited(text: str) -> tuple[str, tuple[Citation, ...]]:
    """Return the text (lower case) without its citations, and the citations in the order written."""
    citations: list[Citation] = []
    rest, start = "", 0
    while found := _SECTION.search(text, start):
        section = _section(found)
        if section is None:
            rest, start = rest + text[start : found.end()], found.end()
            continue
        citation, end = _levels(section, text, found.end() if section[-1:].isalpha() else found.end(1))
        citations.append(citation)
        rest, start = rest + text[start : found.start()] + " ", end
    return rest + text[start:], tuple(dict.fromkeys(citations))


def _section(found: re.Match[str]) -> str | None:
    number, letter = found[1], found[2] or ""
    sections = frozenset((*_AUFENTHG, *_ASYLG))
    if number + letter in sections:
        return number + letter
    return number if not letter and number in sections else None


def _levels(section: str, text: str, start: int) -> tuple[Citation, int]:
    levels: list[str | None] = [None, None, None, None]
    alternative, end = None, start
    for place, pattern in enumerate((_ABSATZ, _SATZ, _NUMMER, _BUCHSTABE)):
        if found := _ALTERNATIVE.match(text, end):
            alternative, end = int(next(filter(None, found.groups()))), found.end()
        if found := pattern.match(text, end):
            level = next(filter(None, found.groups()))
            levels[place], end = str(_ROMAN.get(level, level)), found.end()
    if found := _ALTERNATIVE.match(text, end):
        alternative, end = int(next(filter(None, found.groups()))), found.end()
    if section in _ASYLG:
        return Citation("AsylG", "55:1"), end
    return Citation("AufenthG", _path(section, levels), alternative), end


def _path(section: str, levels: list[str | None]) -> str:
    while levels and levels[-1] is None:
        levels.pop()
    return ":".join([section, *(level or "-" for level in levels)])
