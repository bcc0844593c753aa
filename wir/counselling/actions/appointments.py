"""Appointments are made, moved and called off; the person is told without a word of why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from secrets import token_urlsafe
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from wir.counselling import queries
from wir.counselling.actions.contacts import record_contact
from wir.counselling.models import Appointment, CalendarFeed, Contact
from wir.counselling.rules import ContactMode
from wir.counselling.rules.appointments import (
    AFAR,
    AppointmentProblem,
    Calloff,
    interpreter_by,
    obstacles_to_appointment,
    reminded_at,
)
from wir.kit.acting import Actor
from wir.network.queries import hash_of
from wir.people.models import Person, PersonIdentity
from wir.post import actions as post
from wir.post.rules import Channel, Template
from wir.privacy import actions as privacy
from wir.tasks import actions as tasks
from wir.tasks import queries as known_tasks
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason

_ONE_AT_A_TIME = "appointment_one_at_a_time"


class CannotMeet(Exception):
    """The appointment cannot be made or changed like this; ``problems`` says why, ``words`` what tells too much."""

    def __init__(self, problems: Sequence[AppointmentProblem], words: Sequence[str] = ()) -> None:
        super().__init__(", ".join(problems))
        self.problems, self.words = problems, words


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
    _write(appointment, meeting)
    if meeting.interpreter:
        _to_book(appointment, now, actor)
    _tell(appointment, Template.INVITATION, now, actor)
    _audit(actor, "counselling.appointment_made", appointment)
    return appointment


@transaction.atomic
def move_appointment(
    *, appointment: Appointment, meeting: Meeting, now: datetime, actor: Actor
) -> Appointment:
    """Change an appointment; whoever knew of the earlier time learns of the later one, others are invited.

    Raises CannotMeet, and writes nothing, when a rule stands in the way or it is over.
    """
    appointment = _locked(appointment, actor)
    _check(appointment.person, meeting, now)
    knew = queries.was_told(actor, appointment.pk)
    had_interpreter = appointment.interpreter
    post.call_back(about_id=appointment.pk, now=now, actor=actor)
    appointment.moved += 1
    _write(appointment, meeting)
    if had_interpreter:
        _not_to_book(appointment, now, actor)
    if meeting.interpreter:
        _to_book(appointment, now, actor)
    _tell(appointment, Template.MOVED if knew else Template.INVITATION, now, actor)
    _audit(actor, "counselling.appointment_moved", appointment)
    return appointment


@transaction.atomic
def call_off(*, appointment: Appointment, by: Calloff, now: datetime, actor: Actor) -> Appointment:
    """Say that an appointment does not take place; whoever knew of it is told, unless they said so themselves.

    Raises CannotMeet, and writes nothing, when it is over.
    """
    appointment = _locked(appointment, actor)
    knew = queries.was_told(actor, appointment.pk)
    post.call_back(about_id=appointment.pk, now=now, actor=actor)
    appointment.called_off_at, appointment.called_off = now, by.value
    appointment.save(update_fields=["called_off_at", "called_off"])
    if appointment.interpreter:
        _not_to_book(appointment, now, actor)
    if knew and by is Calloff.BY_US and appointment.starts_at > now:
        _send(appointment, Template.CANCELLED, now, actor)
    _audit(actor, "counselling.appointment_called_off", appointment)
    return appointment


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


@transaction.atomic
def make_feed(*, now: datetime, actor: Actor) -> str:
    """Return a new secret for the actor's calendar feed; an earlier address ends. The database keeps only a hash.

    Raises CannotMeet, and writes nothing, for who has no calendar.
    """
    if actor.id is None:
        raise CannotMeet([AppointmentProblem.NOT_A_COLLEAGUE])
    token = token_urlsafe(32)
    CalendarFeed.objects.visible_to(actor).delete()
    CalendarFeed.objects.create(user_id=actor.id, token_hash=hash_of(token), made_at=now)
    privacy.record(actor=actor, verb="counselling.feed_made", network_id=None)
    return token


@transaction.atomic
def end_feed(*, actor: Actor) -> None:
    """Let the address of the actor's calendar feed end."""
    CalendarFeed.objects.visible_to(actor).delete()
    privacy.record(actor=actor, verb="counselling.feed_ended", network_id=None)


