"""What the list of tasks announces to the apps above it; they know what a task was about."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wir.kit.acting import Actor
from wir.tasks.rules import TaskReason


@dataclass(frozen=True, slots=True)
class TaskFinished:
    """Somebody did what was to be done."""

    task_id: UUID
    reason: TaskReason
    network_id: UUID
    subject_id: UUID | None
    done_on: date
    actor: Actor


@dataclass(frozen=True, slots=True)
class TaskReopened:
    """Somebody took back that a task was done."""

    task_id: UUID
    reason: TaskReason
    network_id: UUID
    subject_id: UUID | None
    actor: Actor
