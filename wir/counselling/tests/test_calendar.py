"""Appointments on the screen: the tab, my day, the calendar, the letter, and the contact that closes one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.models import Appointment, Contact, Stay
from wir.counselling.tests.make import make_appointment
from wir.counselling.tests.test_appointments import FRIDAY, HOUR, NOW
from wir.post.rules import Channel

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
Flat = Callable[[Callable[[], object], Callable[[], object]], None]


def test_a_contact_closes_the_appointment_once(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    made = make_appointment(stay.person, ada, starts_at=NOW + HOUR / 2, minutes=45)
    client, page = sign_in(ada), f"/faelle/{stay.person_id}/kontakte/"
    sent_form = {
        "appointment": made.pk,
        "on": TODAY,
        "minutes": 45,
        "mode": "in_person",
        "note": "Gesprochen",
    }

    proposed = client.get(f"{page}?termin={made.pk}").context["form"]
    saved, again = client.post(page, sent_form), client.post(page, sent_form)

    assert (proposed["minutes"].value(), proposed["mode"].value()) == (45, "in_person")
    assert (saved.status_code, again.status_code) == (302, 422)
    assert "schon festgehalten" in again.content.decode()
    with acting_as(ada):
        assert Contact.objects.count() == 1
        assert Appointment.objects.get().contact == Contact.objects.get()


def test_that_somebody_did_not_come_is_one_click_and_not_before_the_time(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    made = make_appointment(stay.person, ada, starts_at=NOW + HOUR)
    client, page = sign_in(ada), f"/faelle/{stay.person_id}/termine/{made.pk}/nicht-gekommen/"

    client.post(page)
    with acting_as(ada):
        assert Contact.objects.count() == 0
        Appointment.objects.update(starts_at=NOW - HOUR, ends_at=NOW)
    shown = client.get(f"/faelle/{stay.person_id}/termine/").content.decode()
    client.post(page)

    assert "Was ist daraus geworden?" in shown
    with acting_as(ada):
        contact = Contact.objects.get()
        assert (contact.came, contact.minutes, contact.on) == (False, 0, TODAY)


def test_my_day_shows_the_appointments_of_today_and_those_left_open(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs, queries_stay_flat: Flat
) -> None:
    today = make_appointment(stay.person, ada, starts_at=NOW + HOUR)
    left = make_appointment(stay.person, ada, starts_at=NOW + 3 * HOUR)
    make_appointment(stay.person, ada, starts_at=NOW + timedelta(days=1))
    with acting_as(ada):
        Appointment.objects.filter(pk=left.pk).update(
            starts_at=NOW - timedelta(days=1), ends_at=NOW - timedelta(days=1) + HOUR
        )
    client = sign_in(ada)

    page = client.get("/").content.decode()

    assert "13:00 · Persönlich · Kaistraße 3, Zimmer 5" in page
    assert "festhalten, was daraus geworden ist" in page
    assert page.count("?termin=") == 2 * 2  # the row leads there from its words and from its button
    assert f"?termin={today.pk}" in page


def test_the_calendar_shows_a_week_of_mine_or_of_all(
    sign_in: SignIn, stay: Stay, ada: User, colleague: User, queries_stay_flat: Flat
) -> None:
    make_appointment(stay.person, ada, starts_at=FRIDAY)
    make_appointment(stay.person, colleague, starts_at=FRIDAY)
    client = sign_in(ada)

    mine = client.get("/termine/?tag=2026-11-25")
    everybody = client.get("/termine/?tag=2026-11-25&wer=alle")
    day = client.get("/termine/?tag=2026-11-26&ansicht=tag")
    wrong = client.get("/termine/?tag=2026-13-77")

    assert [len(one["entries"]) for one in mine.context["days"]] == [0, 0, 0, 0, 1]
    assert [len(one["entries"]) for one in everybody.context["days"]] == [0, 0, 0, 0, 2]
    assert [one["day"] for one in day.context["days"]] == [date(2026, 11, 26)]
    assert wrong.context["view"].on == TODAY
    later = iter(range(1, 9))
    queries_stay_flat(
        lambda: client.get("/termine/?tag=2026-11-25&wer=alle"),
        lambda: make_appointment(stay.person, ada, starts_at=FRIDAY + next(later) * HOUR),
    )


def test_the_letter_says_day_time_and_place_in_two_languages(sign_in: SignIn, stay: Stay, ada: User) -> None:
    made = make_appointment(stay.person, ada, starts_at=FRIDAY, channel=Channel.LETTER, language="tr")
    page = f"/faelle/{stay.person_id}/termine/{made.pk}/brief/?form=html"

    words = sign_in(ada).get(page).content.decode()

    assert "Randevu: 27.11.2026, saat 10:30. Yer: Kaistraße 3, Zimmer 5" in words
    assert "Termin am 27.11.2026 um 10:30 Uhr. Ort: Kaistraße 3, Zimmer 5" in words


def test_the_form_comes_back_as_typed_with_the_remedy_beside_the_field(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    client, page = sign_in(ada), f"/faelle/{stay.person_id}/termine/"
    typed = {
        "on": "2026-11-24",
        "at": "11:00",
        "minutes": "60",
        "mode": "in_person",
        "advisor": str(ada.pk),
        "subject": "Lebenslauf",
    }

    refused = client.post(page, typed)
    made = client.post(page, typed | {"at": "14:00"})

    assert refused.status_code == 422
    assert "11:00 ist schon vorbei" in refused.content.decode()
    assert refused.context["form"]["subject"].value() == "Lebenslauf"
    assert made.status_code == 302
    with acting_as(ada):
        only = Appointment.objects.get()
        assert (timezone.localtime(only.starts_at).hour, only.advisor_id, only.channel) == (14, ada.pk, "")
