"""Words for codes of the apps below that the desk's forms offer."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wir.counselling.rules import ExitReason, StayProblem
from wir.monitoring.rules.answers import AnswerProblem
from wir.monitoring.rules.vocabulary import Answer, Employment
from wir.people.actions import CheckProblem
from wir.people.rules.facts import Gender, Level, ResidenceStatus, WorkNote
from wir.people.rules.linking import LinkProblem
from wir.people.rules.residence import PaperProblem
from wir.privacy.rules import ConsentWay

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = dict[StrEnum, str | _StrPromise]
    Explanations = dict[StrEnum, tuple[str | None, str | _StrPromise]]

GENDERS: Words = {
    Gender.FEMALE: _("female"),
    Gender.MALE: _("male"),
    Gender.NON_BINARY: _("diverse (non-binary)"),
}
STATUSES: Words = {
    ResidenceStatus.AUFENTHALTSERLAUBNIS: "Aufenthaltserlaubnis",
    ResidenceStatus.NIEDERLASSUNGSERLAUBNIS: "Niederlassungserlaubnis",
    ResidenceStatus.FIKTIONSBESCHEINIGUNG: "Fiktionsbescheinigung",
    ResidenceStatus.AUFENTHALTSGESTATTUNG: "Aufenthaltsgestattung",
    ResidenceStatus.DULDUNG: "Duldung",
}
"""German legal terms in every language: they are what stands on the paper."""
WORK_NOTES: Words = {
    WorkNote.ALL_WORK: "Erwerbstätigkeit erlaubt",
    WorkNote.EMPLOYMENT: "Beschäftigung erlaubt",
    WorkNote.WITH_PERMISSION: "Beschäftigung nur mit Erlaubnis der Ausländerbehörde",
    WorkNote.NO_WORK: "Erwerbstätigkeit nicht erlaubt",
}
LEVELS: Words = {
    Level.A0: _("first words"),
    Level.A1: "A1",
    Level.A2: "A2",
    Level.B1: "B1",
    Level.B2: "B2",
    Level.C1: "C1",
    Level.C2: "C2",
    Level.NATIVE: _("mother tongue"),
}
CONSENT_WAYS: Words = {
    ConsentWay.PAPER: _("on paper, signed"),
    ConsentWay.ON_SCREEN: _("on the screen"),
    ConsentWay.SPOKEN: _("by word of mouth, noted here"),
}
EMPLOYMENT_AT_ENTRY: Words = {
    Employment.UNEMPLOYED: _("unemployed (registered or seeking and available)"),
    Employment.INACTIVE: _("neither working nor seeking work"),
    Employment.EMPLOYED: _("working, also a minijob or self-employed"),
}
EMPLOYMENT_AFTER: Words = {
    **EMPLOYMENT_AT_ENTRY,
    Employment.JOB_SEEKING: _("seeking work without being registered"),
}
ANSWERS: Words = {Answer.YES: _("yes"), Answer.NO: _("no"), Answer.REFUSED: _("does not want to say")}
ISCED = {
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
EXIT_REASONS: Words = {
    ExitReason.WORK: _("has work"),
    ExitReason.TRAINING: _("has a training place"),
    ExitReason.SCHOOL: _("goes to school"),
    ExitReason.FOLLOW_UP_PROJECT: _("goes on in another project"),
    ExitReason.MOVED_AWAY: _("moved away"),
    ExitReason.OWN_WISH: _("own wish"),
    ExitReason.NO_CONTACT: _("no contact any more"),
    ExitReason.ILLNESS: _("illness"),
    ExitReason.LEFT_GERMANY: _("left Germany"),
    ExitReason.OTHER: _("another reason"),
}
PAPER_PROBLEMS: Explanations = {
    PaperProblem.FROM_IN_FUTURE: (
        "paper_from",
        _("This day lies in the future. Enter the day from which the paper holds, today at the latest."),
    ),
    PaperProblem.NOT_AFTER_THE_ONE_BEFORE: (
        "paper_from",
        _(
            "Another paper began on this day or later. Enter a later day, or correct the history under “Residence”."
        ),
    ),
    PaperProblem.NOT_BEFORE_ITS_END: (
        "paper_from",
        _("The paper after this one began on this day or earlier. Enter an earlier day."),
    ),
    PaperProblem.ISSUED_IN_FUTURE: (
        "paper_from",
        _("The day of issue lies in the future. Enter the day printed on the paper."),
    ),
    PaperProblem.VALID_BEFORE_ISSUED: (
        "paper_until",
        _("The paper would end before it was issued. Compare both days with the paper."),
    ),
    PaperProblem.VALID_BEFORE_FROM: (
        "paper_until",
        _("The paper would end before it begins. Compare both days with the paper."),
    ),
}
STAY_PROBLEMS: Explanations = {
    StayProblem.ALREADY_OPEN: (
        None,
        _("The person is in a stay already. Open the case file; a second stay needs an exit first."),
    ),
    StayProblem.ENTRY_IN_FUTURE: (
        "stay_from",
        _("The day of entry lies in the future. Enter today or an earlier day."),
    ),
    StayProblem.ENTRY_BEFORE_FUNDING: (
        "stay_from",
        _("On this day the network was not funded yet. Enter a day within the funding period."),
    ),
    StayProblem.ENTRY_AFTER_FUNDING: (
        "stay_from",
        _("On this day the funding of the network has ended. Enter a day within the funding period."),
    ),
    StayProblem.OVERLAPS_EARLIER: (
        "stay_from",
        _("An earlier stay was still open on this day. Enter a day after the last exit."),
    ),
    StayProblem.ADVISOR_NOT_HERE: (
        "advisor",
        _("This colleague does not work in the sub-project today. Choose somebody of the sub-project."),
    ),
    StayProblem.NO_CONSENT: (
        "consent",
        _("Without the person's consent no counselling can be recorded. Ask for it and tick the box."),
    ),
    StayProblem.NOT_OPEN: (None, _("The stay has ended already. Open the case file to see when.")),
    StayProblem.EXIT_BEFORE_ENTRY: (
        "left_on",
        _("The last day lies before the entry. Enter the day of entry or a later one."),
    ),
    StayProblem.EXIT_IN_FUTURE: (
        "left_on",
        _("The last day lies in the future. Record the exit when the person has left."),
    ),
}
ANSWER_PROBLEMS: Explanations = {
    AnswerProblem.SINCE_WITHOUT_UNEMPLOYED: (
        "unemployed_since",
        _("This day is only for people who were unemployed at entry. Clear it, or choose “unemployed”."),
    ),
    AnswerProblem.SINCE_AFTER_ENTRY: (
        "unemployed_since",
        _("Unemployment would begin after the entry. Enter the day of entry or an earlier one."),
    ),
    AnswerProblem.ON_BEFORE_EXIT: (
        "left_on",
        _("The answer would be about a day before leaving. Enter the day of leaving or a later one."),
    ),
    AnswerProblem.ON_IN_FUTURE: (
        "left_on",
        _("The answer would be about a day in the future. Enter today or an earlier day."),
    ),
    AnswerProblem.STAY_STILL_OPEN: (None, _("The stay is still open. Record the exit first.")),
}
CHECK_PROBLEMS: Explanations = {
    CheckProblem.OFF: (
        "between_networks",
        _("The check between networks is off: this network has recorded no decision. Clear the box."),
    ),
    CheckProblem.NO_CONSENT: (
        "between_networks",
        _("Nothing was asked: the person has to agree first. Ask the person and tick the box."),
    ),
    CheckProblem.INCOMPLETE: (
        "birth_date",
        _("The check between networks needs given name, family name and birth date. Complete them."),
    ),
    CheckProblem.LIMIT: (
        "between_networks",
        _("You have asked twenty times today; that is the limit. Ask again tomorrow."),
    ),
}
LINK_PROBLEMS: Explanations = {
    LinkProblem.UNDECIDED: (
        "same_as",
        _("Another sub-project of the network may know this person. Ask the person and decide first."),
    ),
    LinkProblem.NOT_FOUND: (None, _("There is nobody to decide about. Compare name and birth date.")),
    LinkProblem.NOT_HERE: (
        None,
        _("Only who works in the sub-project of this file decides. Please ask there."),
    ),
    LinkProblem.LINKED_ALREADY: (
        None,
        _("This file is linked to a participant already. Undo that link first."),
    ),
    LinkProblem.NOT_LINKED: (None, _("Nothing is linked; there is nothing to undo.")),
}
EXPLANATIONS: Explanations = {
    **LINK_PROBLEMS,
    **CHECK_PROBLEMS,
    **PAPER_PROBLEMS,
    **STAY_PROBLEMS,
    **ANSWER_PROBLEMS,
}
"""Every refusal of the actions below: the field that mends it, and a sentence."""
COMMON_BASES = [
    ("", _("not stated or other")),
    ("AufenthG:25:2", "§ 25 Abs. 2 AufenthG"),
    ("AufenthG:25:1", "§ 25 Abs. 1 AufenthG"),
    ("AufenthG:25:3", "§ 25 Abs. 3 AufenthG"),
    ("AufenthG:24", "§ 24 AufenthG"),
    ("AufenthG:23:1", "§ 23 Abs. 1 AufenthG"),
    ("AufenthG:23:2", "§ 23 Abs. 2 AufenthG"),
    ("AufenthG:23a", "§ 23a AufenthG"),
    ("AufenthG:25:4", "§ 25 Abs. 4 AufenthG"),
    ("AufenthG:25:5", "§ 25 Abs. 5 AufenthG"),
    ("AufenthG:25a", "§ 25a AufenthG"),
    ("AufenthG:25b", "§ 25b AufenthG"),
    ("AufenthG:104c", "§ 104c AufenthG"),
    ("AufenthG:30", "§ 30 AufenthG"),
    ("AufenthG:28", "§ 28 AufenthG"),
    ("AufenthG:26:3", "§ 26 Abs. 3 AufenthG"),
    ("AufenthG:26:4", "§ 26 Abs. 4 AufenthG"),
    ("AufenthG:81:4", "§ 81 Abs. 4 AufenthG"),
    ("AufenthG:81:3", "§ 81 Abs. 3 AufenthG"),
    ("AsylG:55:1", "§ 55 Abs. 1 AsylG"),
    ("AufenthG:60a:2", "§ 60a Abs. 2 AufenthG"),
    ("AufenthG:60b", "§ 60b AufenthG"),
    ("AufenthG:60c", "§ 60c AufenthG"),
    ("AufenthG:60d", "§ 60d AufenthG"),
]
