"""One's own profile."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.kit.languages import SPOKEN


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
