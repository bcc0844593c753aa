"""Members are looked through every six months, leave, and are helped when they forgot their password."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from wir.accounts import actions as accounts
from wir.accounts.models import User
from wir.accounts.queries import reset_key
from wir.kit.acting import Actor, ActorKind, acting
from wir.network.actions.networks import as_job_at
from wir.network.models import Grant, Membership, Place
from wir.network.queries import actor_for, positions_of
from wir.network.rules import MemberProblem, may_help, may_manage
from wir.privacy import actions as privacy


class CannotChangeMember(Exception):
    """The membership cannot be changed like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[MemberProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def end_membership(*, membership: Membership, until_on: date, today: date, actor: Actor) -> Membership:
    """Let a role end; ``until_on`` is the first day without it. Releases of case files in the sub-project end, too.

    Raises CannotChangeMember, and writes nothing, when a rule stands in the way.
    """
    if not _manages(
        actor, membership, today
    ):  # asked first: who may not change a row does not find it to lock it
        raise CannotChangeMember([MemberProblem.NOT_ALLOWED])
    member = Membership.objects.select_for_update().get(pk=membership.pk)
    problems = _obstacles_to_end(member, until_on, today, actor)
    if problems:
        raise CannotChangeMember(problems)
    member.until_on = until_on
    member.save(update_fields=["until_on"])
    _end_grants(member, until_on)
    privacy.record(
        actor=actor, verb="network.role_ended", network_id=member.network_id, role=member.role,
        membership=str(member.pk),
    )  # fmt: skip
    return member


@transaction.atomic
def confirm_memberships(*, memberships: Iterable[Membership], today: date, actor: Actor) -> int:
    """Record that these memberships are still right; returns how many.

    Raises CannotChangeMember, and writes nothing, when one of them is not the actor's to confirm.
    """
    members = list(memberships)
    mine = positions_of(actor, today)
    if not all(may_manage(mine, one.position()) for one in members):
        raise CannotChangeMember([MemberProblem.NOT_ALLOWED])
    Membership.objects.filter(pk__in=[one.pk for one in members]).update(reviewed_on=today)
    for network_id in {one.network_id for one in members}:
        count = sum(one.network_id == network_id for one in members)
        privacy.record(actor=actor, verb="network.memberships_confirmed", network_id=network_id, count=count)
    return len(members)


@transaction.atomic
def issue_reset_link(*, member: User, today: date, actor: Actor) -> tuple[str, str]:
    """Return the secret parts of a link with which a member sets a new password; for coordinators and heads.

    The second factor stays: the link alone opens nothing where one is needed.

    Raises CannotChangeMember, and writes nothing, when the member reaches more than the actor answers for.
    """
    reach = actor_for(member.pk, today)
    if actor.kind is not ActorKind.JOB:
        if actor.id == member.pk:
            raise CannotChangeMember([MemberProblem.SELF])
        mine = positions_of(actor, today)
        if not may_help(mine, roles=reach.roles, networks=reach.networks, projects=reach.projects):
            raise CannotChangeMember([MemberProblem.WORKS_ELSEWHERE])
    privacy.record(
        actor=actor,
        verb="network.reset_link_issued",
        network_id=reach.networks[0] if reach.networks else None,
        user=str(member.pk),
    )
    return reset_key(member)


@transaction.atomic
def remove_second_factor(*, member: User, now: datetime, actor: Actor) -> int:
    """Remove a lost second factor, so that the next sign-in sets one up anew; for the operator alone.

    Raises CannotChangeMember, and writes nothing, when anybody else asks.
    """
    if actor.kind is not ActorKind.JOB:
        raise CannotChangeMember([MemberProblem.NOT_ALLOWED])
    privacy.record(actor=actor, verb="network.second_factor_removed", network_id=None, user=str(member.pk))
    return accounts.remove_second_factors(user=member, now=now)


@transaction.atomic
def sign_member_out(*, member: User, now: datetime, actor: Actor) -> int:
    """End every session of somebody; for the operator alone. Returns how many there were.

    Raises CannotChangeMember, and writes nothing, when anybody else asks.
    """
    if actor.kind is not ActorKind.JOB:
        raise CannotChangeMember([MemberProblem.NOT_ALLOWED])
    privacy.record(actor=actor, verb="network.member_signed_out", network_id=None, user=str(member.pk))
    return accounts.sign_out_everywhere(user=member, now=now)


@transaction.atomic
def switch_off_accounts(*, user_ids: Sequence[UUID], actor: Actor) -> int:
    """Switch off accounts whose last role has ended, and sign them out everywhere; returns how many were on."""
    for user_id in user_ids:
        privacy.record(actor=actor, verb="network.account_switched_off", network_id=None, user=str(user_id))
    return accounts.switch_off(user_ids=user_ids)


def _obstacles_to_end(member: Membership, until_on: date, today: date, actor: Actor) -> list[MemberProblem]:
    if not _manages(actor, member, today):
        return [MemberProblem.NOT_ALLOWED]
    if member.user_id == actor.id:
        return [MemberProblem.SELF]
    if member.until_on is not None and member.until_on <= today:
        return [MemberProblem.ALREADY_ENDED]
    return [MemberProblem.ENDS_BEFORE_START] if until_on <= member.from_on or until_on < today else []


def _manages(actor: Actor, member: Membership, today: date) -> bool:
    return actor.kind is ActorKind.JOB or may_manage(positions_of(actor, today), member.position())


def _end_grants(member: Membership, until_on: date) -> None:
    """Unless another role in the sub-project goes on, what was opened there for this member closes.

    Grants belong to the sub-project's files, which no coordinator changes: the machine ends them.
    """
    if member.network_id is None or member.carrier_id is None or member.project_id is None:
        return
    others = Membership.objects.filter(user_id=member.user_id, project_id=member.project_id)
    if others.exclude(pk=member.pk).not_over(until_on).exists():
        return
    grants = Grant.objects.filter(grantee_id=member.user_id, project_id=member.project_id)
    place = Place(network_id=member.network_id, carrier_id=member.carrier_id, project_id=member.project_id)
    with acting(as_job_at(place)):
        for grant in grants.exclude(until_on__lte=until_on):
            grant.until_on = max(until_on, grant.from_on + timedelta(days=1))
            grant.save(update_fields=["until_on"])
