"""Where a network demands a second factor, nothing opens before it is set up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client, override_settings
from django.urls import reverse

from tests.cast import AskAs
from wir.accounts.models import User
from wir.network import actions
from wir.network.models import Network
from wir.network.rules import PolicyProblem, SecondFactorFor
from wir.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
SET_UP = "/konto/zweiter-faktor-noetig/"
PASSWORD = "vier Worte ohne Sinn"


@pytest.fixture
def demanding(north: Network, dora: User, acting_as: AskAs) -> Network:
    """The network lets in only with a second factor."""
    with acting_as(dora):
        Network.objects.filter(pk=north.pk).update(second_factor="everybody")
    return north


def signed_in(user: User) -> Client:
    """With the password alone."""
    user.set_password(PASSWORD)
    user.save()
    client = Client()
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    return client


def set_up_app(client: Client) -> None:
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    client.post(reverse("mfa_activate_totp"), {"code": code})


def test_every_page_leads_to_the_set_up_until_it_is_done(demanding: Network, ada: User) -> None:
    client = signed_in(ada)

    answers = {
        page: client.get(page).headers.get("Location") for page in ("/", "/faelle/", "/bericht/", "/kit/")
    }
    assert answers == dict.fromkeys(answers, SET_UP)
    assert "Ihr Netzwerk lässt nur herein" in client.get(SET_UP).content.decode()
    assert client.get("/konto/").status_code == 200

    set_up_app(client)

    assert client.get("/faelle/").status_code == 200


def test_a_form_sent_before_is_not_carried_out(demanding: Network, ada: User) -> None:
    response = signed_in(ada).post("/aufgaben/", {"title": "Anrufen", "due_on": "2030-01-01"})

    assert response["Location"] == SET_UP


def test_htmx_leads_the_whole_page_there(demanding: Network, ada: User) -> None:
    response = signed_in(ada).get("/faelle/", headers={"HX-Request": "true"})

    assert response.headers["HX-Redirect"] == SET_UP


def test_where_only_heads_must_an_advisor_goes_on(
    demanding: Network, ada: User, dora: User, acting_as: AskAs
) -> None:
    with acting_as(dora):
        Network.objects.filter(pk=demanding.pk).update(second_factor="leading")

    assert signed_in(ada).get("/faelle/").status_code == 200
    assert signed_in(dora).get("/faelle/")["Location"] == SET_UP


def test_who_removes_the_second_factor_is_asked_to_set_it_up_again(demanding: Network, ada: User) -> None:
    client = signed_in(ada)
    set_up_app(client)

    client.post(reverse("mfa_deactivate_totp"))

    assert signed_in(ada).get("/faelle/")["Location"] == SET_UP


def test_the_demonstration_says_that_it_asks_for_none(north: Network, ada: User) -> None:
    client = signed_in(ada)
    network = client.get("/netzwerk/").content.decode()

    assert "Niemand (nur zum Ausprobieren)" in network
    assert "Ihr Netzwerk verlangt keinen zweiten Faktor" in client.get("/konto/").content.decode()


@pytest.mark.usefixtures("ada")
def test_a_coordinator_sees_whom_each_rule_asks_and_sets_it(
    bela: User, dora: User, fatma: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    with acting_as(dora):
        north = Network.objects.get()
    TOTP.activate(bela, "A" * 32)
    client, url = sign_in(dora), f"/netz/{north.pk}/zweiter-faktor/"

    page = client.get(url)
    answer = client.post(url, {"policy": "leading"}, follow=True)

    body = page.content.decode()
    assert [row["name"] for row in page.context["rows"]] == ["Ada", "Dora", "Fatma"]
    assert "Alle: 3 Personen müssten einen einrichten" in body
    assert "Leitungen und Koordination: 2 Personen müssten einen einrichten" in body
    assert "spätestens in zehn Minuten" in answer.content.decode()
    with acting_as(dora):
        assert Network.objects.get().second_factor == "leading"
    with acting_as(fatma):
        line = AuditEntry.objects.get(verb="network.second_factor_policy_set")
    assert line.detail == {"was": "nobody", "policy": "leading"}


@override_settings(SECOND_FACTOR_AT_LEAST="leading")
def test_no_rule_is_set_that_is_weaker_than_the_installation_the_same_or_of_others(
    north: Network, ada: User, dora: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    page = sign_in(dora).get(f"/netz/{north.pk}/zweiter-faktor/").content.decode()
    refused: dict[str, list[PolicyProblem]] = {}
    for who, policy in ((dora, SecondFactorFor.NOBODY), (ada, SecondFactorFor.EVERYBODY)):
        with acting_as(who) as actor, pytest.raises(actions.CannotSetPolicy) as refusal:
            actions.set_second_factor_policy(network=north, policy=policy, actor=actor)
        refused[who.name] = list(refusal.value.problems)

    assert "mindestens: Leitungen und Koordination" in page
    assert "Niemand (nur zum Ausprobieren)" not in page
    assert refused == {
        "Dora": [PolicyProblem.BELOW_INSTALLATION, PolicyProblem.SAME],
        "Ada": [PolicyProblem.NOT_ALLOWED],
    }
    with acting_as(dora):
        assert Network.objects.get().second_factor == "nobody"


@override_settings(SECOND_FACTOR_AT_LEAST="leading")
def test_the_installation_asks_heads_whatever_their_network_says(ada: User, dora: User) -> None:
    assert signed_in(dora).get("/faelle/")["Location"] == SET_UP
    assert signed_in(ada).get("/faelle/").status_code == 200
