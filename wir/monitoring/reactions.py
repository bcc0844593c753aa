"""Whenever the case file changes what ESF Plus counts, the participation is derived anew."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from wir.counselling.events import ContactCorrected, ContactRecorded, StayBegan, StayCorrected, StayEnded
from wir.kit.events import on
from wir.monitoring import actions
from wir.monitoring.queries import facts
from wir.people.events import FilesMerged, IdentityCorrected
from wir.placement.events import SpellStarted


@on(StayBegan)
def a_stay_began(event: StayBegan) -> None:
    """Somebody entered."""
    _derive(event.participant_id)


@on(StayEnded)
def a_stay_ended(event: StayEnded) -> None:
    """Somebody left."""
    _derive(event.participant_id)


@on(ContactRecorded)
def a_contact_was_recorded(event: ContactRecorded) -> None:
    """Hours of support grew; below the threshold nobody is a participant."""
    _derive(event.participant_id)


@on(ContactCorrected)
def a_contact_was_corrected(event: ContactCorrected) -> None:
    """Hours of support may have shrunk."""
    _derive(event.participant_id)


@on(IdentityCorrected)
def an_identity_was_corrected(event: IdentityCorrected) -> None:
    """Age or gender may have changed."""
    _derive(event.participant_id)


@on(StayCorrected)
def a_stay_was_corrected(event: StayCorrected) -> None:
    """Days may have changed, or whose stay it is."""
    _derive(event.participant_id)


@on(FilesMerged)
def files_were_merged(event: FilesMerged) -> None:
    """Stays moved from one participant to the other."""
    for participant_id in event.participant_ids:
        _derive(participant_id)


@on(SpellStarted)
def a_spell_started(event: SpellStarted) -> None:
    """A placement counts in the programme's own rate."""
    _derive(facts.participant_of(event.person_id))


def _derive(participant_id: UUID) -> None:
    actions.derive(participant_ids=[participant_id], as_of=timezone.localdate())
