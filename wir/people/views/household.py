"""Who lives with a person: written down without names, or linked to a file of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wir.kit import htmx
from wir.kit.acting import Actor, actor_of
from wir.kit.versions import ChangedMeanwhile
from wir.people import actions, queries
from wir.people.forms.entry_words import line_of_member
from wir.people.forms.household import NOBODY, LinkForm, MemberForm
from wir.people.rules.household import HouseholdProblem
from wir.people.rules.profile import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wir.people.models import HouseholdMember
    from wir.people.queries import CaseHeader


@dataclass(frozen=True, slots=True)
class MemberShown:
    """Somebody of the household as the page shows them; ``name`` only where the reader may see that file."""

    title: str
    details: str
    name: str
    file_url: str
    edit_url: str
    remove_url: str
    has_file: bool


def household_shown(actor: Actor, person_id: UUID, members: Iterable[HouseholdMember]) -> list[MemberShown]:
    """Return the members for the page; of a file that is closed to the reader only the relation is told."""
    members = list(members)
    names = queries.names_of(actor, [one.linked_id for one in members if one.linked_id])
    return [_shown(person_id, one, names) for one in members]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_member(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return _member(request, person_id, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, person_id: UUID, member_id: UUID) -> HttpResponse:
    found = queries.member_or_none(actor_of(request), person_id, member_id)
    if found is None or found.linked_id is not None:
        raise Http404
    return _member(request, person_id, found)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def link_member(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case, actor = _case(request, person_id), actor_of(request)
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        other = queries.person_by_number(actor, form.cleaned_data["case_number"], case.person.network_id)
        try:
            if other is None:
                raise actions.CannotKeepMember([HouseholdProblem.NOT_FOUND])
            actions.link_member(
                person=case.person,
                other=other,
                relation=Relation(form.cleaned_data["relation"]),
                today=timezone.localdate(),
                actor=actor,
            )
        except actions.CannotKeepMember as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("The two files are linked. Neither shows anything of the other."))
            return _back(request, person_id)
    return _show(request, case, form, "people/link.html")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove_member(request: HttpRequest, person_id: UUID, member_id: UUID) -> HttpResponse:
    case = _case(request, person_id)
    if request.method == "POST":
        actions.remove_member(person=case.person, member_id=member_id, actor=actor_of(request))
        messages.success(request, _("Taken out of the household."))
    return _back(request, person_id)


def _member(request: HttpRequest, person_id: UUID, found: HouseholdMember | None) -> HttpResponse:
    case = _case(request, person_id)
    known = queries.member_values(found) if found else NOBODY
    form = MemberForm(request.POST if request.method == "POST" else None, known=known)
    if form.is_valid():
        try:
            actions.keep_member(
                person=case.person,
                member_id=found.pk if found else None,
                living=form.living(),
                seen=form.seen(),
                today=timezone.localdate(),
                actor=actor_of(request),
            )
        except ChangedMeanwhile as refusal:
            form.explain_changes(refusal)
        except actions.CannotKeepMember as refusal:
            form.explain(refusal.problems)
        else:
            messages.success(request, _("Saved."))
            return _back(request, person_id)
    return _show(request, case, form, "people/member.html")


def _shown(person_id: UUID, member: HouseholdMember, names: dict[UUID, str]) -> MemberShown:
    title, details = line_of_member(member)
    linked = member.linked_id
    name = names.get(linked, "") if linked else ""
    return MemberShown(
        title=title,
        details=details,
        name=name,
        file_url=reverse("people:person", args=[linked]) if name else "",
        edit_url="" if linked else reverse("people:member", args=[person_id, member.pk]),
        remove_url=reverse("people:remove_member", args=[person_id, member.pk]),
        has_file=linked is not None,
    )


def _case(request: HttpRequest, person_id: UUID) -> CaseHeader:
    case = queries.case_header(actor_of(request), person_id)
    if case is None:
        raise Http404
    return case


def _back(request: HttpRequest, person_id: UUID) -> HttpResponse:
    return htmx.go_to(request, f"{reverse('people:person', args=[person_id])}#haushalt")


def _show(request: HttpRequest, case: CaseHeader, form: MemberForm | LinkForm, template: str) -> HttpResponse:
    context = {"case": case, "form": form}
    return htmx.page(request, template, context, part="form", status=422 if form.errors else 200)
