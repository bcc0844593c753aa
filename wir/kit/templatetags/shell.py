"""Parts of the page around every content."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

FONT = "vendor/noto-sans/files/noto-sans-latin-wght-normal.woff2"
SHEETS = (
    "vendor/noto-sans/index.css",
    "vendor/kern/kern.min.css",
    *(f"kit/{name}.css" for name in ("base", "shell", "components", "records", "forms")),
)
RIGHT_TO_LEFT = ("vendor/noto-sans-arabic/index.css",)


@register.simple_tag
def styles(*, right_to_left: bool) -> SafeString:
    """Icon, font and style sheets of every page; letters of languages from right to left only there.

    {% styles right_to_left=right_to_left %}
    """
    return _links(right_to_left)


@lru_cache(maxsize=2)
def _links(right_to_left: bool) -> SafeString:
    """Return the links; addresses of the files change with the release, not while it runs."""
    sheets = (*SHEETS, *(RIGHT_TO_LEFT if right_to_left else ()))
    return format_html(
        '<link rel="icon" href="{}" type="image/svg+xml">'
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>{}'
        '<link rel="stylesheet" href="{}" media="print">',
        static("kit/mark.svg"),
        static(FONT),
        format_html_join("", '<link rel="stylesheet" href="{}">', ((static(sheet),) for sheet in sheets)),
        static("kit/print.css"),
    )
