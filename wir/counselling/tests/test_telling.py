"""What a person is sent follows what is known of them: not to where others read it, not against their will."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling import actions, queries
from wir.counselling.models import Appointment, Stay
from wir.counselling.rules.appointments import Calloff
from wir.counselling.tests.make import make_appointment
from wir.counselling.tests.test_appointments import FRIDAY, HOUR, NOW, meeting, reach, sent
from wir.kit.acting import acting
from wir.kit.versions import ChangedMeanwhile, marks_of
from wir.people.actions import correct_card
from wir.people.queries import card_values, whole_person
from wir.people.rules.cards import Card
from wir.post.models import Message, MessageContent
from wir.post.queries import as_sender
from wir.post.rules import Channel, Failure, MessageState
from wir.privacy import actions as privacy
from wir.privacy.models import Consent
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def sms_is_sent() -> Iterator[None]:
    with override_settings(SMS_URL="https://sms.example/send"):
        yield


@pytest.fixture
def invited(stay: Stay, ada: User, acting_as: AskAs) -> Appointment:
    """By text message, on Friday; the invitation has gone out, the reminder waits."""
    reach(stay.person, acting_as, ada, phone="0170 1234567")
    made = make_appointment(stay.person, ada, starts_at=FRIDAY, channel=Channel.SMS)
    with acting_as(ada):
        Message.objects.filter(template="invitation").update(state=MessageState.SENT.value, done_at=NOW)
    return made


def waiting(about: Appointment, acting_as: AskAs, by: User) -> list[str]:
    return [template for template, _way, state in sent(about, acting_as, by) if state == "queued"]


def correct_reach(stay: Stay, acting_as: AskAs, by: User, **typed: Any) -> None:
    with acting_as(by) as actor:
        whole = whole_person(actor, stay.person_id, TODAY)
        assert whole is not None
        person = whole.person
        known = card_values(person, Card.REACH)
        correct_card(
            person=person,
            card=Card.REACH,
            values=known | typed,
            seen=marks_of(known),
            today=TODAY,
            actor=actor,
        )


def test_nobody_is_reminded_where_others_read_it(
    invited: Appointment, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    correct_reach(stay, acting_as, ada, safe_to_write=False)

    assert waiting(invited, acting_as, ada) == []
    with acting_as(ada):
        assert not Task.objects.filter(reason=TaskReason.TELL_PERSON.value).exists()  # they know of it


def test_whoever_can_no_longer_be_told_of_a_move_is_told_by_somebody(
    invited: Appointment, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        later = meeting(ada, starts_at=FRIDAY + HOUR, channel=Channel.SMS)
        actions.move_appointment(appointment=invited, meeting=later, seen="", now=NOW, actor=actor)
    correct_reach(stay, acting_as, ada, safe_to_write=False)
    unsafe = waiting(invited, acting_as, ada)
    with acting_as(ada):
        task = Task.objects.get(reason=TaskReason.TELL_PERSON.value)
    correct_reach(stay, acting_as, ada, safe_to_write=True)

    assert unsafe == []
    assert (task.assignee_id, task.due_on) == (ada.pk, TODAY)
    assert sorted(waiting(invited, acting_as, ada)) == ["moved", "reminder"]


def test_news_that_did_not_arrive_goes_to_the_new_number(
    invited: Appointment, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        later = meeting(ada, starts_at=FRIDAY + HOUR, channel=Channel.SMS)
        actions.move_appointment(appointment=invited, meeting=later, seen="", now=NOW, actor=actor)
        Message.objects.filter(template="moved").update(
            state=MessageState.FAILED.value, failure=Failure.REFUSED.value, done_at=NOW
        )
    correct_reach(stay, acting_as, ada, best_time="abends")
    untouched = sent(invited, acting_as, ada)
    correct_reach(stay, acting_as, ada, phone="0171 7654321")

    assert ("moved", "sms", "failed") in untouched
    assert sorted(waiting(invited, acting_as, ada)) == ["moved", "reminder"]
    assert "failed" not in [state for _template, _way, state in sent(invited, acting_as, ada)]


def test_the_reminder_goes_to_the_new_number(
    invited: Appointment, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    correct_reach(stay, acting_as, ada, phone="0171 7654321")

    assert waiting(invited, acting_as, ada) == ["reminder"]
    with acting(as_sender(stay.network_id)):
        content = MessageContent.objects.get(message__state=MessageState.QUEUED.value)
        assert str(content.recipient) == "+491717654321"


def test_who_took_the_consent_back_hears_nothing_more_and_the_tab_is_closed(
    sign_in: SignIn, invited: Appointment, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        privacy.withdraw_consent(
            consent=Consent.objects.get(),
            carrier_id=stay.carrier_id,
            withdrawn_on=TODAY,
            today=TODAY,
            actor=actor,
        )

    client = sign_in(ada)
    page = client.get(f"/faelle/{stay.person_id}/termine/")
    detail = client.get(f"/faelle/{stay.person_id}/termine/{invited.pk}/")

    assert waiting(invited, acting_as, ada) == []
    assert (page.status_code, "Kaistra" in page.content.decode()) == (200, False)
    assert (detail.status_code, "Kaistra" in detail.content.decode()) == (200, False)
    assert "Die Person hat abgesagt" in detail.content.decode()


def test_calling_off_works_though_nothing_can_be_sent_and_says_so(
    sign_in: SignIn, invited: Appointment, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada):
        stay.person.identity.__class__.objects.update(phone="")

    page = f"/faelle/{stay.person_id}/termine/{invited.pk}/absage/"
    told = sign_in(ada).post(page, {"by": "by_us"}, follow=True)

    assert "Bitte sagen Sie es der Person selbst" in told.content.decode()
    with acting_as(ada):
        assert Appointment.objects.get().called_off == "by_us"


def test_an_appointment_called_off_by_letter_can_be_printed(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    made = make_appointment(stay.person, ada, starts_at=FRIDAY, channel=Channel.LETTER, language="tr")
    client, here = sign_in(ada), f"/faelle/{stay.person_id}/termine/"
    client.post(f"{here}{made.pk}/absage/", {"by": "by_us"})

    letter = client.get(f"{here}{made.pk}/brief/?form=html").content.decode()

    assert "Der Termin am 27.11.2026 um 10:30 Uhr fällt aus." in letter
    assert f"{here}{made.pk}/brief/" in client.get(here).content.decode()


def test_what_the_person_does_not_see_is_changed_without_a_message(
    invited: Appointment, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        for subject in ("Lebenslauf", "Zeugnisse"):
            said = meeting(ada, channel=Channel.SMS, subject=subject, interpreter=True)
            actions.move_appointment(appointment=invited, meeting=said, seen="", now=NOW, actor=actor)

    assert waiting(invited, acting_as, ada) == ["reminder"]
    with acting_as(ada):
        assert (Appointment.objects.get().moved, Appointment.objects.get().subject) == (0, "Zeugnisse")
        assert Task.objects.filter(reason__endswith="interpreter").count() == 1


def test_of_two_who_move_it_at_once_the_later_is_told_and_keeps_both(
    sign_in: SignIn, invited: Appointment, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        seen = marks_of(queries.appointment_values(invited))
        later = meeting(ada, starts_at=FRIDAY + HOUR, channel=Channel.SMS)
        actions.move_appointment(appointment=invited, meeting=later, seen=seen, now=NOW, actor=actor)
        with pytest.raises(ChangedMeanwhile):
            actions.move_appointment(appointment=invited, meeting=later, seen=seen, now=NOW, actor=actor)
    typed = {
        "shown": seen,
        "on": "2026-11-27",
        "at": "10:30",
        "minutes": "60",
        "mode": "in_person",
        "meeting_place": "Zimmer 9",
        "channel": "sms",
        "advisor": str(ada.pk),
    }
    client, page = sign_in(ada), f"/faelle/{stay.person_id}/termine/{invited.pk}/"

    told = client.post(page, typed)
    form = told.context["form"]
    again = client.post(page, {name: form[name].value() or "" for name in form.fields})

    assert (told.status_code, again.status_code) == (422, 302)
    assert (str(form["at"].value())[:5], form["meeting_place"].value()) == ("11:30", "Zimmer 9")
    with acting_as(ada):
        stands = Appointment.objects.get()
        assert (stands.starts_at, stands.meeting_place) == (FRIDAY + HOUR, "Zimmer 9")


def test_today_never_hides_behind_old_appointments(
    stay: Stay, ada: User, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [
        make_appointment(stay.person, ada, starts_at=NOW + HOUR * (one + 1), minutes=30) for one in range(4)
    ]
    with acting_as(ada) as actor:
        for days, one in enumerate(made[:3], 1):
            earlier = NOW - timedelta(days=days)
            Appointment.objects.filter(pk=one.pk).update(starts_at=earlier, ends_at=earlier + HOUR)
        found = queries.appointments_to_close(actor, TODAY)

    assert [one.pk for one in found] == [made[2].pk, made[1].pk, made[0].pk, made[3].pk]


def test_a_draft_is_shown_though_one_came_for_an_appointment(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    made = make_appointment(stay.person, ada, starts_at=NOW + HOUR)
    client, page = sign_in(ada), f"/faelle/{stay.person_id}/kontakte/"
    client.post(f"{page}entwurf/", {"note": "Angefangen", "minutes": "45", "on": "2026-11-24"})

    form = client.get(f"{page}?termin={made.pk}").context["form"]

    assert (form["note"].value(), str(form["appointment"].value())) == ("Angefangen", str(made.pk))


def test_a_contact_whose_appointment_is_over_can_be_saved_without_it(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    made = make_appointment(stay.person, ada, starts_at=NOW + HOUR)
    with acting_as(ada) as actor:
        actions.call_off(appointment=made, by=Calloff.BY_PERSON, now=NOW, actor=actor)
    client, page = sign_in(ada), f"/faelle/{stay.person_id}/kontakte/"
    typed = {
        "appointment": str(made.pk),
        "on": "2026-11-24",
        "minutes": "30",
        "mode": "phone",
        "note": "Doch",
    }

    refused = client.post(page, typed)
    saved = client.post(page, typed | {"appointment": refused.context["form"]["appointment"].value() or ""})

    assert (refused.status_code, saved.status_code) == (422, 302)
    assert refused.context["form"]["note"].value() == "Doch"
