"""One view, one template: whole for a page load, one part of it for htmx."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, part: str, status: int = 200
) -> HttpResponse:
    """Return the rendered template, or for htmx only its ``{% partialdef part %}``.

    Status 422 marks a refused form; the page's htmx settings let it be swapped in all the same.
    """
    name = f"{template}#{part}" if is_htmx(request) else template
    response = render(request, name, dict(context), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def go_to(request: HttpRequest, url: str) -> HttpResponse:
    """Return the way on to ``url`` after a change, with htmx or without."""
    return HttpResponseClientRedirect(url) if is_htmx(request) else redirect(url)


def is_htmx(request: HttpRequest) -> bool:
    """Whether htmx asked for a part; not when it restores a page from its history, which must be whole."""
    details = getattr(request, "htmx", None)
    return bool(details) and not getattr(details, "history_restore_request", False)
