"""What stands on the page of a person is corrected, card by card and entry by entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from wir.kit import events
from wir.kit.acting import Actor
from wir.kit.versions import refuse_if_changed
from wir.people.actions.duplicates import renew_marks
from wir.people.events import IdentityCorrected, ReachCorrected
from wir.people.models import LanguageSkill, Person, PersonIdentity, Profile, Qualification, Schooling
from wir.people.queries.profile import ENTRIES, Entry, card_values, entry_values
from wir.people.rules.cards import (
    ALWAYS_CORRECTED,
    CARDS,
    IDENTIFYING,
    Card,
    CardProblem,
    birth_of,
    problems_of_card,
)
from wir.people.rules.entries import EntryKind, EntryProblem, highest_level, problems_of_entry
from wir.people.rules.names import search_key
from wir.privacy import actions as privacy
from wir.privacy.queries import is_stopped
from wir.privacy.rules import Purpose


class CannotCorrect(Exception):
    """The card is not saved; ``problems`` says why."""

    def __init__(self, problems: Sequence[CardProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class CannotKeep(Exception):
    """The entry is not saved; ``problems`` says why."""

    def __init__(self, problems: Sequence[EntryProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@transaction.atomic
def correct_card(
    *, person: Person, card: Card, values: Mapping[str, Any], seen: str, today: date, actor: Actor
) -> Person:
    """Save one card; history keeps what stood there. ``seen`` are the marks of the form (``kit.versions``).

    Raises ChangedMeanwhile when somebody else saved the card since, CannotCorrect when the facts do not fit or there is
    no consent to counselling; then nothing is written.
    """
    file = _locked(person, actor)
    refuse_if_changed(seen, card_values(file, card))
    problems = problems_of_card(card, values, today=today)
    if card not in ALWAYS_CORRECTED and _stopped(person, today):
        problems.append(CardProblem.NO_CONSENT)
    if problems:
        raise CannotCorrect(problems)
    reached = _reach(file)
    _write(file, card, values)
    verb = "people.identity_corrected" if card in IDENTIFYING else "people.card_corrected"
    _record(file, verb, actor, card=card.value)
    if _reach(file) != reached:
        events.publish(ReachCorrected(person_id=file.pk, network_id=file.network_id, actor=actor))
    if card in IDENTIFYING:
        renew_marks(file)
        events.publish(
            IdentityCorrected(
                person_id=file.pk, participant_id=file.participant_id, network_id=file.network_id
            )
        )
    return file


def _reach(file: Person) -> tuple[object, ...]:
    return (file.identity.phone, file.identity.email, file.identity.safe_to_write)


@transaction.atomic
def keep_entry(
    *,
    person: Person,
    kind: EntryKind,
    entry_id: UUID | None,
    values: Mapping[str, Any],
    seen: str,
    today: date,
    actor: Actor,
) -> Entry:
    """Add an entry, or correct the one with this id; the highest level of education follows what was completed.

    Raises ChangedMeanwhile or CannotKeep, and writes nothing, as ``correct_card`` does; DoesNotExist when the entry was
    removed.
    """
    file = _locked(person, actor)
    model = ENTRIES[kind]
    entry = (
        model(**file.place(), person=file)
        if entry_id is None
        else model.objects.visible_to(actor).get(person_id=file.pk, pk=entry_id)
    )
    if entry_id is not None:
        refuse_if_changed(seen, entry_values(entry))
    others = _other_languages(file, entry_id) if kind is EntryKind.LANGUAGE else []
    problems = problems_of_entry(kind, values, others=others, today=today)
    if _stopped(file, today):
        problems.append(EntryProblem.NO_CONSENT)
    if problems:
        raise CannotKeep(problems)
    for name, value in values.items():
        setattr(entry, name, value)
    entry.save()
    if kind in {EntryKind.SCHOOL, EntryKind.QUALIFICATION}:
        _raise_level(file)
    _record(file, "people.entry_kept", actor, kind=kind.value)
    return entry


@transaction.atomic
def remove_entry(*, person: Person, kind: EntryKind, entry_id: UUID, actor: Actor) -> None:
    """Remove an entry that should not stand there; what was removed before stays removed."""
    file = _locked(person, actor)
    removed, _ = ENTRIES[kind].objects.visible_to(actor).filter(person_id=file.pk, pk=entry_id).delete()
    if removed:
        _record(file, "people.entry_removed", actor, kind=kind.value)


def _locked(person: Person, actor: Actor) -> Person:
    """Return the file, so that no other card or entry of it is saved until this one is."""
    files = Person.objects.visible_to(actor).select_for_update(of=("self",))
    return files.select_related("identity", "profile").get(pk=person.pk)


def _write(file: Person, card: Card, values: Mapping[str, Any]) -> None:
    kept = CARDS[card]
    identity = {name: values[name] for name in kept.identity}
    if card is Card.NAMES:
        identity["search_key"] = search_key(values["given_names"], values["family_names"])
    elif card is Card.BIRTH:
        identity |= _stored_birth(values)
    _store(file.identity, identity)
    _store(file, {name: values[name] for name in kept.file})
    if kept.profile:
        profile = getattr(file, "profile", None) or Profile(**file.place(), person=file)
        _store(profile, {name: values[name] for name in kept.profile})


def _store(row: Person | PersonIdentity | Profile, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    if values:
        row.save(update_fields=None if row._state.adding else list(values))


def _stored_birth(values: Mapping[str, Any]) -> dict[str, object]:
    """Return the whole day, or year and month where it is not known; never both."""
    birth = birth_of(values)
    if birth is None or birth.exact is not None:
        return {"birth_date": birth and birth.exact, "birth_year": None, "birth_month": None}
    return {"birth_date": None, "birth_year": birth.year, "birth_month": birth.month}


def _raise_level(file: Person) -> None:
    done = Schooling.objects.filter(person=file, finished=True).values_list("isced", flat=True)
    learned = Qualification.objects.filter(person=file).values_list("isced", flat=True)
    level = highest_level(file.isced, [*done, *learned])
    if level != file.isced:
        _store(file, {"isced": level})


def _other_languages(file: Person, entry_id: UUID | None) -> list[str]:
    others = LanguageSkill.objects.filter(person=file)
    others = others.exclude(pk=entry_id) if entry_id else others
    return list(others.values_list("language", flat=True))


def _stopped(person: Person, today: date) -> bool:
    return is_stopped(person.network_id, person.pk, Purpose.COUNSELLING, today)


def _record(person: Person, verb: str, actor: Actor, **detail: str) -> None:
    privacy.record(
        actor=actor,
        verb=verb,
        network_id=person.network_id,
        carrier_id=person.carrier_id,
        subject_id=person.pk,
        purpose=Purpose.COUNSELLING,
        **detail,
    )
