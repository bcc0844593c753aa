"""What participants see of a member of staff."""

from __future__ import annotations

from django.db import transaction

from wir.kit.acting import Actor
from wir.network.models import Membership
from wir.privacy import actions as privacy
from wir.privacy.rules import Purpose


@transaction.atomic
def choose_face(*, membership: Membership, shows_name: bool, first_contact: str, actor: Actor) -> Membership:
    """Let a member choose what participants see of them: function and first contact, or also the name."""
    membership = Membership.objects.select_for_update().get(
        pk=membership.pk, user_id__in=[one for one in (actor.id,) if one]
    )
    membership.shows_name = shows_name
    membership.first_contact = first_contact.strip()
    membership.save(update_fields=["shows_name", "first_contact"])
    privacy.record(
        actor=actor, verb="network.face_chosen", network_id=membership.network_id, purpose=Purpose.SECURITY
    )
    return membership
