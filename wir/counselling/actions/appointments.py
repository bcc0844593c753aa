"""Appointments are made, moved and called off; the person is told without a word of why."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from wir.counselling import queries
from wir.counselling.actions.contacts import record_contact
from wir.counselling.actions.telling import CannotMeet, ask_for, tell, tell_of_move, try_to_tell, words_for
from wir.counselling.models import Appointment, Contact
from wir.counselling.rules import ContactMode
from wir.counselling.rules.appointments import (
    AppointmentProblem,
    Calloff,
    interpreter_by,
    obstacles_to_appointment,
)
from wir.kit.acting import Actor
from wir.kit.versions import refuse_if_changed
from wir.kit.violations import refusing
from wir.people.models import Person
from wir.post import actions as post
from wir.post.rules import Channel, Template
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks
from wir.tasks import queries as known_tasks
from wir.tasks.rules import TaskReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """When, how, where and with whom; ``channel`` of None: the person was told, nothing is sent."""

    advisor_id: UUID
    starts_at: datetime
    minutes: int
    mode: ContactMode
    meeting_place: str = ""
    subject: str = ""
    channel: Channel | None = None
    language: str = ""
    interpreter: bool = False


@transaction.atomic
def make_appointment(*, person: Person, meeting: Meeting, now: datetime, actor: Actor) -> Appointment:
    """Expect somebody at a time; the invitation and the reminder go into the outbox, the interpreter is a task.

    Raises CannotMeet, and writes nothing, when a rule stands in the way.
    """
    _check(person, meeting, now)
    appointment = Appointment(**person.place(), person=person)
    _put(appointment, meeting)
    _store(appointment)
    if meeting.interpreter:
        _to_book(appointment, now, actor)
    tell(appointment=appointment, template=Template.INVITATION, now=now, actor=actor)
    _audit(actor, "counselling.appointment_made", appointment)
    return appointment


@transaction.atomic
def move_appointment(
    *, appointment: Appointment, meeting: Meeting, seen: str, now: datetime, actor: Actor
) -> Appointment:
    """Change an appointment; whoever knew of the earlier time learns of the later one, others are invited.

    Nobody is written to, and no interpreter asked again, about what is the same as before. ``seen`` are the marks of
    what was shown (``kit.versions``). Raises ChangedMeanwhile when somebody else changed it since, CannotMeet when a
    rule stands in the way or it is over; writes nothing then.
    """
    appointment = _locked(appointment, actor)
    refuse_if_changed(seen, queries.appointment_values(appointment))
    _check(appointment.person, meeting, now)
    was = copy(appointment)
    _put(appointment, meeting)
    is_news = _as_told(was) != _as_told(appointment)
    if is_news or was.ends_at != appointment.ends_at:
        appointment.moved += 1
    _store(appointment)
    if _as_booked(was) != _as_booked(appointment):
        _book_anew(appointment, now, actor, had=was.interpreter)
    elif appointment.interpreter and was.advisor_id != appointment.advisor_id:
        _hand_booking_on(appointment, now, actor)
    if is_news:
        tell_of_move(appointment=appointment, now=now, actor=actor)
    _audit(actor, "counselling.appointment_moved", appointment)
    return appointment


@transaction.atomic
def call_off(*, appointment: Appointment, by: Calloff, now: datetime, actor: Actor) -> bool:
    """Say that an appointment does not take place; whoever knew of it is told, unless they said so themselves.

    Returns whether the person knows: False where nothing can be sent and somebody has to tell them. Raises CannotMeet,
    and writes nothing, when it is over.
    """
    appointment = _locked(appointment, actor)
    post.call_back(about_id=appointment.pk, now=now, actor=actor)
    knew = queries.was_told(actor, appointment.pk) or not appointment.channel
    appointment.called_off_at, appointment.called_off = now, by.value
    appointment.save(update_fields=["called_off_at", "called_off"])
    if appointment.interpreter:
        _not_to_book(appointment, now, actor)
    _audit(actor, "counselling.appointment_called_off", appointment)
    if by is Calloff.BY_PERSON or not knew or appointment.starts_at <= now:
        return True
    return try_to_tell(appointment=appointment, news=Template.CANCELLED, now=now, actor=actor)


@transaction.atomic
def record_missed(*, appointment: Appointment, now: datetime, actor: Actor) -> Contact:
    """Put down that the person did not come.

    Raises CannotMeet, and writes nothing, when it is over or still to come.
    """
    appointment = _locked(appointment, actor)
    if appointment.starts_at > now:
        raise CannotMeet([AppointmentProblem.NOT_YET])
    return record_contact(
        person=appointment.person,
        on=timezone.localtime(appointment.starts_at).date(),
        minutes=0,
        mode=ContactMode(appointment.mode),
        language="",
        interpreter=False,
        topics=[],
        note="",
        came=False,
        appointment=appointment,
        today=timezone.localtime(now).date(),
        actor=actor,
    )


def _locked(appointment: Appointment, actor: Actor) -> Appointment:
    rows = (
        Appointment.objects.visible_to(actor)
        .select_related("person__identity")
        .select_for_update(of=("self",))
    )
    locked = rows.get(pk=appointment.pk)
    if locked.called_off_at or locked.contact_id:
        raise CannotMeet([AppointmentProblem.OVER])
    return locked


def _check(person: Person, meeting: Meeting, now: datetime) -> None:
    today = timezone.localtime(now).date()
    starts_on = timezone.localtime(meeting.starts_at).date()
    problems = obstacles_to_appointment(
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        now=now,
        place=meeting.meeting_place.strip(),
        mode=meeting.mode,
        invited=meeting.channel is not None,
        unsafe=person.identity.safe_to_write is False,
        stopped=queries.is_stopped(person, today),
        at_work=queries.works_in(person.project_id, meeting.advisor_id, starts_on),
    )
    if problems:
        raise CannotMeet(problems)


def _put(appointment: Appointment, meeting: Meeting) -> None:
    appointment.advisor_id = meeting.advisor_id
    appointment.starts_at = meeting.starts_at
    appointment.ends_at = meeting.starts_at + timedelta(minutes=meeting.minutes)
    appointment.mode, appointment.subject = meeting.mode.value, meeting.subject.strip()
    appointment.meeting_place = meeting.meeting_place.strip()
    appointment.channel = meeting.channel.value if meeting.channel else ""
    appointment.language, appointment.interpreter = meeting.language, meeting.interpreter


def _store(appointment: Appointment) -> None:
    """Save it; that nobody is in two places at once, the database says."""
    with refusing("appointment_one_at_a_time", CannotMeet([AppointmentProblem.TAKEN])):
        appointment.save()


def _as_told(appointment: Appointment) -> tuple[object, ...]:
    """Return what the person learns of an appointment."""
    return (*words_for(appointment).values(), appointment.mode, appointment.channel, appointment.language)


def _as_booked(appointment: Appointment) -> tuple[object, ...] | None:
    """Return what an interpreter is booked for; None without one."""
    if not appointment.interpreter:
        return None
    return (appointment.starts_at, appointment.ends_at, appointment.mode, appointment.meeting_place)


def _book_anew(appointment: Appointment, now: datetime, actor: Actor, *, had: bool) -> None:
    if had:
        _not_to_book(appointment, now, actor)
    if appointment.interpreter:
        _to_book(appointment, now, actor)


def _hand_booking_on(appointment: Appointment, now: datetime, actor: Actor) -> None:
    """Let an open booking be the task of whoever expects the person now; what is booked stays booked."""
    task = known_tasks.task_or_none(actor, appointment.task_id) if appointment.task_id else None
    if task and task.done_on is None:
        _book_anew(appointment, now, actor, had=True)


def _to_book(appointment: Appointment, now: datetime, actor: Actor) -> None:
    due_on = interpreter_by(timezone.localtime(appointment.starts_at).date(), timezone.localtime(now).date())
    task = ask_for(appointment=appointment, reason=TaskReason.BOOK_INTERPRETER, due_on=due_on, actor=actor)
    appointment.task_id = task.pk if task else None
    appointment.save(update_fields=["task_id"])


def _not_to_book(appointment: Appointment, now: datetime, actor: Actor) -> None:
    """Take the task back; where it was done, somebody expects to interpret and has to be told."""
    task = known_tasks.task_or_none(actor, appointment.task_id) if appointment.task_id else None
    today = timezone.localtime(now).date()
    if task and task.done_on is None:
        tasks.finish_task(task=task, done_on=today, actor=actor)
    elif task:
        ask_for(appointment=appointment, reason=TaskReason.TELL_INTERPRETER, due_on=today, actor=actor)


def _audit(actor: Actor, verb: str, appointment: Appointment) -> None:
    privacy.record(
        actor=actor, verb=verb, network_id=appointment.network_id, subject_id=appointment.person_id
    )
