"""Residence status as written on papers and in lists, with its legal basis.

References follow the grammar ACT:SECTION[:ABSATZ[:SATZ[:NUMMER[:BUCHSTABE]]]], '-' for a level left out.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from wir.people.rules.cells.days import read_day
from wir.people.rules.cells.sections import Citation, cited
from wir.people.rules.facts import ResidenceStatus as Status
from wir.people.rules.raw import Cell, as_text
from wir.people.rules.readings import Params, ProblemCode, Reading, doubted, unreadable


@dataclass(frozen=True, slots=True)
class StatusOnPaper:
    """What a paper says about the stay.

    ``alternative`` is the half of § 25 Abs. 2 S. 1 AufenthG: 1 refugee, 2 subsidiary protection.
    ``title_behind`` is the title a Fiktionsbescheinigung continues (§ 81 Abs. 4) or was applied for (Abs. 3).
    """

    status: Status | None
    legal_basis: str | None = None
    alternative: int | None = None
    title_behind: str | None = None
    valid_until: date | None = None


AE, NE, FIKTION = (
    Status.AUFENTHALTSERLAUBNIS,
    Status.NIEDERLASSUNGSERLAUBNIS,
    Status.FIKTIONSBESCHEINIGUNG,
)
GESTATTUNG, DULDUNG = Status.AUFENTHALTSGESTATTUNG, Status.DULDUNG

# Tried from the top; the first that matches names the status. The basis is what the word alone already says.
_WORDS: tuple[tuple[str, Status, str | None], ...] = (
    (r"fiktions?\w*|\bfikt\b|\bfb\b", FIKTION, None),
    (r"ausbildungsduldung", DULDUNG, "AufenthG:60c"),
    (r"beschäftigungsduldung|beschaeftigungsduldung", DULDUNG, "AufenthG:60d"),
    (r"duldung\s*[-\"„]*\s*(?:light|leicht|ii)\b\W?", DULDUNG, "AufenthG:60b"),
    (r"\w*duldung|geduldete?r?|\bdul\b|\bduld\b", DULDUNG, None),
    (r"\w*gestattung|gestattete?r?|\bgest\b|\bagst\b|\bag\b", GESTATTUNG, "AsylG:55:1"),
    (r"niederlassungserlaubnis|\bne\b", NE, None),
    (r"chancen-?\s?aufenthalt\w*|\bchar\b", AE, "AufenthG:104c"),
    (r"aufenthaltserlaubnis|\bae\b|aufenth\.?\s?erl\w*\.?", AE, None),
)
# Protection granted is no paper: which title it led to is inferred.
_INFERRED: tuple[tuple[str, Status, str, int | None], ...] = (
    (r"asylberechtigte?r?|art\.?\s*16\s*a(?:\s*gg)?", AE, "AufenthG:25:1", None),
    (r"subsidiär\w*(?:\s+schutz\w*)?|subsidiaer\w*(?:\s+schutz\w*)?", AE, "AufenthG:25:2", 2),
    (r"(?:anerkannte?r?\s+)?flüchtling\w*|anerkannte?r?|gfk|konventionsflüchtling", AE, "AufenthG:25:2", 1),
    (r"abschiebe?(?:ungs)?verbot|abschiebungshindernis", AE, "AufenthG:25:3", None),
    (r"ankunftsnachweis|\bakn\b|büma|\bbuema\b", GESTATTUNG, "AsylG:55:1", None),
)
_OF_SECTION = {
    "60a": DULDUNG,
    "60b": DULDUNG,
    "60c": DULDUNG,
    "60d": DULDUNG,
    "81": FIKTION,
    "55": GESTATTUNG,
}
# Says only that there is a title; the section beside it tells which one.
_ANY_TITLE = r"aufenthaltstitel|\be?at\b|\btitel\b"
_SETTLED = frozenset(
    {"9", "9a", "18c", "26:3", "26:4", "28:2", "35", "38:1:1", "9c"}
)  # Niederlassungserlaubnis
_NEEDS_BASIS = frozenset({AE, FIKTION})
_DAY = re.compile(
    r"(?:(?:gültig|befristet)\s+)?(?:bis(?:\s+zum)?\s*:?\s*)?(\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.\d{1,2}\.\d{2}\b|\d{4}-\d{2}-\d{2})"
)
_FILLER = re.compile(
    r"\b(?:nach|gem|gemäß|gemaess|gültig|befristet|bis|aufenthg|asylg|asylvfg|i\.?\s?v\.?\s?m|ivm|und|für|als"
    r"|gmbh|aufenthalt|laut|lt|mit|personen|ungeklärter|identität|status|des|der|die|zur|weiter|bescheinigung)\b|[^\w]"
)


def read_status(cell: Cell, *, today: date) -> Reading[StatusOnPaper]:
    """Return status and legal basis; what was understood is given even where a rest was not.

    The status word on the paper wins over a section that belongs to another status.
    """
    if (stop := unreadable(cell)) is not None:
        return stop
    original = as_text(cell)
    text = unicodedata.normalize("NFKC", original).casefold().replace("ss 60", "§ 60")
    text, valid_until = _take_day(text, today)
    text, citations = cited(text)
    text, worded = _take_word(text)
    rest = " ".join(_FILLER.sub(" ", text).split())
    return _judge(worded, citations, valid_until, rest, original)


def _take_day(text: str, today: date) -> tuple[str, date | None]:
    found = _DAY.search(text)
    if found is None:
        return text, None
    day = read_day(found[1].replace(" ", ""), today=today).value
    return (text[: found.start()] + " " + text[found.end() :], day) if day else (text, None)


@dataclass(frozen=True, slots=True)
class _Worded:
    status: Status | None = None
    basis: str | None = None
    alternative: int | None = None
    inferred: bool = False


def _take_word(text: str) -> tuple[str, _Worded]:
    for pattern, status, basis in _WORDS:
        if re.search(pattern, text):
            return re.sub(pattern, " ", text, count=1), _Worded(status, basis)
    for pattern, status, basis, alternative in _INFERRED:
        if re.search(pattern, text):
            return re.sub(pattern, " ", text, count=1), _Worded(status, basis, alternative, inferred=True)
    return re.sub(_ANY_TITLE, " ", text, count=1), _Worded()


def _status_of(citation: Citation) -> Status:
    reference = citation.path
    if any(reference == settled or reference.startswith(settled + ":") for settled in _SETTLED):
        return NE
    return _OF_SECTION.get(citation.section, AE)


def _judge(
    worded: _Worded, citations: tuple[Citation, ...], valid_until: date | None, rest: str, original: str
) -> Reading[StatusOnPaper]:
    status = worded.status or (_status_of(citations[0]) if citations else None)
    if status is None:
        return doubted(ProblemCode.STATUS_UNKNOWN, original)
    own = [citation for citation in citations if _status_of(citation) is status]
    others = [citation for citation in citations if citation not in own]
    named = own[0] if own else None
    behind = others[0] if others and status is FIKTION else None
    value = StatusOnPaper(
        status=status,
        legal_basis=named.reference if named else worded.basis,
        alternative=named.alternative if named else worded.alternative,
        title_behind=behind.reference if behind else None,
        valid_until=valid_until,
    )
    left_out = own[1:] + [citation for citation in others if citation is not behind]
    doubt, params = _doubt(value, worded, left_out, rest)
    return Reading(value, doubt, original, params)


def _doubt(
    value: StatusOnPaper, worded: _Worded, left_out: list[Citation], rest: str
) -> tuple[ProblemCode | None, Params]:
    if left_out:
        named = (("left_out", " ".join(citation.reference for citation in left_out)),)
        contradicts = value.legal_basis == worded.basis
        code = ProblemCode.STATUS_CONTRADICTS_BASIS if contradicts else ProblemCode.STATUS_PARTLY_READ
        return code, named
    if rest:
        return ProblemCode.STATUS_PARTLY_READ, (("rest", rest),)
    if worded.inferred:
        return ProblemCode.STATUS_INFERRED, ()
    if value.status in _NEEDS_BASIS and value.legal_basis is None:
        return ProblemCode.LEGAL_BASIS_MISSING, ()
    return None, ()
