"""Somebody is asked to take a role, and takes it; accounts come into being no other way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from secrets import token_urlsafe
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from wir.accounts import actions as accounts
from wir.accounts.models import User
from wir.accounts.queries import account_named
from wir.kit.acting import Actor, ActorKind
from wir.kit.ids import new_id
from wir.kit.violations import refusing
from wir.network.models import Invitation, Membership
from wir.network.queries import Offer, hash_of, offer_of, position_of, positions_of
from wir.network.rules import (
    INVITATION_LASTS,
    AcceptProblem,
    MemberProblem,
    Position,
    Role,
    WorksFor,
    conflict_of_interest,
    may_manage,
    obstacles_to_role,
)
from wir.privacy import actions as privacy


class CannotInvite(Exception):
    """The invitation cannot be made or withdrawn; ``problems`` says why."""

    def __init__(self, problems: Sequence[MemberProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class CannotAccept(Exception):
    """The invitation cannot be accepted; ``problems`` says why."""

    def __init__(self, problems: Sequence[AcceptProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Issued:
    """An invitation with the secret of its link; the database keeps only a hash of it."""

    invitation: Invitation
    token: str


@transaction.atomic
def invite(
    *,
    email: str,
    position: Position,
    carrier_id: UUID | None,
    works_for: WorksFor,
    now: datetime,
    actor: Actor,
) -> Issued:
    """Invite somebody to a role; the link is good once, for 14 days. ``works_for`` says whose staff they are.

    Raises CannotInvite, and writes nothing, when a rule stands in the way.
    """
    email = email.strip().lower()
    if not _founds(actor, position) and not may_manage(positions_of(actor, _day(now)), position):
        raise CannotInvite([MemberProblem.NOT_ALLOWED])
    if obstacles_to_role(works_for=works_for):
        raise CannotInvite([MemberProblem.ENFORCING_BODY])
    if conflict_of_interest(position.role, _roles_of(email, position.network_id, _day(now))):
        raise CannotInvite([MemberProblem.CONFLICT_OF_INTEREST])
    if _waiting(email, position, now):
        raise CannotInvite([MemberProblem.ALREADY_INVITED])
    token = token_urlsafe(32)
    invitation = Invitation.objects.create(
        network_id=position.network_id,
        carrier_id=carrier_id,
        project_id=position.project_id,
        role=position.role.value,
        email=email,
        token_hash=hash_of(token),
        invited_by_id=actor.id,
        invited_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    privacy.record(
        actor=actor,
        verb="network.invited",
        network_id=position.network_id,
        role=position.role.value,
        invitation=str(invitation.pk),
        works_for=works_for.value,
    )
    return Issued(invitation, token)


def _roles_of(email: str, network_id: UUID | None, today: date) -> list[Role]:
    """Return the roles of the account with this address in the network, now and later."""
    if network_id is None:
        return []
    held = Membership.objects.filter(user__email=email, network_id=network_id).not_over(today)
    return [Role(role) for role in held.values_list("role", flat=True)]


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, now: datetime, actor: Actor) -> Invitation:
    """Let an invitation's link die.

    Raises CannotInvite, and writes nothing, when it was accepted or withdrawn before.
    """
    if not may_manage(positions_of(actor, _day(now)), position_of(invitation)):
        raise CannotInvite([MemberProblem.NOT_ALLOWED])
    waiting = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    if not waiting.update(withdrawn_at=now):
        raise CannotInvite([MemberProblem.ALREADY_ENDED])
    privacy.record(
        actor=actor,
        verb="network.invitation_withdrawn",
        network_id=invitation.network_id,
        invitation=str(invitation.pk),
    )
    return invitation


@transaction.atomic
def accept_invitation(
    *, token: str, name: str, password: str, signed_in: User | None, now: datetime, actor: Actor
) -> User:
    """Take the role that a link offers, with the account of its address; opens that account if there is none.

    Somebody who works here already signs in first and accepts then: the link alone must not open what they see.
    An account that was switched off when its last role ended is switched on again with the new password; its
    second factor stays. ``password`` has been checked by the form; who is signed in needs none.

    Raises CannotAccept, and writes nothing, when a rule stands in the way.
    """
    today = _day(now)
    offer = offer_of(token, now, today)
    if offer is None:
        raise CannotAccept([AcceptProblem.GONE])
    user = _account(offer, name, password, signed_in, now)
    network_id = _redeem(token, user, now, today)
    privacy.record(
        actor=replace(actor, kind=ActorKind.USER, id=user.pk),
        verb="network.invitation_accepted",
        network_id=network_id,
        role=offer.role.value,
    )
    return user


def _redeem(token: str, user: User, now: datetime, today: date) -> UUID:
    """Two invitations can be accepted at once; that nobody watches over themselves is for the database to say."""
    conflict = CannotAccept([AcceptProblem.CONFLICT_OF_INTEREST])
    with refusing("membership_officer_has_no_other_role", conflict), connection.cursor() as cursor:
        cursor.execute(
            "select network_redeem(%s, %s, %s, %s, %s)", [hash_of(token), user.pk, new_id(), now, today]
        )
        network_id: UUID = cursor.fetchone()[0]
    return network_id


def _account(offer: Offer, name: str, password: str, signed_in: User | None, now: datetime) -> User:
    if signed_in is not None:
        if signed_in.email != offer.email:
            raise CannotAccept([AcceptProblem.OTHER_ACCOUNT])
        return signed_in
    known = account_named(offer.email)
    if known is None:
        return accounts.open_account(email=offer.email, name=name, password=password)
    if known.is_active:
        raise CannotAccept([AcceptProblem.SIGN_IN_FIRST])
    if offer.held:
        raise CannotAccept([AcceptProblem.SWITCHED_OFF])
    return accounts.reopen_account(user=known, password=password, now=now)


def _founds(actor: Actor, position: Position) -> bool:
    """Commands invite anybody; the programme office, which reaches no network, the coordinator of a new one."""
    office = Role.PROGRAMME_OFFICE.value in actor.roles and actor.overseen == (position.network_id,)
    return actor.kind is ActorKind.JOB or (office and position.role is Role.COORDINATOR)


def _waiting(email: str, position: Position, now: datetime) -> bool:
    waiting = Invitation.objects.filter(email=email, accepted_at=None, withdrawn_at=None, expires_at__gt=now)
    return any(position_of(one) == position for one in waiting)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
