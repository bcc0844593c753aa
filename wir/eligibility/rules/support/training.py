"""Promotion of vocational training by status (§§ 39a, 52, 60 SGB III)."""

from datetime import date

from wir.eligibility.rules.answers import Answer, BanClass, MayWork
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.law import annex_ii
from wir.eligibility.rules.stay import is_over, stay_reached, stay_reaches
from wir.eligibility.rules.support.access import Access, Support, SupportAnswer, SupportCode
from wir.eligibility.rules.vocabulary import Status
from wir.kit.calendar import add_months

ENTERED_EARLY_BEFORE = date(2019, 8, 1)
EARLY_MONTHS, GESTATTUNG_MONTHS, DULDUNG_MONTHS, GRANT_MONTHS = 3, 15, 9, 15


def training_preparation(facts: Facts, on: date, work: Answer) -> SupportAnswer:
    """Return whether BvB is open (§ 52 SGB III); ``work`` is the answer for employment on the day."""
    if work.may_work is MayWork.UNDECIDED:
        return _preparation(Access.UNDECIDED, SupportCode.FACTS_MISSING, missing=work.missing)
    if work.may_work is MayWork.NO:
        access = Access.NOT_OPEN if work.earliest_on is None else Access.NOT_YET
        return _preparation(access, SupportCode.PREPARATION_NEEDS_WORK_ACCESS, opens_on=work.earliest_on)
    if facts.status is Status.AUFENTHALTSGESTATTUNG:
        return _after_stay(facts, on)
    if facts.status is Status.DULDUNG:
        return _after_suspension(facts, on)
    return _preparation(Access.ON_CONDITIONS, SupportCode.PREPARATION_ON_CONDITIONS)


def _preparation(
    access: Access,
    code: SupportCode,
    citation: str = "SGB3:52:2:1",
    *,
    opens_on: date | None = None,
    missing: tuple[str, ...] = (),
) -> SupportAnswer:
    return SupportAnswer(
        Support.TRAINING_PREPARATION,
        access,
        code,
        (citation, "SGB3:52:1"),
        apply_before=True,
        opens_on=opens_on,
        missing=missing,
    )


def _months(facts: Facts, usual: int) -> int:
    early = facts.entered_on is not None and facts.entered_on < ENTERED_EARLY_BEFORE
    return EARLY_MONTHS if early else usual


def _after_stay(facts: Facts, on: date) -> SupportAnswer:
    if facts.entered_on is None:
        return _preparation(
            Access.UNDECIDED, SupportCode.FACTS_MISSING, "SGB3:52:2:2", missing=("entered_on",)
        )
    months = _months(facts, GESTATTUNG_MONTHS)
    citation = "SGB3:52:2:2:1" if months == GESTATTUNG_MONTHS else "SGB3:52:2:3"
    reached = stay_reached(facts, months, on)
    if reached is None:
        return _preparation(
            Access.UNDECIDED, SupportCode.FACTS_MISSING, citation, missing=("continuous_stay_since",)
        )
    if not reached:
        opens = stay_reaches(facts, months)
        return _preparation(Access.NOT_YET, SupportCode.PREPARATION_PERIOD_RUNS, citation, opens_on=opens)
    return _preparation(Access.ON_CONDITIONS, SupportCode.PREPARATION_ON_CONDITIONS, citation)


def _after_suspension(facts: Facts, on: date) -> SupportAnswer:
    since = facts.duldung_since
    if since is None or facts.entered_on is None:
        names = {"entered_on": facts.entered_on, "duldung_since": since}
        missing = tuple(name for name, value in names.items() if value is None)
        return _preparation(Access.UNDECIDED, SupportCode.FACTS_MISSING, "SGB3:52:2:4", missing=missing)
    months = _months(facts, DULDUNG_MONTHS)
    citation = "SGB3:52:2:4" if months == DULDUNG_MONTHS else "SGB3:52:2:5"
    if not is_over(since, months, on):
        opens = add_months(since, months)
        return _preparation(Access.NOT_YET, SupportCode.PREPARATION_PERIOD_RUNS, citation, opens_on=opens)
    return _preparation(Access.ON_CONDITIONS, SupportCode.PREPARATION_ON_CONDITIONS, citation)


def training_grant(facts: Facts, on: date) -> SupportAnswer:
    """Return whether BAB is open by status (§ 60 Abs. 3 SGB III)."""
    if facts.status is None:
        return _grant(Access.UNDECIDED, SupportCode.FACTS_MISSING, "SGB3:60", missing="status")
    if facts.status is Status.AUFENTHALTSGESTATTUNG:
        return _grant(Access.NOT_OPEN, SupportCode.GRANT_NOT_IN_PROCEDURE, "SGB3:60:3:1")
    if facts.status is not Status.DULDUNG:
        return _grant(Access.ON_CONDITIONS, SupportCode.GRANT_ON_CONDITIONS, "SGB3:60:1")
    reached = stay_reached(facts, GRANT_MONTHS, on)
    if reached is None:
        missing = "continuous_stay_since"
        return _grant(Access.UNDECIDED, SupportCode.FACTS_MISSING, "SGB3:60:3:2", missing=missing)
    if reached:
        return _grant(Access.ON_CONDITIONS, SupportCode.GRANT_ON_CONDITIONS, "SGB3:60:3:2")
    opens = stay_reaches(facts, GRANT_MONTHS)
    return _grant(Access.NOT_YET, SupportCode.GRANT_PERIOD_RUNS, "SGB3:60:3:2", opens_on=opens)


def _grant(
    access: Access, code: SupportCode, citation: str, *, opens_on: date | None = None, missing: str = ""
) -> SupportAnswer:
    return SupportAnswer(
        Support.TRAINING_GRANT,
        access,
        code,
        (citation,),
        opens_on=opens_on,
        missing=(missing,) if missing else (),
    )


def early_support(facts: Facts, on: date, work: Answer) -> SupportAnswer:
    """Return whether § 39a SGB III helps: asylum seekers whom § 61 AsylG keeps from work, if they will stay."""
    barred = work.may_work is MayWork.NO and work.ban_class is not BanClass.NONE
    if facts.status is not Status.AUFENTHALTSGESTATTUNG or not barred:
        access, code = Access.NOT_OPEN, SupportCode.EARLY_SUPPORT_NOT_MEANT
        if facts.status is Status.AUFENTHALTSGESTATTUNG and work.may_work is MayWork.UNDECIDED:
            access, code = Access.UNDECIDED, SupportCode.FACTS_MISSING
        missing = work.missing if access is Access.UNDECIDED else ()
        return SupportAnswer(Support.EARLY_SUPPORT, access, code, ("SGB3:39a:-:1",), missing=missing)
    if facts.nationalities is not None and facts.nationalities & annex_ii(on):
        return SupportAnswer(
            Support.EARLY_SUPPORT,
            Access.NOT_OPEN,
            SupportCode.EARLY_SUPPORT_SAFE_COUNTRY,
            ("SGB3:39a:-:2",),
        )
    return SupportAnswer(
        Support.EARLY_SUPPORT,
        Access.ON_CONDITIONS,
        SupportCode.EARLY_SUPPORT_POSSIBLE,
        ("SGB3:39a:-:1",),
        apply_before=True,
    )
