from datetime import date

import pytest

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.aftercare import actions, queries
from wir.aftercare.models import CheckIn
from wir.aftercare.rules import CheckInProblem, Outcome
from wir.people.models import Person
from wir.placement.actions import end_spell
from wir.placement.models import Spell
from wir.placement.rules import EndReason
from wir.privacy.models import AuditEntry
from wir.tasks.models import Task

PLANNED = [
    ("first_week", date(2026, 9, 8)),
    ("four_weeks", date(2026, 9, 29)),
    ("probation_ends", date(2026, 11, 17)),
    ("three_months", date(2026, 12, 1)),
    ("six_months", date(2027, 3, 1)),
]


def test_a_start_plans_the_check_ins_as_tasks_of_the_advisor(
    spell: Spell, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        check_ins = list(queries.check_ins_of(actor, yusuf.pk))
        tasks = {task.pk: task for task in Task.objects.all()}
        assert AuditEntry.objects.get(verb="aftercare.check_ins_planned").detail["number"] == 5

    assert [(one.kind, one.due_on) for one in check_ins] == PLANNED
    assert [one.spell_id for one in check_ins] == [spell.pk] * 5
    for one in check_ins:
        assert one.task_id is not None
        task = tasks[one.task_id]
        assert (task.reason, task.due_on, task.subject_id) == (one.kind, one.due_on, yusuf.pk)
        assert task.assignee_id == ada.pk
        assert task.link == f"/faelle/{yusuf.pk}/begleitung/{one.pk}/"


def test_an_end_cancels_what_is_due_later_and_finishes_its_tasks(
    spell: Spell, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        end_spell(spell=spell, ends_on=date(2026, 11, 17), reason=EndReason.OWN_WISH, actor=actor)
        cancelled = CheckIn.objects.exclude(cancelled_on=None).order_by("due_on")

        assert [one.kind for one in cancelled] == ["probation_ends", "three_months", "six_months"]
        assert {one.cancelled_on for one in cancelled} == {date(2026, 11, 17)}
        assert set(Task.objects.open().values_list("reason", flat=True)) == {"first_week", "four_weeks"}
        assert AuditEntry.objects.get(verb="aftercare.check_ins_cancelled").detail["number"] == 3


def test_a_check_in_is_held_and_its_task_is_done(first_week: CheckIn, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        held = actions.hold_check_in(
            check_in=first_week, held_on=date(2026, 9, 9), outcome=Outcome.FINE, today=TODAY, actor=actor
        )

        assert (held.held_on, held.outcome) == (date(2026, 9, 9), "fine")
        assert Task.objects.get(reason=first_week.kind).done_on == date(2026, 9, 9)
        assert AuditEntry.objects.get(verb="aftercare.check_in_held").subject_id == first_week.person_id


def test_somebody_not_reached_is_reached_later_but_a_talk_is_put_down_once(
    first_week: CheckIn, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        for outcome in (Outcome.NOT_REACHED, Outcome.DIFFICULT):
            actions.hold_check_in(
                check_in=first_week, held_on=TODAY, outcome=outcome, today=TODAY, actor=actor
            )

        with pytest.raises(actions.CannotHold) as refusal:
            actions.hold_check_in(
                check_in=first_week, held_on=TODAY, outcome=Outcome.FINE, today=TODAY, actor=actor
            )

        assert refusal.value.problems == [CheckInProblem.ALREADY_HELD]
        assert CheckIn.objects.get(pk=first_week.pk).outcome == "difficult"
        assert AuditEntry.objects.filter(verb="aftercare.check_in_held").count() == 2


def test_a_talk_in_the_future_is_refused_and_nothing_is_written(
    first_week: CheckIn, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotHold) as refusal:
            actions.hold_check_in(
                check_in=first_week,
                held_on=date(2026, 11, 25),
                outcome=Outcome.FINE,
                today=TODAY,
                actor=actor,
            )

        assert refusal.value.problems == [CheckInProblem.IN_FUTURE]
        assert CheckIn.objects.get(pk=first_week.pk).held_on is None
        assert Task.objects.get(reason=first_week.kind).done_on is None
        assert not AuditEntry.objects.filter(verb="aftercare.check_in_held").exists()


def test_others_see_no_check_in_even_without_a_filter(
    first_week: CheckIn, bela: User, cem: User, acting_as: AskAs
) -> None:
    for stranger in (bela, cem):
        with acting_as(stranger) as actor:
            assert queries.check_in_or_none(actor, first_week.person_id, first_week.pk) is None
            assert not CheckIn.objects.exists()
