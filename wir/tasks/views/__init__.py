"""The pages of tasks: HTTP only."""

from wir.tasks.views.lists import tasks
from wir.tasks.views.one import put_off, task
from wir.tasks.views.rows import finish, reopen

__all__ = ["finish", "put_off", "reopen", "task", "tasks"]
