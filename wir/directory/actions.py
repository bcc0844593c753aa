"""Organisations are written down once, by whoever first has to do with them."""

from __future__ import annotations

from django.db import transaction

from wir.directory.models import Organisation
from wir.directory.rules import OrganisationKind, same_words
from wir.kit.acting import Actor
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose


@transaction.atomic
def find_or_add_organisation(
    *, name: str, kind: OrganisationKind, postcode: str, place: str, actor: Actor
) -> Organisation:
    """Return the organisation of that kind, name and postcode; add it where nobody knows it yet.

    Case and spaces do not tell organisations apart. Without a postcode the only one of that name is meant.
    """
    name, place = same_words(name), same_words(place)
    known = Organisation.objects.filter(kind=kind.value, name__iexact=name).order_by("name", "postcode")
    here = known.filter(postcode=postcode).first()
    if here is None and not postcode and len(anywhere := known[:2]) == 1:
        here = anywhere[0]
    return here or _add(name=name, kind=kind, postcode=postcode, place=place, actor=actor)


def _add(*, name: str, kind: OrganisationKind, postcode: str, place: str, actor: Actor) -> Organisation:
    organisation, fresh = Organisation.objects.get_or_create(
        name=name, kind=kind.value, postcode=postcode, defaults={"place": place}
    )
    if fresh:
        privacy.record(
            actor=actor,
            verb="directory.organisation_added",
            purpose=Purpose.STRUCTURAL,
            network_id=actor.networks[0] if actor.networks else None,
            organisation=str(organisation.pk),
        )
    return organisation
