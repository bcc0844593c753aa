"""Every address of the house, taken from the URL resolver, and one person in the midst of everything to fill them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern

from tests.cast import TODAY
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.aftercare.models import CheckIn
from wir.counselling.actions import add_step, agree_goal
from wir.counselling.rules import Stage
from wir.kit.acting import acting
from wir.kit.ids import new_id
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.people.actions import preview_list
from wir.placement.models import Spell
from wir.placement.tests.make import BORN, PERMIT, make_application, make_opportunity, make_spell
from wir.tasks.models import Task

LIST = "Name;Vorname;Geburtsdatum\nDemir;Yusuf;1.2.1990\n;;3.3.1993\n"


@dataclass(frozen=True, slots=True)
class Route:
    """One address: its full name and the arguments it takes with their kinds (``person_id`` → ``uuid``)."""

    name: str
    arguments: tuple[tuple[str, str], ...]

    def url(self, known: dict[str, str]) -> str:
        """Return the address, filled with what is known; what is not becomes an id that nobody has."""
        return reverse(self.name, kwargs={name: _filled(name, kind, known) for name, kind in self.arguments})


def routes() -> list[Route]:
    """Return every named route, those of libraries included."""
    return list(_walk(get_resolver(), "", ()))


def _walk(resolver: URLResolver, prefix: str, arguments: tuple[tuple[str, str], ...]) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        taken = (*arguments, *_arguments(entry))
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix, taken)
        elif entry.name:
            yield Route(f"{prefix}{entry.name}", taken)


def _arguments(entry: URLPattern | URLResolver) -> tuple[tuple[str, str], ...]:
    """Return what the address takes; a library may write its addresses as expressions with named groups."""
    if isinstance(entry.pattern, RegexPattern):
        return tuple((name, "text") for name in entry.pattern.regex.groupindex)
    converters = entry.pattern.converters
    return tuple((name, type(converter).__name__) for name, converter in converters.items())


def _filled(name: str, kind: str, known: dict[str, str]) -> str:
    unknown = {"UUIDConverter": str(new_id()), "IntConverter": "1"}
    return known.get(name) or unknown.get(kind, "unbekannt")


def live_through(project: Project, advisor: User) -> dict[str, str]:
    """Let somebody be taken on, plan, apply and work; return the ids by the names that routes give them."""
    person = make_person(project, paper=PERMIT, nationalities=("SYR",), birth_date=BORN)
    stay = make_stay(person, advisor)
    opportunity = make_opportunity(person.network_id, advisor)
    application = make_application(person, opportunity, advisor)
    spell: Spell = make_spell(application, advisor, starts_on=date(2026, 9, 1))
    with acting(actor_for(advisor.pk, TODAY)) as actor:
        goal = agree_goal(
            person=person,
            title="Arbeit finden",
            stage=Stage.PLACEMENT,
            agreed_on=TODAY,
            today=TODAY,
            actor=actor,
        )
        step = add_step(goal=goal, title="Lebenslauf schreiben", due_on=TODAY, today=TODAY, actor=actor)
        preview = preview_list(project=project, content=LIST.encode(), name="liste.csv", actor=actor)
        check_in = CheckIn.objects.filter(spell=spell).earliest("due_on")
        task = Task.objects.visible_to(actor).earliest("due_on")
    rows = {
        "person_id": person,
        "stay_id": stay,
        "opportunity_id": opportunity,
        "application_id": application,
        "spell_id": spell,
        "goal_id": goal,
        "step_id": step,
        "preview_id": preview,
        "check_in_id": check_in,
        "task_id": task,
    }
    return {name: str(row.pk) for name, row in rows.items()} | {"key": "EECO01"}
