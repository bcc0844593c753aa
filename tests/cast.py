"""The cast: Ada advises Yusuf in the sub-project Hafen; Bela works beside her in Turm, Cem in another network.

Dora coordinates Ada's network, Emil sits in the programme office.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from time import time
from typing import Protocol

import pytest
from django.conf import settings
from django.test import Client

from wir.accounts.models import User
from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.ids import new_id
from wir.network import actions as network
from wir.network.models import Network, Project
from wir.network.queries import actor_for
from wir.network.rules import Role, SecondFactorFor

TODAY = date(2026, 11, 24)
SINCE = date(2022, 10, 1)


@pytest.fixture
def today() -> date:
    """The day of the tests that pass one; pages ask the clock."""
    return TODAY


def make_network(name: str, prefix: str) -> Network:
    """Found a network as the machine, seen by nobody yet."""
    founder = Actor(kind=ActorKind.JOB, networks=(new_id(),))
    with acting(founder):
        return network.found_network(
            name=name,
            prefix=prefix,
            grant_number=f"WIR-{prefix}",
            funded_from=SINCE,
            funded_until=date(2027, 10, 1),
            second_factor=SecondFactorFor.NOBODY,
            actor=founder,
        )


def make_project(home: Network, name: str) -> Project:
    """Add a carrier with one sub-project of the same name."""
    founder = Actor(kind=ActorKind.JOB, networks=(home.pk,))
    with acting(founder):
        carrier = network.add_carrier(network=home, name=f"Träger {name}", actor=founder)
        return network.add_project(
            carrier=carrier, name=name, slug=name.lower(), postcode="20095", place="Hamburg", actor=founder
        )


def make_user(name: str) -> User:
    """Make somebody who can sign in."""
    return User.objects.create(email=f"{name.lower()}@example.org", name=name)


def make_member(
    name: str, role: Role, *, project: Project | None = None, home: Network | None = None
) -> User:
    """Make somebody with a role since the programme began."""
    user = make_user(name)
    home_id = project.network_id if project else (home.pk if home else None)
    founder = Actor(kind=ActorKind.JOB, networks=(home_id,) if home_id else ())
    with acting(founder):
        network.give_role(
            user_id=user.pk, role=role, project=project, network=home, from_on=SINCE, actor=founder
        )
    return user


@pytest.fixture
def north(db: None) -> Network:
    return make_network("Netzwerk Nord", "NORD")


@pytest.fixture
def south(db: None) -> Network:
    return make_network("Netzwerk Süd", "SUED")


@pytest.fixture
def hafen(north: Network) -> Project:
    return make_project(north, "Hafen")


@pytest.fixture
def turm(north: Network) -> Project:
    return make_project(north, "Turm")


@pytest.fixture
def tal(south: Network) -> Project:
    return make_project(south, "Tal")


@pytest.fixture
def ada(hafen: Project) -> User:
    """Advises in Hafen."""
    return make_member("Ada", Role.ADVISOR, project=hafen)


@pytest.fixture
def bela(turm: Project) -> User:
    """Advises in Turm: same network, other carrier."""
    return make_member("Bela", Role.ADVISOR, project=turm)


@pytest.fixture
def cem(tal: Project) -> User:
    """Advises in another network: a stranger."""
    return make_member("Cem", Role.ADVISOR, project=tal)


@pytest.fixture
def dora(north: Network) -> User:
    """Coordinates Ada's network."""
    return make_member("Dora", Role.COORDINATOR, home=north)


@pytest.fixture
def emil(db: None) -> User:
    """Sits in the programme office."""
    return make_member("Emil", Role.PROGRAMME_OFFICE)


def answer_to(browser: Client, words: str, page: str = "/suche/", **chosen: str) -> str:
    """Hand in words to be looked for; return the address of the answer."""
    return str(browser.post(page, {"q": words, **chosen})["Location"])


def signed_in_browser(user: User) -> Client:
    """Return a browser in which somebody has just signed in, with a second factor."""
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time()}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client


@pytest.fixture
def sign_in(db: None) -> Callable[[User], Client]:
    """Give a browser in which somebody has just signed in."""
    return signed_in_browser


class AskAs(Protocol):
    """``with acting_as(ada) as actor: …``."""

    def __call__(self, user: User) -> AbstractContextManager[Actor]: ...


@pytest.fixture
def acting_as() -> AskAs:
    """Ask the database as somebody, with what they reach on the day of the tests."""

    def ask(user: User) -> AbstractContextManager[Actor]:
        return acting(actor_for(user.pk, TODAY))

    return ask


@pytest.fixture
def fatma(north: Network) -> User:
    """Data protection officer of Ada's network."""
    return make_member("Fatma", Role.DATA_PROTECTION, home=north)


@pytest.fixture
def hanna(hafen: Project) -> User:
    """Heads Hafen."""
    return make_member("Hanna", Role.PROJECT_LEAD, project=hafen)
