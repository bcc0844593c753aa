"""Tasks are made by people and by the house, changed, put off, finished and taken back."""

from wir.tasks.actions.automatic import CannotSetRule, remind, set_rule
from wir.tasks.actions.doing import CannotAddTask, CannotFinishTask, add_task, finish_task, reopen_task
from wir.tasks.actions.planning import CannotChangeTask, Plan, change_task, note_for_later, pass_on, put_off

__all__ = [
    "CannotAddTask",
    "CannotChangeTask",
    "CannotFinishTask",
    "CannotSetRule",
    "Plan",
    "add_task",
    "change_task",
    "finish_task",
    "note_for_later",
    "pass_on",
    "put_off",
    "remind",
    "reopen_task",
    "set_rule",
]
