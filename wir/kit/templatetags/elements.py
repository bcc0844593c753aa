"""Small parts: buttons, notices, badges, panels, figures."""

from __future__ import annotations

from typing import Literal

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wir.kit.templatetags.shapes import BADGE_TONES, TONES, BadgeTone, Text, Tone, given, one_of, trimmed

register = template.Library()

ButtonKind = Literal["primary", "secondary", "tertiary", "danger"]
BUTTON_KINDS: tuple[str, ...] = ("primary", "secondary", "tertiary", "danger")
PURPOSES: tuple[str, ...] = ("submit", "button", "reset")
ICONS = frozenset(
    {
        *("account-circle", "add", "arrow-back", "arrow-down", "arrow-forward", "arrow-up", "autorenew"),
        *("calendar-today", "check", "checklist", "chevron-left", "chevron-right", "close", "content-copy"),
        *("danger", "dehaze", "delete", "download", "draft", "drive-folder-upload", "easy-language", "edit"),
        *("help", "home", "info", "language", "logout", "mail", "more-vert", "open-in-new", "question-mark"),
        *("search", "sign-language", "success", "visibility", "visibility-off", "warning"),
    }
)


def _check_icon(component: str, name: str) -> None:
    if name:
        one_of(component, "icon", name, sorted(ICONS))


@register.simple_tag
def icon(*, name: str) -> SafeString:
    """A decorative symbol of KERN's set; always beside a text that says the same.

    {% icon name="calendar-today" %}
    """
    one_of("icon", "name", name, sorted(ICONS))
    return symbol(name)


def symbol(name: str) -> SafeString:
    """Return the same for parts that are written here: a page shows dozens of them."""
    return format_html('<span class="kern-icon kern-icon--{}" aria-hidden="true"></span>', name)


@register.simple_tag
def button(
    *,
    label: Text,
    kind: ButtonKind = "primary",
    icon: str = "",
    purpose: Literal["submit", "button", "reset"] = "submit",
    name: str = "",
    value: str = "",
    small: bool = False,
    form: str = "",
    disabled: bool = False,
    anchor: str = "",
    sends_to: str = "",
) -> SafeString:
    """A button that does something; for going somewhere take link_button. ``anchor`` is the id a script knows it by.

    ``sends_to`` is where it sends the form instead of the form's own address, unchecked by the browser.

    {% button label=_("Save") name="action" value="save" %}
    """
    given("button", label=label)
    one_of("button", "kind", kind, BUTTON_KINDS)
    one_of("button", "purpose", purpose, PURPOSES)
    _check_icon("button", icon)
    context = {
        "label": label,
        "kind": kind,
        "icon": icon,
        "purpose": purpose,
        "name": name,
        "value": value,
        "small": small,
        "form": form,
        "disabled": disabled,
        "anchor": anchor,
        "sends_to": sends_to,
    }
    return render_to_string("kit/components/button.html", context)


@register.simple_tag
def link_button(
    *,
    label: Text,
    url: str,
    kind: ButtonKind = "secondary",
    icon: str = "",
    small: bool = False,
    key: str = "",
) -> SafeString:
    """A link that looks like a button: the main ways on from a page; ``key`` is the access key that leads there too.

    {% link_button label=_("New contact") url=new_url icon="add" %}
    """
    given("link_button", label=label, url=url)
    one_of("link_button", "kind", kind, BUTTON_KINDS)
    _check_icon("link_button", icon)
    context = {"label": label, "url": url, "kind": kind, "icon": icon, "small": small, "key": key}
    return render_to_string("kit/components/link_button.html", context)


@register.simple_block_tag
def notice(content: SafeString, *, tone: Tone, title: Text) -> SafeString:
    """A box that says what happened or what to do; announced to screen readers.

    {% notice tone="warning" title=_("Work permit missing") %}…{% endnotice %}
    """
    one_of("notice", "tone", tone, TONES)
    given("notice", title=title)
    context = {
        "content": trimmed(content),
        "title": title,
        "tone": tone,
        "role": "alert" if tone == "danger" else "status",
    }
    return render_to_string("kit/components/notice.html", context)


@register.simple_tag
def badge(*, label: Text, tone: BadgeTone = "neutral", icon: str = "") -> SafeString:
    """A state in one or two words; the colour never says more than the words.

    {% badge label=_("Open") tone="warning" %}
    """
    given("badge", label=label)
    one_of("badge", "tone", tone, BADGE_TONES)
    _check_icon("badge", icon)
    # written here, not in a template: a list shows dozens of them
    mark = symbol(icon) if icon else ""
    return format_html('<span class="wir-badge wir-badge--{}">{}{}</span>', tone, mark, label)


@register.simple_block_tag
def card(content: SafeString, *, title: Text, url: str = "", preline: Text = "") -> SafeString:
    """One thing in a grid of equals; with ``url`` the whole card is the link.

    {% card title=_("Caseload") url=caseload_url %}…{% endcard %}
    """
    given("card", title=title)
    context = {"content": trimmed(content), "title": title, "url": url, "preline": preline}
    return render_to_string("kit/components/card.html", context)


@register.simple_block_tag
def actions(content: SafeString) -> SafeString:
    """A row of buttons that wraps on a narrow screen; inside a panel it stands beside the heading.

    {% actions %}{% link_button … %}{% button … %}{% endactions %}
    """
    return render_to_string("kit/components/actions.html", {"content": trimmed(content)})


@register.simple_block_tag
def panel(
    content: SafeString,
    *,
    title: Text,
    anchor: str = "",
    level: int = 2,
    hint: Text = "",
    flush: bool = False,
) -> SafeString:
    """A section of a page with its heading; ``flush`` lets a table reach the panel's edges.

    An {% actions %} block as its first child is placed beside the heading.

    {% panel title=_("Contacts") %}{% actions %}…{% endactions %}…{% endpanel %}
    """
    given("panel", title=title)
    one_of("panel", "level", str(level), ("2", "3", "4"))
    context = {
        "content": content,
        "title": title,
        "anchor": anchor,
        "level": level,
        "hint": hint,
        "flush": flush,
    }
    return render_to_string("kit/components/panel.html", context)


@register.simple_block_tag
def empty_state(content: SafeString, *, title: Text, icon: str = "info") -> SafeString:
    """What a list shows when it holds nothing: why, and what to do next (the content).

    {% empty_state title=_("No contacts yet") %}…{% endempty_state %}
    """
    given("empty_state", title=title)
    _check_icon("empty_state", icon)
    context = {"content": trimmed(content), "title": title, "icon": icon}
    return render_to_string("kit/components/empty_state.html", context)


@register.simple_tag
def stat(*, number: object, label: Text, hint: Text = "", url: str = "", tone: str = "neutral") -> SafeString:
    """A figure and what it counts; with ``url`` it leads to what was counted.

    {% stat number=open_cases label=_("open cases") url=caseload_url %}
    """
    given("stat", number=number, label=label)
    one_of("stat", "tone", tone, BADGE_TONES)
    context = {"number": number, "label": label, "hint": hint, "url": url, "tone": tone}
    return render_to_string("kit/components/stat.html", context)


@register.simple_tag
def progress(*, value: int, maximum: int, label: Text) -> SafeString:
    """How far something is, as a bar and in figures.

    {% progress value=7 maximum=10 label=_("Steps done") %}
    """
    given("progress", value=value, maximum=maximum, label=label)
    if maximum <= 0:
        raise template.TemplateSyntaxError("progress: maximum must be above 0")
    context = {"value": min(value, maximum), "maximum": maximum, "label": label}
    return render_to_string("kit/components/progress.html", context)
