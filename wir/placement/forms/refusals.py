"""How a refusal becomes sentences at the fields it concerns."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils import formats

from wir.placement.forms.words import EXPLANATIONS
from wir.placement.rules import Obstacle


class ExplainingForm(forms.Form):
    def explain(self, obstacles: Iterable[Obstacle]) -> None:
        """Say of each obstacle what is wrong and what helps, at its field where the form has it."""
        for obstacle in obstacles:
            name, sentence = EXPLANATIONS[obstacle]
            text = str(sentence) % {"day": self._day(name)}
            self.add_error(name if name in self.fields else None, text)

    def _day(self, name: str) -> str:
        day = self.cleaned_data.get(name)
        return formats.date_format(day, "SHORT_DATE_FORMAT") if isinstance(day, date) else ""
