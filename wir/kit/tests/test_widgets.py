"""What the renderer writes itself is what Django's templates would have written."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test import SimpleTestCase

from wir.kit.widgets import WidgetRenderer

HOSTILE = "\"><script>alert('x')</script> &amp; ü"
CHOICES = [("", "–"), ("a", HOSTILE), (HOSTILE, "b"), ("Gruppe", [("c", "C"), ("d", "D")]), (7, "sieben")]


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.TextInput(), HOSTILE),
        (forms.TextInput(), None),
        (forms.NumberInput(attrs={"min": 1, "step": "0.5"}), 0),
        (forms.DateInput(format="%Y-%m-%d"), date(2026, 11, 25)),
        (forms.PasswordInput(), "not shown again"),
        (forms.HiddenInput(), HOSTILE),
        (forms.CheckboxInput(), True),
        (forms.CheckboxInput(), False),
        (forms.EmailInput(attrs={"required": True, "disabled": False, "data-x": HOSTILE}), "a@wir.example"),
        (forms.Textarea(attrs={"rows": 3}), HOSTILE),
        (forms.Textarea(), None),
        (forms.Select(choices=CHOICES), "d"),
        (forms.Select(choices=CHOICES), 7),
        (forms.SelectMultiple(choices=CHOICES), ["a", HOSTILE]),
        (forms.NullBooleanSelect(), None),
    ],
)
def test_a_widget_looks_as_in_djangos_own_templates(widget: forms.Widget, value: object) -> None:
    attrs = {"id": "id_field", "class": "kern", "aria-describedby": HOSTILE}

    ours = widget.render("field", value, attrs, renderer=WidgetRenderer())

    SimpleTestCase().assertHTMLEqual(ours, widget.render("field", value, attrs, renderer=DjangoTemplates()))
