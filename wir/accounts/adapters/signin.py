"""How allauth behaves in this house."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wir.accounts.adapters.secrets import opened_secret, sealed_secret
from wir.accounts.rules import asserts_second_factor
from wir.kit.addresses import address_of
from wir.kit.stepup import ASSERTED, second_factor_asserted


class ClosedSignup(DefaultAccountAdapter):
    """Accounts are given by the network, nobody opens one alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def get_login_stages(self) -> list[str]:
        ours = f"{SecondFactorStage.__module__}.{SecondFactorStage.__name__}"
        theirs = f"{AuthenticateStage.__module__}.{AuthenticateStage.__name__}"
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]


class SecondFactorStage(AuthenticateStage):
    """Asks for the second factor, unless the provider through which somebody came has asked for one."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return bool(super()._should_handle(request)) and not second_factor_asserted(request, self.login.user)


class InvitedOnly(DefaultSocialAccountAdapter):
    """A provider opens an account that was invited here, known by its confirmed e-mail address; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        claims = sociallogin.account.extra_data.get("id_token", {})
        amr, acr = claims.get("amr", []), str(claims.get("acr", ""))
        # what the provider tells beside that is not ours to keep
        sociallogin.account.extra_data = {"amr": amr, "acr": acr}
        request.session.pop(ASSERTED, None)
        if sociallogin.is_existing and asserts_second_factor(amr, acr, settings.OIDC_SECOND_FACTOR_ACR):
            request.session[ASSERTED] = str(sociallogin.user.pk)


class SealedSecrets(DefaultMFAAdapter):
    """Secrets of the second factor are sealed with the house's keys (``secrets``)."""

    def encrypt(self, text: str) -> str:
        return sealed_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        return opened_secret(encrypted_text)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002
        """Suggest what a new passkey is called."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "WIR"}
