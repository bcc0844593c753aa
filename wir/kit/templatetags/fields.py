"""Forms in KERN's manner: label, hint, error and input belong together, for every Django form."""

from __future__ import annotations

import copy
import re

from django import forms, template
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wir.kit.templatetags.shapes import Text

register = template.Library()

Kind = str
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# First match wins: subclasses stand before their base.
KINDS: tuple[tuple[type[forms.Widget], Kind], ...] = (
    (forms.CheckboxSelectMultiple, "options"),
    (forms.RadioSelect, "options"),
    (forms.CheckboxInput, "check"),
    (forms.SelectMultiple, "multiple"),
    (forms.NullBooleanSelect, "select"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.MultiWidget, "parts"),
    (forms.SelectDateWidget, "parts"),
)
CLASSES: dict[Kind, str] = {
    "check": "kern-form-check__checkbox",
    "multiple": "kern-form-input__input wir-multiple",
    "select": "kern-form-input__select",
    "textarea": "kern-form-input__input wir-textarea",
    "file": "kern-form-input__input",
    "parts": "kern-form-input__input",
    "input": "kern-form-input__input",
}


@register.simple_tag
def field(bound: BoundField, /, *, label: Text = "", hint: Text = "", width: str = "") -> SafeString:
    """One field of a form with label, hint and error, tied together for screen readers.

    ``width`` ("short", "medium") bounds inputs whose answers are short.

    {% field form.birth_date %}
    """
    if not isinstance(bound, BoundField):
        raise template.TemplateSyntaxError("field: the form has no such field")
    if width not in {"", "short", "medium"}:
        raise template.TemplateSyntaxError(f"field: width={width!r} is none of short, medium")
    if bound.is_hidden:
        return SafeString(str(bound))
    kind = _kind(bound.field.widget)
    hint = hint or bound.help_text
    described_by = _described_by(bound, hint)
    context = {
        "bound": bound,
        "kind": kind,
        "label": label or bound.label,
        "hint": hint,
        "width": width,
        "described_by": described_by,
        "widget": "" if kind == "options" else _widget(bound, kind, described_by),
        "option_class": _option_class(bound.field.widget),
    }
    return render_to_string("kit/components/field.html", context)


@register.simple_tag
def form_fields(form: forms.BaseForm, /) -> SafeString:
    """All fields of a form, one below the other, hidden ones included.

    {% form_fields form %}
    """
    if not isinstance(form, forms.BaseForm):
        raise template.TemplateSyntaxError("form_fields: this is no form")
    fields = [*form.hidden_fields(), *form.visible_fields()]
    return render_to_string("kit/components/form_fields.html", {"fields": fields})


@register.simple_tag
def form_errors(form: forms.BaseForm, /, *, focus: bool = True) -> SafeString:
    """What is wrong with a form, at its top, each line leading to its field; nothing when all is well.

    It takes the focus, so that it is read out first; ``focus=False`` where a page shows several forms.

    {% form_errors form %}
    """
    if not isinstance(form, forms.BaseForm):
        raise template.TemplateSyntaxError("form_errors: this is no form")
    if not form.errors:
        return SafeString("")
    context = {
        "focus": focus,
        "title": _("Please check your entries"),
        "general": form.non_field_errors(),
        "hidden": [(bound, bound.errors) for bound in form.hidden_fields() if bound.errors],
        "fields": [
            {"bound": bound, "target": _target(bound), "errors": bound.errors}
            for bound in form.visible_fields()
            if bound.errors
        ],
    }
    return render_to_string("kit/components/form_errors.html", context)


def _kind(widget: forms.Widget) -> Kind:
    return next((kind for cls, kind in KINDS if isinstance(widget, cls)), "input")


def _described_by(bound: BoundField, hint: Text) -> str:
    ids = [f"{bound.auto_id}_helptext"] if hint else []
    if bound.errors:
        ids.append(f"{bound.auto_id}_error")
    return " ".join(ids)


def _widget(bound: BoundField, kind: Kind, described_by: str) -> SafeString:
    widget = copy.deepcopy(bound.field.widget)
    if type(widget) is forms.DateInput and widget.input_type == "text" and _is_day(bound.value()):
        # The browser's own date field speaks ISO, whatever the language of the page, and drops anything else;
        # what was typed wrongly must stay readable beside its error.
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    classes = [widget.attrs.get("class", ""), CLASSES[kind]]
    if bound.errors:
        classes.append(f"{CLASSES[kind].split()[0]}--error")
    attrs: dict[str, str | bool] = {"class": " ".join(filter(None, classes))}
    if described_by:
        attrs["aria-describedby"] = described_by
    return bound.as_widget(widget=widget, attrs=attrs)


def _is_day(value: object) -> bool:
    return value is None or not isinstance(value, str) or value == "" or bool(ISO_DAY.fullmatch(value))


def _option_class(widget: forms.Widget) -> str:
    many = isinstance(widget, forms.CheckboxSelectMultiple)
    return "kern-form-check__checkbox" if many else "kern-form-check__radio"


def _target(bound: BoundField) -> str:
    """Return the id that a link to the field leads to; of choices, the first."""
    return f"{bound.auto_id}_0" if _kind(bound.field.widget) in {"options", "parts"} else bound.id_for_label
