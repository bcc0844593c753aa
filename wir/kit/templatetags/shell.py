"""Parts of the page around every content."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext, gettext_lazy
from django_htmx.jinja import htmx_script

from wir.kit.routes import address
from wir.kit.templatetags.elements import symbol

register = template.Library()

FONT = "vendor/noto-sans/files/noto-sans-latin-wght-normal.woff2"
SHEETS = (
    "vendor/noto-sans/index.css",
    "vendor/kern/kern.min.css",
    *(f"kit/{name}.css" for name in ("base", "shell", "components", "records", "forms")),
)
CURRENT = ' aria-current="true"'
OF_ACCOUNT = (
    ("network:own_rights", gettext_lazy("My rights")),
    ("account", gettext_lazy("My account")),
    ("mfa_index", gettext_lazy("Second factor")),
    ("account_change_password", gettext_lazy("Change password")),
)
RIGHT_TO_LEFT = ("vendor/noto-sans-arabic/index.css",)


@register.simple_tag
def styles(*, right_to_left: bool) -> SafeString:
    """Icon, font and style sheets of every page; letters of languages from right to left only there.

    {% styles right_to_left=right_to_left %}
    """
    return _links(right_to_left)


@register.simple_tag
@lru_cache(maxsize=1)
def scripts() -> SafeString:
    """The programs of every page: htmx, and our own.

    {% scripts %}
    """
    return format_html('{}<script src="{}" defer></script>', htmx_script(), static("kit/kit.js"))


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


# The menus are written here, not in templates: every page bears them.


@register.simple_tag(takes_context=True)
def language_switch(context: template.Context) -> SafeString:
    """The languages of the site; the page comes back in the one chosen.

    {% language_switch %}
    """
    heading = gettext("Language:")
    current = get_language() or settings.LANGUAGE_CODE
    items = "".join(
        f'<li><button type="submit" name="language" value="{code}" lang="{code}"{CURRENT if code == current else ""}>'
        f"{name}</button></li>"
        for code, name in _languages()
    )
    return SafeString(
        f'<details class="wir-menu" data-menu><summary>{symbol("language")}'
        f'<span class="kern-sr-only">{escape(heading)} </span>'
        f'<span class="wir-menu__label wir-menu__label--code">{current.upper()}</span></summary>'
        f'<form class="wir-menu__body" method="post" action="{address("set_language")}">{_token(context)}'
        f'<input type="hidden" name="next" value="{escape(context["request"].get_full_path())}">'
        f"<ul>{items}</ul></form></details>"
    )


@register.simple_tag(takes_context=True)
def user_menu(context: template.Context) -> SafeString:
    """What somebody signed in does with their account; signing out is a form, so that no link can do it.

    {% user_menu %}
    """
    heading, sign_out = gettext("Account:"), gettext("Sign out")
    items = "".join(
        f'<li><a href="{address(name)}">{escape(str(label))}</a></li>' for name, label in OF_ACCOUNT
    )
    return SafeString(
        f'<details class="wir-menu" data-menu><summary>{symbol("account-circle")}'
        f'<span class="kern-sr-only">{escape(heading)} </span>'
        f'<span class="wir-menu__label wir-menu__label--wide">{escape(context["request"].user.name)}</span></summary>'
        f'<div class="wir-menu__body"><ul>{items}</ul>'
        f'<form method="post" action="{address("account_logout")}">{_token(context)}'
        f'<button type="submit">{symbol("logout")}{escape(sign_out)}</button></form></div></details>'
    )


@lru_cache(maxsize=1)
def _languages() -> tuple[tuple[str, str], ...]:
    return tuple((code, escape(get_language_info(code)["name_local"])) for code, _name in settings.LANGUAGES)


def _token(context: template.Context) -> str:
    return f'<input type="hidden" name="csrfmiddlewaretoken" value="{context["csrf_token"]}">'
