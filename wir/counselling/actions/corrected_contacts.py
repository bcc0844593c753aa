"""What was put down of a conversation is corrected, taken back, or removed; history keeps what stood there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from wir.counselling import queries, rules
from wir.counselling.actions.contacts import CannotRecord
from wir.counselling.events import ContactCorrected
from wir.counselling.models import Contact, ContactNote
from wir.counselling.rules import ContactMode, ContactProblem, Topic
from wir.kit import events
from wir.kit.acting import Actor
from wir.kit.versions import refuse_if_changed
from wir.privacy import actions as privacy


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A conversation as it is to stand; ``note`` of None leaves the note as it is, closed to who corrects."""

    on: date
    minutes: int
    mode: ContactMode
    language: str
    interpreter: bool
    topics: Iterable[Topic]
    came: bool
    note: str | None


@transaction.atomic
def correct_contact(*, contact: Contact, told: Told, seen: str, today: date, actor: Actor) -> Contact:
    """Write down how a conversation really was. ``seen`` are the marks of what was shown (``kit.versions``).

    Raises ChangedMeanwhile when somebody else saved it since, CannotRecord when a rule stands in the way; writes
    nothing then.
    """
    contact = _locked(contact, actor)
    refuse_if_changed(seen, queries.contact_values(actor, contact))
    _write(contact, told, today, actor)
    _tell(actor, "counselling.contact_corrected", contact)
    return contact


@transaction.atomic
def undo_correction(*, contact: Contact, number: int, today: date, actor: Actor) -> Contact:
    """Let what stood there before the last correction stand again, where that was one's own.

    ``number`` is the version to go back to: pressed twice, it is done once. Note and interpreter, which have no
    history, stay. Raises CannotRecord, and writes nothing, when a rule stands in the way.
    """
    contact = _locked(contact, actor)
    before = queries.last_version_of(actor, contact)
    if before is None or before.number != number or before.changed_by != actor.id:
        raise CannotRecord([ContactProblem.NOT_YOURS])
    told = Told(
        on=before.on,
        minutes=before.minutes,
        mode=ContactMode(before.mode),
        language=before.language,
        interpreter=contact.interpreter,
        topics=[Topic(code) for code in before.topics],
        came=before.came,
        note=None,
    )
    _write(contact, told, today, actor)
    _tell(actor, "counselling.contact_corrected", contact)
    return contact


@transaction.atomic
def remove_contact(*, contact: Contact, actor: Actor) -> None:
    """Remove a conversation that was put down by mistake, and its note; its appointment is open again.

    Raises CannotRecord, and writes nothing, when it is for somebody else to do.
    """
    contact = _locked(contact, actor)
    closed = contact.has_note and contact.person_id not in actor.team  # nobody removes what they may not read
    _refuse([ContactProblem.NOT_YOURS] if closed or not _may_correct(contact, actor) else [])
    Contact.objects.visible_to(actor).filter(pk=contact.pk).delete()
    _tell(actor, "counselling.contact_removed", contact)


def _locked(contact: Contact, actor: Actor) -> Contact:
    rows = Contact.objects.visible_to(actor).select_related("person")
    return rows.select_for_update(of=("self",)).get(pk=contact.pk)


def _write(contact: Contact, told: Told, today: date, actor: Actor) -> None:
    note, topics = (told.note or "").strip(), set(told.topics)
    problems = rules.obstacles_to_contact(
        on=told.on,
        today=today,
        minutes=told.minutes,
        came=told.came,
        note=note,
        in_team=contact.person_id in actor.team,
        spoken=True,
        beyond_consent=bool(note or topics) and queries.is_stopped(contact.person, today),
    )
    problems += [] if _may_correct(contact, actor) else [ContactProblem.NOT_YOURS]
    _refuse(problems)
    contact.stay = queries.stay_on(actor, contact.person_id, told.on)
    contact.on, contact.minutes, contact.mode = told.on, told.minutes, told.mode.value
    contact.language, contact.interpreter, contact.came = told.language, told.interpreter, told.came
    contact.topics = sorted(topic.value for topic in topics)
    if told.note is not None:
        contact.has_note = bool(note)
        _keep_note(contact, note, actor)
    contact.save()


def _keep_note(contact: Contact, text: str, actor: Actor) -> None:
    if text:
        ContactNote.objects.update_or_create(
            contact=contact,
            defaults={"text": text},
            create_defaults={**contact.place(), "person_id": contact.person_id, "text": text},
        )
    else:
        ContactNote.objects.visible_to(actor).filter(contact=contact).delete()


def _may_correct(contact: Contact, actor: Actor) -> bool:
    """Whoever held it, and the case team."""
    return contact.by_id == actor.id or contact.person_id in actor.team


def _refuse(problems: list[ContactProblem]) -> None:
    if problems:
        raise CannotRecord(problems)


def _tell(actor: Actor, verb: str, contact: Contact) -> None:
    person = contact.person
    privacy.record(
        actor=actor,
        verb=verb,
        network_id=person.network_id,
        subject_id=person.pk,
        minutes=contact.minutes,
    )
    events.publish(ContactCorrected(participant_id=person.participant_id, network_id=person.network_id))
