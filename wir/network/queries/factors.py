"""Who signs in without a second factor, and whom a policy would ask for one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import connection

from wir.accounts.queries import users_with_second_factor
from wir.kit.acting import Actor
from wir.network.models import Membership, Network
from wir.network.queries.members import coordinated_networks
from wir.network.rules import Role, SecondFactorFor, asks_role, second_factor_needed


@dataclass(frozen=True, slots=True)
class WithoutFactor:
    """A member without a second factor of their own, with the roles they hold in the network."""

    name: str
    roles: tuple[Role, ...]

    def asked_by(self, policy: SecondFactorFor) -> bool:
        """Whether the policy would lead this member to the set-up."""
        return any(asks_role(policy, role) for role in self.roles)


def must_use_second_factor(actor: Actor, today: date) -> bool:
    """Whether a network of theirs, or the whole installation, lets this user in only with a second factor."""
    with connection.cursor() as cursor:
        cursor.execute("select network_second_factors(%s, %s)", [actor.id, today])
        (policies,) = cursor.fetchone()
    return second_factor_needed(
        roles=actor.roles, policies=policies, at_least=settings.SECOND_FACTOR_AT_LEAST
    )


def coordinated_network_or_none(actor: Actor, network_id: UUID) -> Network | None:
    """Return one network that the actor coordinates."""
    return coordinated_networks(actor).filter(pk=network_id).first()


def members_without_second_factor(network: Network, today: date) -> list[WithoutFactor]:
    """Return who works in the network today and has set up neither app nor passkey here, by name."""
    held = Membership.objects.filter(network=network, user__is_active=True).in_force(today)
    members: dict[UUID, list[Membership]] = defaultdict(list)
    for one in held.select_related("user").order_by("user__name", "role"):
        members[one.user_id].append(one)
    safe = users_with_second_factor(members)
    return [
        WithoutFactor(ones[0].user.name, tuple(dict.fromkeys(Role(one.role) for one in ones)))
        for user_id, ones in members.items()
        if user_id not in safe
    ]
