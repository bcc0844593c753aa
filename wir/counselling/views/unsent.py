"""A form that is sent after the session has ended waits, sealed, in the session of the sign-in."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from wir.counselling.forms import ContactForm
from wir.kit.sealing import CannotUnseal, KeyMissing, Use, seal, unseal

KEPT = "unsent_contact"
MOST_BYTES = 32 * 1024
Typed = dict[str, list[str]]
View = Callable[[HttpRequest, UUID], HttpResponse]


def typed_in(request: HttpRequest) -> Typed:
    """Return the fields of the contact form as they were sent."""
    return {name: request.POST.getlist(name) for name in ContactForm.base_fields if name in request.POST}


def keeping_what_was_typed(view: View) -> View:
    """Ask for the sign-in, and keep the form of whoever has to sign in again."""
    guarded = login_required(view)

    @wraps(view)
    def answer(request: HttpRequest, person_id: UUID) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated:
            _keep(request, person_id)
        response: HttpResponse = guarded(request, person_id)
        return response

    return answer


def taken_back(request: HttpRequest, person_id: UUID) -> Typed | None:
    """Return, once, what was sent about this person before the sign-in; the seal is bound to the person."""
    kept = request.session.pop(KEPT, None)
    if not isinstance(kept, str):
        return None
    try:
        content = unseal(b64decode(kept), use=Use.FIELDS, place=_place(person_id))
    except (CannotUnseal, KeyMissing):
        return None
    typed: Typed = json.loads(content)
    return typed


def _keep(request: HttpRequest, person_id: UUID) -> None:
    content = json.dumps(typed_in(request)).encode()
    if len(content) <= MOST_BYTES:
        sealed = seal(content, use=Use.FIELDS, place=_place(person_id))
        request.session[KEPT] = b64encode(sealed).decode()


def _place(person_id: UUID) -> str:
    return f"session.{KEPT}/{person_id}"
