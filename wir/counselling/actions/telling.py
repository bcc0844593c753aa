"""What a person is sent about an appointment: day, time and place, and never a word of why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from wir.counselling import queries
from wir.counselling.models import Appointment
from wir.counselling.rules import ContactMode
from wir.counselling.rules.appointments import AFAR, AppointmentProblem, reminded_at
from wir.kit.acting import Actor
from wir.people.models import PersonIdentity
from wir.post import actions as post
from wir.post.rules import Channel, Template
from wir.tasks import actions as tasks
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason


class CannotMeet(Exception):
    """The appointment cannot be made or changed like this; ``problems`` says why, ``words`` what tells too much."""

    def __init__(self, problems: Sequence[AppointmentProblem], words: Sequence[str] = ()) -> None:
        super().__init__(", ".join(problems))
        self.problems, self.words = problems, words


@transaction.atomic
def follow_reach(*, person_id: UUID, now: datetime, actor: Actor) -> None:
    """Let what waits to be sent about a person's appointments go to where they are reached now, or to nobody.

    Where nothing can be sent any more, somebody is asked to tell them. It is part of a change that leaves its own line
    in the trail.
    """
    ahead = Appointment.objects.visible_to(actor).filter(person_id=person_id, contact=None, starts_at__gt=now)
    rows = ahead.exclude(channel="").select_related("person__identity").select_for_update(of=("self",))
    for appointment in rows:
        waited = post.call_back(about_id=appointment.pk, now=now, actor=actor)
        appointment.moved += 1  # the same message once more is another one
        if appointment.called_off_at is None:
            news = _unsaid(appointment, actor)
        else:
            news = Template.CANCELLED if waited else None
        if not try_to_tell(appointment=appointment, news=news, now=now, actor=actor) and news:
            _ask_to_tell(appointment, now, actor)
        appointment.save(update_fields=["moved"])


@transaction.atomic
def tell_of_move(*, appointment: Appointment, now: datetime, actor: Actor) -> None:
    """Put the news and a new reminder in the place of what waits; who was not told yet is invited.

    Raises CannotMeet where the person cannot be written to.
    """
    post.call_back(about_id=appointment.pk, now=now, actor=actor)
    knew = queries.was_told(actor, appointment.pk)
    tell(
        appointment=appointment,
        template=Template.MOVED if knew else Template.INVITATION,
        now=now,
        actor=actor,
    )


def _unsaid(appointment: Appointment, actor: Actor) -> Template | None:
    """Return what the person has not heard yet of an appointment as it stands; None where they know."""
    if not queries.was_told(actor, appointment.pk):
        return Template.INVITATION
    return None if queries.knows_latest(actor, appointment.pk) else Template.MOVED


def _ask_to_tell(appointment: Appointment, now: datetime, actor: Actor) -> None:
    """Nobody is told of anything who said no; whoever cannot be written to is told by somebody."""
    today = timezone.localtime(now).date()
    if not queries.is_stopped(appointment.person, today):
        ask_for(appointment=appointment, reason=TaskReason.TELL_PERSON, due_on=today, actor=actor)


@transaction.atomic
def ask_for(*, appointment: Appointment, reason: TaskReason, due_on: date, actor: Actor) -> Task | None:
    """Make a task about an appointment for whoever expects the person; None where the sub-project wants none."""
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


@transaction.atomic
def try_to_tell(*, appointment: Appointment, news: Template | None, now: datetime, actor: Actor) -> bool:
    """Send news, where there are any and the appointment stands also the reminder; say whether that was possible."""
    if not appointment.channel or not _may_be_written_to(appointment, now):
        return False
    try:
        with transaction.atomic():
            if appointment.called_off_at is None:
                tell(appointment=appointment, template=news, now=now, actor=actor)
            elif news:
                _send(appointment, news, now, actor)
    except CannotMeet:
        return False
    return True


def _may_be_written_to(appointment: Appointment, now: datetime) -> bool:
    unsafe = appointment.person.identity.safe_to_write is False
    return not unsafe and not queries.is_stopped(appointment.person, timezone.localtime(now).date())


@transaction.atomic
def tell(*, appointment: Appointment, template: Template | None, now: datetime, actor: Actor) -> None:
    """Send news, where there are any, and let the reminder wait for its hour."""
    if template:
        _send(appointment, template, now, actor)
    reminded = reminded_at(appointment.starts_at, now)
    if reminded and not appointment.is_by_letter:
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
