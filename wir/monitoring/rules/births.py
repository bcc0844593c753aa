"""Birth dates without day or month: they count where no figure hangs on what is missing, else they are a gap."""

from datetime import date

from wir.kit.births import Birth
from wir.monitoring.rules.outputs import ADULT_AT, OLDER_FROM, YOUNG_UP_TO
from wir.monitoring.rules.profiles import EC

AGES = (EC.minimum_age, ADULT_AT, EC.long_term_age, YOUNG_UP_TO + 1, OLDER_FROM)
"""Ages at which an indicator changes."""


def birth_for_figures(birth: Birth | None, entered_on: date) -> date | None:
    """Return the birth date, or the first day that it can have been where every figure is the same for all of them."""
    if birth is None or any(birth.reached(age, entered_on) is None for age in AGES):
        return None
    return birth.first
