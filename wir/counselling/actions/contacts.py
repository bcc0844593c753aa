"""Conversations are put down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse

from wir.counselling import queries, rules
from wir.counselling.events import ContactRecorded
from wir.counselling.models import Appointment, Contact, ContactNote, GroupSession
from wir.counselling.rules import ContactMode, ContactProblem, Topic
from wir.kit import events
from wir.kit.acting import Actor
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks
from wir.tasks.rules import TaskReason


class CannotRecord(Exception):
    """The contact cannot be put down like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[ContactProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is to be done after a conversation, and by which day."""

    title: str
    due_on: date | None


NOTHING_FOLLOWS = FollowUp("", None)


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
    came: bool = True,
    follow_up: FollowUp = NOTHING_FOLLOWS,
    appointment: Appointment | None = None,
    session: GroupSession | None = None,
) -> Contact:
    """Put a conversation down, under the stay that held its day; first talks before an entry have none.

    A machine that puts contacts down does so in the name of the stay's advisor. The note is a row of its own,
    which the case team alone may read. Of somebody who took the consent back, day, minutes and mode alone are kept.
    That somebody did not come is put down with no minutes; ``follow_up`` becomes a task of whoever spoke.
    An ``appointment`` is closed by it; ``session`` is the conversation with several people that it was part of.

    Raises CannotRecord, and writes nothing, when a rule stands in the way.
    """
    note, topics = note.strip(), set(topics)
    stay = queries.stay_on(actor, person.pk, on)
    spoke = actor.id or (stay.advisor_id if stay else None)
    problems = rules.obstacles_to_contact(
        on=on,
        today=today,
        minutes=minutes,
        came=came,
        note=note,
        in_team=person.pk in actor.team,
        spoken=spoke is not None,
        beyond_consent=bool(note or topics) and queries.is_stopped(person, today),
    )
    problems += rules.obstacles_to_follow_up(
        title=follow_up.title.strip(), due_on=follow_up.due_on, today=today
    )
    expected = _expected(appointment, actor)
    problems += [ContactProblem.APPOINTMENT_OVER] if appointment and not expected else []
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
        came=came,
        has_note=bool(note),
        session=session,
    )
    if expected:
        expected.contact = contact
        expected.save(update_fields=["contact"])
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
    if follow_up.due_on:
        tasks.add_task(
            place=(person.network_id, person.project_id),
            subject_id=person.pk,
            assignee_id=spoke,
            reason=TaskReason.OWN,
            title=follow_up.title,
            due_on=follow_up.due_on,
            link=reverse("counselling:contacts", args=[person.pk]),
            actor=actor,
        )
    return contact


def _expected(appointment: Appointment | None, actor: Actor) -> Appointment | None:
    """Return the appointment, locked, unless somebody has said meanwhile what came of it."""
    if appointment is None:
        return None
    return Appointment.objects.visible_to(actor).open().select_for_update().filter(pk=appointment.pk).first()
