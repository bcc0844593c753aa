"""What happens to the people of one sub-project in two years: told with dice that always fall the same way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from django.utils import timezone

from wir.cli.demo import casework
from wir.cli.demo.lives import Life
from wir.cli.demo.profiles import fill_in
from wir.cli.demo.staff import Home
from wir.cli.demo.words import OFFERS
from wir.kit.acting import acting
from wir.monitoring import actions as monitoring
from wir.network.actions import as_job
from wir.network.queries import actor_for
from wir.people import actions as people
from wir.people.models import Person
from wir.people.queries import people_for
from wir.placement import actions as placement
from wir.placement.models import Opportunity
from wir.placement.rules import NewOpportunity

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
WAITING = 0.08
"""Share of people who were listed but not taken on yet."""


def tell_stories(home: Home, today: date) -> None:
    """Bring the list in, enter opportunities, and live each person's story up to today."""
    machine = as_job(home.project)
    with acting(machine):
        casework.name_authorities(project=home.project, actor=machine)
    with acting(machine):
        preview = people.preview_list(
            project=home.project,
            content=(EXAMPLES / f"{home.project.slug}.csv").read_bytes(),
            name=f"{home.project.slug}.csv",
            actor=machine,
        )
        people.confirm_list(
            preview_id=preview.pk, project=home.project, today=today, at=timezone.now(), actor=machine
        )
        offers = list(_offer(home))
        listed = list(people_for(machine).order_by("participant__case_number"))
        casework.let_wait(project=home.project, today=today, actor=machine)
    for number, person in enumerate(listed):
        _live(home, person, offers, number, today)
    with acting(machine):
        monitoring.sum_up(network_id=home.project.network_id, today=today, actor=machine)


def _offer(home: Home) -> Iterator[Opportunity]:
    machine = as_job(home.project)
    for title, kind, provider, provider_kind, skilled in OFFERS:
        values = NewOpportunity(
            title=title,
            kind=kind,
            provider_name=provider,
            provider_kind=provider_kind,
            provider_postcode=home.project.postcode,
            provider_place=home.project.place,
            skilled=skilled,
            seats=2,
        )
        yield placement.add_opportunity(network_id=home.project.network_id, values=values, actor=machine)


def _live(home: Home, person: Person, offers: list[Opportunity], number: int, today: date) -> None:
    dice = Random(f"{home.project.slug}/{number}")
    advisor = home.advisors[number % len(home.advisors)]
    life = Life(
        person=person, advisor_id=advisor.pk, offers=offers, dice=dice, today=today, degrees=home.degrees
    )
    with acting(actor_for(advisor.pk, today)) as actor:
        life.meet(actor)
        if dice.random() < WAITING:
            return
        stay = life.enter(actor)
    with acting(actor_for(advisor.pk, today)) as actor:  # again: now as the person's case team
        fill_in(person, today, actor)
        life.go_on(stay, actor)
