"""What pages and other apps ask about consents, notices and sharing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from wir.kit.acting import Actor
from wir.kit.compiled import compiled
from wir.privacy import rules
from wir.privacy.models import (
    Consent,
    ConsentQuerySet,
    Disclosure,
    NoticeGiven,
    SharingConsent,
)
from wir.privacy.rules import ConsentState, Purpose


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person's latest answer about a purpose means on a day; ``consent`` None while nobody asked."""

    purpose: Purpose
    state: ConsentState
    consent: Consent | None


def answers_among(history: list[Consent], today: date) -> list[Answer]:
    """Return where a person stands about each purpose that rests on consent, from every answer, latest first."""
    return [_answer(purpose, history, today) for purpose in rules.on_consent()]


def state_of(network_id: UUID, subject_id: UUID, purpose: Purpose, today: date) -> ConsentState:
    """Return where a person stands about one purpose, for actions and reactions that already hold the row."""
    return _answer(purpose, _answers(network_id, subject_id, purpose), today).state


@compiled
def _answers(network_id: UUID, subject_id: UUID, purpose: Purpose) -> ConsentQuerySet:
    rows = Consent.objects.filter(network_id=network_id, subject_id=subject_id, purpose=purpose.value)
    return _latest_first(rows)


def is_stopped(network_id: UUID, subject_id: UUID, purpose: Purpose, today: date) -> bool:
    """Whether the person's answer stops the processing for this purpose."""
    return rules.blocks(state_of(network_id, subject_id, purpose, today))


def purposes_agreed(subject_ids: Sequence[UUID]) -> set[tuple[UUID, Purpose]]:
    """Return what people said yes to and have not taken back, for jobs that already hold the files."""
    given = Consent.objects.filter(subject_id__in=subject_ids, refused=False, withdrawn_on=None)
    return {(subject_id, Purpose(code)) for subject_id, code in given.values_list("subject_id", "purpose")}


def history_of(actor: Actor, subject_id: UUID) -> ConsentQuerySet:
    """Return every answer a person gave, latest first."""
    return _latest_first(Consent.objects.visible_to(actor).filter(subject_id=subject_id))


def consent_in_force(actor: Actor, subject_id: UUID, purpose: Purpose, today: date) -> Consent | None:
    """Return the person's yes to a purpose, if one is in force."""
    given = Consent.objects.visible_to(actor).filter(subject_id=subject_id, purpose=purpose.value)
    return given.in_force(today).first()


def consent_or_none(actor: Actor, subject_id: UUID, consent_id: UUID) -> Consent | None:
    """Return one answer of the person."""
    return Consent.objects.visible_to(actor).filter(subject_id=subject_id, pk=consent_id).first()


def sharing_of(actor: Actor, subject_id: UUID) -> QuerySet[SharingConsent]:
    """Return what a person let others know, latest first."""
    return SharingConsent.objects.visible_to(actor).filter(subject_id=subject_id).order_by("-given_on", "-id")


def sharing_or_none(actor: Actor, subject_id: UUID, sharing_id: UUID) -> SharingConsent | None:
    """Return one consent to sharing of the person."""
    return SharingConsent.objects.visible_to(actor).filter(subject_id=subject_id, pk=sharing_id).first()


def disclosures_of(actor: Actor, subject_id: UUID) -> QuerySet[Disclosure]:
    """Return who received what about a person, latest first."""
    return Disclosure.objects.visible_to(actor).filter(subject_id=subject_id).order_by("-on", "-id")


def notices_of(actor: Actor, subject_id: UUID) -> QuerySet[NoticeGiven]:
    """Return what a person was informed about, latest first."""
    return NoticeGiven.objects.visible_to(actor).filter(subject_id=subject_id).order_by("-given_on", "-id")


def _latest_first(consents: ConsentQuerySet) -> ConsentQuerySet:
    return consents.order_by("-given_on", "-id")


def _answer(purpose: Purpose, given: list[Consent], today: date) -> Answer:
    mine = [consent for consent in given if consent.purpose == purpose.value]
    by_state = [(consent.state_on(today), consent) for consent in mine]
    for state, consent in by_state:
        if state is ConsentState.GIVEN:
            return Answer(purpose, state, consent)
    if by_state:
        return Answer(purpose, *by_state[0])
    return Answer(purpose, ConsentState.NOT_ASKED, None)
