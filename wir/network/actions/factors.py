"""A network decides who needs a second factor."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from wir.kit.acting import Actor
from wir.network.models import Network
from wir.network.rules import PolicyProblem, SecondFactorFor, obstacles_to_policy
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose


class CannotSetPolicy(Exception):
    """The network cannot decide so; ``problems`` says why."""

    def __init__(self, problems: Sequence[PolicyProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def set_second_factor_policy(*, network: Network, policy: SecondFactorFor, actor: Actor) -> Network:
    """Let a network ask these roles for a second factor from now on; for its coordinators.

    Raises CannotSetPolicy, and writes nothing, when a rule stands in the way.
    """
    if network.pk not in actor.overseen:  # asked first: who may not change a row does not find it to lock it
        raise CannotSetPolicy([PolicyProblem.NOT_ALLOWED])
    network = Network.objects.select_for_update().get(pk=network.pk)
    was = SecondFactorFor(network.second_factor)
    at_least = SecondFactorFor(settings.SECOND_FACTOR_AT_LEAST)
    problems = obstacles_to_policy(wanted=policy, now=was, at_least=at_least)
    if problems:
        raise CannotSetPolicy(problems)
    network.second_factor = policy.value
    network.save(update_fields=["second_factor"])
    privacy.record(
        actor=actor,
        verb="network.second_factor_policy_set",
        purpose=Purpose.SECURITY,
        network_id=network.pk,
        policy=policy.value,
        was=was.value,
    )
    return network
