"""What pages ask about requests of authorities."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from wir.kit.acting import Actor
from wir.privacy.models import AuthorityRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet


def authority_requests(actor: Actor, led: Collection[UUID]) -> QuerySet[AuthorityRequest]:
    """Return what authorities asked: put down by the actor, or in the sub-projects the actor heads; newest first."""
    return AuthorityRequest.objects.visible_to(actor, led).order_by("-asked_on", "-id")


def authority_request_or_none(
    actor: Actor, led: Collection[UUID], request_id: UUID
) -> AuthorityRequest | None:
    """Return one request."""
    return authority_requests(actor, led).filter(pk=request_id).first()
