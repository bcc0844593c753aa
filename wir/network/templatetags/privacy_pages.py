"""The row of pages on data protection, for pages of any app that belong to it."""

from __future__ import annotations

from typing import cast

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wir.kit.templatetags.kit import Link
from wir.kit.templatetags.navigation import tabs

register = template.Library()


@register.simple_tag(takes_context=True)
def privacy_tabs(context: template.Context) -> SafeString:
    """Show the pages on data protection, the present one marked."""
    pages = [
        (_("Requests of authorities"), reverse("desk:authorities")),
        (_("Carriers"), reverse("network:controllers")),
        (_("Templates"), reverse("network:documents")),
        (_("Between networks"), reverse("network:between")),
        (_("What participants see of me"), reverse("network:faces")),
    ]
    here = cast("HttpRequest", context["request"]).path
    links = [Link(label=label, url=url, current=here == url) for label, url in pages]
    return SafeString(tabs(items=links, label=_("Data protection")))
