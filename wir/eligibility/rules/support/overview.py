"""All kinds of support for one person on one day, each by its own rule."""

from datetime import date

from wir.eligibility.rules.assessment import assess
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.law import KNOWN_BEFORE, SUPPORT_LAW
from wir.eligibility.rules.support.access import Access, Support, SupportAnswer, SupportCode
from wir.eligibility.rules.support.benefits import benefits
from wir.eligibility.rules.support.courses import integration_course, vocational_language_course
from wir.eligibility.rules.support.training import early_support, training_grant, training_preparation
from wir.eligibility.rules.vocabulary import Activity

TEXTS_FROM = date(2026, 8, 1)
"""The texts on support are known as of 19 August 2026 alone: older days are for a person to look up."""
ADVICE_SINCE = date(2026, 1, 1)


def support_for(facts: Facts, on: date) -> tuple[SupportAnswer, ...]:
    """Return what is open to the person on the day, in the order of the list.

    Where the statute is not among the texts at hand the answer is ``review``: agency or Jobcenter decides.
    """
    decided = (*_decided(facts, on), *_recognition(on))
    if not (TEXTS_FROM <= on < KNOWN_BEFORE):
        decided = tuple(_other_text(one) for one in decided)
    return (*decided, *_instruments())


def _decided(facts: Facts, on: date) -> tuple[SupportAnswer, ...]:
    work = assess(facts, activity=Activity.EMPLOYMENT_UNSKILLED, on=on)
    return (
        integration_course(facts, on),
        vocational_language_course(facts, on),
        training_preparation(facts, on, work),
        training_grant(facts, on),
        early_support(facts, on, work),
        *benefits(facts, on, work),
    )


def _recognition(on: date) -> tuple[SupportAnswer, ...]:
    claim = SupportAnswer(
        Support.RECOGNITION, Access.CLAIM, SupportCode.RECOGNITION_CLAIM, ("BQFG:2:2", "BQFG:6:1")
    )
    open_now = on >= ADVICE_SINCE
    advice = SupportAnswer(
        Support.RECOGNITION_ADVICE,
        Access.OPEN if open_now else Access.NOT_YET,
        SupportCode.ADVICE_OPEN if open_now else SupportCode.ADVICE_NOT_YET,
        ("AufenthG:45b:1",),
        opens_on=None if open_now else ADVICE_SINCE,
    )
    return claim, advice


def _instruments() -> tuple[SupportAnswer, ...]:
    return tuple(
        SupportAnswer(
            Support(row["support"]),
            Access.REVIEW,
            SupportCode.INSTRUMENT_TO_ASK,
            (row["citation"],),
            apply_before=row["apply_before"],
        )
        for row in SUPPORT_LAW["instrument"]
    )


def _other_text(one: SupportAnswer) -> SupportAnswer:
    return SupportAnswer(
        one.support,
        Access.REVIEW,
        SupportCode.INSTRUMENT_TO_ASK,
        one.citations,
        apply_before=one.apply_before,
    )
