"""Who needs a second factor, and how far a network may decide on it."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from wir.network.rules.roles import Role


class SecondFactorFor(StrEnum):
    """Whom a network lets in only with a second factor."""

    EVERYBODY = "everybody"
    LEADING = "leading"
    NOBODY = "nobody"


STRICT_FIRST = tuple(SecondFactorFor)


class PolicyProblem(StrEnum):
    """Why a network's policy on the second factor cannot be set like this."""

    NOT_ALLOWED = "not_allowed"
    BELOW_INSTALLATION = "below_installation"
    SAME = "same"


def policies_allowed(at_least: SecondFactorFor) -> tuple[SecondFactorFor, ...]:
    """Return what a network may choose: whatever is as strict as the whole installation is, or stricter."""
    return STRICT_FIRST[: STRICT_FIRST.index(at_least) + 1]


def obstacles_to_policy(
    *, wanted: SecondFactorFor, now: SecondFactorFor, at_least: SecondFactorFor
) -> list[PolicyProblem]:
    """Return every reason against a network's new policy."""
    checks = (
        (PolicyProblem.BELOW_INSTALLATION, wanted not in policies_allowed(at_least)),
        (PolicyProblem.SAME, wanted is now),
    )
    return [problem for problem, holds in checks if holds]


def asks_role(policy: str, role: str) -> bool:
    """Return whether a policy asks those who hold a role for a second factor."""
    return policy == SecondFactorFor.EVERYBODY or (policy == SecondFactorFor.LEADING and role != Role.ADVISOR)


def second_factor_needed(*, roles: Collection[str], policies: Collection[str], at_least: str) -> bool:
    """Return whether somebody with these roles must use a second factor.

    ``policies`` are those of the networks somebody works in, ``at_least`` that of the installation. For the programme
    office they are those of all networks: it sees figures of them all and therefore follows the strictest. Without any
    network the office must, too: it may found one.
    """
    all_policies = {*policies, at_least}
    if Role.PROGRAMME_OFFICE in roles:
        return not policies or all_policies != {SecondFactorFor.NOBODY}
    return any(asks_role(policy, role) for policy in all_policies for role in roles)
