"""Two people edit the same record: whoever saves later is told what the other saved, and nothing is overwritten unseen.

A form carries a mark of each value as it was shown (``VersionedForm``). The action compares the marks with what is
stored now, under the lock of the row (``refuse_if_changed``), and the form shows both values (``explain_changes``):
fields the reader had not touched take the new value, the others wait for a decision.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from hashlib import sha256
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _

MARK_LENGTH = 12
"""Hexadecimal digits of a mark; it only has to tell one value from the next, not to withstand forgers."""

Text = str | Promise


class ChangedMeanwhile(Exception):
    """Somebody else saved the record since it was shown; ``now`` is what is stored, field by field."""

    def __init__(self, now: Mapping[str, object]) -> None:
        super().__init__("changed meanwhile")
        self.now = dict(now)


def marks_of(known: Mapping[str, object]) -> str:
    """Return marks of these values for a form, a short hash for each field."""
    return json.dumps({name: _mark(value) for name, value in sorted(known.items())}, separators=(",", ":"))


def refuse_if_changed(seen: str, now: Mapping[str, object]) -> None:
    """Raise ChangedMeanwhile when a value is no longer the one that was shown; the caller holds the row's lock."""
    if _changed(_read(seen), now):
        raise ChangedMeanwhile(now)


class VersionedForm(forms.Form):
    """A form over stored values that knows which of them the reader has seen.

    ``known`` are the values by field name as the form shows them; give ``seen()`` to the action.
    """

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None = None, *, known: Mapping[str, object]) -> None:
        self._sent = QueryDict(mutable=True) if data is None else data.copy()
        super().__init__(None if data is None else self._sent, initial={**known, "shown": marks_of(known)})

    def facts(self) -> list[tuple[Text, str]]:
        """Return what is known, field by field, as label and words; what is not known is left out."""
        said = ((field.label or name, self.in_words(name)) for name, field in self.fields.items())
        return [(label, words) for label, words in said if words]

    def in_words(self, name: str) -> str:
        """Return the stored value of a field as it reads; empty where nothing is known."""
        return "" if name == "shown" else self.worded(name, self.initial.get(name))

    def seen(self) -> str:
        """Return the marks of what the reader saw."""
        return str(self.cleaned_data["shown"])

    def values(self) -> dict[str, Any]:
        """Return what was typed, by field name."""
        return {name: value for name, value in self.cleaned_data.items() if name != "shown"}

    def worded(self, name: str, value: object) -> str:
        """Return a value as it reads in this field: choices by their words, days as the reader writes them."""
        if isinstance(value, list | tuple):
            return ", ".join(self.worded(name, one) for one in value)
        if isinstance(value, date):
            return str(formats.date_format(value, "SHORT_DATE_FORMAT"))
        if _plain(value) == "":
            return ""
        field = self.fields.get(name)
        words = dict(_flat(field.choices)) if isinstance(field, forms.ChoiceField) else {}
        return str(words.get(_plain(value), _plain(value)))

    def explain_changes(self, refusal: ChangedMeanwhile) -> None:
        """Take over what the reader had not touched, show both values of what they had, and ask to save again."""
        seen, typed = _read(self.seen()), self.cleaned_data.copy()
        for name in _changed(seen, refusal.now):
            if name not in self.fields:
                continue  # shown by other fields, as parts of it
            if _mark(typed.get(name)) == seen.get(name, _mark(None)):
                self._put(name, refusal.now[name])
            elif _mark(typed.get(name)) != _mark(refusal.now[name]):
                self.add_error(name, self._both(name, refusal.now[name]))
        self._put("shown", marks_of(refusal.now))
        self.add_error(
            None,
            _(
                "Somebody else has changed this meanwhile. Nothing was overwritten: look at the fields and save again."
            ),
        )

    def _both(self, name: str, stored: object) -> str:
        said = self.worded(name, stored) or _("nothing")
        return _("Meanwhile “%(value)s” was saved here. Save again to keep yours, or enter that.") % {
            "value": said
        }

    def _put(self, name: str, value: object) -> None:
        bound = self[name]
        prepared = bound.field.prepare_value(value)
        if isinstance(prepared, list | tuple):
            self._sent.setlist(self.add_prefix(name), [str(one) for one in prepared])
        else:
            self._sent[self.add_prefix(name)] = "" if prepared is None else _plain(prepared)


def _flat(choices: Any) -> list[tuple[str, Any]]:
    """Return choices without their groups, codes as texts."""
    flat: list[tuple[str, Any]] = []
    for code, label in choices:
        flat += _flat(label) if isinstance(label, list | tuple) else [(str(code), label)]
    return flat


def _changed(seen: Mapping[str, str], now: Mapping[str, object]) -> list[str]:
    return [name for name, value in now.items() if name in seen and seen[name] != _mark(value)]


def _read(marks: str) -> dict[str, str]:
    """Return the marks by field; what is no such text marks nothing, and the save is checked against nothing."""
    try:
        read = json.loads(marks or "{}")
    except ValueError:
        return {}
    return {str(name): str(mark) for name, mark in read.items()} if isinstance(read, dict) else {}


def _mark(value: object) -> str:
    return sha256(_plain(value).encode()).hexdigest()[:MARK_LENGTH]


def _plain(value: object) -> str:
    """Return one text for values that a form takes for the same: nothing, an empty text, an empty list."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, list | tuple | set | frozenset):
        return json.dumps([_plain(one) for one in value]) if value else ""
    return "" if value is None else str(value)
