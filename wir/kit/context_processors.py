"""What every page shows around its own content."""

from django.http import HttpRequest
from django.urls import reverse

from wir.kit import registry
from wir.kit.acting import Actor
from wir.kit.templatetags.shapes import Link


def navigation(request: HttpRequest) -> dict[str, list[Link]]:
    """Return the main navigation for whoever is signed in."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        return {"navigation": []}
    return {"navigation": [_link(entry, request.path) for entry in registry.menu_for(actor.roles)]}


def _link(entry: registry.MenuEntry, path: str) -> Link:
    url = reverse(entry.url_name)
    return Link(label=entry.label, url=url, current=path == url if url == "/" else path.startswith(url))
