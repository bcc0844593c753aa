from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from wir.desk import queries
from wir.desk.forms import CaseloadForm
from wir.desk.forms.caseload import CHOSEN
from wir.desk.queries.cases import MOST, PAGE
from wir.desk.views.case_table import Shown, case_table
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.rates import ANSWERS, limited
from wir.kit.searching import to_answer, words_of
from wir.people import queries as people


@limited(ANSWERS)
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def caseload(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return to_answer(request, *CHOSEN)
    actor = actor_of(request)
    projects = queries.projects_in_reach(actor)
    form = CaseloadForm({**request.GET.dict(), "q": words_of(request)}, actor=actor, projects=projects)
    number = request.GET.get("page", "1")
    chosen = form.chosen()
    today = timezone.localdate()
    found = queries.caseload(actor, **chosen, page=int(number) if number.isdecimal() else 1, today=today)
    shown = Shown(
        today=today,
        works_in_files=bool(actor.projects),
        others=chosen["advisor_id"] is None,
        several=len(projects) > 1,
    )
    context = {
        "form": form,
        "found": found,
        "page": Paginator(range(found.count), PAGE).get_page(number),
        "most": MOST,
        "works_in_files": shown.works_in_files,
        "cases": case_table(found.rows, shown),
    }
    return htmx.page(request, "desk/caseload.html", context, part="list")


@limited(ANSWERS)
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def search(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return to_answer(request)
    actor, words = actor_of(request), words_of(request)
    context = {
        "words": words,
        "found": people.search(actor, words, today=timezone.localdate()) if words else [],
        "works_in_files": bool(actor.projects),
    }
    return render(request, "desk/search.html", context)
