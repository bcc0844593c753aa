"""Secrets of the second factor, sealed with a sub-key of the house's keys (``kit.sealing``)."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import transaction

from wir.kit.sealing import Use, key_id_of, ring, seal, unseal

_MARK = "wir1:"
_PLACE = "mfa_authenticator"  # allauth seals before there is a row, so no row can be part of the place
EARLIER = "earlier"
"""Stands for the id of a key where a secret was sealed with the site's secret key, as earlier versions did."""


def sealed_secret(text: str) -> str:
    """Return the secret as the database may hold it."""
    return _MARK + base64.urlsafe_b64encode(seal(text.encode(), use=Use.SECOND_FACTOR, place=_PLACE)).decode()


def opened_secret(sealed: str) -> str:
    """Return the secret; those of earlier versions were sealed with the site's secret key."""
    if sealed.startswith(_MARK):
        return unseal(_content(sealed), use=Use.SECOND_FACTOR, place=_PLACE).decode()
    return _earlier_keys().decrypt(sealed.encode()).decode()


def counts_by_key() -> Counter[str]:
    """Return how many secrets each key seals, by key id."""
    return Counter(
        key_id_of(_content(text)) if text.startswith(_MARK) else EARLIER
        for row in Authenticator.objects.all()
        for text in _secrets_in(row.data)
    )


def reseal_secrets() -> int:
    """Seal the secrets of every second factor with the newest key; return how many rows were changed."""
    return sum(_resealed(pk) for pk in Authenticator.objects.values_list("pk", flat=True))


@transaction.atomic
def _resealed(pk: int) -> bool:
    row = Authenticator.objects.select_for_update().filter(pk=pk).first()
    if row is None or all(_is_newest(text) for text in _secrets_in(row.data)):
        return False
    row.data = {name: _renewed(name, value) for name, value in row.data.items()}
    row.save(update_fields=["data"])
    return True


def _renewed(name: str, value: Any) -> Any:
    if name in {"secret", "seed"}:
        return sealed_secret(opened_secret(value))
    if name == "migrated_codes":
        return [sealed_secret(opened_secret(code)) for code in value]
    return value


def _secrets_in(data: dict[str, Any]) -> Iterator[str]:
    """Yield what is sealed: the secret of TOTP, the seed of the recovery codes or codes taken over."""
    yield from (data[name] for name in ("secret", "seed") if name in data)
    yield from data.get("migrated_codes", [])


def _is_newest(text: str) -> bool:
    return text.startswith(_MARK) and key_id_of(_content(text)) == ring().ids[-1]


def _content(text: str) -> bytes:
    return base64.urlsafe_b64decode(text.removeprefix(_MARK))


def _earlier_keys() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(sha256(f"mfa:{secret}".encode()).digest())) for secret in secrets]
    )
