"""What a coordinator decides for a network: how the programme's wording is read, and how early to warn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from wir.eligibility.models import ClockSetting, TargetPolicy
from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.policy import DECIDED_BY_POLICY, Programme, Setting
from wir.kit.acting import Actor, ActorKind
from wir.privacy import actions as privacy

LONGEST_WARNING = 365


class DecisionProblem(StrEnum):
    """Why it cannot be decided like this."""

    NOT_THE_COORDINATOR = "not_the_coordinator"
    SOURCE_MISSING = "source_missing"
    NOT_OF_THIS_TABLE = "not_of_this_table"
    TOO_EARLY_A_WARNING = "too_early_a_warning"
    UNKNOWN_SENTENCE = "unknown_sentence"
    OWN_LANGUAGE = "own_language"
    UNKNOWN_LANGUAGE = "unknown_language"
    WORDING_MISSING = "wording_missing"
    BLANK_MISSING = "blank_missing"
    RELEASER_MISSING = "releaser_missing"


class CannotDecide(Exception):
    """The decision is refused; ``problems`` says why."""

    def __init__(self, problems: Sequence[DecisionProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = list(problems)


@transaction.atomic
def decide_policy(
    *, network_id: UUID, kind: BanKind, setting: Setting, from_on: date, source: str, actor: Actor
) -> TargetPolicy:
    """Let a network read the wording of the programme so from that day on; what stood there before stays in the table.

    ``source`` says where the reading comes from, such as an answer of the granting body with its day. Raises
    CannotDecide, and writes nothing, for whoever does not coordinate the network.
    """
    source = source.strip()
    refuse(
        {
            DecisionProblem.NOT_THE_COORDINATOR: network_id not in actor.overseen,
            DecisionProblem.SOURCE_MISSING: not source,
            DecisionProblem.NOT_OF_THIS_TABLE: kind not in DECIDED_BY_POLICY,
        }
    )
    row = TargetPolicy.objects.create(
        network_id=network_id,
        programme=Programme.WIR.value,
        ban_kind=kind.value,
        setting=setting.value,
        from_on=from_on,
        source=source,
        decided_by_id=actor.id if actor.kind is ActorKind.USER else None,
    )
    privacy.record(
        actor=actor,
        verb="eligibility.policy_decided",
        network_id=network_id,
        ban_kind=kind.value,
        setting=setting.value,
    )
    return row


@transaction.atomic
def set_days_before(*, network_id: UUID, kind: ChangeKind, days: int, actor: Actor) -> ClockSetting:
    """Let the case teams of a network know that many days before a change of this kind; 0 for never."""
    refuse(
        {
            DecisionProblem.NOT_THE_COORDINATOR: network_id not in actor.overseen,
            DecisionProblem.TOO_EARLY_A_WARNING: not 0 <= days <= LONGEST_WARNING,
        }
    )
    row, _ = ClockSetting.objects.update_or_create(
        network_id=network_id, kind=kind.value, defaults={"days_before": days}
    )
    privacy.record(
        actor=actor,
        verb="eligibility.warning_set",
        network_id=network_id,
        kind=kind.value,
        days=str(days),
    )
    return row


def refuse(found: dict[DecisionProblem, bool]) -> None:
    """Raise CannotDecide for every problem that holds."""
    problems = [problem for problem, holds in found.items() if holds]
    if problems:
        raise CannotDecide(problems)
