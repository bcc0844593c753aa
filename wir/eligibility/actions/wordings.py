"""Sentences in the participants' languages: entered, released by a qualified person, withdrawn."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from wir.eligibility.actions.decisions import CannotDecide, DecisionProblem, refuse
from wir.eligibility.adapters.languages import LANGUAGES
from wir.eligibility.adapters.sentences import GERMAN, OWN, Kind, codes, sentence
from wir.eligibility.models import SentenceRelease
from wir.kit.acting import Actor
from wir.privacy import actions as privacy

BLANK = "{day}"


@transaction.atomic
def propose_wording(
    *, network_id: UUID, code: str, language: str, text: str, today: date, actor: Actor
) -> SentenceRelease:
    """Write down how a sentence reads in a language; nobody sees it before it is released.

    ``code`` is kind and code, as in ``reason.title_allows_work``. Other words than before need a new release. Raises
    CannotDecide, and writes nothing, for whoever does not coordinate the network.
    """
    text = text.strip()
    _refuse_place(network_id, code, language, actor)
    kind, _, name = code.partition(".")
    refuse(
        {
            DecisionProblem.WORDING_MISSING: not text,
            DecisionProblem.BLANK_MISSING: (BLANK in sentence(Kind(kind), name, GERMAN)) != (BLANK in text),
        }
    )
    row = SentenceRelease.objects.filter(network_id=network_id, code=code, language=language).first()
    if row is not None and row.text == text:
        return row
    row, _ = SentenceRelease.objects.update_or_create(
        network_id=network_id,
        code=code,
        language=language,
        defaults={"text": text, "proposed_on": today, **_UNRELEASED},
    )
    _record("eligibility.sentence_proposed", row, actor)
    return row


@transaction.atomic
def release_sentence(
    *,
    network_id: UUID,
    code: str,
    language: str,
    released_by: str,
    released_on: date,
    for_demonstration: bool,
    actor: Actor,
) -> SentenceRelease:
    """Let a sentence be shown as it stands, because a qualified person has checked it on that day.

    German, easy German and English are ours and need no release. The demonstration may release for itself; then the
    sentence is shown with a mark. Raises CannotDecide, and writes nothing, where no wording was entered.
    """
    _refuse_place(network_id, code, language, actor)
    row = _row(network_id, code, language)
    refuse({DecisionProblem.RELEASER_MISSING: not released_by.strip()})
    row.released_by, row.released_on = released_by.strip(), released_on
    row.for_demonstration = for_demonstration
    row.save(update_fields=["released_by", "released_on", "for_demonstration"])
    _record("eligibility.sentence_released", row, actor)
    return row


@transaction.atomic
def withdraw_release(*, network_id: UUID, code: str, language: str, actor: Actor) -> SentenceRelease:
    """Show a sentence no longer; its wording stays as a proposal, and the trail keeps that it was released."""
    _refuse_place(network_id, code, language, actor)
    row = _row(network_id, code, language)
    for name, value in _UNRELEASED.items():
        setattr(row, name, value)
    row.save(update_fields=list(_UNRELEASED))
    _record("eligibility.release_withdrawn", row, actor)
    return row


_UNRELEASED = {"released_by": "", "released_on": None, "for_demonstration": False}


def _refuse_place(network_id: UUID, code: str, language: str, actor: Actor) -> None:
    known = {f"{kind}.{one}" for kind in Kind for one in codes(kind)}
    refuse(
        {
            DecisionProblem.NOT_THE_COORDINATOR: network_id not in actor.overseen,
            DecisionProblem.UNKNOWN_SENTENCE: code not in known,
            DecisionProblem.OWN_LANGUAGE: language in OWN,
            DecisionProblem.UNKNOWN_LANGUAGE: language not in LANGUAGES and language not in OWN,
        }
    )


def _row(network_id: UUID, code: str, language: str) -> SentenceRelease:
    found = SentenceRelease.objects.select_for_update().filter(
        network_id=network_id, code=code, language=language
    )
    row = found.first()
    if row is None or not row.text:
        raise CannotDecide([DecisionProblem.WORDING_MISSING])
    return row


def _record(verb: str, row: SentenceRelease, actor: Actor) -> None:
    privacy.record(actor=actor, verb=verb, network_id=row.network_id, code=row.code, language=row.language)
