"""What a person is sent about an appointment: day, time and place, and never a word of why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from wir.counselling import queries
from wir.counselling.models import Appointment
from wir.counselling.rules import ContactMode
from wir.counselling.rules.appointments import AFAR, AppointmentProblem, reminded_at
from wir.kit.acting import Actor
from wir.people.models import PersonIdentity
from wir.post import actions as post
from wir.post.rules import Channel, Template


class CannotMeet(Exception):
    """The appointment cannot be made or changed like this; ``problems`` says why, ``words`` what tells too much."""

    def __init__(self, problems: Sequence[AppointmentProblem], words: Sequence[str] = ()) -> None:
        super().__init__(", ".join(problems))
        self.problems, self.words = problems, words


@transaction.atomic
def follow_reach(*, person_id: UUID, now: datetime, actor: Actor) -> None:
    """Let what waits to be sent about a person's appointments go to where they are reached now, or to nobody.

    It is part of a change that leaves its own line in the trail.
    """
    ahead = Appointment.objects.visible_to(actor).open().filter(person_id=person_id, starts_at__gt=now)
    rows = ahead.exclude(channel="").select_related("person__identity").select_for_update(of=("self",))
    for appointment in rows:
        write_anew(appointment=appointment, news=None, now=now, actor=actor)


@transaction.atomic
def write_anew(*, appointment: Appointment, news: Template | None, now: datetime, actor: Actor) -> None:
    """Put messages in the place of those that wait: ``news`` or the invitation, and the reminder.

    Where the person cannot be written to any more, nothing is sent; with news that is a refusal.
    """
    post.call_back(about_id=appointment.pk, now=now, actor=actor)
    knew = queries.was_told(actor, appointment.pk)
    appointment.moved += 1
    template = news if knew else Template.INVITATION
    if news:
        tell(appointment=appointment, template=template, now=now, actor=actor)
    elif not _is_told(appointment, template, now, actor):
        appointment.channel = ""
    appointment.save(update_fields=["moved", "channel"])


def _is_told(appointment: Appointment, template: Template | None, now: datetime, actor: Actor) -> bool:
    if not _may_be_written_to(appointment, now):
        return False
    try:
        with transaction.atomic():
            tell(appointment=appointment, template=template, now=now, actor=actor)
    except CannotMeet:
        return False
    return True


@transaction.atomic
def try_to_send(*, appointment: Appointment, template: Template, now: datetime, actor: Actor) -> bool:
    """Send what nobody can be kept from doing; say whether it could be sent."""
    if not appointment.channel or not _may_be_written_to(appointment, now):
        return False
    try:
        with transaction.atomic():
            _send(appointment, template, now, actor)
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
