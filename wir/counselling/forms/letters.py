"""The choice among letters to authorities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from wir.counselling.rules.letters import Letter
from wir.kit.choices import offer

if TYPE_CHECKING:
    from wir.counselling.forms.words import Words

LETTERS: Words = {
    Letter.OBJECTION: _("Objection (Widerspruch)"),
    Letter.PROGRESS: _("Ask how far it is"),
    Letter.RECEIPT: _("Ask to confirm the receipt"),
    Letter.DOCUMENTS: _("Send documents"),
    Letter.ACCESS: _("Ask to see the file"),
    Letter.BLANK: _("Other letter"),
}


class LetterForm(forms.Form):
    letter = forms.ChoiceField(label=_("Letter of the person to the authority"))

    def __init__(self, fitting: Iterable[Letter]) -> None:
        super().__init__()
        offer(self, "letter", ((letter.value, LETTERS[letter]) for letter in fitting))
