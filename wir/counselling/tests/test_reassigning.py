"""Running cases go to another advisor: notes, tasks and all, or not at all."""

from __future__ import annotations

import pytest

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.actions import CannotReassign, reassign_cases
from wir.counselling.models import ContactNote, Stay
from wir.counselling.rules import ReassignProblem
from wir.counselling.tests.make import make_contact
from wir.kit.ids import new_id
from wir.network.models import Project
from wir.privacy.models import AuditEntry
from wir.tasks.models import Task
from wir.tasks.tests.make import make_task


def test_the_head_gives_cases_on_with_notes_and_open_tasks(
    ada: User, hanna: User, hafen: Project, acting_as: AskAs
) -> None:
    stays = [make_stay(make_person(hafen, family_names=name), ada) for name in ("Demir", "Okafor")]
    make_contact(stays[0].person, ada, note="said in confidence")
    place = (hafen.network_id, hafen.pk)
    about = make_task(ada, place=place, subject_id=stays[0].person_id)
    own = make_task(ada, place=place)
    for user, notes in ((ada, 1), (hanna, 0)):
        with acting_as(user):
            assert ContactNote.objects.count() == notes

    with acting_as(hanna) as actor:
        given = reassign_cases(
            stay_ids=[stay.pk for stay in stays], advisor_id=hanna.pk, today=TODAY, actor=actor
        )
        assert {stay.advisor_id for stay in given} == {hanna.pk}
        lines = AuditEntry.objects.filter(verb="counselling.case_reassigned")
        assert {line.subject_id for line in lines} == {stay.person_id for stay in stays}
        assert lines.count() == 2

    for user, notes in ((ada, 0), (hanna, 1)):
        with acting_as(user):
            assert ContactNote.objects.count() == notes
            assert dict(Task.objects.values_list("pk", "assignee_id")) == {about.pk: hanna.pk, own.pk: ada.pk}


def test_what_cannot_be_given_on_says_why_and_changes_nothing(
    ada: User, bela: User, hanna: User, hafen: Project, acting_as: AskAs
) -> None:
    mine, hers = (
        make_stay(make_person(hafen, family_names=name), who) for name, who in (("A", ada), ("B", hanna))
    )
    refusals = (
        (ada, [mine.pk, hers.pk], hanna.pk, [ReassignProblem.NOT_YOURS, ReassignProblem.SAME_ADVISOR]),
        (hanna, [mine.pk, new_id()], hanna.pk, [ReassignProblem.NOT_YOURS]),
        (hanna, [mine.pk], bela.pk, [ReassignProblem.NOT_THERE]),
        (bela, [mine.pk], bela.pk, [ReassignProblem.NOT_YOURS]),
    )
    for who, stay_ids, advisor_id, problems in refusals:
        with acting_as(who) as actor, pytest.raises(CannotReassign) as refusal:
            reassign_cases(stay_ids=stay_ids, advisor_id=advisor_id, today=TODAY, actor=actor)
        assert refusal.value.problems == problems
    with acting_as(ada):
        assert dict(Stay.objects.values_list("pk", "advisor_id")) == {mine.pk: ada.pk, hers.pk: hanna.pk}
        assert not AuditEntry.objects.filter(verb="counselling.case_reassigned").exists()
