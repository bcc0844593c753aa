"""One transaction per request, and in it the actor.

Plain ``atomic()`` around the view would commit half-written rows when a view raises, because Django turns the
exception into a response further in; ``ATOMIC_REQUESTS`` would lose the actor for lazily rendered answers.
So the transaction is opened here and marked for rollback in ``process_exception``.
"""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.module_loading import import_string
from django_htmx.http import HttpResponseClientRedirect
from psycopg.errors import LockNotAvailable, QueryCanceled

from wir.kit.acting import NOBODY, acting, actor_of, attach
from wir.kit.htmx import is_htmx
from wir.kit.tracing import tracing

Answer = Callable[[HttpRequest], HttpResponse]


class ActingMiddleware:
    """Find out who asks, open the transaction, tell the database, answer."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.actor_for = import_string(settings.WIR_ACTOR_FOR)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        actor = self.actor_for(user.pk, timezone.localdate()) if user.is_authenticated else NOBODY
        attach(actor, request)
        with acting(actor):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A view that raises has written nothing; where the database gave up waiting, the reader is told."""
        transaction.set_rollback(True)
        if isinstance(exception.__cause__, QueryCanceled | LockNotAvailable):
            return HttpResponse(get_template("503.html").render(), status=503, headers={"Retry-After": "60"})
        return None


class RequestIdMiddleware:
    """Each request has an id: in the trail, in the log, and in the answer (X-Request-ID)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with tracing() as request_id:
            vars(request)["request_id"] = request_id
            response = self.get_response(request)
        response["X-Request-ID"] = str(request_id)
        return response


class ReadingMiddleware:
    """Whoever was shown a page of somebody's file leaves a line, in the transaction of the page.

    A page of a file is one whose address takes ``person_id``. It counts as shown also when a form on it was refused;
    a redirect shows nothing, and a stranger's 404 neither.
    """

    SHOWN = frozenset({200, 422})

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.note = import_string(settings.WIR_NOTE_READING)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if match and "person_id" in match.kwargs and response.status_code in self.SHOWN:
            self.note(person_id=match.kwargs["person_id"], page=match.view_name, actor=actor_of(request))
        return response


class SignInAgainMiddleware:
    """When a session has expired, an htmx request leads the whole page to the sign-in, and from there back."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        sign_in = resolve_url(settings.LOGIN_URL)
        if not is_htmx(request) or not response.get("Location", "").startswith(sign_in):
            return response
        here = urlsplit(request.headers.get("HX-Current-URL", "/"))
        path = f"{here.path}?{here.query}" if here.query else here.path
        return HttpResponseClientRedirect(f"{sign_in}?{urlencode({'next': path})}")


class LanguageMiddleware:
    """German unless the reader chose another language; the browser's own wish would mix languages in one office."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
