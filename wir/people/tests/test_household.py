"""Households that open no file, and papers that are put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit.versions import marks_of
from wir.network.models import Project
from wir.people import actions, queries
from wir.people.models import HouseholdMember, Person
from wir.people.rules.facts import Gender, ResidenceStatus
from wir.people.tests.make import clock_stands

SignIn = Callable[[User], Client]
NAMES = {
    "given_names": "Yusuf",
    "family_names": "Demir",
    "spoken_name": "",
    "original_name": "",
    "other_names": "",
}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen, birth_date=date(1990, 3, 5), gender=Gender.MALE, nationalities=("SYR",))
    make_stay(person, ada)
    return person


def at(person: Person, name: str = "person", *more: object) -> str:
    return reverse(f"people:{name}", args=[person.pk, *more])


@pytest.mark.django_db
def test_a_household_links_files_and_opens_none(
    *, yusuf: Person, hafen: Project, turm: Project, ada: User, bela: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    selam = make_person(hafen, given_names="Selam", family_names="Tesfay")
    away = make_person(turm, given_names="Omar", family_names="Fern")
    browser = sign_in(ada)
    browser.post(
        at(yusuf, "new_member"),
        {"relation": "child", "birth_year": "2020", "school": "nursery", "care": "half_day"},
    )
    link = {"case_number": selam.participant.case_number, "relation": "parent"}
    browser.post(at(yusuf, "link_member"), link)
    again = browser.post(at(yusuf, "link_member"), link).content.decode()
    closed = browser.post(at(yusuf, "link_member"), link | {"case_number": away.participant.case_number})
    page, other = browser.get(at(yusuf)).content.decode(), browser.get(at(selam)).content.decode()
    with acting_as(ada) as actor:
        household = {(one.relation, one.linked_id) for one in queries.household_of(actor, yusuf.pk)}
        (mirrored,) = queries.household_of(actor, selam.pk)
        files = queries.files_of_household(actor, yusuf.pk)
    browser.post(at(selam, "remove_member", mirrored.pk))
    with acting_as(ada):
        left = list(HouseholdMember.objects.values_list("relation", flat=True))

    assert "geboren 2020 · Krippe oder Kita · halbtags betreut" in page
    assert "Tesfay, Selam" in page
    assert "Demir, Yusuf" in other
    assert "sind schon verbunden" in again
    assert (closed.status_code, "Sie sehen keine Akte" in closed.content.decode()) == (422, True)
    assert household == {("child", None), ("parent", selam.pk)}
    assert (mirrored.relation, mirrored.linked_id, files) == ("child", yusuf.pk, [selam])
    assert left == ["child"]
    assert sign_in(bela).get(at(yusuf)).status_code == 404


@pytest.mark.django_db
def test_a_paper_is_corrected_and_the_one_before_ends_where_it_begins(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        for status, from_on in (
            (ResidenceStatus.DULDUNG, 2023),
            (ResidenceStatus.AUFENTHALTSERLAUBNIS, 2025),
        ):
            actions.change_residence(
                person=yusuf, status=status, legal_basis="", work_note=None, from_on=date(from_on, 5, 1),
                valid_until=None, today=TODAY, actor=actor,
            )  # fmt: skip
        (now, before) = queries.residences_of(actor, yusuf.pk)
        marks = marks_of(queries.paper_values(now))
    browser, address = sign_in(ada), at(yusuf, "paper", now.pk)
    typed = {
        "status": "aufenthaltserlaubnis",
        "legal_basis": "AufenthG:25:2",
        "shown": marks,
        "issued_by": "ABH Kiel",
    }
    early = browser.post(address, typed | {"from_on": "2023-05-01"})
    browser.post(address, typed | {"from_on": "2025-04-01", "side_note": "Wohnsitz in Kiel"})
    late = browser.post(address, typed | {"from_on": "2025-06-01"})
    with acting_as(ada) as actor:
        (now, before) = queries.residences_of(actor, yusuf.pk)

    assert "nicht nach dem Beginn des" in early.content.decode()
    assert "Jemand anderes hat das inzwischen geändert" in late.content.decode()
    assert (before.until_on, now.from_on, now.legal_basis) == (
        date(2025, 4, 1),
        date(2025, 4, 1),
        "AufenthG:25:2",
    )
    assert "Wohnsitz in Kiel" in browser.get(at(yusuf, "residence")).content.decode()
