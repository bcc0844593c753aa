"""What every page shows around its own content."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from wir.kit import registry
from wir.kit.acting import Actor


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One link of the main navigation."""

    label: registry.Text
    url: str
    current: bool
    badge: str = ""


def navigation(request: HttpRequest) -> dict[str, list[NavigationEntry]]:
    """Return the main navigation for whoever is signed in."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        return {"navigation": []}
    return {
        "navigation": [
            NavigationEntry(
                label=entry.label,
                url=(url := reverse(entry.url_name)),
                current=request.path == url if url == "/" else request.path.startswith(url),
            )
            for entry in registry.menu_for(actor.roles)
        ]
    }
