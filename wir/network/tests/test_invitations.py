"""Invitations: who may send them, what the link opens, and that it opens once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone
from time_machine import travel

from tests.cast import AskAs, make_member
from wir.accounts.models import User
from wir.kit.acting import NOBODY
from wir.network import actions
from wir.network.models import Invitation, Membership, Network, Project
from wir.network.queries import hash_of
from wir.network.rules import MemberProblem, Position, Role, WorksFor
from wir.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
PASSWORD = "vier Worte ohne Sinn"
SILENT = override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend")


def invite(client: Client, place: str, role: Role = Role.ADVISOR, email: str = "Neu@Example.org") -> str:
    """Send the form and return the page."""
    entered = {"email": email, "role": role.value, "place": place, "works_for": "carrier"}
    return client.post("/netz/mitglieder/einladen/", entered).content.decode()


def link_in(text: str) -> str:
    found = re.search(r"/einladung/[\w-]+/", text)
    assert found, text
    return found[0]


def accept(link: str, **entered: str) -> Client:
    client = Client()
    values = {"name": "Nele Neu", "password1": PASSWORD, "password2": PASSWORD} | entered
    client.post(link, values)
    return client


def test_the_invitation_goes_by_mail_and_the_page_does_not_show_the_link(
    sign_in: SignIn, dora: User, hafen: Project
) -> None:
    body = invite(sign_in(dora), f"project:{hafen.pk}")

    assert "/einladung/" not in body
    assert [message.to for message in mail.outbox] == [["neu@example.org"]]
    assert "WIR: Ihre Einladung" in mail.outbox[0].subject
    assert "14 Tage" in mail.outbox[0].body
    assert link_in(str(mail.outbox[0].body))


@SILENT
def test_without_mail_the_page_shows_the_link_once_and_only_its_hash_is_kept(
    sign_in: SignIn, dora: User, hafen: Project, acting_as: AskAs
) -> None:
    client = sign_in(dora)

    body = invite(client, f"project:{hafen.pk}")

    token = link_in(body).split("/")[2]
    with acting_as(dora):
        kept = Invitation.objects.get()
    assert (kept.email, kept.role, kept.project_id) == ("neu@example.org", "advisor", hafen.pk)
    assert kept.token_hash == hash_of(token)
    listed = client.get("/netz/mitglieder/").content.decode()
    assert "neu@example.org" in listed
    assert token not in listed


@SILENT
def test_who_accepts_has_an_account_a_role_and_is_signed_in(
    *, sign_in: SignIn, dora: User, fatma: User, hafen: Project, acting_as: AskAs
) -> None:
    link = link_in(invite(sign_in(dora), f"project:{hafen.pk}"))
    page = Client().get(link).content.decode()
    assert "Als: Beratung, Hafen" in page
    assert "Dora" in page

    client = accept(link)

    nele = User.objects.get(email="neu@example.org")
    assert (nele.name, nele.check_password(PASSWORD)) == ("Nele Neu", True)
    assert client.session["_auth_user_id"] == str(nele.pk)
    assert client.get("/faelle/").status_code == 200
    with acting_as(dora):
        held = Membership.objects.get(user=nele)
    with acting_as(fatma):
        verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert (held.role, held.project_id, held.carrier_id) == ("advisor", hafen.pk, hafen.carrier_id)
    assert {"network.invited", "network.invitation_accepted"} <= verbs


@SILENT
def test_the_link_opens_once(sign_in: SignIn, dora: User, hafen: Project) -> None:
    link = link_in(invite(sign_in(dora), f"project:{hafen.pk}"))
    accept(link)

    again = Client().get(link)

    assert again.status_code == 404
    assert "Diese Einladung gilt nicht mehr" in again.content.decode()


@SILENT
def test_after_fourteen_days_the_link_opens_nothing(sign_in: SignIn, dora: User, hafen: Project) -> None:
    link = link_in(invite(sign_in(dora), f"project:{hafen.pk}"))

    with travel(timezone.now() + timedelta(days=14, seconds=1)):
        assert Client().get(link).status_code == 404
        accept(link)

    assert not User.objects.filter(email="neu@example.org").exists()


@SILENT
def test_a_withdrawn_invitation_opens_nothing(
    sign_in: SignIn, dora: User, hafen: Project, acting_as: AskAs
) -> None:
    client = sign_in(dora)
    link = link_in(invite(client, f"project:{hafen.pk}"))
    with acting_as(dora):
        waiting = Invitation.objects.get()

    client.post(f"/netz/einladungen/{waiting.pk}/zurueck/")

    assert Client().get(link).status_code == 404


def test_an_unknown_link_says_the_same_as_a_used_one(north: Network) -> None:
    assert Client().get("/einladung/erraten/").status_code == 404


@SILENT
def test_a_short_password_is_refused_and_nothing_is_written(
    sign_in: SignIn, dora: User, hafen: Project
) -> None:
    link = link_in(invite(sign_in(dora), f"project:{hafen.pk}"))

    response = Client().post(link, {"name": "Nele", "password1": "kurz", "password2": "kurz"})

    assert response.status_code == 422
    assert "15 Zeichen" in response.content.decode()
    assert not User.objects.filter(email="neu@example.org").exists()


@SILENT
def test_who_has_an_account_signs_in_first(
    sign_in: SignIn, dora: User, bela: User, hafen: Project, acting_as: AskAs
) -> None:
    link = link_in(invite(sign_in(dora), f"project:{hafen.pk}", email=bela.email))
    page = Client().get(link).content.decode()
    assert "Sie haben hier schon einen Zugang" in page
    before = bela.password

    refused = Client().post(link, {"name": "B", "password1": PASSWORD, "password2": PASSWORD})

    assert refused.status_code == 422
    bela.refresh_from_db()
    assert bela.password == before
    accepted = sign_in(bela).post(link)
    assert accepted.status_code == 302
    with acting_as(bela):
        assert set(Membership.objects.filter(user=bela).values_list("project__name", flat=True)) == {
            "Turm",
            "Hafen",
        }


@SILENT
def test_somebody_elses_account_cannot_take_the_invitation(
    sign_in: SignIn, dora: User, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    link = link_in(invite(sign_in(dora), f"project:{hafen.pk}"))

    response = sign_in(ada).post(link)

    assert response.status_code == 422
    with acting_as(dora):
        assert Invitation.objects.get().accepted_at is None


@SILENT
def test_an_account_switched_off_at_its_last_role_comes_back_with_a_new_password(
    sign_in: SignIn, dora: User, hafen: Project
) -> None:
    gone = User.objects.create_user(
        "neu@example.org", "ein altes Kennwort hier", name="Nele", is_active=False
    )
    link = link_in(invite(sign_in(dora), f"project:{hafen.pk}"))

    client = accept(link)

    gone.refresh_from_db()
    assert (gone.is_active, gone.check_password(PASSWORD), gone.name) == (True, True, "Nele")
    assert client.get("/faelle/").status_code == 200


@SILENT
def test_an_account_switched_off_by_hand_is_not_opened_by_an_invitation(
    sign_in: SignIn, dora: User, cem: User, hafen: Project
) -> None:
    """Cem still has a role elsewhere: Dora's link must not open it."""
    User.objects.filter(pk=cem.pk).update(is_active=False)
    link = link_in(invite(sign_in(dora), f"project:{hafen.pk}", email=cem.email))

    response = Client().post(link, {"password1": PASSWORD, "password2": PASSWORD})

    assert response.status_code == 422
    cem.refresh_from_db()
    assert (cem.is_active, cem.check_password(PASSWORD)) == (False, False)


