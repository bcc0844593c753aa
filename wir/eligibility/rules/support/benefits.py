"""Who is responsible for benefits: Jobcenter (SGB II) or the authority under the AsylbLG; and § 5 AsylbLG."""

from datetime import date
from enum import StrEnum

from wir.eligibility.rules.answers import Answer, MayWork
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.law import SUPPORT_LAW, TitleGroup, title_law, under
from wir.eligibility.rules.support.access import Access, Support, SupportAnswer, SupportCode
from wir.eligibility.rules.vocabulary import Status


class System(StrEnum):
    """The law under which somebody in need gets benefits."""

    SGB2 = "sgb2"
    ASYLBLG = "asylblg"
    OPEN = "open"


def system_of(facts: Facts, on: date) -> tuple[System, str]:
    """Return the responsible system and the provision that says so (§ 1 AsylbLG, § 7 Abs. 1 SGB II)."""
    if facts.status is Status.AUFENTHALTSGESTATTUNG:
        return System.ASYLBLG, "AsylbLG:1:1:-:1"
    if facts.status is Status.DULDUNG:
        return System.ASYLBLG, "AsylbLG:1:1:-:4"
    if facts.status is Status.NIEDERLASSUNGSERLAUBNIS:
        return System.SGB2, "SGB2:7:1:1"
    if facts.status is Status.AUFENTHALTSERLAUBNIS and facts.legal_basis is not None:
        return _by_title(facts.legal_basis, on)
    return System.OPEN, "SGB2:7:1:2:3"


def _by_title(basis: str, on: date) -> tuple[System, str]:
    titles = SUPPORT_LAW["benefits"]
    if any(under(basis, one) for one in titles["asylblg"]):
        return System.ASYLBLG, "AsylbLG:1:1:-:3"
    law = title_law(basis, on)
    known = law is not None and law.group is TitleGroup.HUMANITARIAN
    if not known or any(under(basis, one) or under(one, basis) for one in _doubtful(titles)):
        return System.OPEN, "AsylbLG:1:1:-:3"
    return System.SGB2, "SGB2:7:1:3"


def _doubtful(titles: dict[str, list[str]]) -> list[str]:
    return [*titles["unclear"], *titles["asylblg"]]


def benefits(facts: Facts, on: date, work: Answer) -> tuple[SupportAnswer, ...]:
    """Return the answers for SGB II, AsylbLG and the work opportunity of § 5 AsylbLG."""
    if facts.status is None:
        return tuple(_answer(one, Access.UNDECIDED, SupportCode.FACTS_MISSING, "SGB2:7:1") for one in _ALL)
    system, citation = system_of(facts, on)
    if system is System.OPEN:
        return tuple(_answer(one, Access.REVIEW, SupportCode.BENEFITS_OPEN, citation) for one in _ALL)
    if system is System.ASYLBLG:
        return (
            _answer(Support.BENEFITS_SGB2, Access.NOT_OPEN, SupportCode.SGB2_EXCLUDED, "SGB2:7:1:2:3"),
            _answer(_ASYLBLG, Access.ON_CONDITIONS, SupportCode.ASYLBLG_RESPONSIBLE, citation),
            _answer(_WORK, Access.ON_CONDITIONS, SupportCode.WORK_OPPORTUNITY_OPEN, "AsylbLG:5:5"),
        )
    return (
        _jobcenter(work, citation),
        _answer(_ASYLBLG, Access.NOT_OPEN, SupportCode.ASYLBLG_NOT_RESPONSIBLE, "AsylbLG:1:2"),
        _answer(_WORK, Access.NOT_OPEN, SupportCode.WORK_OPPORTUNITY_CLOSED, "AsylbLG:5:1"),
    )


def _jobcenter(work: Answer, citation: str) -> SupportAnswer:
    if work.may_work is MayWork.NO:
        return _answer(Support.BENEFITS_SGB2, Access.REVIEW, SupportCode.SGB2_NEEDS_WORK_ACCESS, "SGB2:8:2:1")
    return _answer(Support.BENEFITS_SGB2, Access.ON_CONDITIONS, SupportCode.SGB2_RESPONSIBLE, citation)


_ASYLBLG, _WORK = Support.BENEFITS_ASYLBLG, Support.WORK_OPPORTUNITY
_ALL = (Support.BENEFITS_SGB2, _ASYLBLG, _WORK)


def _answer(support: Support, access: Access, code: SupportCode, citation: str) -> SupportAnswer:
    missing = ("status",) if access is Access.UNDECIDED else ()
    return SupportAnswer(support, access, code, (citation,), apply_before=True, missing=missing)
