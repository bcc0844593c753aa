"""Days of a stay are corrected and an exit by mistake is undone, by those who answer for the case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import TODAY, AskAs, make_member
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.actions import CannotCorrect, correct_stay, end_stay, reopen_stay
from wir.counselling.models import Stay
from wir.counselling.rules import ExitReason
from wir.counselling.rules.corrections import CorrectionProblem, obstacles_to_correction
from wir.kit.periods import Period
from wir.monitoring.models import Participation
from wir.network.models import Project
from wir.network.rules import Role
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]


@pytest.mark.parametrize(
    ("entered", "exited", "problems"),
    [
        (date(2026, 3, 1), date(2026, 5, 1), []),
        (date(2026, 2, 1), date(2026, 5, 1), []),
        (date(2026, 1, 31), date(2026, 5, 1), [CorrectionProblem.OVERLAPS_ANOTHER]),
        (date(2026, 3, 1), None, []),
        (date(2026, 11, 25), None, [CorrectionProblem.ENTRY_IN_FUTURE]),
        (date(2026, 5, 2), date(2026, 5, 1), [CorrectionProblem.EXIT_BEFORE_ENTRY]),
        (date(2026, 5, 1), date(2026, 11, 25), [CorrectionProblem.EXIT_IN_FUTURE]),
        (date(2022, 9, 30), date(2022, 10, 2), [CorrectionProblem.ENTRY_OUTSIDE_FUNDING]),
    ],
)
def test_days_have_to_fit_the_funding_today_and_the_other_stays(
    entered: date, exited: date | None, problems: list[CorrectionProblem]
) -> None:
    found = obstacles_to_correction(
        entered_on=entered,
        exited_on=exited,
        others=[(date(2026, 1, 1), date(2026, 2, 1))],
        funding=Period(date(2022, 10, 1), date(2027, 10, 1)),
        today=TODAY,
        decides=True,
    )

    assert found == problems


def test_a_corrected_entry_and_an_undone_exit_reach_the_figures(
    hafen: Project, ada: User, acting_as: AskAs
) -> None:
    stay = make_stay(make_person(hafen), ada)
    with acting_as(ada) as actor:
        end_stay(stay=stay, exited_on=TODAY, reason=ExitReason.WORK, today=TODAY, actor=actor)
        correct_stay(
            stay=stay, entered_on=date(2026, 2, 1), exited_on=date(2026, 11, 1), today=TODAY, actor=actor
        )
        corrected = Participation.objects.get(pk=stay.participant_id)
        reopen_stay(stay=stay, today=TODAY, actor=actor)
        reopened = Participation.objects.get(pk=stay.participant_id)
        now = Stay.objects.get(pk=stay.pk)
        verbs = list(
            AuditEntry.objects.filter(subject_id=stay.person_id).order_by("pk").values_list("verb", flat=True)
        )[-2:]

    assert (corrected.entered_on, corrected.exited_on) == (date(2026, 2, 1), date(2026, 11, 1))
    assert (reopened.entered_on, reopened.exited_on) == (date(2026, 2, 1), None)
    assert (now.exited_on, now.exit_reason) == (None, "")
    assert verbs == ["counselling.stay_corrected", "counselling.stay_reopened"]


def test_a_colleague_outside_the_case_team_and_a_second_open_stay_are_refused(
    hafen: Project, ada: User, acting_as: AskAs
) -> None:
    person = make_person(hafen)
    first = make_stay(person, ada)
    with acting_as(ada) as actor:
        end_stay(stay=first, exited_on=date(2026, 4, 1), reason=ExitReason.OTHER, today=TODAY, actor=actor)
    make_stay(person, ada, entered_on=date(2026, 5, 1))
    ali = make_member("Ali", Role.ADVISOR, project=hafen)

    with acting_as(ada) as actor, pytest.raises(CannotCorrect) as second:
        reopen_stay(stay=first, today=TODAY, actor=actor)
    with acting_as(ali) as actor, pytest.raises(CannotCorrect) as outside:
        correct_stay(
            stay=first, entered_on=date(2026, 3, 3), exited_on=date(2026, 4, 1), today=TODAY, actor=actor
        )

    assert list(second.value.problems) == [CorrectionProblem.OTHER_OPEN]
    assert list(outside.value.problems) == [CorrectionProblem.NOT_DECIDED_BY]
    with acting_as(ada):
        kept = Stay.objects.get(pk=first.pk)
        assert (kept.entered_on, kept.exited_on) == (date(2026, 3, 2), date(2026, 4, 1))


def test_the_tab_shows_stays_and_team_and_corrects_them(
    hafen: Project, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    stay = make_stay(make_person(hafen), ada)
    browser = sign_in(ada)
    shown = browser.get(reverse("counselling:stays", args=[stay.person_id])).content.decode()
    days = reverse("counselling:correct_stay", args=[stay.person_id, stay.pk])
    wrong = browser.post(days, {"entered_on": str(timezone.localdate().replace(year=2099))})
    right = browser.post(days, {"entered_on": "2026-02-01"})

    assert days in shown
    assert "Ada" in shown
    assert wrong.status_code == 422
    assert "liegt in der Zukunft" in wrong.content.decode()
    assert right.status_code == 302
    with acting_as(ada):
        assert Stay.objects.get(pk=stay.pk).entered_on == date(2026, 2, 1)
