"""The sign-in of a Land or a carrier (OpenID Connect), as the environment names it."""

from collections.abc import Mapping
from typing import Any

PROVIDER_ID = "oidc"


def provider_from(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return allauth's settings for the provider of ``WIR_OIDC_ISSUER``; nothing when it is not set."""
    issuer = environment.get("WIR_OIDC_ISSUER", "")
    if not issuer:
        return {}
    app = {
        "provider_id": PROVIDER_ID,
        "name": environment.get("WIR_OIDC_NAME", "OpenID Connect"),
        "client_id": environment["WIR_OIDC_CLIENT_ID"],
        "secret": environment.get("WIR_OIDC_SECRET", ""),
        "settings": {"server_url": issuer, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}
