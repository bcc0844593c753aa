"""Words for what a person brings along and needs."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wir.people.rules.cards import Card
from wir.people.rules.entries import EntryKind
from wir.people.rules.profile import (
    Care,
    Childcare,
    DayTime,
    Equivalent,
    Licence,
    QualificationKind,
    Recognition,
    Relation,
    SchoolNow,
    Script,
    Transport,
    Way,
)
from wir.people.rules.requirements import RequirementKind

CARDS = {
    Card.NAMES: _("Names"),
    Card.BIRTH: _("Birth, gender, nationality"),
    Card.REACH: _("How to reach the person"),
    Card.ADDRESS: _("Address"),
    Card.TALKING: _("Understanding each other"),
    Card.SCHOOL: _("School and occupation in short"),
    Card.WORK: _("When and how work is possible"),
    Card.WISHES: _("Skills and wishes"),
}
EMPTY_CARDS = {
    Card.NAMES: _("Enter the names as they stand in the passport."),
    Card.BIRTH: _("Ask for birth date, gender and nationality; what is not known stays open."),
    Card.REACH: _("Ask how the person wants to be reached, and whether others read along."),
    Card.ADDRESS: _("Enter at least the postcode: offers near by are found with it."),
    Card.TALKING: _("Ask in which language you speak with each other and whether an interpreter is needed."),
    Card.SCHOOL: _("Enter the highest level of education; the entries below hold the rest."),
    Card.WORK: _("Ask about hours, childcare, the way to work and the driving licence."),
    Card.WISHES: _("Ask what the person can do and wants to do."),
}
ENTRIES = {
    EntryKind.LANGUAGE: _("Languages"),
    EntryKind.SCHOOL: _("Schools"),
    EntryKind.QUALIFICATION: _("Qualifications and their recognition"),
    EntryKind.WORK: _("Work experience"),
}
ADD_ENTRIES = {
    EntryKind.LANGUAGE: _("Add a language"),
    EntryKind.SCHOOL: _("Add a school"),
    EntryKind.QUALIFICATION: _("Add a qualification"),
    EntryKind.WORK: _("Add work experience"),
}
EMPTY_ENTRIES = {
    EntryKind.LANGUAGE: _("No language is recorded. Begin with the mother tongue, then German."),
    EntryKind.SCHOOL: _("No school is recorded. Years and country are enough to begin with."),
    EntryKind.QUALIFICATION: _("No qualification is recorded. Also courses and trades without papers count."),
    EntryKind.WORK: _("No work is recorded. Also unpaid work and work in the family count."),
}
WAYS = {
    Way.CALL: _("call"),
    Way.SMS: _("SMS"),
    Way.MESSENGER: _("messenger"),
    Way.MAIL: _("e-mail"),
    Way.LETTER: _("letter"),
    Way.THROUGH: _("through somebody else"),
}
SCRIPTS = {
    Script.LATIN: _("Latin"),
    Script.ARABIC: _("Arabic script"),
    Script.CYRILLIC: _("Cyrillic"),
    Script.ETHIOPIC: _("Ethiopic"),
    Script.ARMENIAN: _("Armenian script"),
    Script.GEORGIAN: _("Georgian script"),
    Script.OTHER: _("another script"),
    Script.NONE: _("cannot read yet"),
}
EQUIVALENTS = {
    Equivalent.NONE: _("no school leaving certificate"),
    Equivalent.HAUPTSCHULE: "Hauptschulabschluss",
    Equivalent.MITTLERER: "Mittlerer Schulabschluss",
    Equivalent.FACHHOCHSCHULREIFE: "Fachhochschulreife",
    Equivalent.HOCHSCHULREIFE: "Hochschulreife (Abitur)",
}
QUALIFICATION_KINDS = {
    QualificationKind.VOCATIONAL: _("vocational qualification"),
    QualificationKind.DEGREE: _("degree"),
    QualificationKind.COURSE: _("course or certificate"),
}
RECOGNITIONS = {
    Recognition.NOT_NEEDED: _("recognition not needed"),
    Recognition.NOT_APPLIED: _("not applied for yet"),
    Recognition.APPLIED: _("applied for"),
    Recognition.FULL: _("equivalent"),
    Recognition.PARTIAL: _("partly equivalent"),
    Recognition.COMPENSATION: _("adaptation course or examination demanded"),
    Recognition.REFUSED: _("refused"),
    Recognition.ZAB_STATEMENT: _("statement of comparability (ZAB)"),
}
LICENCES = {
    Licence.NONE: _("no driving licence"),
    Licence.LEARNING: _("at driving school"),
    Licence.GERMAN: _("German or EU licence"),
    Licence.FOREIGN: _("foreign licence, not exchanged"),
}
TRANSPORTS = {
    Transport.FOOT: _("on foot"),
    Transport.BICYCLE: _("bicycle"),
    Transport.PUBLIC: _("bus and train"),
    Transport.CAR: _("car"),
}
CHILDCARE = {
    Childcare.NOT_NEEDED: _("not needed"),
    Childcare.ARRANGED: _("arranged"),
    Childcare.PARTLY: _("partly arranged"),
    Childcare.MISSING: _("missing"),
}
TIMES = {
    DayTime.EARLY: _("early"),
    DayTime.DAY: _("in the daytime"),
    DayTime.LATE: _("late"),
    DayTime.NIGHT: _("at night"),
    DayTime.WEEKEND: _("at weekends"),
}
RELATIONS = {
    Relation.PARTNER: _("partner"),
    Relation.CHILD: _("child"),
    Relation.PARENT: _("parent"),
    Relation.SIBLING: _("brother or sister"),
    Relation.OTHER: _("somebody else"),
}
SCHOOLS_NOW = {
    SchoolNow.HOME: _("at home"),
    SchoolNow.NURSERY: _("nursery or kindergarten"),
    SchoolNow.PRIMARY: _("primary school"),
    SchoolNow.SECONDARY: _("secondary school"),
    SchoolNow.VOCATIONAL: _("vocational school or training"),
    SchoolNow.WAITING: _("waits for a place"),
}
CARES = {
    Care.NOT_NEEDED: _("needs no care"),
    Care.WHOLE_DAY: _("cared for the whole day"),
    Care.HALF_DAY: _("cared for half the day"),
    Care.FAMILY: _("cared for by the family"),
    Care.MISSING: _("care is missing"),
}
REQUIREMENTS = {
    RequirementKind.STEP_FREE: _("step-free workplace"),
    RequirementKind.SEATED: _("work sitting down"),
    RequirementKind.CHANGING_POSTURE: _("change between sitting and standing"),
    RequirementKind.NO_HEAVY_LIFTING: _("no heavy lifting"),
    RequirementKind.NO_NIGHT_SHIFT: _("no night shift"),
    RequirementKind.NO_SHIFTS: _("no changing shifts"),
    RequirementKind.PART_TIME: _("part time"),
    RequirementKind.EXTRA_BREAKS: _("extra breaks"),
    RequirementKind.QUIET_PLACE: _("quiet place"),
    RequirementKind.NO_HEIGHTS: _("no work at heights"),
    RequirementKind.NO_DUST: _("no dust or fumes"),
    RequirementKind.LARGE_PRINT: _("large print or screen reader"),
    RequirementKind.SIGN_LANGUAGE: _("sign language or writing"),
    RequirementKind.FIXED_CONTACT: _("one fixed person to turn to"),
    RequirementKind.APPOINTMENTS_FREE: _("time off for appointments"),
}
EDUCATION_LEVELS = {
    0: _("no school, or left primary school early"),
    1: _("primary school"),
    2: _("lower secondary: school up to class 9 or 10"),
    3: _("upper secondary: Abitur, or vocational training"),
    4: _("after Abitur, below university: e.g. second training"),
    5: _("short higher education, e.g. Meister course"),
    6: _("Bachelor, Meister, Fachwirt"),
    7: _("Master, Diplom, Magister, state examination"),
    8: _("doctorate"),
}
"""ISCED 2011, levels 0–8."""
