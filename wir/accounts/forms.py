"""Signing in, and one's own profile."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.forms import LoginForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wir.accounts.adapters.lockout import codes_are_locked, forget_wrong_codes, note_wrong_code
from wir.kit.languages import SPOKEN
from wir.kit.rates import Rate, take

CODE = Rate("code", 1, timedelta(minutes=1))
"""A code works once, in whichever process it is entered (RFC 6238, 5.2)."""


class SignInForm(LoginForm):
    """The way to a forgotten password stands below the form, in the words of this site."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class CodeForm(AuthenticateForm):
    """A code of the app or of the recovery sheet; ten wrong ones in an hour are enough, across processes."""

    def clean_code(self) -> str:
        return _counted(self, super().clean_code)


class ConfirmingCodeForm(ReauthenticateForm):
    """The same, where somebody who is signed in proves once more that it is them."""

    def clean_code(self) -> str:
        return _counted(self, super().clean_code)


def _counted(form: Any, check: Any) -> str:
    login = form.user.email
    if codes_are_locked(context.request, login):
        raise forms.ValidationError(
            _(
                "Too many wrong codes. Please wait an hour, use a passkey, or ask the coordinators of your network."
            )
        )
    try:
        code: str = check()
    except forms.ValidationError:
        note_wrong_code(context.request, login)
        raise
    if take(CODE, f"{form.user.pk} {code}"):
        note_wrong_code(context.request, login)
        raise forms.ValidationError(
            _(
                "This code has been used already. Please wait for the next one; it takes half a minute at most."
            )
        )
    forget_wrong_codes(context.request, login)
    return code


class ProfileForm(forms.Form):
    name = forms.CharField(
        label=_("Name that colleagues see"),
        max_length=120,
        error_messages={"required": _("Please enter your name.")},
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages in which you can counsel"),
        choices=list(SPOKEN.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    mail_language = forms.ChoiceField(
        label=_("Language of mails to you"), choices=settings.LANGUAGES, initial="de"
    )
