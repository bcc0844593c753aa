from __future__ import annotations

import json
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Query
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser
from ninja.security import SessionAuth

from wir.api import queries
from wir.api.forms import LAST_PAGE, Answered, CasePage, Indicators, Me, Problem, Question
from wir.eligibility import queries as eligibility
from wir.eligibility.rules import Activity, NotAFact
from wir.eligibility.rules.reading import read_day
from wir.kit.acting import actor_of
from wir.monitoring import queries as monitoring
from wir.monitoring.rules.vocabulary import Indicator
from wir.network.rules import Permission, may

PROBLEM = "application/problem+json"
MALFORMED = {HTTPStatus.BAD_REQUEST: Problem, HTTPStatus.FORBIDDEN: Problem}
REFUSED = {HTTPStatus.UNAUTHORIZED: Problem, HTTPStatus.UNPROCESSABLE_ENTITY: Problem}


class Located(Parser):
    """Reads a body, and says of one that is no JSON where it breaks off."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return json.loads(request.body.decode("utf-8"))
        except UnicodeDecodeError:
            raise HttpError(400, _("The body is not UTF-8. Please send JSON in UTF-8.")) from None
        except json.JSONDecodeError as error:
            place = {"line": error.lineno, "column": error.colno}
            words = _("The body is not JSON: it cannot be read from line %(line)s, column %(column)s on.")
            raise HttpError(400, words % place) from None
        except (ValueError, RecursionError):
            raise HttpError(400, _("The body holds a number too long or is nested too deeply.")) from None


class WorksInFiles(SessionAuth):
    """Signed in, and at work in files; asked before anything of the question is read."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        user = super().authenticate(request, key)
        if user and not may(actor_of(request).roles, Permission.WORK_IN_FILES):
            raise HttpError(403, _("Only who works in files asks this."))
        return user


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
    parser=Located(),
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


@api.post(
    "/eligibility",
    auth=WorksInFiles(csrf=True),
    response={200: Answered, **REFUSED, **MALFORMED},
    by_alias=True,
    summary="May somebody of whom this is known do this work? Nothing is stored",
)
def assess(request: HttpRequest, question: Question) -> dict[str, Any]:
    """Answer facts that are not to be kept: they reach neither table nor trail nor log."""
    return eligibility.in_full(eligibility.Question.from_json(question.model_dump()), policy=None)


@api.get(
    "/cases/{uuid:person_id}/eligibility",
    response={200: Answered, 404: Problem, **REFUSED},
    by_alias=True,
    summary="May the person of a file do this work? Nothing is stored",
)
def case_eligibility(
    request: HttpRequest, person_id: UUID, activity: Activity = Activity.EMPLOYMENT_UNSKILLED, on: str = ""
) -> dict[str, Any]:
    day = read_day("on", on) if on else timezone.localdate()
    question = eligibility.question_of(actor_of(request), person_id, activity, day)
    if question is None:
        raise Http404
    return eligibility.in_full(question, policy=eligibility.policy_of(actor_of(request), person_id, day))


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


@api.exception_handler(NotAFact)
def not_a_fact(request: HttpRequest, error: NotAFact) -> HttpResponse:
    detail = _("%(field)s cannot be read; correct it or leave it out. What is left out is not known.")
    return _problem(
        request, HTTPStatus.UNPROCESSABLE_ENTITY, detail % {"field": error.field}, errors=[str(error)]
    )


@api.exception_handler(RawPostDataException)
def not_json(request: HttpRequest, _error: RawPostDataException) -> HttpResponse:
    detail = _("The body is a form. Please send JSON, with the content type application/json.")
    return _problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, detail)


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    told = (
        error.__cause__ if isinstance(error.__cause__, HttpError) else error
    )  # the library hides what a parser says
    return _problem(request, HTTPStatus(told.status_code), told.message)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, _error: Http404) -> HttpResponse:
    return _problem(request, HTTPStatus.NOT_FOUND, _("There is nothing here for you."))
