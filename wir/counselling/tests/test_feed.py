"""What a calendar program reads under a secret address: times and case numbers, of who still works here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling import actions
from wir.counselling.models import CalendarFeed, Stay
from wir.counselling.rules.appointments import Calloff
from wir.counselling.tests.make import make_appointment
from wir.counselling.tests.test_appointments import FRIDAY, HOUR, NOW
from wir.kit.acting import acting
from wir.network.actions import as_job
from wir.network.models import Membership, Project

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def new_address(client: Client) -> str:
    address: str = client.post("/termine/abo/", {"do": "make"}).context["address"]
    return address.partition("testserver")[2]


def test_the_feed_says_times_and_case_numbers_and_nothing_else(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    kept = make_appointment(stay.person, ada, starts_at=FRIDAY, subject="Arbeitserlaubnis")
    off = make_appointment(stay.person, ada, starts_at=FRIDAY + HOUR)
    with acting_as(ada) as actor:
        actions.call_off(appointment=off, by=Calloff.BY_PERSON, now=NOW, actor=actor)

    answer = Client().get(new_address(sign_in(ada)))

    text = answer.content.decode()
    events = Calendar.from_ical(text).events
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [(one.uid, str(one.summary), str(one.status), one.start) for one in events] == [
        (str(kept.pk), "NORD-00001", "CONFIRMED", datetime(2026, 11, 27, 9, 30, tzinfo=UTC)),
        (str(off.pk), "NORD-00001", "CANCELLED", datetime(2026, 11, 27, 10, 30, tzinfo=UTC)),
    ]
    assert not [word for word in ("Demir", "Yusuf", "Kaistra", "Arbeitserlaubnis") if word in text]


def test_the_secret_is_shown_once_and_a_new_one_ends_the_old(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    client = sign_in(ada)
    first, second = new_address(client), new_address(client)

    page = client.get("/termine/abo/").content.decode()

    assert second not in page
    assert [Client().get(one).status_code for one in (first, second)] == [404, 200]
    with acting_as(ada):
        secret = second.removeprefix("/kalender/").removesuffix(".ics")
        assert secret not in CalendarFeed.objects.get().token_hash
    client.post("/termine/abo/", {"do": "end"})
    assert Client().get(second).status_code == 404


def test_who_no_longer_works_here_or_is_switched_off_reads_nothing_more(
    sign_in: SignIn, stay: Stay, ada: User, hafen: Project
) -> None:
    make_appointment(stay.person, ada, starts_at=FRIDAY)
    address = new_address(sign_in(ada))
    with acting(as_job(hafen)):
        Membership.objects.filter(user=ada).update(until_on=TODAY)
    left = Client().get(address)
    User.objects.filter(pk=ada.pk).update(is_active=False)
    switched_off = Client().get(address)

    assert (left.status_code, b"VEVENT" in left.content) == (200, False)
    assert switched_off.status_code == 404


def test_what_is_long_over_is_left_out(sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs) -> None:
    old = make_appointment(stay.person, ada, starts_at=FRIDAY)
    with acting_as(ada):
        type(old).objects.update(starts_at=NOW - timedelta(days=40), ends_at=NOW - timedelta(days=40) + HOUR)

    assert b"VEVENT" not in Client().get(new_address(sign_in(ada))).content
