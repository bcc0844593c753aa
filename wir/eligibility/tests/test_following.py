"""Answers that follow time, law and policy: snapshots, recheck, legal clocks."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django import app

from tests.cast import TODAY, AskAs
from tests.make import make_stay
from wir.accounts.models import User
from wir.eligibility import actions, queries, tasks
from wir.eligibility.actions import commands
from wir.eligibility.models import Assessment, LegalClock
from wir.eligibility.pages import day
from wir.eligibility.rules import Activity, MayWork
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.circumstances import Circumstances
from wir.eligibility.rules.law import LAW_VERSION
from wir.eligibility.rules.vocabulary import AcceleratedGround, DublinRequest
from wir.network.models import Network
from wir.people import actions as people
from wir.people.models import Person
from wir.people.rules.procedure import ProcedureFacts
from wir.tasks.models import Task

HELPER = Activity.EMPLOYMENT_UNSKILLED
LAW = "/arbeitserlaubnis/recht/"
CHANGED = "/arbeitserlaubnis/geaendert/"
SignIn = Callable[[User], Client]


def keep(person: Person, user: User, acting_as: AskAs, on: date = TODAY) -> Assessment:
    with acting_as(user) as actor:
        return actions.assess_person(person=person, activity=HELPER, on=on, actor=actor)


@pytest.fixture
def waiting(omar: Person, ada: User, acting_as: AskAs) -> Person:
    """Omar, in a stay, with the circumstances of his procedure: he may be permitted work from 30 December."""
    make_stay(omar, ada)
    told = Circumstances(
        accelerated_procedure_ground=AcceleratedGround.NONE,
        dublin_request=DublinRequest.NONE,
        protected_in="none",
    )
    with acting_as(ada) as actor:
        actions.record_circumstances(person=omar, told=told, today=TODAY, actor=actor)
    return omar


def test_a_snapshot_says_under_which_law_and_by_whom(yusuf: Person, ada: User, acting_as: AskAs) -> None:
    kept = keep(yusuf, ada, acting_as)

    assert (kept.law_version, kept.made_by_id, kept.outdated_on) == (LAW_VERSION, ada.pk, None)


def test_an_answer_of_older_rules_is_listed_until_a_new_one_is_kept(
    yusuf: Person, ada: User, north: Network, acting_as: AskAs, sign_in: SignIn
) -> None:
    make_stay(yusuf, ada)
    kept = keep(yusuf, ada, acting_as)
    with acting_as(ada):
        Assessment.objects.filter(pk=kept.pk).update(
            may_work="no", answer=kept.answer | {"may_work": "no"}, law_version="2020-01-01/1"
        )

    found = commands.recheck(north.pk, TODAY)

    assert [(one["activity"], one["then"], one["now"], one["law_then"]) for one in found] == [
        (HELPER.value, "no", "yes", "2020-01-01/1")
    ]
    page = sign_in(ada).get(CHANGED).content.decode()
    assert (found[0]["case"] in page, "Nein" in page) == (True, True)
    keep(yusuf, ada, acting_as)
    assert found[0]["case"] not in sign_in(ada).get(CHANGED).content.decode()


def test_answers_that_still_hold_and_closed_cases_are_not_listed(
    yusuf: Person, amina: Person, ada: User, north: Network, acting_as: AskAs
) -> None:
    make_stay(yusuf, ada)
    keep(yusuf, ada, acting_as)
    closed = keep(amina, ada, acting_as)
    with acting_as(ada):
        Assessment.objects.filter(pk=closed.pk).update(answer=closed.answer | {"may_work": "no"})

    assert commands.recheck(north.pk, TODAY) == []


def test_my_day_names_the_case_to_its_team_and_the_number_to_the_coordination(
    yusuf: Person, *, ada: User, bela: User, dora: User, acting_as: AskAs, sign_in: SignIn
) -> None:
    make_stay(yusuf, ada)
    kept = keep(yusuf, ada, acting_as)
    with acting_as(ada):
        Assessment.objects.filter(pk=kept.pk).update(outdated_on=TODAY, now_may_work="no")

    seen = {}
    for user in (ada, bela, dora):
        with acting_as(user) as actor:
            seen[user.name] = [(str(row.title), row.person) for row in day(actor, TODAY)]

    assert seen == {
        "Ada": [
            ("Die Auskunft zur Arbeitserlaubnis wäre jetzt eine andere", yusuf.identity.full_name()),
        ],
        "Bela": [],
        "Dora": [("In 1 Fall wäre die Auskunft zur Arbeitserlaubnis jetzt eine andere", "")],
    }
    page = sign_in(dora).get(CHANGED).content.decode()
    assert ("1 Fall im Netzwerk" in page, "NORD-" in page) == (True, False)


def test_the_list_of_changed_answers_stops_at_the_wall(
    yusuf: Person, ada: User, bela: User, cem: User, *, acting_as: AskAs, sign_in: SignIn
) -> None:
    kept = keep(yusuf, ada, acting_as)
    with acting_as(ada):
        Assessment.objects.filter(pk=kept.pk).update(outdated_on=TODAY, now_may_work="no")

    seen = {user.name: "NORD-" in sign_in(user).get(CHANGED).content.decode() for user in (ada, bela, cem)}

    assert seen == {"Ada": True, "Bela": False, "Cem": False}


def test_the_case_team_is_told_once_of_what_comes_near(
    waiting: Person, ada: User, north: Network, acting_as: AskAs
) -> None:
    early, near = date(2026, 12, 15), date(2026, 12, 16)

    tasks.wind_clocks(north.pk, early)
    with acting_as(ada):
        assert not LegalClock.objects.exists()
    tasks.wind_clocks(north.pk, near)
    tasks.wind_clocks(north.pk, near + timedelta(days=1))

    with acting_as(ada):
        clock = LegalClock.objects.get()
        assert (clock.kind, clock.on, clock.told_on) == ("waiting_period_ends", date(2026, 12, 30), near)
        task = Task.objects.get(reason="legal_date")
        assert (task.assignee_id, task.due_on, task.subject_id) == (ada.pk, date(2026, 12, 30), waiting.pk)
        assert task.link == reverse("eligibility:work", args=[waiting.pk])


def test_on_the_day_the_kept_answer_is_asked_for_anew(
    waiting: Person, ada: User, north: Network, acting_as: AskAs
) -> None:
    kept = keep(waiting, ada, acting_as)
    tasks.wind_clocks(north.pk, date(2026, 12, 20))
    with acting_as(ada):
        assert Assessment.objects.get(pk=kept.pk).outdated_on is None

    tasks.wind_clocks(north.pk, date(2026, 12, 30))

    with acting_as(ada):
        again = Assessment.objects.get(pk=kept.pk)
        assert (again.may_work, again.now_may_work) == ("no", "yes_with_permission")
        assert again.outdated_on == date(2026, 12, 30)
        assert LegalClock.objects.get().recomputed_on == date(2026, 12, 30)


def test_a_network_says_how_early_it_wants_to_know(
    waiting: Person, ada: User, dora: User, north: Network, acting_as: AskAs
) -> None:
    with acting_as(dora) as actor:
        actions.set_days_before(network_id=north.pk, kind=ChangeKind.WAITING_PERIOD_ENDS, days=0, actor=actor)

    tasks.wind_clocks(north.pk, date(2026, 12, 29))

    with acting_as(ada):
        assert not LegalClock.objects.exists()
        assert not Task.objects.filter(reason="legal_date").exists()


@pytest.fixture
def twisted(yusuf: Person, ada: User, acting_as: AskAs) -> Person:
    """Yusuf, in a stay, with a day of entry after the day his permit was issued."""
    make_stay(yusuf, ada)
    with acting_as(ada) as actor:
        people.correct_procedure(person=yusuf, facts=ProcedureFacts(entered_on=date(2026, 1, 8)), actor=actor)
    return yusuf


def test_nobody_is_told_while_facts_contradict_each_other(
    twisted: Person, ada: User, north: Network, acting_as: AskAs
) -> None:
    tasks.wind_clocks(north.pk, TODAY)

    with acting_as(ada):
        assert not LegalClock.objects.exists()


def test_the_night_goes_through_all_networks(waiting: Person, ada: User, acting_as: AskAs) -> None:
    assert app.tasks["eligibility.nightly"].queueing_lock == "eligibility.nightly"

    tasks.nightly(timestamp=0)

    with acting_as(ada):
        assert not LegalClock.objects.exists()


def test_contradicting_facts_are_shown_as_a_pair_and_keep_the_answer_open(
    twisted: Person, ada: User, acting_as: AskAs, sign_in: SignIn
) -> None:
    with acting_as(ada) as actor:
        assert queries.answer_for(actor, twisted.pk, HELPER, TODAY).may_work is MayWork.UNDECIDED

    page = sign_in(ada).get(reverse("eligibility:work", args=[twisted.pk])).content.decode()

    assert "Zwei Angaben schließen einander aus" in page
    assert "Tag der Einreise" in page
    assert "Antwort festhalten" not in page


def test_the_list_of_changed_answers_costs_the_same_however_long_it_is(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs, queries_stay_flat: Callable[..., None]
) -> None:
    def one_more() -> None:
        kept = keep(yusuf, ada, acting_as)
        with acting_as(ada):
            Assessment.objects.filter(person=yusuf).update(outdated_on=TODAY, now_may_work="no")
            assert kept.may_work == "yes"

    browser = sign_in(ada)
    queries_stay_flat(lambda: browser.get(CHANGED), one_more)


def test_answers_are_written_as_plain_json(
    yusuf: Person, ada: User, north: Network, acting_as: AskAs
) -> None:
    make_stay(yusuf, ada)
    kept = keep(yusuf, ada, acting_as)
    with acting_as(ada):
        Assessment.objects.filter(pk=kept.pk).update(answer=kept.answer | {"may_work": "no"})

    assert json.loads(json.dumps(commands.recheck(north.pk, TODAY)))[0]["on"] == "2026-11-24"
