"""Words for what people's files hold."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.kit.births import Birth
from wir.people.rules.facts import (
    AsylumOutcome,
    Gender,
    Level,
    OwnConduct,
    RemovalMeasure,
    ResidenceStatus,
    WorkNote,
)
from wir.people.rules.matches import Reason

GENDERS = {Gender.FEMALE: _("female"), Gender.MALE: _("male"), Gender.NON_BINARY: _("diverse (non-binary)")}
STATUSES = {
    ResidenceStatus.AUFENTHALTSERLAUBNIS: _("Residence permit (Aufenthaltserlaubnis)"),
    ResidenceStatus.NIEDERLASSUNGSERLAUBNIS: _("Settlement permit (Niederlassungserlaubnis)"),
    ResidenceStatus.FIKTIONSBESCHEINIGUNG: _("Provisional certificate (Fiktionsbescheinigung)"),
    ResidenceStatus.AUFENTHALTSGESTATTUNG: _("Asylum procedure (Aufenthaltsgestattung)"),
    ResidenceStatus.DULDUNG: _("Toleration (Duldung)"),
}
SHORT_STATUSES = {
    "": "–",
    ResidenceStatus.AUFENTHALTSERLAUBNIS.value: "Aufenthaltserlaubnis",
    ResidenceStatus.NIEDERLASSUNGSERLAUBNIS.value: "Niederlassungserlaubnis",
    ResidenceStatus.FIKTIONSBESCHEINIGUNG.value: "Fiktionsbescheinigung",
    ResidenceStatus.AUFENTHALTSGESTATTUNG.value: "Aufenthaltsgestattung",
    ResidenceStatus.DULDUNG.value: "Duldung",
}
"""German legal terms in every language: they are what stands on the paper."""
WORK_NOTES = {
    WorkNote.ALL_WORK: _("“Erwerbstätigkeit erlaubt”: all work allowed"),
    WorkNote.EMPLOYMENT: _("“Beschäftigung erlaubt”: employment allowed"),
    WorkNote.WITH_PERMISSION: _("“Beschäftigung nur mit Erlaubnis”: employment with permission only"),
    WorkNote.NO_WORK: _("“Erwerbstätigkeit nicht erlaubt”: no work allowed"),
}
OUTCOMES = {
    AsylumOutcome.PENDING: _("no decision yet"),
    AsylumOutcome.RECOGNISED: _("recognised under Art. 16a GG"),
    AsylumOutcome.REFUGEE: _("refugee status"),
    AsylumOutcome.SUBSIDIARY: _("subsidiary protection"),
    AsylumOutcome.REMOVAL_BAN: _("ban on removal"),
    AsylumOutcome.REJECTED: _("rejected"),
    AsylumOutcome.MANIFESTLY_UNFOUNDED: _("rejected as manifestly unfounded"),
    AsylumOutcome.INADMISSIBLE: _("rejected as inadmissible"),
    AsylumOutcome.WITHDRAWN: _("withdrawn"),
}
OWN_CONDUCTS = {
    OwnConduct.NONE: _("none known"),
    OwnConduct.DECEPTION: _("deception about identity or nationality"),
    OwnConduct.FALSE_STATEMENTS: _("other false statements"),
    OwnConduct.MISSING_COOPERATION: _("missing cooperation, for instance in obtaining a passport"),
}
REMOVAL_MEASURES = {
    RemovalMeasure.NONE: _("none"),
    RemovalMeasure.TRAVEL_FITNESS_EXAMINATION: _("examination of fitness to travel ordered"),
    RemovalMeasure.FUNDED_VOLUNTARY_RETURN: _("funded voluntary return applied for"),
    RemovalMeasure.TRANSPORT_BOOKING: _("booking of transport begun"),
    RemovalMeasure.COMPARABLE_PREPARATION: _("comparable preparation"),
    RemovalMeasure.DUBLIN_PROCEDURE: _("Dublin procedure begun"),
}
LEVELS = {
    Level.A0: _("none yet"),
    Level.A1: "A1",
    Level.A2: "A2",
    Level.B1: "B1",
    Level.B2: "B2",
    Level.C1: "C1",
    Level.C2: "C2",
    Level.NATIVE: _("mother tongue"),
}
REASONS = {
    Reason.CASE_NUMBER: _("this case number"),
    Reason.SAME_BIRTH_DATE: _("same birth date"),
    Reason.DAY_AND_MONTH_SWAPPED: _("birth date with day and month swapped"),
    Reason.SAME_PHONE: _("same telephone number"),
    Reason.SAME_NAME: _("same name"),
    Reason.OTHER_SPELLING: _("same name in another spelling"),
    Reason.SIMILAR_NAME: _("similar name"),
}
"""Why somebody found may be the person asked for."""


def reasons_as_text(reasons: Iterable[Reason]) -> str:
    """Return why somebody is shown, in one line."""
    return ", ".join(str(REASONS[reason]) for reason in reasons)


def born(birth: Birth | None) -> str:
    """Return a birth date as far as it is known; what is missing of it is said."""
    if birth is None:
        return ""
    if birth.exact is not None:
        return str(date_format(birth.exact, "SHORT_DATE_FORMAT"))
    if birth.month is None:
        return gettext("%(year)s, day and month not known") % {"year": birth.year}
    return gettext("%(month)s %(year)s, day not known") % {"month": MONTHS[birth.month], "year": birth.year}
