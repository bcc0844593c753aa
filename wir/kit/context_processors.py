"""What every page shows around its own content."""

from functools import lru_cache
from itertools import groupby

from django.http import HttpRequest
from django.urls import reverse

from wir.kit import registry
from wir.kit.acting import Actor
from wir.kit.templatetags.shapes import Link

Menu = tuple[tuple[Link, ...], ...]


def navigation(request: HttpRequest) -> dict[str, Menu]:
    """Return the main navigation for whoever is signed in: groups of links, the first of each leads it."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        return {"navigation": ()}
    return {"navigation": _menu(actor.roles, _here(_addresses(actor.roles), request.path))}


@lru_cache(maxsize=64)
def _addresses(roles: frozenset[str]) -> list[tuple[registry.MenuEntry, str]]:
    return [(entry, reverse(entry.url_name)) for entry in registry.menu_for(roles)]


def _here(addresses: list[tuple[registry.MenuEntry, str]], path: str) -> str:
    """Return the address under which this page stands: the longest that its path begins with; "/" is but itself."""
    urls = (url for _entry, url in addresses if (path == url if url == "/" else path.startswith(url)))
    return max(urls, key=len, default="")


@lru_cache(maxsize=1024)
def _menu(roles: frozenset[str], here: str) -> Menu:
    """Return the groups; they are the same for all of one role on one page, their labels find their language later."""
    sections = groupby(_addresses(roles), key=lambda item: item[0].section)
    return tuple(
        tuple(Link(label=entry.label, url=url, current=url == here) for entry, url in entries)
        for _section, entries in sections
    )
