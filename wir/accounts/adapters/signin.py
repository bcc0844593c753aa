"""How allauth behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from wir.accounts.adapters.secrets import opened_secret, sealed_secret


class ClosedSignup(DefaultAccountAdapter):
    """Accounts are given by the network, nobody opens one alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SealedSecrets(DefaultMFAAdapter):
    """Secrets of the second factor are sealed with the house's keys (``secrets``)."""

    def encrypt(self, text: str) -> str:
        return sealed_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        return opened_secret(encrypted_text)
