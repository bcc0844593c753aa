"""Conversations are put down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from wir.counselling import queries, rules
from wir.counselling.events import ContactRecorded
from wir.counselling.models import Contact, ContactNote
from wir.counselling.rules import ContactMode, ContactProblem, Topic
from wir.kit import events
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy


class CannotRecord(Exception):
    """The contact cannot be put down like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[ContactProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def record_contact(
    *,
    person: Person,
    on: date,
    minutes: int,
    mode: ContactMode,
    language: str,
    interpreter: bool,
    topics: Iterable[Topic],
    note: str,
    today: date,
    actor: Actor,
) -> Contact:
    """Put a conversation down, under the stay that held its day; first talks before an entry have none.

    A machine that puts contacts down does so in the name of the stay's advisor. The note is a row of its own,
    which the case team alone may read. Of somebody who took the consent back, day, minutes and mode alone are kept.

    Raises CannotRecord, and writes nothing, when a rule stands in the way.
    """
    note, topics = note.strip(), set(topics)
    stay = queries.stay_on(actor, person.pk, on)
    spoke = actor.id or (stay.advisor_id if stay else None)
    problems = rules.obstacles_to_contact(
        on=on,
        today=today,
        minutes=minutes,
        note=note,
        in_team=person.pk in actor.team,
        spoken=spoke is not None,
        beyond_consent=bool(note or topics) and queries.is_stopped(person, today),
    )
    if problems or spoke is None:
        raise CannotRecord(problems)

    contact = Contact.objects.create(
        **person.place(),
        person=person,
        stay=stay,
        by_id=spoke,
        on=on,
        minutes=minutes,
        mode=mode.value,
        language=language,
        interpreter=interpreter,
        topics=sorted(topic.value for topic in topics),
        has_note=bool(note),
    )
    if note:
        ContactNote.objects.create(**person.place(), contact=contact, person=person, text=note)
    privacy.record(
        actor=actor,
        verb="counselling.contact_recorded",
        network_id=person.network_id,
        subject_id=person.pk,
        minutes=minutes,
    )
    events.publish(
        ContactRecorded(
            person_id=person.pk,
            participant_id=person.participant_id,
            network_id=person.network_id,
            on=on,
            minutes=minutes,
        )
    )
    return contact
