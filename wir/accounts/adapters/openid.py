"""OpenID Connect as allauth speaks it, with the signature of what the provider says checked always."""

from __future__ import annotations

from typing import Any

import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse

ALGORITHMS = frozenset(f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512)) | {"EdDSA"}
"""Signatures with public keys alone: no key of ours could have been used to make one."""


class SignedOpenID(OpenIDConnectOAuth2Adapter):
    """Checks the signature of ID tokens also where TLS to the provider would let one leave it out (OIDC Core, 3.1.3.7).

    Proxies of an operator may end TLS; then the signature alone says whose the token is.
    """

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        if jwt.get_unverified_header(id_token).get("alg") not in ALGORITHMS:
            raise OAuth2Error("an algorithm that no provider should use")
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return claims


def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the provider."""
    return _answered(OAuth2LoginView, request, provider_id)


def finish(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take what the provider says of whoever comes back."""
    return _answered(OAuth2CallbackView, request, provider_id)


def _answered(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        response: HttpResponse = view.adapter_view(SignedOpenID(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return response
