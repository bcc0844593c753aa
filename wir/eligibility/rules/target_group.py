"""Does the person fall under the wording of the programme? Activity and waiting periods do not matter.

„Geflüchtete mit Aufenthaltserlaubnis, Personen mit Aufenthaltsgestattung sowie Personen mit einer Duldung, die keinem
absoluten Arbeitsverbot unterliegen“, from fifteen years. Where the wording does not decide, a person must.
"""

from datetime import date

from wir.eligibility.rules.answers import BanKind, MayWork, TargetGroup
from wir.eligibility.rules.duldung_grounds import (
    exclusions,
    measures_under_way,
    protection_still_held,
    unclarified_identity,
)
from wir.eligibility.rules.facts import Facts
from wir.eligibility.rules.gestattung import procedure_grounds, recognised
from wir.eligibility.rules.grounds import Ground
from wir.eligibility.rules.law import TitleGroup, asylum_work_law, duldung_work_law, title_law, under
from wir.eligibility.rules.policy import Policy, read_by
from wir.eligibility.rules.vocabulary import Status
from wir.eligibility.rules.youth import is_child

_WITH_TITLE = frozenset(
    {Status.AUFENTHALTSERLAUBNIS, Status.NIEDERLASSUNGSERLAUBNIS, Status.FIKTIONSBESCHEINIGUNG}
)


def target_group(facts: Facts, on: date, policy: Policy | None = None) -> TargetGroup:
    """Return yes, no, or review where wording, policy or a missing fact leave it to a person."""
    child = is_child(facts, on)
    if child or (facts.status in _WITH_TITLE and facts.refugee_background is False):
        return TargetGroup.NO
    found = _by_status(facts, on, policy)
    return TargetGroup.REVIEW if child is None and found is TargetGroup.YES else found


def _by_status(facts: Facts, on: date, policy: Policy | None) -> TargetGroup:
    if facts.status is Status.DULDUNG:
        return _tolerated(facts, on, policy)
    if facts.status is Status.AUFENTHALTSGESTATTUNG:
        return _in_procedure(facts, on, policy)
    if facts.status is Status.AUFENTHALTSERLAUBNIS:
        return _by_title(facts, on, facts.legal_basis)
    basis = facts.legal_basis
    if facts.status is Status.FIKTIONSBESCHEINIGUNG and basis is not None and under(basis, "AufenthG:81:4"):
        return _by_title(facts, on, facts.previous_title_basis)
    return TargetGroup.REVIEW


def _by_title(facts: Facts, on: date, basis: str | None) -> TargetGroup:
    law = None if basis is None else title_law(basis, on)
    if law is None or law.group is TitleGroup.UNCLEAR:
        return TargetGroup.REVIEW
    if law.group is TitleGroup.HUMANITARIAN or facts.refugee_background:
        return TargetGroup.YES
    return TargetGroup.REVIEW


def _in_procedure(facts: Facts, on: date, policy: Policy | None) -> TargetGroup:
    law = asylum_work_law(on)
    settled = recognised(facts, on)
    if settled is not None and settled.may_work is MayWork.YES:
        return TargetGroup.YES
    return TargetGroup.REVIEW if law is None else _read(policy, [*procedure_grounds(facts, on, law)])


def _tolerated(facts: Facts, on: date, policy: Policy | None) -> TargetGroup:
    if duldung_work_law(on) is None:
        return TargetGroup.REVIEW
    identity = unclarified_identity(facts, on)
    if protection_still_held(facts, on) is not None:
        return _read(policy, [identity])
    also = (BanKind.REMOVAL_MEASURES,) if measures_under_way(facts, on) else ()
    return _read(policy, [identity, *exclusions(facts, on)], *also)


def _read(policy: Policy | None, grounds: list[Ground], *also: BanKind) -> TargetGroup:
    kinds = [ground.kind for ground in grounds if ground.kind is not None]
    return read_by(policy, [*kinds, *also], doubtful=any(ground.is_open for ground in grounds))
