"""A ground that may stand against work: it stands, it does not, or it cannot be told yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wir.eligibility.rules.answers import (
    Answer,
    AuthorityPermission,
    BanClass,
    BanKind,
    DecisionMode,
    Reason,
    refused,
    undecided,
)
from wir.eligibility.rules.law import in_force_since
from wir.eligibility.rules.reason_codes import ReasonCode


def because(code: ReasonCode, citation: str, on: date) -> Reason:
    """Return the reason with the day since when the text quoted has been in force."""
    return Reason(code, citation, in_force_since(citation, on))


def lacking(citation: str, on: date, *names: str) -> Answer:
    """Undecided for want of the named facts, which the cited provision asks for."""
    return undecided((because(ReasonCode.FACTS_MISSING, citation, on),), names)


def not_covered(citation: str, on: date) -> Answer:
    """Undecided because the law is open here or this constellation is not written down."""
    return undecided((because(ReasonCode.CASE_NOT_COVERED, citation, on),))


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground as found: with a kind it stands, with missing facts or unsettled it is open, else clear."""

    kind: BanKind | None = None
    ban_class: BanClass = BanClass.ABSOLUTE
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    unsettled: bool = False
    authority: AuthorityPermission = AuthorityPermission.NOT_AVAILABLE
    mode: DecisionMode = DecisionMode.BARRED

    @property
    def stands(self) -> bool:
        """Whether the ground excludes work on the day."""
        return self.kind is not None

    @property
    def is_open(self) -> bool:
        """Whether nobody can tell yet."""
        return not self.stands and (bool(self.missing) or self.unsettled)


CLEAR = Ground()


def clear(code: ReasonCode, citation: str, on: date) -> Ground:
    """A ground looked at and found not to stand, and why."""
    return Ground(reasons=(because(code, citation, on),))


def wanting(citation: str, on: date, *names: str) -> Ground:
    """A ground that cannot be told without the named facts."""
    return Ground(reasons=(because(ReasonCode.FACTS_MISSING, citation, on),), missing=names)


def unsettled(citation: str, on: date) -> Ground:
    """A ground on which the law itself is open."""
    return Ground(reasons=(because(ReasonCode.CASE_NOT_COVERED, citation, on),), unsettled=True)


def judge(grounds: Sequence[Ground]) -> Answer | None:
    """Return the refusal of the first ground that stands, else what is missing, else nothing."""
    standing = [ground for ground in grounds if ground.stands]
    for ground in standing[:1]:
        if ground.kind is not None:
            return refused(
                ground.ban_class,
                ground.kind,
                reasons_of(standing),
                authority=ground.authority,
                mode=ground.mode,
            )
    unknown = [ground for ground in grounds if ground.is_open]
    if unknown:
        return undecided(reasons_of(unknown), tuple(name for ground in unknown for name in ground.missing))
    return None


def reasons_of(grounds: Sequence[Ground]) -> tuple[Reason, ...]:
    """Return the reasons of all grounds in order, each once."""
    return tuple(dict.fromkeys(reason for ground in grounds for reason in ground.reasons))


def strongest(grounds: Sequence[Ground]) -> Ground:
    """Return one ground for several: one that stands before one that is open before all clear."""
    for ground in grounds:
        if ground.stands:
            return ground
    unknown = [ground for ground in grounds if ground.is_open]
    if unknown:
        return Ground(
            reasons=reasons_of(unknown),
            missing=tuple(name for ground in unknown for name in ground.missing),
            unsettled=any(ground.unsettled for ground in unknown),
        )
    return Ground(reasons=reasons_of(grounds))
