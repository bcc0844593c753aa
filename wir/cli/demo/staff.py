"""The invented networks, carriers, sub-projects and the people who work in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wir.accounts.models import User
from wir.cli.demo.wordings import release_arabic
from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.ids import new_id
from wir.network import actions as network
from wir.network.models import Network, Project
from wir.network.rules import Role, SecondFactorFor

PASSWORD = "demonstration-2026"  # noqa: S105
SINCE = date(2022, 10, 1)


@dataclass(frozen=True, slots=True)
class Site:
    """A sub-project, its list in ``examples/``, its postcode and place, and who works there."""

    slug: str
    name: str
    carrier: str
    postcode: str
    place: str
    advisors: tuple[str, ...]
    lead: str = ""
    degrees: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True)
class Region:
    """A network with its coordinator, sub-projects and data protection officer."""

    name: str
    prefix: str
    coordinator: str
    sites: tuple[Site, ...]
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """A sub-project that stands, with its advisors."""

    project: Project
    advisors: tuple[User, ...]
    degrees: tuple[int, ...]


REGIONS = (
    Region(
        "Netzwerk Nordlicht",
        "NORD",
        "Doris Nissen",
        (
            Site(
                "hafen",
                "Ankommen am Hafen",
                "Lotsenhaus gGmbH",
                "20457",
                "Hamburg",
                ("Jana Petersen", "Tobias Lund"),
                "Hanna Claasen",
            ),
            Site("elbe", "Elbe Werkstatt Beruf", "Lotsenhaus gGmbH", "22765", "Hamburg", ("Mira Sommer",)),
            Site(
                "foerde",
                "Förde in Arbeit",
                "Bildungswerk Förde e. V.",
                "24103",
                "Kiel",
                ("Karim Brandt",),
                degrees=(1, 1, 2),
            ),
        ),
        officer="Dana Vogt",
    ),
    Region(
        "Netzwerk Alpenrand",
        "ALP",
        "Anton Bauer",
        (
            Site(
                "allgaeu",
                "Wege im Allgäu",
                "Brücke Süd e. V.",
                "87435",
                "Kempten (Allgäu)",
                ("Lena Huber", "Paul Stadler"),
                "Georg Wild",
                (2, 3, 3),
            ),
            Site(
                "donau",
                "Donau Perspektive",
                "Brücke Süd e. V.",
                "89073",
                "Ulm",
                ("Ines Vogel",),
                degrees=(1, 2, 3),
            ),
        ),
    ),
)
OFFICE = "Petra Wolff"


def _address(name: str) -> str:
    return f"{name.split(' ', maxsplit=1)[0].lower()}@wir.example"


SIGN_INS = (
    ("Beratung", _address("Jana"), PASSWORD),
    ("Teilprojektleitung", _address("Hanna"), PASSWORD),
    ("Netzwerkkoordination", _address("Doris"), PASSWORD),
    ("Programmverantwortliche", _address("Petra"), PASSWORD),
    ("Datenschutz", _address("Dana"), PASSWORD),
)
"""One sign-in a role: role, address, password."""


def found_networks(today: date) -> Iterator[Home]:
    """Found everything and yield the sub-projects one by one."""
    office = _user(OFFICE)
    machine = Actor(kind=ActorKind.JOB)
    with acting(machine):
        network.give_role(
            user_id=office.pk,
            role=Role.PROGRAMME_OFFICE,
            project=None,
            network=None,
            from_on=SINCE,
            actor=machine,
        )
    for region in REGIONS:
        founder = Actor(kind=ActorKind.JOB, networks=(new_id(),))
        with acting(founder):
            homes = _found(region, today, founder)
        release_arabic(network_id=founder.networks[0], today=today)
        yield from homes


def _found(region: Region, today: date, founder: Actor) -> list[Home]:
    home = network.found_network(
        name=region.name,
        prefix=region.prefix,
        grant_number=f"WIR-DEMO-{region.prefix}",
        funded_from=SINCE,
        funded_until=date(today.year + 2, 10, 1),
        second_factor=SecondFactorFor.NOBODY,
        actor=founder,
    )
    _give(Role.COORDINATOR, region.coordinator, None, home, founder)
    if region.officer:
        _give(Role.DATA_PROTECTION, region.officer, None, home, founder)
    carriers = {
        name: network.add_carrier(network=home, name=name, actor=founder)
        for name in dict.fromkeys(site.carrier for site in region.sites)
    }
    found = []
    for site in region.sites:
        project = network.add_project(
            carrier=carriers[site.carrier],
            name=site.name,
            slug=site.slug,
            postcode=site.postcode,
            place=site.place,
            actor=founder,
        )
        if site.lead:
            _give(Role.PROJECT_LEAD, site.lead, project, None, founder)
        advisors = tuple(_give(Role.ADVISOR, name, project, None, founder) for name in site.advisors)
        found.append(Home(project, advisors, site.degrees))
    return found


def _give(role: Role, name: str, project: Project | None, home: Network | None, founder: Actor) -> User:
    user = _user(name)
    network.give_role(user_id=user.pk, role=role, project=project, network=home, from_on=SINCE, actor=founder)
    return user


def _user(name: str) -> User:
    return User.objects.create_user(_address(name), PASSWORD, name=name)
