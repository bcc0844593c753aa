"""What the rules say about a person, as sentences: each trace with the facts that decided it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext_lazy as _

from wir.monitoring.forms.words import EMPLOYMENT_SHORT, IMPROVEMENTS, INDICATORS
from wir.monitoring.rules.vocabulary import Employment, Improvement, Indicator

Fact = str | int

REASONS = {
    "EECO01": _("entered on %(entered_on)s"),
    "EECO02": _("%(status)s on the day of entry"),
    "EECO03": _("unemployed for %(days)s days, since %(unemployed_since)s; age %(age)s, profile %(profile)s"),
    "EECO04": _("%(status)s on the day of entry"),
    "EECO05": _("%(status)s on the day of entry"),
    "EECO06": _("aged %(age)s on the day of entry"),
    "EECO07": _("aged %(age)s on the day of entry"),
    "EECO08": _("aged %(age)s on the day of entry"),
    "EECO09": _("highest level completed: ISCED %(isced)s"),
    "EECO10": _("highest level completed: ISCED %(isced)s"),
    "EECO11": _("highest level completed: ISCED %(isced)s"),
    "EECO12": _("said so"),
    "EECO13": _("nationality %(citizenships)s, none of the European Union"),
    "EECO14": _("said so"),
    "EECO15": _("said so"),
    "EECO16": _("said so"),
    "EECO17": _("lives in a rural area (DEGURBA %(degurba)s)"),
    "EECR01": _("%(at_entry)s at entry, %(status)s on %(on)s, left on %(left_on)s"),
    "EECR02": _("school or training begun on %(started_on)s, within the time up to %(window_ends_on)s"),
    "EECR03": _("certificate of %(awarded_on)s, within the time up to %(window_ends_on)s"),
    "EECR04": _("%(at_entry)s at entry, %(status)s on %(on)s, left on %(left_on)s"),
    "EECR05": _("%(at_entry)s at entry, employed on %(on)s"),
    "EECR06": _("%(improvements)s, as told on %(on)s"),
    "not_participant": _("%(hours)s of at least %(minimum_hours)s hours of counselling"),
    "future": _("enters on %(entered_on)s"),
    "V-COMPLETE:gender": _("Gender is missing"),
    "V-COMPLETE:birth": _("Birth date is missing"),
    "V-COMPLETE:entry_emp": _("Work status on the day of entry is missing"),
    "V-COMPLETE:unemp_since": _("First day of unemployment is missing"),
    "V-COMPLETE:isced": _("Highest level of education is missing"),
    "V-DATE:exit_before_entry": _("The exit on %(left_on)s lies before the entry on %(entered_on)s"),
    "V-DATE:birth_after_entry": _("The birth date %(born_on)s lies after the entry on %(entered_on)s"),
    "V-DATE:unemp_since_after_entry": _(
        "Unemployment since %(unemployed_since)s begins after the entry on %(entered_on)s"
    ),
    "V-CODE:isced": _("ISCED %(isced)s does not exist"),
    "V-CONTRA:unemp_since_without_unemployed": _(
        "Unemployment since %(unemployed_since)s does not go with “%(status)s”"
    ),
    "V-FU6-EARLY": _("The follow-up of %(on)s came before %(due_on)s and does not count"),
    "W-TARGETGROUP": _("Aged %(age)s at entry, below %(minimum_age)s"),
    "W-EXIT-OVERDUE": _(
        "Left on %(left_on)s; the status is unknown although the four weeks ended on %(window_ends_on)s"
    ),
    "I-WINDOW-OPEN": _("Left on %(left_on)s; results are certain from %(window_ends_on)s on"),
    "W-AGE-OVER-70": _("Aged %(age)s at entry: is the birth date right?"),
    "W-STATUS-AND-FACTS": _("The stated work status does not follow from the facts"),
    "W-EMPLOYED-WITHOUT-SCHOOL": _("Aged %(age)s, at work and without school: is this right?"),
    "W-TERTIARY-EARLY": _("Aged %(age)s with ISCED %(isced)s: is this right?"),
    "W-EXIT-ON-ENTRY-DAY": _("Entry and exit on the same day, %(entered_on)s: is this right?"),
    "W-ANSWERS-WITHOUT-EXIT": _("There are answers after leaving, but no exit"),
    "W-EDUCATION-AT-ENTRY": _(
        "At school already at entry, and begun on %(started_on)s: is it another school or course?"
    ),
    "W-BETTER-BUT-NOT-AT-WORK": _("An improvement was recorded although the person is “%(status)s”"),
    "W-STAYS-OVERLAP": _("The stay from %(entered_on)s overlaps that from %(earlier_entered_on)s"),
    "W-ISCED-LOWERED": _("The level of education was ISCED %(before)s, later ISCED %(after)s"),
    "W-PERSON-DIFFERS": _(
        "Gender or birth date differ between the stays from %(earlier_entered_on)s and %(entered_on)s"
    ),
}
"""Codes of gaps and warnings stand for themselves; those of indicators follow their name."""


def in_words(trace: Mapping[str, Fact]) -> str:
    """Return the sentence of one trace as JSON holds it; a code without one is shown as it is."""
    code = str(trace["code"])
    if code not in REASONS:
        return code
    facts = {name: _shown(name, value) for name, value in trace.items() if name != "code"}
    return str(REASONS[code]) % facts


def label_of(code: str) -> str:
    """Return what a code is about without anybody's facts: name of an indicator, short form of a check."""
    if code in set(Indicator):
        return str(INDICATORS[Indicator(code)])
    if code in LABELS:
        return str(LABELS[code])
    return in_words({"code": code}) if _is_plain(code) else code


LABELS = {
    "V-DATE:exit_before_entry": _("Exit before entry"),
    "V-DATE:birth_after_entry": _("Birth date after entry"),
    "V-DATE:unemp_since_after_entry": _("Unemployment begins after entry"),
    "V-CODE:isced": _("Level of education that does not exist"),
    "V-CONTRA:unemp_since_without_unemployed": _("Unemployment with a date, but not unemployed"),
    "V-FU6-EARLY": _("Follow-up came too early and does not count"),
    "W-TARGETGROUP": _("Below 15 years of age at entry"),
    "W-EXIT-OVERDUE": _("Status after leaving is unknown"),
    "I-WINDOW-OPEN": _("Four weeks after leaving are not over"),
}


def _is_plain(code: str) -> bool:
    return code in REASONS and "%(" not in str(REASONS[code])


def _shown(name: str, value: Fact) -> str:
    if name in {"status", "at_entry"}:
        return str(EMPLOYMENT_SHORT[Employment(str(value))])
    if name == "improvements":
        return ", ".join(str(IMPROVEMENTS[Improvement(one)]) for one in str(value).split())
    if name in {"hours", "minimum_hours"}:
        return formats.number_format(f"{Decimal(str(value)):.2f}".rstrip("0").rstrip("."), use_l10n=True)
    if name == "on" or name.endswith("_on") or name == "unemployed_since":
        return formats.date_format(date.fromisoformat(str(value)), "SHORT_DATE_FORMAT")
    return str(value)
