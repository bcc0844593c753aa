from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.actions import CannotWait, WaitingValues, decline_waiting, put_on_list, take_from_list
from wir.counselling.models import Waiting
from wir.counselling.queries import waiting_list
from wir.counselling.rules.waiting import DeclineReason, Urgency, WaitingProblem
from wir.counselling.tests.make import make_waiting
from wir.network.models import Project
from wir.people.models import Person
from wir.tasks.models import Task

pytestmark = pytest.mark.django_db


def test_who_asked_first_is_called_first_unless_a_day_is_near(
    hafen: Project, ada: User, bela: User, acting_as: AskAs
) -> None:
    make_waiting(hafen, ada, family_names="Late", asked_on=date(2026, 11, 22))
    make_waiting(hafen, ada, family_names="First", asked_on=date(2026, 11, 1))
    make_waiting(hafen, ada, family_names="Near", urgency=Urgency.DEADLINE)
    with acting_as(ada) as actor:
        assert [row.family_names for row in waiting_list(actor)] == ["Near", "First", "Late"]
        task = Task.objects.filter(reason="promised_reply").first()
        assert task is not None
        assert task.due_on == date(2026, 12, 4)
    with acting_as(bela) as actor:
        assert waiting_list(actor) == []


def test_an_entry_is_taken_on_or_declined_once(
    hafen: Project, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    taken, declined = make_waiting(hafen, ada), make_waiting(hafen, ada)
    with acting_as(ada) as actor:
        take_from_list(waiting=taken, person=yusuf, today=TODAY, actor=actor)
        decline_waiting(
            waiting=declined,
            reason=DeclineReason.ELSEWHERE,
            referred_to="Migrationsberatung",
            today=TODAY,
            actor=actor,
        )
        assert waiting_list(actor) == []
        assert not Task.objects.open().exists()
        with pytest.raises(CannotWait) as refused:
            take_from_list(waiting=declined, person=yusuf, today=TODAY, actor=actor)
        assert refused.value.problems == [WaitingProblem.ALREADY_DECIDED]
        kept = Waiting.objects.get(pk=declined.pk)
        assert (kept.file, kept.decline_reason, kept.referred_to) == (None, "elsewhere", "Migrationsberatung")


def test_without_name_way_to_reach_and_reason_nobody_is_put_on_the_list(
    hafen: Project, turm: Project, ada: User, acting_as: AskAs
) -> None:
    empty = WaitingValues(
        family_names=" ",
        reason="",
        urgency=Urgency.USUAL,
        asked_on=date(2026, 11, 25),
        reply_by=TODAY,
    )
    with acting_as(ada) as actor:
        with pytest.raises(CannotWait) as refused:
            put_on_list(project=turm, values=empty, today=TODAY, actor=actor)
        assert refused.value.problems == list(WaitingProblem)[:6]
        assert not Waiting.objects.exists()


def test_the_list_leads_into_the_intake_without_typing_anything_again(
    hafen: Project,
    ada: User,
    acting_as: AskAs,
    sign_in: Callable[[User], Client],
    queries_stay_flat: Callable[..., None],
) -> None:
    browser, page = sign_in(ada), reverse("counselling:waiting")
    sent = {
        "family_names": "Karimi",
        "given_names": "Leila",
        "phone": "0151 5550101",
        "reason": "Köchin",
        "urgency": "usual",
        "asked_on": "2026-11-20",
        "reply_by": "2026-12-04",
        "project": str(hafen.pk),
    }
    assert browser.post(page, {**sent, "phone": ""}).status_code == 422
    browser.post(page, sent)
    with acting_as(ada):
        entry = Waiting.objects.get()
    shown = browser.get(page).content.decode()
    assert f"?wartend={entry.pk}" in shown
    intake = browser.get(reverse("desk:intake"), {"wartend": str(entry.pk)}).content.decode()
    assert 'value="Karimi"' in intake
    assert 'value="0151 5550101"' in intake
    assert browser.get(reverse("desk:intake"), {"wartend": "x"}).status_code == 200
    queries_stay_flat(lambda: browser.get(page), lambda: make_waiting(hafen, ada))
