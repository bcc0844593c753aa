"""Inputs and lists of choices, written straight away; the rest as Django does.

A list of forty networks is eighty templates in Django's own renderer, a quarter of the page it stands on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Widget = Mapping[str, Any]
_FOLDER = "django/forms/widgets/"


class WidgetRenderer(DjangoTemplates):
    """Django's renderer, with the same HTML for the common widgets without their templates."""

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> SafeString:
        write = WRITTEN.get(template_name)
        if write:
            return write(context["widget"])
        return SafeString(super().render(template_name, context, request))


def _input(widget: Widget) -> SafeString:
    value = widget["value"]
    given = "" if value is None else format_html(' value="{}"', str(value))
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], given, _attrs(widget)
    )


def _select(widget: Widget) -> SafeString:
    groups = format_html_join(
        "", "{}", ((_group(name, options),) for name, options, _ in widget["optgroups"])
    )
    return format_html('<select name="{}"{}>{}</select>', widget["name"], _attrs(widget), groups)


def _group(name: str | None, options: list[Widget]) -> SafeString:
    written = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((str(option["value"]), _attrs(option), option["label"]) for option in options),
    )
    return format_html('<optgroup label="{}">{}</optgroup>', name, written) if name else written


def _textarea(widget: Widget) -> SafeString:
    return format_html(
        '<textarea name="{}"{}>\n{}</textarea>', widget["name"], _attrs(widget), widget["value"] or ""
    )


def _attrs(widget: Widget) -> SafeString:
    given = ((name, value) for name, value in widget["attrs"].items() if value is not False)
    return format_html_join("", "{}", ((_attr(name, value),) for name, value in given))


def _attr(name: str, value: Any) -> SafeString:
    return format_html(" {}", name) if value is True else format_html(' {}="{}"', name, str(value))


_INPUTS = "checkbox color date datetime email hidden input number password search tel text time url"
WRITTEN: dict[str, Callable[[Widget], SafeString]] = {
    **{f"{_FOLDER}{name}.html": _input for name in _INPUTS.split()},
    f"{_FOLDER}select.html": _select,
    f"{_FOLDER}textarea.html": _textarea,
}
