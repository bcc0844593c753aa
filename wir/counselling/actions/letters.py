"""A letter to an authority is written; the trail keeps that, and not what it says."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from wir.counselling import queries
from wir.counselling.models import Matter
from wir.counselling.rules.letters import Letter, Written, letters_for, write
from wir.kit.acting import Actor
from wir.privacy import actions as privacy


class CannotWrite(Exception):
    """The letter does not fit the procedure as it stands."""


@transaction.atomic
def write_letter(*, matter: Matter, letter: Letter, today: date, actor: Actor) -> Written:
    """Return a letter of the person about the procedure, with the facts of the file put in.

    Raises CannotWrite, and records nothing, when it does not fit: an objection without a notice to object to.
    """
    facts = queries.letter_facts(matter, today)
    if letter not in letters_for(facts, today):
        raise CannotWrite(letter)
    privacy.record(
        actor=actor,
        verb="counselling.letter_written",
        network_id=matter.network_id,
        subject_id=matter.person_id,
        letter=letter.value,
    )
    return write(letter, facts, today)
