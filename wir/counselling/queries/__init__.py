"""What pages and other apps ask about stays, contacts and the plan."""

from wir.counselling.queries.plan import goal_or_none, goals_of, step_or_none
from wir.counselling.queries.stays import (
    contacts_of,
    has_open_stay,
    is_stopped,
    last_exit_of,
    open_stay_of,
    people_in_stays,
    stay_on,
    stays_of,
    who_left,
    works_in,
)

__all__ = [
    "contacts_of", "goal_or_none", "goals_of", "has_open_stay", "is_stopped", "last_exit_of", "open_stay_of",
    "people_in_stays", "stay_on", "stays_of", "step_or_none",
    "who_left", "works_in",
]  # fmt: skip
