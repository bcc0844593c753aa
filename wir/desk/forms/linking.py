"""Whether a file is about somebody whom another sub-project of the network knows."""

from __future__ import annotations

from django import forms


class LinkForm(forms.Form):
    """The decision about one participant."""

    other = forms.UUIDField()
    same = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])

    def is_same(self) -> bool:
        """Return what was decided."""
        return bool(self.cleaned_data["same"] == "yes")
