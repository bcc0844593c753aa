"""How running cases are spread: for the head alone, by case number, and nothing of what somebody did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.counselling.tests.make import make_contact
from wir.desk.rules import Lack, lacks_of, weight_of
from wir.network.models import Project

SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]
PAGE = "/faelle/auslastung/"


@pytest.mark.parametrize(
    ("days", "is_placed", "weight"), [(0, True, 3), (89, False, 3), (90, False, 2), (90, True, 1)]
)
def test_a_case_weighs_most_at_its_beginning_and_least_while_in_work(
    days: int, is_placed: bool, weight: int
) -> None:
    assert weight_of(entered_on=TODAY - timedelta(days=days), is_placed=is_placed, today=TODAY) == weight


def test_what_a_case_lacks_follows_from_its_facts() -> None:
    full = partial(lacks_of, has_plan=True, agreed=True, wants_entry_facts=False, silent_days=42)

    assert full(most_days=43) == frozenset()
    assert full(most_days=42) == {Lack.CONTACT}
    assert full(most_days=None) == frozenset()
    assert lacks_of(has_plan=False, agreed=False, wants_entry_facts=True, silent_days=0, most_days=0) == set(
        Lack
    ) - {Lack.CONTACT}


def test_the_head_sees_running_cases_by_number_and_what_they_lack(
    sign_in: SignIn, ada: User, hanna: User, hafen: Project
) -> None:
    make_stay(make_person(hafen, family_names="Geheim"), ada, entered_on=TODAY - timedelta(days=10))
    old = make_stay(make_person(hafen, family_names="Verschwiegen"), ada, entered_on=date(2026, 3, 2))
    make_contact(old.person, ada, on=TODAY)

    response = sign_in(hanna).get(PAGE)

    body = response.content.decode()
    assert "Geheim" not in body
    assert [list(row) for row in response.context["loads"].rows] == [["Ada", "Hafen", 2, 5]]
    assert [(str(one.label), one.badge) for one in response.context["lacks"]] == [
        ("Alle laufenden Fälle", 2),
        ("ohne Förderplan", 2),
        ("lange ohne Kontakt", 0),
        ("ohne Einwilligung", 0),
        ("Eintrittsangaben unvollständig", 0),
    ]
    assert sign_in(hanna).get(f"{PAGE}?lack=contact").context["cases"] is None


def test_ticked_cases_are_given_on_and_a_refusal_keeps_the_ticks(
    sign_in: SignIn, ada: User, hanna: User, stay: Stay, acting_as: AskAs
) -> None:
    head = sign_in(hanna)

    refused = head.post(PAGE, {"cases": [str(stay.pk)], "advisor": ""})
    assert refused.status_code == 422
    assert f'value="{stay.pk}" aria-label="NORD-00001" checked' in refused.content.decode()
    same = head.post(PAGE, {"cases": [str(stay.pk)], "advisor": str(ada.pk)})
    assert "liegt schon bei dieser Person" in same.content.decode()
    assert head.post(PAGE, {"cases": [str(stay.pk)], "advisor": str(hanna.pk)}).status_code == 302

    with acting_as(hanna):
        assert Stay.objects.get().advisor_id == hanna.pk


def test_nobody_else_sees_how_cases_are_spread(sign_in: SignIn, ada: User, dora: User, stay: Stay) -> None:
    for user in (ada, dora):
        assert sign_in(user).get(PAGE).status_code == 404


def test_the_page_costs_the_same_however_many_cases(
    sign_in: SignIn, ada: User, hanna: User, hafen: Project, queries_stay_flat: Flat
) -> None:
    head = sign_in(hanna)

    queries_stay_flat(lambda: head.get(PAGE), lambda: make_stay(make_person(hafen), ada))
