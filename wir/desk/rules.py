"""How much work a running case is likely to be, and what it lacks; the house's own rules, from facts alone."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

ENTRY_TIME = timedelta(days=90)
"""Getting to know somebody, the plan and the answers for ESF Plus: the first three months."""


class Lack(StrEnum):
    """What a running case is without."""

    PLAN = "plan"
    CONTACT = "contact"
    CONSENT = "consent"
    ENTRY_FACTS = "entry_facts"


def weight_of(*, entered_on: date, is_placed: bool, today: date) -> int:
    """Return the weight of a running case: 3 in its first three months, 1 while in work or school, else 2."""
    if today - entered_on < ENTRY_TIME:
        return 3
    return 1 if is_placed else 2


def lacks_of(
    *, has_plan: bool, agreed: bool, wants_entry_facts: bool, silent_days: int, most_days: int | None
) -> frozenset[Lack]:
    """Return what a running case lacks; ``most_days`` without a contact are the sub-project's choice, None for none."""
    holds = {
        Lack.PLAN: not has_plan,
        Lack.CONTACT: most_days is not None and silent_days >= max(most_days, 1),
        Lack.CONSENT: not agreed,
        Lack.ENTRY_FACTS: wants_entry_facts,
    }
    return frozenset(lack for lack, held in holds.items() if held)
