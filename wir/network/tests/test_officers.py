"""Data protection officers are invited by the coordination, and do nothing else in the network."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import AskAs, make_user
from wir.accounts.models import User
from wir.kit.acting import Actor
from wir.network import actions
from wir.network.models import Invitation, Membership, Project
from wir.network.rules import MemberProblem, Position, Role, WorksFor, conflict_of_interest

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def issue(email: str, position: Position, actor: Actor) -> actions.Issued:
    carrier_id = Project.objects.get(pk=position.project_id).carrier_id if position.project_id else None
    return actions.invite(
        email=email,
        position=position,
        carrier_id=carrier_id,
        works_for=WorksFor.CARRIER,
        now=timezone.now(),
        actor=actor,
    )


def invite(email: str, position: Position, actor: Actor) -> Invitation:
    return issue(email, position, actor).invitation


def officer_of(network_id: UUID) -> Position:
    return Position(Role.DATA_PROTECTION, network_id)


def test_an_officer_has_no_other_role() -> None:
    assert conflict_of_interest(Role.DATA_PROTECTION, [Role.ADVISOR])
    assert conflict_of_interest(Role.COORDINATOR, [Role.DATA_PROTECTION])
    assert not conflict_of_interest(Role.DATA_PROTECTION, [])
    assert not conflict_of_interest(Role.ADVISOR, [Role.PROJECT_LEAD])


def test_a_coordinator_invites_an_officer_for_the_whole_network(
    dora: User, hafen: Project, acting_as: AskAs
) -> None:
    with acting_as(dora) as actor:
        sent = invite("dsb@example.org", officer_of(hafen.network_id), actor)

    assert (sent.email, sent.role, sent.network_id) == (
        "dsb@example.org",
        "data_protection",
        hafen.network_id,
    )


def test_who_works_in_the_network_is_not_invited_as_its_officer(
    dora: User, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    with acting_as(dora) as actor:
        with pytest.raises(actions.CannotInvite) as refusal:
            invite(ada.email, officer_of(hafen.network_id), actor)

        assert refusal.value.problems == [MemberProblem.CONFLICT_OF_INTEREST]
        assert not Invitation.objects.exists()


def test_of_two_invitations_that_exclude_each_other_one_can_be_accepted(
    sign_in: SignIn, dora: User, hafen: Project, acting_as: AskAs
) -> None:
    nina = make_user("Nina")
    with acting_as(dora) as actor:
        offered = [
            issue(nina.email, position, actor).token
            for position in (
                Position(Role.ADVISOR, hafen.network_id, hafen.pk),
                officer_of(hafen.network_id),
            )
        ]
    client = sign_in(nina)

    first, second = (client.post(f"/einladung/{token}/") for token in offered)

    assert (first.status_code, second.status_code) == (302, 422)
    assert "keine andere" in second.content.decode()
    with acting_as(dora):
        assert [one.role for one in Membership.objects.filter(user=nina)] == ["advisor"]
        assert [one.role for one in Invitation.objects.filter(accepted_at=None)] == ["data_protection"]


def test_the_form_offers_the_role_for_the_whole_network_alone(
    sign_in: SignIn, dora: User, hafen: Project
) -> None:
    sent = {"email": "b@example.org", "role": "data_protection", "works_for": "carrier"}

    response = sign_in(dora).post("/netz/mitglieder/einladen/", sent | {"place": f"project:{hafen.pk}"})

    assert response.status_code == 422
    assert "Datenschutzbeauftragte" in response.content.decode()
