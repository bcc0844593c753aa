from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wir.kit.acting import actor_of
from wir.network import queries
from wir.network.forms import CAUSES, PERMISSIONS, ROLES, SCOPES
from wir.network.models import Grant
from wir.network.rules import RIGHTS, Cause, Role, Scope
from wir.tasks.queries import names_of


@require_safe
@login_required
def roles(request: HttpRequest) -> HttpResponse:
    """Show what each role may do, from the same table that decides it."""
    rows = [
        {"label": label, "cells": [(ROLES[role], permission in RIGHTS[role]) for role in Role]}
        for permission, label in PERMISSIONS.items()
    ]
    return render(request, "network/roles.html", {"rows": rows, "roles": [ROLES[role] for role in Role]})


@require_safe
@login_required
def own_rights(request: HttpRequest) -> HttpResponse:
    """Show why somebody sees what they see: roles, and what was opened to them, with cause and end."""
    actor, today = actor_of(request), timezone.localdate()
    grants = queries.grants_of(actor, today)
    names = names_of(actor, [grant.subject_id for grant in grants])
    context = {
        "memberships": [(one, ROLES[Role(one.role)]) for one in queries.memberships_of(actor, today)],
        "grants": [row_of(grant, names.get(grant.subject_id, "")) for grant in grants],
        "team": queries.count_team_cases(actor, today),
    }
    return render(request, "network/own_rights.html", context)


def row_of(grant: Grant, person: str) -> dict[str, object]:
    """Return a grant in words; people read the last day."""
    return {
        "grant": grant,
        "person": person,
        "scope": SCOPES[Scope(grant.scope)],
        "cause": CAUSES[Cause(grant.cause)],
        "last_day": grant.until_on - timedelta(days=1) if grant.until_on else None,
    }
