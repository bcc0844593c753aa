"""Words that somebody looks for: handed in by a form that is posted, and sealed in the address of the answer.

A name must not stand in an address: browsers keep a history, proxies write logs (OWASP ASVS 14.2.1). But an answer
without an address of its own can be neither reloaded nor gone back to nor paged through. So the address holds the words
sealed for the one who typed them; to everybody else it says nothing.
"""

from __future__ import annotations

import base64
import binascii
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from wir.kit.sealing import CannotUnseal, KeyMissing, Use, seal, unseal

TYPED, SEALED = "q", "words"
"""The field of the form, and what stands for it in the address."""
LONGEST = 120
"""Characters of a search; what is longer is cut."""


def to_answer(request: HttpRequest, *chosen: str) -> HttpResponse:
    """Return the way from a posted form to its answer: the same page, with the ``chosen`` fields in the address."""
    asked = {name: request.POST[name] for name in chosen if request.POST.get(name)}
    words = request.POST.get(TYPED, "").strip()[:LONGEST]
    if words:
        sealed = seal(words.encode(), use=Use.ADDRESSES, place=_place(request))
        asked[SEALED] = base64.urlsafe_b64encode(sealed).decode().rstrip("=")
    return redirect(f"{request.path}?{urlencode(asked)}" if asked else request.path)


def words_of(request: HttpRequest) -> str:
    """Return the words that stand sealed in the address; none if there are none, or somebody else typed them."""
    letters = request.GET.get(SEALED, "")
    try:
        sealed = base64.b64decode(letters + "=" * (-len(letters) % 4), altchars=b"-_", validate=True)
        return unseal(sealed, use=Use.ADDRESSES, place=_place(request)).decode()
    except (ValueError, binascii.Error, CannotUnseal, KeyMissing):
        return ""


def _place(request: HttpRequest) -> str:
    return f"search/{request.user.pk}"
