"""What participants see of a member of staff."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FaceForm(forms.Form):
    """Function and first contact are shown; the name only if the member wants it."""

    first_contact = forms.CharField(
        label=_("How participants reach you first"),
        max_length=120,
        required=False,
        help_text=_("For example the telephone of the office or its common mailbox."),
    )
    shows_name = forms.BooleanField(
        label=_("Show my name to participants"),
        required=False,
        help_text=_("This is your own decision, and you can change it at any time."),
    )
