"""The yardstick of the throughput: a page of this very site that runs the same SQL and answers with a number.

Server, middleware, session, actor, transaction and headers are the house's; there is no form, rule or template.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_safe

from wir.cli.bench.bare import recorded_statements

ACTOR_TOLD, DONE = "wir.kind", "COMMIT"


@require_safe
@login_required
def plain(_request: HttpRequest, word: str) -> HttpResponse:
    """Run what the page asks after the middleware has told the database who asks."""
    return HttpResponse(f"{sum(_rows(statement) for statement in _own_statements(word))}\n")


urlpatterns = [path("plain/<slug:word>/", plain), path("", include("wir.config.urls"))]


def _own_statements(word: str) -> list[str]:
    statements = recorded_statements(word)
    told = next(place for place, statement in enumerate(statements) if ACTOR_TOLD in statement)
    return [statement for statement in statements[told + 1 :] if statement != DONE]


def _rows(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return len(cursor.fetchall()) if cursor.description else 0
