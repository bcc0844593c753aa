from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.actions import (
    CannotProceed,
    MatterValues,
    accept_notice,
    change_matter,
    close_matter,
    contest_notice,
    correct_notice,
    open_matter,
    record_notice,
)
from wir.counselling.models import Matter, Notice, Stay
from wir.counselling.rules.matters import Decision, LegalField, MatterOutcome, MatterProblem, Remedy
from wir.counselling.tests.make import make_matter, make_notice, make_power, refusal
from wir.people.models import Person
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason

pytestmark = pytest.mark.django_db


def due(actor_sees: AskAs, user: User) -> list[tuple[str, date]]:
    with actor_sees(user) as actor:
        tasks = Task.objects.visible_to(actor).open().order_by("due_on")
        return [(task.reason, task.due_on) for task in tasks]


def test_an_application_is_asked_about_when_the_authority_stays_silent(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    matter = make_matter(yusuf, ada)

    assert matter.authority is not None
    assert matter.authority.name == "Ausländerbehörde Hamburg"
    assert due(acting_as, ada) == [("authority_silent", date(2027, 1, 1))]
    with acting_as(ada) as actor:
        change_matter(
            matter=matter,
            values=MatterValues(subject="Work permit", field=LegalField.GENERAL, filed_on=date(2026, 11, 2)),
            today=TODAY,
            actor=actor,
        )
    assert due(acting_as, ada) == [("authority_silent", date(2027, 2, 2))]
    with acting_as(ada) as actor:
        change_matter(
            matter=matter,
            values=MatterValues(subject="Benefit", field=LegalField.SOCIAL, filed_on=date(2026, 11, 2)),
            today=TODAY,
            actor=actor,
        )
    assert due(acting_as, ada) == [("authority_silent", date(2027, 5, 2))]


def test_a_refusal_is_watched_until_somebody_decides(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    notice = make_notice(make_matter(yusuf, ada), ada)

    assert notice.period().safe.last_day == date(2026, 12, 21)  # posted 17.11., known 20.11., a Sunday
    assert due(acting_as, ada) == [("remedy_ahead", date(2026, 12, 14)), ("remedy_ends", date(2026, 12, 21))]
    with acting_as(ada) as actor:
        task = Task.objects.get(reason=TaskReason.REMEDY_ENDS)
        assert task.needs_its_page()
        assert task.assignee == ada
        contest_notice(notice=notice, remedy=Remedy.ACTION, on=TODAY, today=TODAY, actor=actor)
    assert due(acting_as, ada) == []
    with acting_as(ada) as actor:
        kept = Notice.objects.get(pk=notice.pk)
        assert (kept.contested_on, kept.remedy) == (TODAY, "action")
        with pytest.raises(CannotProceed) as refused:
            accept_notice(notice=notice, on=TODAY, today=TODAY, actor=actor)
        assert refused.value.problems == [MatterProblem.ALREADY_SETTLED]
        assert Notice.objects.get(pk=notice.pk).accepted_on is None


def test_a_corrected_day_and_another_law_move_the_period(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    matter = make_matter(yusuf, ada, filed_on=None)
    notice = make_notice(matter, ada)
    with acting_as(ada) as actor:
        correct_notice(notice=notice, values=refusal(posted_on=date(2026, 11, 19)), today=TODAY, actor=actor)
    assert due(acting_as, ada)[1] == ("remedy_ends", date(2026, 12, 22))
    with acting_as(ada) as actor:
        asylum = MatterValues(subject="Asylum", field=LegalField.ASYLUM)
        change_matter(matter=matter, values=asylum, today=TODAY, actor=actor)
    assert due(acting_as, ada) == [("remedy_ahead", TODAY), ("remedy_ends", date(2026, 11, 26))]


def test_a_grant_asks_for_nothing_and_its_procedure_can_be_closed(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    matter = make_matter(yusuf, ada)
    make_notice(matter, ada, decision=Decision.GRANTED)
    with acting_as(ada) as actor:
        close_matter(matter=matter, outcome=MatterOutcome.GRANTED, on=TODAY, today=TODAY, actor=actor)
    assert due(acting_as, ada) == []
    with acting_as(ada) as actor:
        with pytest.raises(CannotProceed) as refused:
            record_notice(matter=matter, values=refusal(), today=TODAY, actor=actor)
        assert refused.value.problems == [MatterProblem.CLOSED]
        assert Notice.objects.count() == 1


def test_a_procedure_stays_open_while_a_refusal_runs(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    matter = make_matter(yusuf, ada)
    make_notice(matter, ada)
    with acting_as(ada) as actor:
        with pytest.raises(CannotProceed) as refused:
            close_matter(matter=matter, outcome=MatterOutcome.REFUSED, on=TODAY, today=TODAY, actor=actor)
        assert refused.value.problems == [MatterProblem.NOTICE_UNDECIDED]
        assert Matter.objects.get().closed_on is None


def test_days_that_contradict_each_other_are_refused_together(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    matter = make_matter(yusuf, ada)
    with acting_as(ada) as actor:
        with pytest.raises(CannotProceed) as refused:
            record_notice(
                matter=matter,
                values=refusal(received_on=date(2026, 11, 15), posted_on=date(2026, 11, 15)),
                today=TODAY,
                actor=actor,
            )
        assert refused.value.problems == [
            MatterProblem.RECEIVED_BEFORE_DATED,
            MatterProblem.POSTED_BEFORE_DATED,
        ]
        values = MatterValues(
            subject=" ",
            field=LegalField.SOCIAL,
            filed_on=date(2026, 11, 25),
            receipt_on=date(2026, 11, 20),
        )
        with pytest.raises(CannotProceed) as refused:
            open_matter(person=yusuf, values=values, today=TODAY, actor=actor)
        assert refused.value.problems == [
            MatterProblem.SUBJECT_MISSING,
            MatterProblem.FILED_IN_FUTURE,
            MatterProblem.RECEIPT_BEFORE_FILING,
        ]
        assert Notice.objects.count() == 0
        assert Matter.objects.count() == 1


def test_the_page_shows_how_the_last_day_was_counted_and_takes_the_decision(
    yusuf: Person, stay: Stay, ada: User, acting_as: AskAs, sign_in: Callable[[User], Client]
) -> None:
    browser = sign_in(ada)
    matter = make_matter(yusuf, ada)
    sent = browser.post(
        reverse("counselling:add_notice", args=[yusuf.pk, matter.pk]),
        {
            "decision": "refused",
            "dated_on": "2026-11-16",
            "received_on": "2026-11-19",
            "way": "post",
            "instruction": "unread",
            "remedy": "objection",
        },
    )
    page = browser.get(sent["Location"]).content.decode()
    assert "Widerspruch spätestens am 21.12.2026" in page
    assert "§ 70 Abs. 1 VwGO, §§ 187, 188 BGB" in page
    assert "Keine Rechtsberatung" in page
    assert "dürfen wir heute nicht sprechen" in page
    make_power(yusuf, ada, body="Ausländerbehörde Hamburg", signed_on=date(2026, 11, 2))
    assert "sprechen über: Geld und Leistungen" in browser.get(sent["Location"]).content.decode()

    with acting_as(ada):
        notice = Notice.objects.get()
    settle = reverse("counselling:settle_notice", args=[yusuf.pk, notice.pk])
    assert browser.post(settle, {"what": "objection", "on": "2026-11-30"}).status_code == 422
    browser.post(settle, {"what": "objection", "on": "2026-11-24"})
    assert "Widerspruch eingelegt am 24.11.2026" in browser.get(sent["Location"]).content.decode()


def test_the_list_of_procedures_costs_the_same_however_long(
    yusuf: Person,
    stay: Stay,
    ada: User,
    sign_in: Callable[[User], Client],
    queries_stay_flat: Callable[..., None],
) -> None:
    browser = sign_in(ada)
    queries_stay_flat(
        lambda: browser.get(reverse("counselling:matters", args=[yusuf.pk])),
        lambda: make_notice(make_matter(yusuf, ada), ada),
    )