def _locked(appointment: Appointment, actor: Actor) -> Appointment:
    rows = Appointment.objects.visible_to(actor).select_for_update(of=("self",)).select_related("person")
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


def _write(appointment: Appointment, meeting: Meeting) -> None:
    """Store it; that nobody is in two places at once, the database says."""
    appointment.advisor_id = meeting.advisor_id
    appointment.starts_at = meeting.starts_at
    appointment.ends_at = meeting.starts_at + timedelta(minutes=meeting.minutes)
    appointment.mode, appointment.subject = meeting.mode.value, meeting.subject.strip()
    appointment.meeting_place = meeting.meeting_place.strip()
    appointment.channel = meeting.channel.value if meeting.channel else ""
    appointment.language, appointment.interpreter = meeting.language, meeting.interpreter
    try:
        with transaction.atomic():
            appointment.save()
    except IntegrityError as refusal:
        if _ONE_AT_A_TIME not in str(refusal):
            raise
        raise CannotMeet([AppointmentProblem.TAKEN]) from refusal


def _tell(appointment: Appointment, template: Template, now: datetime, actor: Actor) -> None:
    _send(appointment, template, now, actor)
    reminded = reminded_at(appointment.starts_at, now)
    if reminded and appointment.channel != Channel.LETTER.value:
        _send(appointment, Template.REMINDER, now, actor, not_before=reminded)


def _send(
    appointment: Appointment,
    template: Template,
    now: datetime,
    actor: Actor,
    *,
    not_before: datetime | None = None,
) -> None:
    if not appointment.channel:
        return
    channel = Channel(appointment.channel)
    message = post.NewMessage(
        network_id=appointment.network_id,
        project_id=appointment.project_id,
        subject_id=appointment.person_id,
        channel=channel,
        template=template,
        language=appointment.language,
        recipient=_recipient(appointment.person.identity, channel),
        about_id=appointment.pk,
        key=f"appointment/{appointment.pk}/{appointment.moved}/{template.value}",
        values=words_for(appointment),
        not_before=not_before,
        until=appointment.starts_at,
    )
    try:
        post.queue(message=message, now=now, actor=actor)
    except post.CannotQueue as refusal:
        problems = [AppointmentProblem(problem.value) for problem in refusal.problems]
        raise CannotMeet(problems, refusal.words) from refusal


def words_for(appointment: Appointment) -> Mapping[str, str]:
    """Return the values of the messages about an appointment: day, time, place, and nothing else."""
    local = timezone.localtime(appointment.starts_at)
    place = appointment.meeting_place or AFAR.get(ContactMode(appointment.mode), "")
    return {"day": f"{local:%d.%m.%Y}", "time": f"{local:%H:%M}", "place": place}


def _recipient(identity: PersonIdentity, channel: Channel) -> str:
    return {Channel.SMS: identity.phone, Channel.MAIL: identity.email}.get(channel, "")


def _to_book(appointment: Appointment, now: datetime, actor: Actor) -> None:
    due_on = interpreter_by(timezone.localtime(appointment.starts_at).date(), timezone.localtime(now).date())
    task = _task(appointment, TaskReason.BOOK_INTERPRETER, due_on, actor)
    appointment.task_id = task.pk if task else None
    appointment.save(update_fields=["task_id"])


def _not_to_book(appointment: Appointment, now: datetime, actor: Actor) -> None:
    """Take the task back; where it was done, somebody expects to interpret and has to be told."""
    task = known_tasks.task_or_none(actor, appointment.task_id) if appointment.task_id else None
    today = timezone.localtime(now).date()
    if task and task.done_on is None:
        tasks.finish_task(task=task, done_on=today, actor=actor)
    elif task:
        _task(appointment, TaskReason.TELL_INTERPRETER, today, actor)


def _task(appointment: Appointment, reason: TaskReason, due_on: date, actor: Actor) -> Task | None:
    return tasks.remind(
        place=(appointment.network_id, appointment.project_id),
        subject_id=appointment.person_id,
        assignee_id=appointment.advisor_id,
        reason=reason,
        title="",
        due_on=due_on,
        link=reverse("counselling:appointment", args=[appointment.person_id, appointment.pk]),
        actor=actor,
    )


def _audit(actor: Actor, verb: str, appointment: Appointment) -> None:
    privacy.record(
        actor=actor, verb=verb, network_id=appointment.network_id, subject_id=appointment.person_id
    )
