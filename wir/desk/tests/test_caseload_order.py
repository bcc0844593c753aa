"""The list of cases in other orders, and of those alone that lack something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.cast import TODAY, answer_to
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.tests.make import make_contact, make_goal
from wir.desk.tests.test_case import add_step
from wir.network.models import Project
from wir.people.models import Person
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]


@pytest.fixture
def three(hafen: Project, ada: User) -> None:
    """A: paper for ten days, spoken with yesterday. B: a task, never spoken with. C: spoken with in April."""
    paper = Paper(
        status=ResidenceStatus.DULDUNG, from_on=date(2026, 1, 1), valid_until=TODAY + timedelta(days=10)
    )
    ann = _in_care(hafen, ada, "Ann", entered_on=date(2026, 3, 2), paper=paper)
    bela = _in_care(hafen, ada, "Bela", entered_on=date(2026, 10, 1))
    cem = _in_care(hafen, ada, "Cem", entered_on=date(2026, 5, 4))
    make_contact(ann, ada, on=TODAY - timedelta(days=1))
    make_contact(cem, ada, on=date(2026, 6, 1))
    add_step(bela, ada)
    make_goal(bela, ada)


def _in_care(project: Project, advisor: User, family: str, *, entered_on: date, **known: object) -> Person:
    person = make_person(project, family_names=family, **known)  # type: ignore[arg-type]
    make_stay(person, advisor, entered_on=entered_on)
    return person


def families(client: Client, query: str) -> list[str]:
    return [row.name.partition(",")[0] for row in client.get(f"/faelle/?{query}").context["found"].rows]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("name", ["Ann", "Bela", "Cem"]),
        ("contact", ["Bela", "Cem", "Ann"]),
        ("paper", ["Ann", "Bela", "Cem"]),
        ("task", ["Bela", "Ann", "Cem"]),
        ("newest", ["Bela", "Cem", "Ann"]),
        ("nonsense", ["Ann", "Bela", "Cem"]),
    ],
)
@pytest.mark.usefixtures("three")
def test_the_order_is_the_readers_choice(sign_in: SignIn, ada: User, sort: str, names: list[str]) -> None:
    assert families(sign_in(ada), f"sort={sort}") == names


@pytest.mark.parametrize(
    ("lack", "names"),
    [("plan", ["Ann", "Cem"]), ("contact", ["Bela", "Cem"]), ("consent", []), ("", ["Ann", "Bela", "Cem"])],
)
@pytest.mark.usefixtures("three")
def test_only_those_are_listed_who_lack_something(
    sign_in: SignIn, ada: User, lack: str, names: list[str]
) -> None:
    assert families(sign_in(ada), f"lack={lack}") == names


@pytest.mark.usefixtures("three")
def test_who_did_not_come_was_not_spoken_with(sign_in: SignIn, ada: User, hafen: Project) -> None:
    dina = _in_care(hafen, ada, "Dina", entered_on=date(2026, 3, 2))
    client = sign_in(ada)
    missed = {"on": TODAY, "mode": "in_person", "missed": "on"}

    saved = client.post(f"/faelle/{dina.pk}/kontakte/", missed)

    assert saved.status_code == 302
    assert families(client, "lack=contact") == ["Bela", "Cem", "Dina"]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("query", ["state=ended&lack=plan", "state=waiting&lack=plan"])
def test_something_is_missing_in_running_cases_alone(sign_in: SignIn, ada: User, query: str) -> None:
    form = sign_in(ada).get(f"/faelle/?{query}").context["form"]

    assert form["lack"].value() in {None, ""}


@pytest.mark.usefixtures("three")
def test_what_is_missing_and_a_name_narrow_the_list_together_and_stay_in_the_address(
    sign_in: SignIn, ada: User
) -> None:
    client = sign_in(ada)

    answer = answer_to(client, "Cem", "/faelle/", whose="mine", state="open", lack="plan", sort="contact")

    assert answer.startswith("/faelle/?whose=mine&state=open&lack=plan&sort=contact&words=")
    assert families(client, answer.partition("?")[2]) == ["Cem"]


@pytest.mark.usefixtures("three")
def test_who_sees_no_files_is_offered_neither(sign_in: SignIn, dora: User) -> None:
    form = sign_in(dora).get("/faelle/?lack=plan&sort=contact").context["form"]

    assert {"lack", "sort"} & set(form.fields) == set()


def test_the_order_costs_the_same_however_long_the_list(
    sign_in: SignIn, ada: User, hafen: Project, queries_stay_flat: Flat
) -> None:
    client = sign_in(ada)

    def add_row() -> None:
        person = make_person(hafen)
        make_stay(person, ada)

    queries_stay_flat(lambda: client.get("/faelle/?sort=contact&lack=plan"), add_row)
