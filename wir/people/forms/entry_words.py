"""Entries and members of a household in one line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wir.kit.countries import name_of_country
from wir.kit.languages import SPOKEN
from wir.people.forms.profile_words import (
    CARES,
    EQUIVALENTS,
    QUALIFICATION_KINDS,
    RECOGNITIONS,
    RELATIONS,
    SCHOOLS_NOW,
)
from wir.people.forms.words import LEVELS
from wir.people.models import HouseholdMember, LanguageSkill, Qualification, Schooling, WorkExperience
from wir.people.rules.profile import Relation

if TYPE_CHECKING:
    from wir.people.queries import Entry

Line = tuple[str, str]
"""What it is, and what else is known of it."""
SKILLS = ("listening", "reading", "speaking", "writing")


def line_of(entry: Entry) -> Line:
    """Return an entry as a title and what else is known of it."""
    match entry:
        case LanguageSkill():
            return _language(entry)
        case Schooling():
            return _school(entry)
        case Qualification():
            return _qualification(entry)
        case WorkExperience():
            return _work(entry)


def line_of_member(member: HouseholdMember) -> Line:
    """Return somebody of the household without a file of their own."""
    born = _("born %(year)s") % {"year": member.birth_year} if member.birth_year else ""
    parts = (born, _word(SCHOOLS_NOW, member.school), _word(CARES, member.care))
    return str(RELATIONS[Relation(member.relation)]), _joined(parts)


def _language(entry: LanguageSkill) -> Line:
    from_skills = [_skill(name, getattr(entry, name)) for name in SKILLS if getattr(entry, name)]
    on = _day(entry.certified_on)
    parts = (_word(LEVELS, entry.level), *from_skills, _joined((entry.certificate, on), " "))
    return str(SPOKEN.get(entry.language, entry.language)), _joined(parts)


def _skill(name: str, level: str) -> str:
    names = {
        "listening": _("Listening"),
        "reading": _("Reading"),
        "speaking": _("Speaking"),
        "writing": _("Writing"),
    }
    return f"{names[name]} {_word(LEVELS, level)}"


def _school(entry: Schooling) -> Line:
    classes = _("%(count)d years of school") % {"count": entry.classes} if entry.classes else ""
    until = _("until %(year)s") % {"year": entry.until_year} if entry.until_year else ""
    finished = {True: _("finished"), False: _("not finished"), None: ""}[entry.finished]
    equals = (
        _("equals %(german)s") % {"german": _word(EQUIVALENTS, entry.equivalent)} if entry.equivalent else ""
    )
    return entry.school, _joined((name_of_country(entry.country), classes, until, finished, equals))


def _qualification(entry: Qualification) -> Line:
    recognition = _joined(
        (_word(RECOGNITIONS, entry.recognition), _day(entry.decided_on or entry.applied_on)), " "
    )
    papers = {True: _("papers at hand"), False: _("no papers"), None: ""}[entry.papers_at_hand]
    year = str(entry.earned_year) if entry.earned_year else ""
    kind = _word(QUALIFICATION_KINDS, entry.kind)
    place = name_of_country(entry.country)
    return entry.title, _joined((kind, place, year, papers, recognition, entry.recognised_by))


def _work(entry: WorkExperience) -> Line:
    begun = str(entry.from_year or "")
    if entry.until_year:
        years = f"{begun}–{entry.until_year}" if begun else _("until %(year)s") % {"year": entry.until_year}
    else:
        years = _("since %(year)s") % {"year": begun} if begun else ""
    code = f"KldB {entry.kldb}" if entry.kldb else ""
    return entry.occupation, _joined((name_of_country(entry.country), years, entry.duties, code))


def _word(words: Mapping[Any, Any], code: str) -> str:
    if not code:
        return ""
    kind: type[StrEnum] = type(next(iter(words)))
    return str(words[kind(code)])


def _day(value: Any) -> str:
    return str(date_format(value, "SHORT_DATE_FORMAT")) if value else ""


def _joined(parts: Iterable[str], between: str = " · ") -> str:
    return between.join(part for part in parts if part)
