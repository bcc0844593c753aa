"""The form of the gallery: one field of every kind."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LANGUAGES = [("ar", _("Arabic")), ("fa", _("Persian")), ("ti", _("Tigrinya")), ("uk", _("Ukrainian"))]
STATUSES = [
    ("", _("Please choose")),
    ("permit", _("Residence permit")),
    ("gestattung", "Aufenthaltsgestattung"),
    ("duldung", "Duldung"),
]
MODES = [("visit", _("In person")), ("phone", _("By telephone")), ("video", _("By video"))]


class ExampleForm(forms.Form):
    family_name = forms.CharField(label=_("Family name"), max_length=80, help_text=_("As in the papers."))
    born_on = forms.DateField(label=_("Born on"), widget=forms.DateInput)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=480, initial=30)
    status = forms.ChoiceField(label=_("Residence status"), choices=STATUSES)
    mode = forms.ChoiceField(label=_("How"), choices=MODES, widget=forms.RadioSelect, initial="phone")
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=LANGUAGES, widget=forms.CheckboxSelectMultiple, required=False
    )
    interpreters = forms.MultipleChoiceField(
        label=_("Interpreters"), choices=LANGUAGES, required=False, help_text=_("Several can be chosen.")
    )
    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    papers = forms.FileField(label=_("File"), required=False)
    consent = forms.BooleanField(label=_("The person agrees that the note is kept"))
    step = forms.CharField(widget=forms.HiddenInput, initial="1", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        if cleaned.get("mode") == "video" and not cleaned.get("note"):
            raise forms.ValidationError(_("A talk by video needs a note."))
        return cleaned
