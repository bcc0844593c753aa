"""German courses: integration course (§ 44 AufenthG) and vocational language course (§ 45a AufenthG, § 4 DeuFöV)."""

from datetime import date, timedelta

from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.law import SUPPORT_LAW, under
from wir.eligibility.rules.stay import is_over
from wir.eligibility.rules.support.access import Access, Support, SupportAnswer, SupportCode
from wir.eligibility.rules.vocabulary import Status
from wir.kit.calendar import add_months

CLAIM_MONTHS, SHORTEST_TITLE_MONTHS, LANGUAGE_MONTHS = 12, 12, 6
TOLERATED_FOR_REASONS = ("AufenthG:60a:2:3", "AufenthG:60c", "AufenthG:60d")
"""A Duldung of § 60a Abs. 2 S. 3; those of §§ 60c, 60d are such (§ 60c Abs. 1, § 60d Abs. 1)."""
_TOO_COARSE = frozenset({"AufenthG:60a", "AufenthG:60a:2"})
_CITED = "AufenthG:44:4"


def integration_course(facts: Facts, on: date) -> SupportAnswer:
    """Return whether there is a claim, a place if one is free, or neither."""
    if facts.status is None:
        return _course(Access.UNDECIDED, SupportCode.FACTS_MISSING, missing=("status",))
    if facts.status is Status.AUFENTHALTSGESTATTUNG:
        return _by_places(on, f"{_CITED}:2:1")
    if facts.status is Status.DULDUNG:
        return _course_with_duldung(facts, on)
    if facts.status is Status.FIKTIONSBESCHEINIGUNG:
        return _course(Access.REVIEW, SupportCode.COURSE_TO_CHECK)
    return _course_with_title(facts, on)


def _course(
    access: Access,
    code: SupportCode,
    citation: str = _CITED,
    *,
    lapses_on: date | None = None,
    missing: tuple[str, ...] = (),
) -> SupportAnswer:
    return SupportAnswer(
        Support.INTEGRATION_COURSE,
        access,
        code,
        (citation,),
        apply_before=True,
        lapses_on=lapses_on,
        missing=missing,
    )


def _by_places(on: date, citation: str) -> SupportAnswer:
    """§ 44 Abs. 4: a place if one is free, unless the Bundesamt has stopped such admissions."""
    stops = [row for row in SUPPORT_LAW["course_stop"] if row["from"] <= on]
    if not stops:
        return _course(Access.IF_PLACES, SupportCode.COURSE_IF_PLACES, citation)
    if on < stops[-1]["until"]:
        return _course(Access.NOT_OPEN, SupportCode.COURSE_STOPPED, citation)
    return _course(Access.REVIEW, SupportCode.COURSE_STOP_UNKNOWN, citation)


def _course_with_duldung(facts: Facts, on: date) -> SupportAnswer:
    basis = facts.legal_basis
    if basis is None or basis in _TOO_COARSE:
        return _course(Access.UNDECIDED, SupportCode.FACTS_MISSING, missing=("legal_basis",))
    if any(under(basis, one) for one in TOLERATED_FOR_REASONS):
        return _by_places(on, f"{_CITED}:2:2")
    return _course(Access.NOT_OPEN, SupportCode.COURSE_NOT_FOR_THIS_DULDUNG, f"{_CITED}:2:2")


def _course_with_title(facts: Facts, on: date) -> SupportAnswer:
    basis = facts.legal_basis
    if basis is None:
        return _course(Access.UNDECIDED, SupportCode.FACTS_MISSING, missing=("legal_basis",))
    if any(under(basis, one) for one in SUPPORT_LAW["course_claim"]):
        return _claimed(facts, on)
    if any(under(basis, one) for one in SUPPORT_LAW["course_by_places"]):
        return _by_places(on, f"{_CITED}:2:3")
    return _course(Access.REVIEW, SupportCode.COURSE_STATUS_OPEN, f"{_CITED}:1")


def _claimed(facts: Facts, on: date) -> SupportAnswer:
    issued, until = facts.title_issued_on, facts.title_valid_until
    if issued is None:
        return _course(
            Access.UNDECIDED, SupportCode.FACTS_MISSING, "AufenthG:44:2", missing=("title_issued_on",)
        )
    lapses = add_months(issued, CLAIM_MONTHS)
    if on >= lapses:
        return _course(Access.REVIEW, SupportCode.COURSE_CLAIM_LAPSED, "AufenthG:44:2")
    if until is not None and until + timedelta(days=1) < add_months(issued, SHORTEST_TITLE_MONTHS):
        return _course(Access.REVIEW, SupportCode.COURSE_CLAIM_SHORT_TITLE, "AufenthG:44:1:2")
    return _course(Access.CLAIM, SupportCode.COURSE_CLAIM, "AufenthG:44:1", lapses_on=lapses)


def vocational_language_course(facts: Facts, on: date) -> SupportAnswer:
    """Return whether the status lets the person in; need, registration and B1 are judged by the agency."""
    if facts.status is None:
        return _language(Access.UNDECIDED, SupportCode.FACTS_MISSING, missing="status")
    if facts.status is not Status.DULDUNG:
        return _language(Access.ON_CONDITIONS, SupportCode.LANGUAGE_ON_CONDITIONS, "DeuFoeV:4:1:1")
    basis, since = facts.legal_basis, facts.duldung_since
    if basis is not None and any(under(basis, one) for one in TOLERATED_FOR_REASONS):
        return _language(Access.ON_CONDITIONS, SupportCode.LANGUAGE_DULDUNG_KIND, "DeuFoeV:4:1:2:1")
    if since is None:
        return _language(Access.UNDECIDED, SupportCode.FACTS_MISSING, missing="duldung_since")
    if is_over(since, LANGUAGE_MONTHS, on):
        return _language(Access.ON_CONDITIONS, SupportCode.LANGUAGE_SIX_MONTHS_OVER, "DeuFoeV:4:1:2:2")
    opens = add_months(since, LANGUAGE_MONTHS)
    return _language(Access.NOT_YET, SupportCode.LANGUAGE_SIX_MONTHS_RUN, "DeuFoeV:4:1:2:2", opens_on=opens)


def _language(
    access: Access,
    code: SupportCode,
    citation: str = "DeuFoeV:4:1",
    *,
    opens_on: date | None = None,
    missing: str = "",
) -> SupportAnswer:
    return SupportAnswer(
        Support.VOCATIONAL_LANGUAGE_COURSE,
        access,
        code,
        (citation, "AufenthG:45a"),
        apply_before=True,
        opens_on=opens_on,
        missing=(missing,) if missing else (),
    )
