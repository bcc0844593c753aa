"""What the provider of the tests tells about a sign-in; read by that process alone, after its set-up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter

from wir.accounts.tests.provider import METHODS


class Telling(DefaultOIDCAdapter):
    """Says by which methods somebody signed in (RFC 8176)."""

    def get_claims(
        self, purpose: str, user: Any, client: Any, scopes: Iterable[str], **rest: Any
    ) -> dict[str, Any]:
        claims: dict[str, Any] = super().get_claims(purpose, user, client, scopes, **rest)
        return claims | {"amr": METHODS[user.email]}
