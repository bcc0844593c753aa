"""How the running cases are spread, what they lack, and giving some of them to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from wir.counselling import actions as counselling
from wir.desk import queries
from wir.desk.forms.workload import EXPLANATIONS, LACKS, ReassignForm
from wir.desk.rules import Lack
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.templatetags.cells import Cell, Column, Mark, Table, Tick, To
from wir.kit.templatetags.shapes import Link
from wir.network.rules import Permission, may

if TYPE_CHECKING:
    from wir.desk.queries.workload import Load, RunningCase


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def workload(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    if not may(actor.roles, Permission.SEE_WORKLOAD):
        raise Http404
    cases = queries.running_cases(actor, today)
    staff = [(one.pk, one.name) for one in queries.advisors_of(actor, today)]
    form = ReassignForm(request.POST if request.method == "POST" else None, cases=cases, staff=staff)
    if form.is_valid():
        stays, advisor_id = form.chosen()
        try:
            counselling.reassign_cases(stay_ids=stays, advisor_id=advisor_id, today=today, actor=actor)
        except counselling.CannotReassign as refusal:
            form.add_error(None, " ".join(str(EXPLANATIONS[problem]) for problem in refusal.problems))
        else:
            said = ngettext(
                "%(count)d case has been given on.", "%(count)d cases have been given on.", len(stays)
            )
            messages.success(request, said % {"count": len(stays)})
            return htmx.go_to(request, reverse("desk:workload"))
    only = _chosen(request)
    shown = [case for case in cases if only is None or only in case.lacks]
    ticked = set(request.POST.getlist("cases"))
    context = {
        "form": form,
        "loads": _loads(queries.loads_of(cases)),
        "lacks": _tabs(cases, only),
        "cases": _table(shown, ticked) if shown else None,
    }
    return render(request, "desk/workload.html", context, status=422 if form.errors else 200)


def _chosen(request: HttpRequest) -> Lack | None:
    asked = request.GET.get("lack", "")
    return Lack(asked) if asked in set(Lack) else None


def _tabs(cases: list[RunningCase], only: Lack | None) -> list[Link]:
    url = reverse("desk:workload")
    return [
        Link(label=_("All running cases"), url=url, current=only is None, badge=len(cases)),
        *(
            Link(
                label=label,
                url=f"{url}?lack={lack}",
                current=lack is only,
                badge=sum(lack in case.lacks for case in cases),
            )
            for lack, label in LACKS.items()
        ),
    ]


def _loads(loads: list[Load]) -> Table:
    columns = [
        Column(label=_("Advisor")),
        Column(label=_("Sub-project")),
        Column(label=_("Running cases"), figures=True),
        Column(label=_("Weight"), figures=True),
    ]
    rows: list[list[Cell]] = [[load.advisor, load.project, load.cases, load.weight] for load in loads]
    return Table(caption=_("How the running cases are spread"), columns=columns, rows=rows)


def _table(cases: list[RunningCase], ticked: set[str]) -> Table:
    labels = (
        _("Case number"),
        _("Advisor"),
        _("Since"),
        _("Last contact"),
        _("Weight"),
        _("What it lacks"),
        _("Give on"),
    )
    rows = [_row(case, ticked) for case in cases]
    return Table(caption=_("Running cases"), columns=[Column(label=label) for label in labels], rows=rows)


def _row(case: RunningCase, ticked: set[str]) -> list[Cell]:
    lacks = tuple(Mark(LACKS[lack], "warning") for lack in LACKS if lack in case.lacks)
    return [
        To(case.case_number, reverse("desk:case", args=[case.person_id])),
        case.advisor,
        case.entered_on,
        case.last_contact,
        case.weight,
        lacks or None,
        Tick(case.case_number, "cases", str(case.stay_id), str(case.stay_id) in ticked),
    ]
