"""What counselling does when something happens below it."""

from django.utils import timezone

from wir.counselling import actions, queries
from wir.kit.events import on
from wir.network import actions as network
from wir.network.rules import Scope
from wir.people.events import ReachCorrected
from wir.privacy.events import ConsentGiven, ConsentRefused, ConsentWithdrawn
from wir.privacy.rules import Purpose
from wir.tasks.events import TaskFinished, TaskReopened
from wir.tasks.rules import TaskReason


@on(TaskFinished)
def finish_the_step(event: TaskFinished) -> None:
    """A step ticked off in the list of tasks is done in the plan too."""
    if event.reason is TaskReason.STEP:
        actions.follow_task(task_id=event.task_id, done_on=event.done_on, actor=event.actor)


@on(TaskReopened)
def reopen_the_step(event: TaskReopened) -> None:
    """A step taken back in the list of tasks is open in the plan again."""
    if event.reason is TaskReason.STEP:
        actions.follow_task(task_id=event.task_id, done_on=None, actor=event.actor)


@on(ReachCorrected)
def write_to_where_they_are_reached(event: ReachCorrected) -> None:
    """What waits to be sent goes to the new address, or to nobody where it is not safe to write."""
    actions.follow_reach(person_id=event.person_id, now=timezone.now(), actor=event.actor)


@on(ConsentWithdrawn)
def write_no_more(event: ConsentWithdrawn) -> None:
    """Nobody is reminded of counselling who does not want it any longer."""
    if event.purpose is Purpose.COUNSELLING:
        actions.follow_reach(person_id=event.subject_id, now=timezone.now(), actor=event.actor)


@on(ConsentRefused)
def write_nothing(event: ConsentRefused) -> None:
    """Nor who said no from the beginning."""
    if event.purpose is Purpose.COUNSELLING:
        actions.follow_reach(person_id=event.subject_id, now=timezone.now(), actor=event.actor)


@on(ConsentGiven)
def open_the_notes_again(event: ConsentGiven) -> None:
    """Somebody who said yes again while the stay goes on has their advisor as case team again."""
    stay = queries.open_stay_of(event.actor, event.subject_id)
    if event.purpose is Purpose.COUNSELLING and stay:
        network.open_file(
            place=stay.place(),
            subject_id=stay.person_id,
            scope=Scope.CASE_TEAM,
            grantee_id=stay.advisor_id,
            cause="stay",
            from_on=event.given_on,
            actor=event.actor,
        )
