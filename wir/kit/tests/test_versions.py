"""Two people edit the same record: nothing is overwritten unseen, and what does not collide is taken over."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from wir.kit.versions import ChangedMeanwhile, VersionedForm, marks_of, refuse_if_changed

KNOWN: dict[str, Any] = {"town": "Kiel", "on": date(2026, 3, 1), "ways": ["a"], "agreed": None}


class TownForm(VersionedForm):
    town = forms.CharField(required=False)
    on = forms.DateField(required=False)
    ways = forms.MultipleChoiceField(choices=[("a", "Anruf"), ("b", "Brief")], required=False)
    agreed = forms.NullBooleanField(required=False)


def sent(shown: str, town: str, on: str = "2026-03-01", ways: str = "a") -> TownForm:
    data = QueryDict(mutable=True)
    data.update({"shown": shown, "town": town, "on": on})
    data.setlist("ways", [ways])
    form = TownForm(data, known=KNOWN)
    assert form.is_valid()
    return form


def test_an_unchanged_record_is_saved() -> None:
    form = sent(marks_of(KNOWN), "Lübeck")

    refuse_if_changed(form.seen(), KNOWN)
    assert form.values()["town"] == "Lübeck"
    assert "shown" not in form.values()


@pytest.mark.parametrize("shown", ["", "no marks", "[1]", '{"town": 3'])
def test_what_is_no_mark_marks_nothing(shown: str) -> None:
    refuse_if_changed(shown, KNOWN)


def test_a_change_of_another_field_is_taken_over_and_said() -> None:
    form = sent(marks_of(KNOWN), "Lübeck")
    now = KNOWN | {"on": date(2026, 4, 1), "ways": ["a", "b"]}
    with pytest.raises(ChangedMeanwhile) as refusal:
        refuse_if_changed(form.seen(), now)
    form.explain_changes(refusal.value)

    assert set(form.errors) == {"__all__"}
    assert (form["town"].value(), form["on"].value(), form["ways"].value()) == (
        "Lübeck",
        "2026-04-01",
        ["a", "b"],
    )
    refuse_if_changed(str(form["shown"].value()), now)  # saved the second time


def test_a_change_of_the_same_field_shows_both_values() -> None:
    form = sent(marks_of(KNOWN), "Lübeck", ways="b")
    now = KNOWN | {"town": "Bonn", "ways": []}
    form.explain_changes(ChangedMeanwhile(now))

    assert set(form.errors) == {"__all__", "town", "ways"}
    assert "„Bonn“" in form.errors["town"][0]
    assert "„nichts“" in form.errors["ways"][0]
    assert form["town"].value() == "Lübeck"


def test_both_typed_the_same() -> None:
    form = sent(marks_of(KNOWN), "Bonn")
    form.explain_changes(ChangedMeanwhile(KNOWN | {"town": "Bonn"}))

    assert set(form.errors) == {"__all__"}
