"""Answers to requests that are not let through to a page: what is wrong, and what helps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Refusal = Callable[[HttpRequest], HttpResponse]
MEGABYTE = 1024 * 1024


def unreadable(request: HttpRequest) -> HttpResponse:
    """Say that the request holds what no page of ours sends."""
    return _refused(
        request,
        400,
        _("This request cannot be read"),
        _(
            "The address or the form holds signs that no page of ours sends. "
            "Open the page afresh and type the text by hand instead of pasting it."
        ),
    )


def too_many_fields(request: HttpRequest) -> HttpResponse:
    """Say that the form has more fields or files than any page of ours."""
    return _refused(
        request,
        400,
        _("The form has too many fields"),
        _("More than %(most)d fields or files cannot be sent at once. Open the page afresh and save again.")
        % {"most": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS},
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """Say that the text or the file is larger than can be taken."""
    return _refused(
        request,
        413,
        _("This is too large"),
        _(
            "Texts of a form may hold %(text)s MB together, files %(files)s MB. "
            "Shorten the text, or send a smaller file."
        )
        % {
            "text": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE,
            "files": settings.FILE_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE,
        },
    )


def length_missing(request: HttpRequest) -> HttpResponse:
    """Say that a form must name its length; browsers always do."""
    return _refused(
        request,
        411,
        _("The length of the request is missing"),
        _(
            "Something between your browser and us sends forms piece by piece. Try another network or browser."
        ),
    )


def too_often(request: HttpRequest, *, seconds: int) -> HttpResponse:
    """Say how long to wait; machines read the same from ``Retry-After`` (RFC 9110, 10.2.3)."""
    response = _refused(
        request,
        429,
        _("That was very often in a short time"),
        _("Wait %(seconds)d seconds and load the page again. Nothing was lost and nothing was saved.")
        % {"seconds": seconds},
    )
    response["Retry-After"] = str(seconds)
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what Django refuses, in words; of an unknown host nothing is repeated (handler400)."""
    if isinstance(exception, DisallowedHost):
        return HttpResponse("Unknown host.\n", content_type="text/plain; charset=utf-8", status=400)
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    if isinstance(exception, TooManyFieldsSent | TooManyFilesSent):
        return too_many_fields(request)
    return unreadable(request)


def _refused(request: HttpRequest, status: int, title: _StrPromise, words: _StrPromise | str) -> HttpResponse:
    response = render(request, "kit/refused.html", {"heading": title, "words": words}, status=status)
    if status in {411, 413}:
        response["Connection"] = "close"
    return response
