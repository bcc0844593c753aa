"""What every answer carries and no request may bring: headers, limits of bodies, tidy text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict

from wir.kit import refusals
from wir.kit.texts import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

Answer = Callable[[HttpRequest], HttpResponse]

HEADERS = {
    # no other site may load, open or embed ours, nor is anything of others loaded
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "X-Permitted-Cross-Domain-Policies": "none",
    # a page about a person is kept neither by browsers nor by what stands between
    "Cache-Control": "no-store, private",
}
"""Set on every answer that does not say otherwise itself; the rest comes from Django, django-csp and the
permissions policy (``wir.config.settings``)."""


class HeadersMiddleware:
    """Add the headers that no library adds; the outermost, so that static files have them too."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class PlainMachinesMiddleware:
    """Refuse machines that come without TLS: a redirect would hide that they sent everything in the clear once."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECURE_SSL_REDIRECT and request.path.startswith("/api/") and not request.is_secure():
            return JsonResponse({"detail": "HTTPS only"}, status=403)
        return self.get_response(request)


class BodyLimitMiddleware:
    """Refuse a body that is too large, or does not say how large it is, before a byte of it is read.

    Between the limit of files and this one the upload form says itself what is wrong with the file.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "Transfer-Encoding" in request.headers:
            return refusals.length_missing(request)
        length = request.headers.get("Content-Length") or "0"
        if not (length.isascii() and length.isdecimal()):
            return refusals.unreadable(request)
        if int(length) > settings.WIR_MAX_BODY:
            return refusals.too_large(request)
        return self.get_response(request)


class TidyInputMiddleware:
    """Let views and forms see text in one spelling; a NUL in an address goes no further.

    Passwords are left as they were typed: what was hashed once must be hashed the same again.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or any("\0" in word for pair in request.GET.lists() for word in _words(pair)):
            return refusals.unreadable(request)
        if request.GET:
            vars(request)["GET"] = _tidied(request.GET)
        if request.method == "POST" and request.POST:
            vars(request)["_post"] = _tidied(request.POST)
        return self.get_response(request)


def _words(pair: tuple[str, list[str]]) -> Iterable[str]:
    return (pair[0], *pair[1])


def _tidied(given: QueryDict) -> QueryDict:
    changed = {
        name: [value if "password" in name else tidy(value) for value in values]
        for name, values in given.lists()
    }
    if all(changed[name] == values for name, values in given.lists()):
        return given
    tidied = given.copy()
    for name, values in changed.items():
        tidied.setlist(name, values)
    tidied._mutable = False
    return tidied
