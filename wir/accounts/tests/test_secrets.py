"""Secrets of the second factor are sealed with the house's keys, and get a new one when there is one."""

from __future__ import annotations

import base64
from hashlib import sha256

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from pytest_django import Settings

from wir.accounts.adapters import secrets
from wir.accounts.models import User
from wir.kit import sealing
from wir.kit.sealing import new_key

SECRET = "JBSWY3DPEHPK3PXP"


@pytest.mark.django_db
def test_secrets_get_the_newest_key_and_stay_the_same(ada: User, settings: Settings) -> None:
    totp = Authenticator.objects.create(
        user=ada, type=Authenticator.Type.TOTP, data={"secret": secrets.sealed_secret(SECRET)}
    )
    codes = Authenticator.objects.create(
        user=ada,
        type=Authenticator.Type.RECOVERY_CODES,
        data={"seed": secrets.sealed_secret("seed"), "used_mask": 3},
    )
    settings.WIR_KEYS = f"{settings.WIR_KEYS} {new_key()}"
    newest = sealing.ring().ids[-1]
    before = secrets.counts_by_key()

    assert newest not in before
    assert secrets.reseal_secrets() == 2
    assert secrets.counts_by_key() == {newest: 2}
    assert secrets.reseal_secrets() == 0
    totp.refresh_from_db()
    codes.refresh_from_db()
    assert secrets.opened_secret(totp.data["secret"]) == SECRET
    assert (secrets.opened_secret(codes.data["seed"]), codes.data["used_mask"]) == ("seed", 3)


@pytest.mark.django_db
def test_a_secret_of_an_earlier_version_still_opens_and_is_renewed(ada: User, settings: Settings) -> None:
    key = base64.urlsafe_b64encode(sha256(f"mfa:{settings.SECRET_KEY}".encode()).digest())
    earlier = Fernet(key).encrypt(SECRET.encode()).decode()
    row = Authenticator.objects.create(
        user=ada, type=Authenticator.Type.RECOVERY_CODES, data={"migrated_codes": [earlier]}
    )

    assert secrets.opened_secret(earlier) == SECRET
    assert secrets.reseal_secrets() == 1
    row.refresh_from_db()
    assert [secrets.opened_secret(code) for code in row.data["migrated_codes"]] == [SECRET]
    assert secrets.counts_by_key() == {sealing.ring().ids[-1]: 1}
