from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.actions import CannotPlan, agree_plan, keep_way, use_way
from wir.counselling.models import Goal, NetworkWay, PlanAgreement, Stay, Step
from wir.counselling.queries import last_agreement_of, ways_for
from wir.counselling.rules import PlanProblem
from wir.counselling.rules.ways import Anchor, Owner, WayFacts, WayStep, due_on, way_of, ways
from wir.counselling.tests.make import make_goal, make_step, make_way
from wir.network.models import Project
from wir.people.models import Person
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper
from wir.privacy.rules import ConsentWay

FACTS = WayFacts(start=TODAY, paper_ends=date(2027, 3, 1), birth_date=date(2010, 2, 28))


def test_the_ways_of_the_programme_stand_in_the_guide() -> None:
    assert [way.code for way in ways()] == [
        "nursing",
        "hauptschule",
        "duldung_training",
        "german_work",
        "licence",
        "first_job",
    ]
    assert all(len(way.steps) >= 4 for way in ways())


@pytest.mark.parametrize(
    ("anchor", "days", "due"),
    [
        (Anchor.START, 21, date(2026, 12, 15)),
        (Anchor.PAPER_ENDS, -56, date(2027, 1, 4)),
        (Anchor.PAPER_ENDS, -120, None),  # passed
        (Anchor.TRAINING_STARTS, -180, date(2027, 3, 5)),
        (Anchor.SCHOOL_STARTS, 0, date(2027, 8, 1)),
        (Anchor.OF_AGE, 0, date(2028, 2, 28)),
    ],
)
def test_a_step_is_due_by_the_facts_of_the_person(anchor: Anchor, days: int, due: date | None) -> None:
    assert due_on(WayStep("", Owner.PERSON, anchor, days, ""), FACTS) == due


def test_a_fact_that_is_not_known_leaves_the_step_without_a_day() -> None:
    nothing = WayFacts(start=TODAY, paper_ends=None, birth_date=None)

    assert due_on(WayStep("", Owner.PERSON, Anchor.PAPER_ENDS, -56, ""), nothing) is None
    assert due_on(WayStep("", Owner.PERSON, Anchor.OF_AGE, 0, ""), nothing) is None


@pytest.mark.django_db
def test_a_way_becomes_goal_and_steps_with_days_owners_and_evidence(
    hafen: Project, ada: User, acting_as: AskAs
) -> None:
    paper = Paper(status=ResidenceStatus.DULDUNG, from_on=date(2026, 1, 1), valid_until=date(2027, 3, 1))
    person = make_person(hafen, paper=paper)
    make_stay(person, ada)
    way = way_of("duldung_training")
    assert way is not None
    with acting_as(ada) as actor:
        use_way(person=person, way=way, today=TODAY, actor=actor)
        steps = {step.title.split(" ")[0]: step for step in Step.objects.all()}
        assert Goal.objects.get().stage == "placement"
        assert steps["Verlängerung"].due_on == date(2027, 1, 4)
        assert (steps["Ausbildungsduldung"].due_on, steps["Ausbildungsduldung"].owner) == (
            date(2027, 3, 5),
            "advisor",
        )
        assert steps["Identität"].evidence == "Pass oder Nachweise in der Akte"
        assert steps["Ausbildungsbeginn"].task_id


@pytest.mark.django_db
def test_a_network_keeps_a_way_once_and_others_choose_it(
    stay: Stay, ada: User, bela: User, cem: User, acting_as: AskAs
) -> None:
    kept = make_way(stay.person, ada, title="Auf den Hof")
    with acting_as(bela) as actor:
        own = ways_for(actor, stay.network_id)[-1]
        assert (own.code, own.title, own.steps[0].days) == (str(kept.pk), "Auf den Hof", 244)
    with acting_as(cem):
        assert not NetworkWay.objects.exists()
    goal = make_goal(stay.person, ada)
    with acting_as(ada) as actor:
        with pytest.raises(CannotPlan) as refused:
            keep_way(goal=goal, title="Auf den Hof", actor=actor)
        assert refused.value.problems == [PlanProblem.NO_STEPS, PlanProblem.WAY_EXISTS]
        assert NetworkWay.objects.count() == 1


@pytest.mark.django_db
def test_the_person_agrees_to_a_plan_that_has_an_open_goal(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotPlan) as refused:
            agree_plan(
                person=yusuf,
                agreed_on=date(2026, 11, 25),
                way=ConsentWay.PAPER,
                language="ar",
                scan_id=None,
                today=TODAY,
                actor=actor,
            )
        assert refused.value.problems == [PlanProblem.IN_FUTURE, PlanProblem.NOTHING_PLANNED]
        assert not PlanAgreement.objects.exists()
    make_goal(yusuf, ada)
    with acting_as(ada) as actor:
        agree_plan(
            person=yusuf,
            agreed_on=TODAY,
            way=ConsentWay.ON_SCREEN,
            language="ar",
            scan_id=None,
            today=TODAY,
            actor=actor,
        )
        found = last_agreement_of(actor, yusuf.pk)
        assert found is not None
        assert (found.agreed_on, found.way) == (TODAY, "on_screen")


@pytest.mark.django_db
def test_the_pages_take_a_way_print_the_plan_and_record_the_agreement(
    yusuf: Person, stay: Stay, ada: User, sign_in: Callable[[User], Client]
) -> None:
    browser, here = sign_in(ada), [yusuf.pk]
    browser.post(reverse("counselling:use_way", args=here), {"way": "licence"})
    plan = browser.get(reverse("counselling:plan", args=here)).content.decode()
    assert "Sehtest und Erste-Hilfe-Kurs" in plan
    assert "noch nicht zugestimmt" in plan
    paper = browser.get(reverse("counselling:plan_paper", args=here), {"form": "html"}).content.decode()
    assert "Mein Plan" in paper
    assert "Unterschrift der Person" in paper
    assert "08.12.2026" in paper
    agree = reverse("counselling:agree_plan", args=here)
    assert browser.post(agree, {"agreed_on": "2026-12-24", "way": "paper"}).status_code == 422
    browser.post(agree, {"agreed_on": "2026-11-24", "way": "paper"})
    assert (
        "Die Person hat am 24.11.2026 zugestimmt"
        in browser.get(reverse("counselling:plan", args=here)).content.decode()
    )


@pytest.mark.django_db
def test_a_step_of_the_form_has_owner_and_evidence(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs, sign_in: Callable[[User], Client]
) -> None:
    goal = make_goal(yusuf, ada)
    make_step(goal, ada)
    sign_in(ada).post(
        reverse("counselling:add_step", args=[yusuf.pk, goal.pk]),
        {"title": "Kursplatz", "owner": "partner", "evidence": "Anmeldung"},
    )
    with acting_as(ada):
        assert Step.objects.filter(owner="partner", evidence="Anmeldung", title="Kursplatz").exists()
        assert Step.objects.exclude(title="Kursplatz").get().owner == "person"
