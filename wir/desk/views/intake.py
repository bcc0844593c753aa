from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wir.counselling import queries as counselling
from wir.counselling.actions import CannotBegin, take_from_list
from wir.counselling.models import Waiting
from wir.desk import actions, queries
from wir.desk.actions import Entry
from wir.desk.forms import EXPLANATIONS, AdmissionForm, IntakeForm
from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.kit.ids import id_or_none
from wir.kit.rates import SEARCH, limited
from wir.monitoring.actions import CannotRecord
from wir.network import queries as network
from wir.people import actions as people_actions
from wir.people import queries as people
from wir.people.actions import CannotChangeResidence, CannotCheck, CannotLink

REFUSALS = (CannotBegin, CannotChangeResidence, CannotCheck, CannotLink, CannotRecord)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def intake(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = _intake_form(request, actor)
    if form.is_bound:
        form.full_clean()
        form.ask_whether_known(_alike(actor, form))
        form.ask_about_network(_in_network(form))
    if form.is_valid():
        try:
            stay = actions.take_on(
                project=form.chosen_project(),
                values=form.new_person(),
                entry=_entry(form),
                today=form.today,
                actor=actor,
            )
        except REFUSALS as refusal:
            form.explain(refusal.problems)
        else:
            waiting = _waiting(request, actor)
            if waiting:
                take_from_list(waiting=waiting, person=stay.person, today=form.today, actor=actor)
            messages.success(request, _("The person is taken on."))
            return htmx.go_to(request, reverse("desk:case", args=[stay.person_id]))
    status = 422 if form.errors else 200
    return render(request, "desk/intake.html", {"form": form, "likely": form.likely}, status=status)


@limited(SEARCH)
@require_POST
@login_required
def likely(request: HttpRequest) -> HttpResponse:
    """Show who may be the same person while the form is being filled in."""
    actor = actor_of(request)
    form = _intake_form(request, actor)
    form.is_valid()
    form.show_network(_in_network(form))
    return render(request, "desk/intake.html#likely", {"form": form, "likely": _alike(actor, form)})


@require_POST
@login_required
def elsewhere(request: HttpRequest) -> HttpResponse:
    """Ask other networks while the form is being filled in; nothing of the form is kept."""
    actor = actor_of(request)
    form = _intake_form(request, actor)
    form.is_valid()
    values = form.cleaned_data
    context: dict[str, object] = {"form": form.unjudged(), "likely": []}
    try:
        context["answer"] = people_actions.ask_elsewhere(
            network_id=next(iter(form.projects.values())).network_id,
            given=values.get("given_names", ""),
            family=values.get("family_names", ""),
            birth_date=values.get("birth_date"),
            consented=bool(values.get("between_networks")),
            actor=actor,
        )
    except CannotCheck as refusal:
        context["problem"] = EXPLANATIONS[refusal.problems[0]][1]
    return htmx.page(request, "desk/intake.html", context, part="elsewhere")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def admission(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    case = people.case_header(actor, person_id)
    if case is None or case.person.project_id not in actor.projects:
        raise Http404
    form = AdmissionForm(
        request.POST if request.method == "POST" else None,
        person=case.person,
        has_paper=bool(case.status),
        advisors=queries.advisors_of(actor, today),
        today=today,
        initial={"advisor": actor.id, "stay_from": today, "project": case.person.project_id},
    )
    if form.is_valid():
        try:
            actions.take_on_known(
                person=case.person, paper=form.paper(), entry=_entry(form), today=today, actor=actor
            )
        except REFUSALS as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The person is taken on."))
            return htmx.go_to(request, reverse("desk:case", args=[person_id]))
    context = {
        "case": case,
        "form": form,
        "open_stay": counselling.open_stay_of(actor, person_id),
        "undecided": people.undecided(actor, case.person),
    }
    return render(request, "desk/admission.html", context, status=422 if form.errors else 200)


def _intake_form(request: HttpRequest, actor: Actor) -> IntakeForm:
    today, projects = timezone.localdate(), list(network.projects_of(actor))
    if not projects:
        raise Http404
    waiting = _waiting(request, actor)
    return IntakeForm(
        request.POST if request.method == "POST" else None,
        projects=projects,
        advisors=queries.advisors_of(actor, today),
        today=today,
        between=network.duplicate_check_open(actor, projects[0].network_id),
        initial={
            "advisor": actor.id,
            "project": projects[0].pk,
            "stay_from": today,
            "consent_language": "de",
            "contact_language": "de",
            **(waiting.known() if waiting else {}),
        },
    )


def _alike(actor: Actor, form: IntakeForm) -> list[people.Found]:
    values = form.cleaned_data
    given, family, phone = (values.get(name) or "" for name in ("given_names", "family_names", "phone"))
    if not (given and family) and not phone:
        return []
    born = values.get("birth_date")
    return people.likely_same(actor, given=given, family=family, birth_date=born, phone=phone)


def _in_network(form: IntakeForm) -> list[people.InNetwork]:
    values = form.cleaned_data
    project_id = values.get("project") or next(iter(form.projects))
    return people.known_in_network(
        project_id=UUID(project_id),
        given=values.get("given_names") or "",
        family=values.get("family_names") or "",
        birth_date=values.get("birth_date"),
    )


def _entry(form: IntakeForm | AdmissionForm) -> Entry:
    return Entry(
        advisor_id=form.advisor_id(),
        entered_on=form.cleaned_data["stay_from"],
        consent_way=form.way(),
        language=form.cleaned_data["consent_language"],
        answers=form.answers(),
        between_networks=bool(form.cleaned_data.get("between_networks")),
        same_as=form.cleaned_data.get("same_as") or None,
    )


def _waiting(request: HttpRequest, actor: Actor) -> Waiting | None:
    """Return the entry of the waiting list that this intake began with; the address names it."""
    waiting_id = id_or_none(request.GET.get("wartend", ""))
    return counselling.waiting_or_none(actor, waiting_id) if waiting_id else None
