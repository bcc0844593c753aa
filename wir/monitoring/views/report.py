from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.kit.rates import EXPORT, limited
from wir.kit.stepup import sure_of_user
from wir.monitoring import actions, queries
from wir.monitoring.adapters.workbook import CONTENT_TYPE, written
from wir.monitoring.forms import ProgrammeForm, ReportForm
from wir.monitoring.forms.reasons import label_of
from wir.monitoring.forms.words import (
    DENOMINATORS,
    EXIT_STATES,
    GENDERS,
    LONG_TERM,
    OUTCOMES,
    STATES,
)
from wir.monitoring.queries.behind import knows
from wir.monitoring.queries.places import Asked
from wir.monitoring.rules.programme_rate import Denominator, Outcome
from wir.monitoring.rules.totals import NOBODY, ONE, Count, Totals
from wir.monitoring.rules.vocabulary import (
    SPECIAL_CATEGORY,
    Gender,
    Indicator,
)
from wir.monitoring.views.sheets import sheets_of_programme, sheets_of_report
from wir.monitoring.views.tables import (
    Ways,
    checks_table,
    indicator_tables,
    networks_table,
    rates_table,
    states_table,
)
from wir.network.rules import Permission, may


@require_safe
@login_required
def figures(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    form = ReportForm(request.GET, projects=queries.projects_reported(actor), today=today)
    context: dict[str, Any] = {"form": form, "today": today, "report": None}
    if not actor.networks:
        return _programme(request, actor)
    if form.is_valid():
        asked = form.asked()
        query = _query(form)
        context |= {"query": query} | _figures(actor, asked, query)
    return htmx.page(
        request, "monitoring/report.html", context, part="figures", status=422 if form.errors else 200
    )


@require_safe
@login_required
def behind(request: HttpRequest, key: str) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    gender = request.GET.get("gender", "")
    form = ReportForm(request.GET, projects=queries.projects_reported(actor), today=today)
    if not knows(key) or gender not in {"", *Gender} or not form.is_valid():
        raise Http404
    asked = form.asked()
    context: dict[str, Any] = {
        "key": key,
        "title": _title(key),
        "gender": GENDERS[Gender(gender)] if gender else "",
        "asked": asked,
        "query": _query(form),
        "special": key in SPECIAL_CATEGORY,
    }
    try:
        page = queries.behind_page(actor, asked, key=key, gender=gender, number=request.GET.get("page", "1"))
    except queries.TooMany as many:
        context["too_many"] = many.number
    else:
        shown = list(page.object_list)
        actions.note_participants_read(network_id=asked.network_id, key=key, number=len(shown), actor=actor)
        context |= {
            "page": page,
            "rows": [(one, _reasons(one, key)) for one in shown],
            "names": any(one.name for one in shown),
        }
    return render(request, "monitoring/behind.html", context)


@limited(EXPORT)
@require_safe
@login_required
@sure_of_user
def workbook(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    if not actor.networks:
        return _download(
            written(sheets_of_programme(queries.programme_totals(today), today)), today.isoformat()
        )
    form = ReportForm(request.GET, projects=queries.projects_reported(actor), today=today)
    if not form.is_valid():
        return redirect(f"{reverse('monitoring:report')}?{request.GET.urlencode()}")
    asked = form.asked()
    try:
        report = _report(actor, asked)
        participants = queries.everyone_behind(actor, asked)
    except queries.TooMany as many:
        messages.warning(request, _too_many(many.number))
        return redirect("monitoring:report")
    actions.note_download(
        network_id=asked.network_id, project_id=asked.project_id, as_of=asked.as_of, actor=actor
    )
    return _download(written(sheets_of_report(report, participants)), asked.as_of.isoformat())


def _figures(actor: Actor, asked: Asked, query: str) -> dict[str, Any]:
    try:
        report = _report(actor, asked)
    except queries.TooMany as many:
        return {"too_many": many.number}
    ways = Ways(query)
    return {
        "report": report,
        "indicators": indicator_tables(report.totals, ways),
        "states": states_table(report, ways),
        "checks": checks_table(report, ways),
        "rates": rates_table(report.rates, ways),
        "profile": report.profile,
        "long_term": LONG_TERM[report.profile.code],
    }


def _report(actor: Actor, asked: Asked) -> queries.Report:
    return queries.report(
        actor,
        network_id=asked.network_id,
        project_id=asked.project_id,
        as_of=asked.as_of,
        today=asked.today,
    )


def _programme(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Figures of all networks; the database gives them to holders of the role alone."""
    totals = queries.programme_totals(timezone.localdate())
    names = sorted({one.network for one in totals})
    form = ProgrammeForm(request.GET, names=names)
    chosen = form.chosen() if form.is_valid() else None
    numbers: Counter[tuple[str, str]] = Counter()
    by_network: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in totals:
        by_network[one.network][one.indicator] += one.figure
        if chosen in {None, one.network}:
            numbers[one.indicator, one.gender] += one.figure
    sums: defaultdict[str, Count] = defaultdict(lambda: NOBODY)
    for (indicator, gender), number in numbers.items():
        unit = ONE[Gender(gender)]
        sums[indicator] += Count(unit.female * number, unit.male * number, unit.non_binary * number)
    context = {
        "form": form,
        "office": may(actor.roles, Permission.SEE_PROGRAMME),
        "as_of": min((one.as_of for one in totals), default=None),
        "indicators": indicator_tables(Totals(sums)),
        "networks": networks_table(by_network) if names else None,
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "monitoring/programme.html", context, part="figures", status=status)


def _query(form: ReportForm) -> str:
    """Return the filters of the page, for the ways on from it."""
    kept = {name: value for name, value in form.cleaned_data.items() if value}
    if kept.get("day") == form.today:
        del kept["day"]
    return urlencode({name: str(value) for name, value in kept.items()})


def _title(key: str) -> str:
    denominator, _colon, outcome = key.partition(":")
    labels: dict[Any, Any] = {**STATES, **EXIT_STATES, **DENOMINATORS}
    if key in labels:
        return str(labels[key])
    if denominator in set(Denominator):
        return f"{OUTCOMES[Outcome(outcome)]}, {DENOMINATORS[Denominator(denominator)]}"
    return label_of(key)


def _reasons(one: queries.Behind, key: str) -> list[Any]:
    """Return why somebody is behind this figure: the indicator's trace, or all that keeps somebody out."""
    if key in set(Indicator):
        return [trace for trace in one.traces if trace["code"] == key]
    return [trace for trace in one.traces if trace["code"] not in set(Indicator)]


def _too_many(number: int) -> str:
    return _(
        "Figures of another day can be worked out for up to 10,000 participants at once; these are %(number)d. "
        "Choose a sub-project, or today."
    ) % {"number": number}


def _download(content: bytes, day: str) -> HttpResponse:
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="esf-plus-{day}.xlsx"'
    return response
