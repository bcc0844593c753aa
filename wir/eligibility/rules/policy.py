"""How a programme reads „absolutes Arbeitsverbot“: admit, refuse or ask, for each kind of ban, by day.

The wording of WIR defines neither "absolute" nor "temporary"; what a network is told by its granting body it enters,
and the newest entry up to the day counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from wir.eligibility.rules.answers import BanKind, TargetGroup
from wir.eligibility.rules.law import POLICIES


class Programme(StrEnum):
    """Programmes whose target group is asked about."""

    WIR = "wir"


class Setting(StrEnum):
    """What a ban of one kind does to the target group."""

    ADMIT = "admit"
    REFUSE = "refuse"
    ASK = "ask"


Policy = Mapping[BanKind, Setting]
DECIDED_BY_POLICY = (
    BanKind.UNCLARIFIED_IDENTITY_60B,
    BanKind.BENEFIT_MOTIVE_60A_6_1,
    BanKind.OWN_CONDUCT_60A_6_2,
    BanKind.SAFE_COUNTRY_60A_6_3,
    BanKind.EU_SAFE_COUNTRY_60A_6_3,
    BanKind.SAFE_COUNTRY_ASYLUM_PROCEDURE,
    BanKind.ACCELERATED_PROCEDURE,
    BanKind.COOPERATION_BREACH,
    BanKind.REMOVAL_MEASURES,
)
"""Bans on which the wording may turn; waiting periods never do harm."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One entry of a network's table: from that day on this kind of ban is read so."""

    kind: BanKind
    setting: Setting
    from_on: date


@lru_cache
def default_policy(programme: Programme = Programme.WIR) -> Policy:
    """Return the reading of the source's own words: ask wherever it is silent."""
    told: Mapping[str, str] = POLICIES[programme.value]
    return {kind: Setting(told.get(kind.value, Setting.ASK.value)) for kind in DECIDED_BY_POLICY}


def policy_on(entries: Iterable[Decided], on: date, programme: Programme = Programme.WIR) -> Policy:
    """Return the policy of the day: the default, and over it the entries in the order in which they were made."""
    policy = dict(default_policy(programme))
    for entry in sorted((one for one in entries if one.from_on <= on), key=lambda one: one.from_on):
        policy[entry.kind] = entry.setting
    return policy


def read_by(policy: Policy | None, kinds: Iterable[BanKind], *, doubtful: bool) -> TargetGroup:
    """Return what the bans that stand mean for the target group; one refusal outweighs every doubt."""
    table = default_policy() if policy is None else policy
    settings = {table.get(kind, Setting.ASK) for kind in kinds}
    if Setting.REFUSE in settings:
        return TargetGroup.NO
    return TargetGroup.REVIEW if doubtful or Setting.ASK in settings else TargetGroup.YES
