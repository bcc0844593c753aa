"""Languages, schooling, work so far, wishes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wir.desk.forms.days import DayForm
from wir.desk.forms.identity import languages
from wir.desk.forms.words import ISCED, LEVELS
from wir.kit.choices import labelled
from wir.people.rules.facts import Level

ROWS = (1, 2, 3, 4)
ISCED_CHOICES = [("", _("not known")), *((str(level), label) for level, label in ISCED.items())]


class IscedField(forms.TypedChoiceField):
    """Highest level completed, ISCED 2011 0–8, in words that people without a table understand."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=ISCED_CHOICES, coerce=int, empty_value=None, required=False, **options)


class SkillsForm(DayForm):
    """What somebody brings along."""

    schooling = forms.CharField(
        label=_("School and training so far"),
        max_length=200,
        required=False,
        help_text=_("In the person's words, e.g. nine years of school in Herat."),
    )
    isced = IscedField(label=_("Highest level completed"))
    occupation = forms.CharField(label=_("Work so far"), max_length=200, required=False)
    wishes = forms.CharField(
        label=_("What the person wants to reach"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for row in ROWS:
            self.fields[f"language_{row}"] = forms.ChoiceField(
                label=_("Language"), choices=languages, required=False, initial="de" if row == 1 else ""
            )
            self.fields[f"level_{row}"] = forms.ChoiceField(
                label=_("Level"), choices=[("", _("not known")), *labelled(LEVELS)], required=False
            )

    def language_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the pairs of fields, for the template."""
        return [(self[f"language_{row}"], self[f"level_{row}"]) for row in ROWS]

    def clean(self) -> dict[str, Any]:
        super().clean()
        seen: set[str] = set()
        for row in ROWS:
            code, level = self.cleaned_data.get(f"language_{row}"), self.cleaned_data.get(f"level_{row}")
            if level and not code:
                self.add_error(
                    f"language_{row}", gettext("Please choose the language that is spoken at this level.")
                )
            if code and code in seen:
                self.add_error(
                    f"language_{row}", gettext("This language is listed twice. Please clear one of the rows.")
                )
            seen.add(code or "")
        return self.cleaned_data

    def spoken(self) -> tuple[tuple[str, Level | None], ...]:
        """Return languages with levels, as far as they are known; German without a level is not known."""
        pairs = [(self.cleaned_data[f"language_{row}"], self.cleaned_data[f"level_{row}"]) for row in ROWS]
        return tuple(
            (code, Level(level) if level else None)
            for code, level in pairs
            if code and (level or code != "de")
        )