@SILENT
def test_a_head_invites_advisors_into_the_own_sub_project_only(
    sign_in: SignIn, hanna: User, hafen: Project, turm: Project, acting_as: AskAs
) -> None:
    client = sign_in(hanna)

    assert "/einladung/" in invite(client, f"project:{hafen.pk}")
    assert "/einladung/" not in invite(client, f"project:{turm.pk}", email="a@example.org")
    assert "/einladung/" not in invite(client, f"project:{hafen.pk}", Role.PROJECT_LEAD, "b@example.org")
    assert "/einladung/" not in invite(
        client, f"network:{hafen.network_id}", Role.COORDINATOR, "c@example.org"
    )
    with acting_as(hanna):
        assert list(Invitation.objects.values_list("email", flat=True)) == ["neu@example.org"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PROGRAMME_OFFICE])
def test_the_action_refuses_what_the_form_does_not_offer(
    role: Role, hanna: User, hafen: Project, acting_as: AskAs
) -> None:
    with acting_as(hanna) as actor, pytest.raises(actions.CannotInvite) as refusal:
        actions.invite(
            email="x@example.org",
            position=Position(role, hafen.network_id),
            carrier_id=None,
            works_for=WorksFor.CARRIER,
            now=timezone.now(),
            actor=actor,
        )

    assert refusal.value.problems == [MemberProblem.NOT_ALLOWED]
    with acting_as(hanna):
        assert not Invitation.objects.exists()


