"""Somebody is expected: made, moved, called off, closed by a contact; what is sent, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client, override_settings

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling import actions
from wir.counselling.models import Appointment, Stay
from wir.counselling.rules import ContactMode
from wir.counselling.rules.appointments import (
    AppointmentProblem,
    Calloff,
    interpreter_by,
    obstacles_to_appointment,
    reminded_at,
)
from wir.counselling.tests.make import make_appointment
from wir.network.models import Project
from wir.people.models import Person, PersonIdentity
from wir.post.models import Message
from wir.post.rules import Channel, MessageState
from wir.privacy.models import AuditEntry
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 12, tzinfo=BERLIN)
FRIDAY = datetime(2026, 11, 27, 10, 30, tzinfo=BERLIN)
HOUR = timedelta(hours=1)


def meeting(advisor: User, **changes: object) -> actions.Meeting:
    said = {
        "advisor_id": advisor.pk,
        "starts_at": FRIDAY,
        "minutes": 60,
        "mode": ContactMode.IN_PERSON,
        "meeting_place": "Kaistraße 3, Zimmer 5",
    }
    return actions.Meeting(**{**said, **changes})  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def sms_is_sent() -> Iterator[None]:
    with override_settings(SMS_URL="https://sms.example/send"):
        yield


def sent(about: Appointment, acting_as: AskAs, by: User) -> list[tuple[str, str, str]]:
    with acting_as(by):
        rows = Message.objects.filter(about_id=about.pk).order_by("created_at", "not_before", "id")
        return [(one.template, one.channel, one.state) for one in rows]


def reach(person: Person, acting_as: AskAs, by: User, **known: object) -> None:
    with acting_as(by):
        PersonIdentity.objects.filter(pk=person.pk).update(**known)
        person.refresh_from_db()


def test_a_day_before_somebody_is_reminded_unless_the_invitation_comes_then() -> None:
    assert reminded_at(FRIDAY, NOW) == datetime(2026, 11, 26, 10, 30, tzinfo=BERLIN)
    assert reminded_at(NOW + timedelta(hours=26), NOW) == NOW + 2 * HOUR
    assert reminded_at(NOW + timedelta(hours=25), NOW) is None


def test_an_interpreter_is_booked_a_week_before_or_at_once() -> None:
    assert interpreter_by(date(2026, 12, 10), TODAY) == date(2026, 12, 3)
    assert interpreter_by(date(2026, 11, 27), TODAY) == TODAY


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"starts_at": NOW}, AppointmentProblem.IN_PAST),
        ({"starts_at": NOW + timedelta(days=367)}, AppointmentProblem.TOO_FAR),
        ({"minutes": 4}, AppointmentProblem.MINUTES_OUT_OF_RANGE),
        ({"minutes": 481}, AppointmentProblem.MINUTES_OUT_OF_RANGE),
        ({"place": ""}, AppointmentProblem.PLACE_MISSING),
        ({"unsafe": True}, AppointmentProblem.UNSAFE),
        ({"stopped": True}, AppointmentProblem.NO_CONSENT),
        ({"at_work": False}, AppointmentProblem.NOT_A_COLLEAGUE),
        ({"place": "", "mode": ContactMode.PHONE}, None),
        ({"place": "", "unsafe": True, "invited": False}, None),
    ],
)
def test_each_reason_against_an_appointment_is_named(
    changes: dict[str, object], problem: AppointmentProblem | None
) -> None:
    said: dict[str, object] = {
        "starts_at": FRIDAY,
        "minutes": 60,
        "now": NOW,
        "place": "Kaistraße 3",
        "mode": ContactMode.IN_PERSON,
        "invited": True,
        "unsafe": False,
        "stopped": False,
        "at_work": True,
    }

    assert obstacles_to_appointment(**{**said, **changes}) == ([problem] if problem else [])  # type: ignore[arg-type]


def test_the_invitation_waits_to_go_the_reminder_follows_and_the_words_tell_nothing(
    stay: Stay, ada: User, acting_as: AskAs
) -> None:
    reach(stay.person, acting_as, ada, phone="0170 1234567")

    made = make_appointment(
        stay.person, ada, starts_at=FRIDAY, channel=Channel.SMS, language="ar", subject="Arbeitserlaubnis"
    )

    assert sent(made, acting_as, ada) == [("invitation", "sms", "queued"), ("reminder", "sms", "queued")]
    assert actions.words_for(made) == {
        "day": "27.11.2026",
        "time": "10:30",
        "place": "Kaistraße 3, Zimmer 5",
    }
    with acting_as(ada):
        reminder = Message.objects.get(template="reminder")
        assert reminder.not_before == FRIDAY - timedelta(days=1)
        assert (reminder.until, reminder.language) == (FRIDAY, "ar")
        assert AuditEntry.objects.filter(verb="counselling.appointment_made").count() == 1


@pytest.mark.parametrize(
    ("place", "known", "problem", "words"),
    [
        ("Beratungsstelle Hafen", {"phone": "0170 1234567"}, "tells_too_much", ["Beratung"]),
        ("Kaistraße 3", {"phone": ""}, "no_address", []),
        ("Kaistraße 3", {"phone": "12345"}, "not_a_number", []),
        ("Kaistraße 3", {"phone": "0170 1234567", "safe_to_write": False}, "unsafe", []),
    ],
)
def test_what_cannot_be_sent_is_refused_and_nothing_is_written(
    stay: Stay,
    ada: User,
    acting_as: AskAs,
    *,
    place: str,
    known: dict[str, object],
    problem: str,
    words: list[str],
) -> None:
    reach(stay.person, acting_as, ada, **known)

    with pytest.raises(actions.CannotMeet) as refusal:
        make_appointment(stay.person, ada, starts_at=FRIDAY, channel=Channel.SMS, meeting_place=place)

    assert refusal.value.problems == [AppointmentProblem(problem)]
    assert list(refusal.value.words) == words
    with acting_as(ada):
        assert (Appointment.objects.count(), Message.objects.count(), Task.objects.count()) == (0, 0, 0)


def test_nobody_is_in_two_places_at_once(stay: Stay, ada: User, hafen: Project, acting_as: AskAs) -> None:
    other = make_person(hafen)
    make_stay(other, ada)
    make_appointment(stay.person, ada, starts_at=FRIDAY)

    with pytest.raises(actions.CannotMeet) as refusal:
        make_appointment(other, ada, starts_at=FRIDAY + HOUR / 2, interpreter=True)
    make_appointment(other, ada, starts_at=FRIDAY + HOUR)

    assert refusal.value.problems == [AppointmentProblem.TAKEN]
    with acting_as(ada):
        assert Appointment.objects.count() == 2
        assert Task.objects.filter(reason=TaskReason.BOOK_INTERPRETER.value).count() == 0


def test_whoever_knew_of_it_learns_that_it_moved_and_others_are_invited(
    stay: Stay, ada: User, acting_as: AskAs
) -> None:
    reach(stay.person, acting_as, ada, phone="0170 1234567")
    made = make_appointment(stay.person, ada, starts_at=FRIDAY, channel=Channel.SMS)
    later = meeting(ada, starts_at=FRIDAY + HOUR, channel=Channel.SMS)

    with acting_as(ada) as actor:
        actions.move_appointment(appointment=made, meeting=later, seen="", now=NOW, actor=actor)
    unsent = sent(made, acting_as, ada)
    with acting_as(ada) as actor:
        Message.objects.filter(about_id=made.pk, template="invitation", state="queued").update(
            state=MessageState.SENT.value, done_at=NOW
        )
        actions.move_appointment(
            appointment=made, meeting=meeting(ada, channel=Channel.SMS), seen="", now=NOW, actor=actor
        )
    told = sent(made, acting_as, ada)

    assert sorted(one for one in unsent if one[2] == "queued") == [
        ("invitation", "sms", "queued"),
        ("reminder", "sms", "queued"),
    ]
    assert sorted(one for one in told if one[2] == "queued") == [
        ("moved", "sms", "queued"),
        ("reminder", "sms", "queued"),
    ]
    with acting_as(ada):
        assert Appointment.objects.get().moved == 2


@pytest.mark.parametrize(
    ("by", "told"), [(Calloff.BY_US, [("cancelled", "sms", "queued")]), (Calloff.BY_PERSON, [])]
)
def test_who_called_off_themselves_is_not_told(
    stay: Stay,
    ada: User,
    acting_as: AskAs,
    *,
    by: Calloff,
    told: list[tuple[str, str, str]],
) -> None:
    reach(stay.person, acting_as, ada, phone="0170 1234567")
    made = make_appointment(stay.person, ada, starts_at=FRIDAY, channel=Channel.SMS)
    with acting_as(ada) as actor:
        Message.objects.filter(template="invitation").update(state=MessageState.SENT.value, done_at=NOW)
        actions.call_off(appointment=made, by=by, now=NOW, actor=actor)
        with pytest.raises(actions.CannotMeet) as again:
            actions.call_off(appointment=made, by=by, now=NOW, actor=actor)

    assert [one for one in sent(made, acting_as, ada) if one[2] == "queued"] == told
    assert again.value.problems == [AppointmentProblem.OVER]
    make_appointment(stay.person, ada, starts_at=FRIDAY)


def test_a_booked_interpreter_is_told_and_an_open_booking_is_taken_back(
    stay: Stay, ada: User, acting_as: AskAs
) -> None:
    first = make_appointment(stay.person, ada, starts_at=FRIDAY, interpreter=True)
    second = make_appointment(stay.person, ada, starts_at=FRIDAY + HOUR, interpreter=True)
    with acting_as(ada) as actor:
        Task.objects.filter(link__contains=str(second.pk)).update(done_on=TODAY)
        for one in (first, second):
            actions.call_off(appointment=one, by=Calloff.BY_US, now=NOW, actor=actor)
        tasks = {
            (one.reason, one.done_on is None, one.link.rstrip("/").rpartition("/")[2])
            for one in Task.objects.filter(reason__endswith="interpreter")
        }

    assert tasks == {
        ("book_interpreter", False, str(first.pk)),
        ("book_interpreter", False, str(second.pk)),
        ("tell_interpreter", True, str(second.pk)),
    }
