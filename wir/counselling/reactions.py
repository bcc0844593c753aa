"""What counselling does when something happens below it."""

from wir.counselling import actions
from wir.kit.events import on
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
