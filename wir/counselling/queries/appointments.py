"""What pages ask about appointments."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection
from django.utils import timezone

from wir.counselling.models import Appointment, AppointmentQuerySet, CalendarFeed
from wir.counselling.rules.appointments import FeedEntry
from wir.kit.compiled import compiled
from wir.network.queries import hash_of
from wir.post import queries as post
from wir.post.rules import MessageState, Template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wir.kit.acting import Actor

FED_SINCE = timedelta(days=31)
"""So far back a calendar program is told of appointments."""


def appointments_of(actor: Actor, person_id: UUID) -> AppointmentQuerySet:
    """Return a person's appointments, the latest first."""
    rows = Appointment.objects.visible_to(actor).filter(person_id=person_id)
    return rows.select_related("advisor", "contact").order_by("-starts_at", "-id")


def appointment_or_none(actor: Actor, person_id: UUID, appointment_id: UUID) -> Appointment | None:
    """Return one appointment of the person."""
    rows = appointments_of(actor, person_id).select_related("person__identity")
    return rows.filter(pk=appointment_id).first()


def appointment_values(appointment: Appointment) -> dict[str, object]:
    """Return an appointment by the fields of its form."""
    local = timezone.localtime(appointment.starts_at)
    return {
        "on": local.date(),
        "at": local.time(),
        "minutes": (appointment.ends_at - appointment.starts_at) // timedelta(minutes=1),
        "mode": appointment.mode,
        "meeting_place": appointment.meeting_place,
        "subject": appointment.subject,
        "advisor": str(appointment.advisor_id),
        "interpreter": appointment.interpreter,
        "channel": appointment.channel,
        "language": appointment.language,
    }


def appointments_between(
    actor: Actor, first: date, last: date, *, advisor_id: UUID | None
) -> AppointmentQuerySet:
    """Return the appointments of the days from first to last, of one advisor or of all, in the order of the day."""
    since, until = _midnight(first), _midnight(last + timedelta(days=1))
    rows = Appointment.objects.visible_to(actor).standing().between(since, until)
    if advisor_id:
        rows = rows.filter(advisor_id=advisor_id)
    return rows.select_related("advisor").order_by("starts_at", "id")


def appointments_to_close(actor: Actor, today: date) -> list[Appointment]:
    """Return the actor's appointments up to today of which nobody has said what came of them, the earliest first.

    Of very many it is the latest: today's never hide behind old ones.
    """
    return _open_before(actor, actor.id, _midnight(today + timedelta(days=1)))[::-1]


@compiled
def _open_before(actor: Actor, advisor_id: UUID | None, moment: datetime) -> AppointmentQuerySet:
    rows = Appointment.objects.visible_to(actor).open().filter(advisor_id=advisor_id, starts_at__lt=moment)
    return rows.select_related("person__identity").order_by("-starts_at", "-id")[:100]


def last_place_of(actor: Actor, project_id: UUID) -> str:
    """Return where the actor met somebody last: most often they meet at the same place again."""
    rows = Appointment.objects.visible_to(actor).filter(advisor_id=actor.id, project_id=project_id)
    found = rows.exclude(meeting_place="").order_by("-id").values_list("meeting_place", flat=True).first()
    return found or ""


def was_told(actor: Actor, appointment_id: UUID) -> bool:
    """Whether the person has been told of the appointment as it stands."""
    sent = post.messages_about(actor, [appointment_id]).filter(state=MessageState.SENT.value)
    return sent.filter(template__in=[Template.INVITATION.value, Template.MOVED.value]).exists()


def knows_latest(actor: Actor, appointment_id: UUID) -> bool:
    """Whether the last invitation or news of a move went out, and was not taken back or lost."""
    news = [Template.INVITATION.value, Template.MOVED.value]
    last = post.messages_about(actor, [appointment_id]).filter(template__in=news).first()
    return last is not None and last.state == MessageState.SENT.value


def feed_of(actor: Actor) -> CalendarFeed | None:
    """Return the actor's feed."""
    return CalendarFeed.objects.visible_to(actor).first()


def feed_entries(token: str, now: datetime) -> Sequence[FeedEntry] | None:
    """Return what the holder of the secret may read, for nobody signed in; None for no such secret."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select id, starts_at, ends_at, moved, is_off, case_number from counselling_feed(%s, %s, %s)",
            [hash_of(token), timezone.localtime(now).date(), now - FED_SINCE],
        )
        rows = cursor.fetchall()
    return [FeedEntry(*row) for row in rows if row[0]] if rows else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
