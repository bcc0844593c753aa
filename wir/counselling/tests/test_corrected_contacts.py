"""A conversation is corrected, taken back and removed; what stood there before stays known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling import actions, queries
from wir.counselling.models import Appointment, Contact, ContactNote, Stay
from wir.counselling.rules import ContactMode, ContactProblem
from wir.counselling.tests.make import make_appointment, make_contact
from wir.counselling.tests.test_appointments import HOUR, NOW
from wir.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


@pytest.fixture
def contact(stay: Stay, ada: User) -> Contact:
    """45 minutes in person on 1 April."""
    return make_contact(stay.person, ada, note="Will Koch werden.")


def page_of(contact: Contact, below: str = "") -> str:
    return f"/faelle/{contact.person_id}/kontakte/{contact.pk}/{below}"


def sent(client: Client, contact: Contact, **typed: Any) -> dict[str, Any]:
    """Return the form as it is shown, with some fields typed anew."""
    form = client.get(page_of(contact)).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return {
        name: value for name, value in (shown | typed).items() if value is not None and value is not False
    }


def test_a_correction_shows_what_stood_there(
    sign_in: SignIn, contact: Contact, ada: User, acting_as: AskAs
) -> None:
    client = sign_in(ada)

    saved = client.post(page_of(contact), sent(client, contact, minutes=600, note="Will Köchin werden."))
    page = client.get(page_of(contact)).content.decode()

    assert saved.status_code == 302
    assert "45</bdi> → <bdi>600" in page
    assert "Meine letzte Berichtigung zurücknehmen" in page
    with acting_as(ada):
        assert (Contact.objects.get().minutes, ContactNote.objects.get().text) == (600, "Will Köchin werden.")
        assert AuditEntry.objects.filter(verb="counselling.contact_corrected").count() == 1


def test_ones_own_last_correction_can_be_taken_back(
    sign_in: SignIn, contact: Contact, ada: User, acting_as: AskAs
) -> None:
    client = sign_in(ada)
    client.post(page_of(contact), sent(client, contact, minutes=60, mode="phone", topics=["family"]))

    number = client.get(page_of(contact)).context["undoes"]
    for _twice in range(2):
        client.post(page_of(contact, "zurueck/"), {"number": number})

    with acting_as(ada) as actor:
        stands = Contact.objects.get()
        assert (stands.minutes, stands.mode, stands.topics) == (45, "in_person", ["job_search"])
        assert len(queries.versions_of(actor, stands)) == 2
        assert ContactNote.objects.get().text == "Will Koch werden."


def test_a_day_before_the_entry_belongs_to_no_stay(contact: Contact, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        told = actions.Told(
            on=date(2026, 2, 1),
            minutes=45,
            mode=ContactMode.IN_PERSON,
            language="",
            interpreter=False,
            topics=[],
            came=True,
            note=None,
        )
        moved = actions.correct_contact(contact=contact, told=told, seen="", today=TODAY, actor=actor)

        assert (moved.stay_id, moved.has_note) == (None, True)


def test_who_neither_held_it_nor_is_in_the_team_changes_nothing(
    sign_in: SignIn, contact: Contact, colleague: User, ada: User, acting_as: AskAs
) -> None:
    client = sign_in(colleague)

    refused = client.post(page_of(contact), sent(client, contact, minutes=60))
    client.post(page_of(contact, "zurueck/"))
    client.post(page_of(contact, "entfernen/"))

    assert "note" not in refused.context["form"].fields
    assert (refused.status_code, "Nur wer das Gespräch geführt hat" in refused.content.decode()) == (
        422,
        True,
    )
    assert "Berichtigen" not in client.get(f"/faelle/{contact.person_id}/kontakte/").content.decode()
    with acting_as(ada):
        assert Contact.objects.get().minutes == 45


def test_nobody_removes_a_note_that_they_may_not_read(
    contact: Contact, colleague: User, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada):
        Contact.objects.update(by=colleague)
    with acting_as(colleague) as actor:
        with pytest.raises(actions.CannotRecord) as refusal:
            actions.remove_contact(contact=contact, actor=actor)

        assert refusal.value.problems == [ContactProblem.NOT_YOURS]
    with acting_as(ada):
        assert (Contact.objects.count(), ContactNote.objects.count()) == (1, 1)


def test_of_two_who_correct_at_once_the_later_is_told(
    sign_in: SignIn, contact: Contact, ada: User, acting_as: AskAs
) -> None:
    client = sign_in(ada)
    first, second = sent(client, contact, minutes=60), sent(client, contact, minutes=90)

    client.post(page_of(contact), first)
    told = client.post(page_of(contact), second)

    assert (told.status_code, "Meanwhile" in told.content.decode()) == (422, False)
    assert "60" in str(told.context["form"].errors["minutes"])
    with acting_as(ada):
        assert Contact.objects.get().minutes == 60


def test_what_was_put_down_by_mistake_goes_and_its_appointment_is_open_again(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    made = make_appointment(stay.person, ada, starts_at=NOW + HOUR)
    client = sign_in(ada)
    page = f"/faelle/{stay.person_id}/kontakte/"
    client.post(page, {"appointment": made.pk, "on": TODAY, "minutes": 30, "mode": "phone", "note": "Falsch"})
    with acting_as(ada):
        contact = Contact.objects.get()

    client.post(page_of(contact, "entfernen/"))

    with acting_as(ada) as actor:
        assert (Contact.objects.count(), ContactNote.objects.count()) == (0, 0)
        assert Appointment.objects.get().contact is None
        assert [one.minutes for one in queries.versions_of(actor, contact)] == [30]
        assert AuditEntry.objects.filter(verb="counselling.contact_removed").count() == 1


def test_after_the_consent_was_taken_back_only_the_evidence_is_corrected(
    contact: Contact, ada: User, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "is_stopped", lambda person, today: True)
    with acting_as(ada) as actor:
        told = actions.Told(
            on=date(2026, 4, 1),
            minutes=60,
            mode=ContactMode.IN_PERSON,
            language="",
            interpreter=False,
            topics=[],
            came=True,
            note="Neu",
        )
        with pytest.raises(actions.CannotRecord) as refusal:
            actions.correct_contact(contact=contact, told=told, seen="", today=TODAY, actor=actor)

        assert refusal.value.problems == [ContactProblem.NO_CONSENT]
        assert Contact.objects.get().minutes == 45