def test_a_coordinator_cannot_make_a_programme_office(dora: User, north: Network, acting_as: AskAs) -> None:
    for network_id in (None, north.pk):
        with acting_as(dora) as actor, pytest.raises(actions.CannotInvite):
            actions.invite(
                email="x@example.org",
                position=Position(Role.PROGRAMME_OFFICE, network_id),
                carrier_id=None,
                works_for=WorksFor.CARRIER,
                now=timezone.now(),
                actor=actor,
            )


@SILENT
def test_the_same_invitation_twice_is_refused(sign_in: SignIn, dora: User, hafen: Project) -> None:
    client = sign_in(dora)
    invite(client, f"project:{hafen.pk}")

    assert "schon eingeladen" in invite(client, f"project:{hafen.pk}")


def test_an_advisor_and_a_stranger_find_no_page_to_invite(sign_in: SignIn, ada: User, emil: User) -> None:
    for user in (ada, emil):
        client = sign_in(user)
        assert client.get("/netz/mitglieder/einladen/").status_code == 404
        assert client.get("/netz/mitglieder/").status_code == 404


@SILENT
def test_invitations_of_another_network_cannot_be_withdrawn(
    sign_in: SignIn, dora: User, hafen: Project, south: Network, acting_as: AskAs
) -> None:
    invite(sign_in(dora), f"project:{hafen.pk}")
    with acting_as(dora):
        waiting = Invitation.objects.get()
    other = make_member("Otto", Role.COORDINATOR, home=south)

    assert sign_in(other).post(f"/netz/einladungen/{waiting.pk}/zurueck/").status_code == 404


def test_accepting_with_a_guessed_secret_raises_and_writes_nothing(north: Network) -> None:
    with pytest.raises(actions.CannotAccept):
        actions.accept_invitation(
            token="erraten", name="X", password=PASSWORD, signed_in=None, now=timezone.now(), actor=NOBODY
        )

    assert not User.objects.exists()


def test_an_invitation_asks_whose_staff_somebody_is_and_refuses_who_enforces_the_law_on_aliens(
    sign_in: SignIn, dora: User, hafen: Project, acting_as: AskAs
) -> None:
    client = sign_in(dora)
    entered = {"email": "neu@example.org", "role": "advisor", "place": f"project:{hafen.pk}"}

    unsaid = client.post("/netz/mitglieder/einladen/", entered)
    refused = client.post("/netz/mitglieder/einladen/", entered | {"works_for": "immigration_authority"})

    assert (unsaid.status_code, refused.status_code) == (422, 422)
    assert "Bitte wählen Sie, bei wem die Person beschäftigt ist." in unsaid.content.decode()
    assert "erhält keinen Zugang zu ihren Akten" in refused.content.decode()
    with acting_as(dora):
        assert Invitation.objects.count() == 0
