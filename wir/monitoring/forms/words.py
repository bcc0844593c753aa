"""Words for the codes of the rules: indicators as Annex I of Regulation (EU) 2021/1057 names them, states, answers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wir.monitoring.rules.answers import Question
from wir.monitoring.rules.programme_rate import Denominator, Outcome
from wir.monitoring.rules.vocabulary import (
    Answer,
    Employment,
    ExitState,
    Gender,
    Improvement,
    Indicator,
    State,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Words = dict[StrEnum, "_StrPromise"]

INDICATORS: Words = {
    Indicator.EECO01: _("total number of participants"),
    Indicator.EECO02: _("unemployed, including long-term unemployed"),
    Indicator.EECO03: _("long-term unemployed"),
    Indicator.EECO04: _("inactive"),
    Indicator.EECO05: _("employed, including self-employed"),
    Indicator.EECO06: _("children below 18 years of age"),
    Indicator.EECO07: _("young people between 18 and 29 years of age"),
    Indicator.EECO08: _("participants of 55 years of age and above"),
    Indicator.EECO09: _("with lower secondary education or less (ISCED 0–2)"),
    Indicator.EECO10: _("with upper secondary (ISCED 3) or post-secondary education (ISCED 4)"),
    Indicator.EECO11: _("with tertiary education (ISCED 5–8)"),
    Indicator.EECO12: _("participants with disabilities"),
    Indicator.EECO13: _("third-country nationals"),
    Indicator.EECO14: _("participants with a foreign background"),
    Indicator.EECO15: _("minorities, including marginalised communities such as Roma people"),
    Indicator.EECO16: _("homeless or affected by housing exclusion"),
    Indicator.EECO17: _("participants from rural areas"),
    Indicator.EECO18: _("supported public administrations or public services"),
    Indicator.EECO19: _("supported micro, small and medium-sized enterprises"),
    Indicator.EECR01: _("participants engaged in job searching upon leaving"),
    Indicator.EECR02: _("participants in education or training upon leaving"),
    Indicator.EECR03: _("participants gaining a qualification upon leaving"),
    Indicator.EECR04: _("participants in employment, including self-employment, upon leaving"),
    Indicator.EECR05: _("participants in employment, including self-employment, six months after leaving"),
    Indicator.EECR06: _("participants with an improved labour market situation six months after leaving"),
}
STATES: Words = {
    State.REPORTED: _("reported"),
    State.INCOMPLETE: _("incomplete"),
    State.NOT_PARTICIPANT: _("not yet a participant"),
    State.FUTURE: _("enters later"),
    State.INVALID: _("contradictory"),
}
STATE_SENTENCES: Words = {
    State.REPORTED: _("Counted in the report."),
    State.INCOMPLETE: _("Not counted in any figure as long as compulsory data are missing."),
    State.NOT_PARTICIPANT: _("Not counted yet: fewer hours of counselling than ESF Plus asks for."),
    State.FUTURE: _("Counted from the day of entry on."),
    State.INVALID: _("Not counted in any figure as long as the data contradict each other."),
}
STATE_TONES = {
    State.REPORTED: "success",
    State.INCOMPLETE: "warning",
    State.NOT_PARTICIPANT: "info",
    State.FUTURE: "info",
    State.INVALID: "danger",
}
EXIT_STATES: Words = {
    ExitState.OPEN: _("still taking part"),
    ExitState.PROVISIONAL: _("left, four weeks not over"),
    ExitState.FINAL: _("left, result certain"),
    ExitState.OVERDUE: _("left, status unknown"),
}
GENDERS: Words = {
    Gender.FEMALE: _("women"),
    Gender.MALE: _("men"),
    Gender.NON_BINARY: _("non-binary"),
}
GENDERS_OF_ONE: Words = {
    Gender.FEMALE: _("woman"),
    Gender.MALE: _("man"),
    Gender.NON_BINARY: _("non-binary person"),
}
EMPLOYMENT: Words = {
    Employment.UNEMPLOYED: _("unemployed (registered, or seeking and available)"),
    Employment.INACTIVE: _("neither working nor unemployed"),
    Employment.EMPLOYED: _("at work (also minijob, apprenticeship, self-employed)"),
    Employment.JOB_SEEKING: _("seeking work without being registered"),
}
EMPLOYMENT_SHORT: Words = {
    Employment.UNEMPLOYED: _("unemployed"),
    Employment.INACTIVE: _("not employed"),
    Employment.EMPLOYED: _("employed"),
    Employment.JOB_SEEKING: _("seeking work"),
}
ANSWERS: Words = {
    Answer.YES: _("yes"),
    Answer.NO: _("no"),
    Answer.REFUSED: _("answer declined"),
}
NOT_RECORDED = _("not recorded yet")
IMPROVEMENTS: Words = {
    Improvement.PRECARIOUS_TO_STABLE: _("from precarious to stable employment"),
    Improvement.UNDEREMPLOYMENT_TO_FULL: _("from underemployment to full employment"),
    Improvement.HIGHER_COMPETENCE_JOB: _("a job that asks for more skills or responsibility"),
    Improvement.PROMOTION: _("promotion"),
    Improvement.PAY_RISE: _("pay rise (does not count by itself)"),
    Improvement.BECAME_SELF_EMPLOYED: _("became self-employed (does not count by itself)"),
}
ISCED = {
    0: _("0 – no school, or primary school not completed"),
    1: _("1 – primary school"),
    2: _("2 – lower secondary school (up to about 9 or 10 years)"),
    3: _("3 – upper secondary school or vocational training"),
    4: _("4 – school and vocational training one after the other"),
    5: _("5 – short academic course, master craftsman (short)"),
    6: _("6 – bachelor, master craftsman"),
    7: _("7 – master or diploma of a university"),
    8: _("8 – doctorate"),
}
DEGURBA = {1: _("city"), 2: _("town or suburb"), 3: _("rural area")}
OUTCOMES: Words = {
    Outcome.TRAINING: _("vocational training"),
    Outcome.WORK: _("insured work"),
    Outcome.SCHOOL: _("school"),
}
DENOMINATORS: Words = {
    Denominator.ENTRANTS: _("of all who entered"),
    Denominator.LEAVERS: _("of all who left"),
}
QUESTIONS: Words = {
    Question.ENTRY: _("Entry data are missing"),
    Question.EXIT: _("Status after leaving is missing"),
    Question.FOLLOW_UP: _("Follow-up after six months is due"),
}
LONG_TERM = {
    "EC": _("more than 6 months below 25 years of age, otherwise more than 12 months (European Commission)"),
    "DE_SGB3": _("one year and longer at any age (§ 18 SGB III)"),
}
"""What long-term unemployment means in a profile."""
