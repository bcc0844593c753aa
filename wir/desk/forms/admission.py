"""Taking on somebody whose file is there already, for example from a list."""

from __future__ import annotations

from typing import Any

from wir.desk.forms.entry import EntryForm
from wir.desk.forms.paper import PaperForm
from wir.desk.forms.stay import StayForm
from wir.people.models import Person


class AdmissionForm(PaperForm, StayForm, EntryForm):
    """A stay for a known person; the paper is asked for only where none is recorded."""

    def __init__(self, *args: Any, person: Person, has_paper: bool, **options: Any) -> None:
        options["initial"] = {
            "entry_isced": person.isced,
            "consent_language": person.contact_language or "de",
            **(options.get("initial") or {}),
        }
        super().__init__(*args, projects=[person.project], **options)
        self.has_paper = has_paper
        if has_paper:
            for name in list(PaperForm.base_fields):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        if self.has_paper:
            self.cleaned_data["status"] = ""
        return super().clean()
