from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.network import actions, queries
from wir.network.forms import ROLES, DeputyForm, RoleForm
from wir.network.rules import Permission, Role, may
from wir.network.views.rights import row_of
from wir.tasks.queries import names_of

PER_PAGE = 50


@require_safe
@login_required
def releases(request: HttpRequest) -> HttpResponse:
    """Show what is open beyond the sub-project, and to who coordinates the roles they may change."""
    actor, today = actor_of(request), timezone.localdate()
    _must(actor, Permission.RELEASE_FILES, Permission.CHANGE_ROLES)
    page = Paginator(queries.releases_in(actor, today), PER_PAGE).get_page(request.GET.get("page"))
    names = names_of(actor, [grant.subject_id for grant in page])
    context = {
        "page": page,
        "rows": [row_of(grant, names.get(grant.subject_id, "")) for grant in page],
        "works_in_files": may(actor.roles, Permission.RELEASE_FILES),
        "changes_roles": may(actor.roles, Permission.CHANGE_ROLES),
        "staff": [(one, ROLES[Role(one.role)]) for one in queries.roles_in(actor, today)]
        if actor.overseen
        else [],
    }
    return render(request, "network/releases.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def close(request: HttpRequest, grant_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    grant = queries.release_or_none(actor, grant_id, today)
    if grant is None:
        raise Http404
    if request.method == "POST":
        actions.close_file(grant=grant, today=today, actor=actor)
        messages.success(request, _("The access has ended."))
    return htmx.go_to(request, reverse("network:releases"))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def deputy(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    _must(actor, Permission.NAME_DEPUTIES)
    form = DeputyForm(
        request.POST if request.method == "POST" else None,
        projects=queries.projects_of(actor),
        staff=queries.colleagues_in(actor, today),
        initial={"from_on": today, "absent": actor.id},
    )
    if form.is_valid():
        try:
            opened = actions.name_deputy(**form.chosen(), today=today, actor=actor)
        except actions.CannotRelease as refusal:
            form.explain(refusal.problems)
        else:
            said = ngettext(
                "%(count)d case is open to the deputy.",
                "%(count)d cases are open to the deputy.",
                len(opened),
            )
            messages.success(request, said % {"count": len(opened)})
            return htmx.go_to(request, reverse("network:releases"))
    return render(request, "network/deputy.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def role(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    membership = queries.role_or_none(actor, membership_id, today)
    if membership is None:
        raise Http404
    form = RoleForm(request.POST if request.method == "POST" else None, initial={"role": membership.role})
    if form.is_valid():
        try:
            actions.change_role(membership=membership, role=form.chosen(), today=today, actor=actor)
        except actions.CannotChangeRole as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The role has been changed from today on."))
            return htmx.go_to(request, reverse("network:releases"))
    context = {"form": form, "membership": membership, "now": ROLES[Role(membership.role)]}
    return render(request, "network/role.html", context, status=422 if form.errors else 200)


def _must(actor: Actor, *permissions: Permission) -> None:
    if not any(may(actor.roles, one) for one in permissions):
        raise Http404
