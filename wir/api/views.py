from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Annotated, Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Query
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import SessionAuth

from wir.api import queries
from wir.api.forms import LAST_PAGE, CasePage, Indicators, Me, Problem
from wir.kit.acting import actor_of
from wir.monitoring import queries as monitoring
from wir.monitoring.rules.vocabulary import Indicator

PROBLEM = "application/problem+json"
REFUSED = {HTTPStatus.UNAUTHORIZED: Problem, HTTPStatus.UNPROCESSABLE_ENTITY: Problem}


class Described(NinjaAPI):
    """The interface, whose description names the media type of refusals (RFC 9457) as they are sent."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, response in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST and "content" in response:
                        response["content"] = {PROBLEM: response["content"].pop("application/json")}
        return schema


api = Described(
    title="WIR",
    version="1",
    description="What the pages show, for machines; signed in as on the pages, changes need the CSRF token.",
    auth=SessionAuth(csrf=True),
    docs_url=None,
    openapi_url="openapi.json",
    urls_namespace="api",
)


@api.get("/me", response={200: Me, **REFUSED}, summary="Who asks")
def me(request: HttpRequest) -> dict[str, Any]:
    actor = actor_of(request)
    return {
        "id": actor.id,
        "roles": sorted(actor.roles),
        "networks": len(actor.networks),
        "overseen": len(actor.overseen),
        "projects": len(actor.projects),
        "team": len(actor.team),
    }


@api.get("/cases", response={200: CasePage, **REFUSED}, summary="Stays, the newest first")
def cases(
    request: HttpRequest, page: Annotated[int, Query(ge=1, le=LAST_PAGE)] = 1, *, ended: bool = False
) -> dict[str, Any]:
    found, more = queries.cases_page(actor_of(request), ended=ended, page=page)
    return {"page": page, "has_next": more and page < LAST_PAGE, "cases": found}


@api.get("/report/indicators", response={200: Indicators, **REFUSED}, summary="ESF Plus indicators")
def indicators(request: HttpRequest, day: date | None = None) -> dict[str, Any]:
    today = timezone.localdate()
    as_of = day or today
    if as_of > today:
        raise HttpError(422, _("%(day)s lies in the future. Give today or an earlier day.") % {"day": as_of})
    try:
        report = monitoring.report(
            actor_of(request), network_id=None, project_id=None, as_of=as_of, today=today
        )
    except monitoring.TooMany as many:
        words = _("%(number)d participants are too many for another day than today. Leave out the day.")
        raise HttpError(422, words % {"number": many.number}) from many
    counts = {one: report.totals[one] for one in Indicator}
    return {
        "day": as_of,
        "indicators": [
            {
                "code": one.value,
                "female": count.female,
                "male": count.male,
                "non_binary": count.non_binary,
                "total": count.total,
            }
            for one, count in counts.items()
        ],
    }


@require_safe
@login_required
def docs(request: HttpRequest) -> HttpResponse:
    """The addresses in words, without a foreign script; the whole stands in the OpenAPI document."""
    paths = api.get_openapi_schema()["paths"]
    rows = [
        {"method": method.upper(), "path": path, "operation": operation}
        for path, methods in paths.items()
        for method, operation in methods.items()
    ]
    return render(request, "api/docs.html", {"rows": rows})


def _problem(
    request: HttpRequest, status: HTTPStatus, detail: str, errors: list[str] | None = None
) -> HttpResponse:
    problem = Problem(title=status.phrase, status=status.value, detail=detail, errors=errors or [])
    return HttpResponse(problem.model_dump_json(), status=status, content_type=PROBLEM)


@api.exception_handler(AuthenticationError)
def not_signed_in(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    return _problem(request, HTTPStatus.UNAUTHORIZED, _("Sign in first, as on the pages."))


@api.exception_handler(ValidationError)
def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors]
    detail = _("Something in the address cannot be read; see the errors.")
    return _problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors)


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _problem(request, HTTPStatus(error.status_code), error.message)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, _error: Http404) -> HttpResponse:
    return _problem(request, HTTPStatus.NOT_FOUND, _("There is nothing here for you."))
