from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling import queries
from wir.counselling.actions import CannotRecord, end_stay, record_contact
from wir.counselling.events import ContactRecorded
from wir.counselling.models import Contact, ContactNote, Stay
from wir.counselling.rules import ContactMode, ContactProblem, ExitReason, Topic
from wir.counselling.tests.make import make_contact
from wir.kit import events
from wir.kit.acting import acting
from wir.network import actions as network
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.privacy.models import AuditEntry

if TYPE_CHECKING:
    from wir.kit.acting import Actor

SECRET = "Fears for the brother."


def record(person: Person, actor: Actor, *, on: date = TODAY, minutes: int = 30, note: str = "") -> Contact:
    return record_contact(
        person=person,
        on=on,
        minutes=minutes,
        mode=ContactMode.PHONE,
        language="tr",
        interpreter=True,
        topics=[Topic.WORK_PERMIT, Topic.HOUSING],
        note=note,
        today=TODAY,
        actor=actor,
    )


def test_a_contact_is_evidence_and_its_note_stands_apart(
    stay: Stay, ada: User, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[object] = []
    monkeypatch.setitem(events._reactions, ContactRecorded, [heard.append])
    with acting_as(ada) as actor:
        contact = record(stay.person, actor, on=date(2026, 11, 20), minutes=45, note=f" {SECRET} ")

        assert (contact.stay_id, contact.by_id, contact.minutes) == (stay.pk, ada.pk, 45)
        assert (contact.mode, contact.language, contact.interpreter) == ("phone", "tr", True)
        assert contact.topics == ["housing", "work_permit"]
        assert (contact.has_note, contact.readable_note()) == (True, SECRET)
        line = AuditEntry.objects.get(verb="counselling.contact_recorded")
        assert (line.subject_id, line.detail) == (stay.person_id, {"minutes": 45})
    assert heard == [
        ContactRecorded(
            person_id=stay.person_id,
            participant_id=stay.participant_id,
            network_id=stay.network_id,
            on=date(2026, 11, 20),
            minutes=45,
        )
    ]


def test_a_first_talk_before_the_entry_belongs_to_no_stay(stay: Stay, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        assert record(stay.person, actor, on=date(2026, 3, 1)).stay is None
        assert record(stay.person, actor, on=date(2026, 3, 2)).stay == stay


def test_the_farewell_on_the_day_of_exit_still_belongs_to_the_stay(
    stay: Stay, ada: User, acting_as: AskAs
) -> None:
    last_day = date(2026, 6, 1)
    with acting_as(ada) as actor:
        end_stay(stay=stay, exited_on=last_day, reason=ExitReason.WORK, today=TODAY, actor=actor)

        assert record(stay.person, actor, on=last_day).stay == stay
        assert record(stay.person, actor, on=date(2026, 6, 2)).stay is None


@pytest.mark.parametrize(
    ("on", "minutes", "problem"),
    [
        (date(2026, 11, 25), 30, ContactProblem.IN_FUTURE),
        (TODAY, 0, ContactProblem.MINUTES_OUT_OF_RANGE),
        (TODAY, 721, ContactProblem.MINUTES_OUT_OF_RANGE),
    ],
)
def test_a_refused_contact_writes_nothing(
    stay: Stay, on: date, minutes: int, problem: ContactProblem
) -> None:
    with acting(actor_for(stay.advisor_id, TODAY)) as actor:
        with pytest.raises(CannotRecord) as refusal:
            record(stay.person, actor, on=on, minutes=minutes, note=SECRET)

        assert refusal.value.problems == [problem]
        assert not Contact.objects.exists()
        assert not ContactNote.objects.exists()
        assert not AuditEntry.objects.filter(actor_id=stay.advisor_id).exists()


def test_a_colleague_outside_the_case_team_records_contacts_but_no_notes(
    stay: Stay, colleague: User, acting_as: AskAs
) -> None:
    with acting_as(colleague) as actor:
        with pytest.raises(CannotRecord) as refusal:
            record(stay.person, actor, note=SECRET)

        assert refusal.value.problems == [ContactProblem.NOTE_NOT_IN_TEAM]
        assert not Contact.objects.exists()
        assert record(stay.person, actor).by_id == colleague.pk


def test_the_machine_records_in_the_name_of_the_advisor_or_not_at_all(
    stay: Stay, ada: User, hafen: Project
) -> None:
    job = network.as_job(hafen)
    with acting(job):
        assert record(stay.person, job).by_id == ada.pk
        with pytest.raises(CannotRecord) as refusal:
            record(stay.person, job, on=date(2026, 3, 1))

    assert refusal.value.problems == [ContactProblem.NOBODY_SPOKE]


def test_notes_reach_the_case_team_alone_even_when_a_query_forgets_its_filter(
    stay: Stay, ada: User, colleague: User, acting_as: AskAs
) -> None:
    make_contact(stay.person, ada, note=SECRET)

    with acting_as(ada) as actor:
        assert [one.readable_note() for one in queries.contacts_of(actor, stay.person_id)] == [SECRET]
        assert ContactNote.objects.get().text == SECRET
    with acting_as(colleague) as actor:
        (seen,) = queries.contacts_of(actor, stay.person_id)
        assert (seen.has_note, seen.readable_note()) == (True, "")
        assert not ContactNote.objects.exists()


@pytest.mark.parametrize("who", ["bela", "cem", "dora", "emil"])
def test_others_see_no_contact_even_when_a_query_forgets_its_filter(
    stay: Stay, who: str, request: pytest.FixtureRequest, acting_as: AskAs
) -> None:
    make_contact(stay.person, stay.advisor, note=SECRET)

    with acting_as(request.getfixturevalue(who)) as actor:
        assert not queries.contacts_of(actor, stay.person_id)
        assert not Contact.objects.exists()
        assert not ContactNote.objects.exists()


def test_dora_sees_the_stay_of_a_person_whose_contacts_she_does_not_see(
    stay: Stay, ada: User, dora: User, acting_as: AskAs
) -> None:
    make_contact(stay.person, ada)

    with acting_as(dora) as actor:
        assert [one.pk for one in queries.stays_of(actor, stay.person_id)] == [stay.pk]
        assert not queries.contacts_of(actor, stay.person_id)


@pytest.mark.django_db(transaction=True)
def test_without_an_actor_nobody_sees_or_writes_contacts(stay: Stay, ada: User, owner_url: str) -> None:
    make_contact(stay.person, ada, note=SECRET)

    assert not Contact.objects.exists()
    assert not ContactNote.objects.exists()
    with psycopg.connect(owner_url) as owner:
        assert owner.execute("select count(*) from counselling_contactnote").fetchone() == (1,)
