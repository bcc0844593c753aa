"""The page of a person: cards that are edited in place, each saved by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import push_url

from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.versions import ChangedMeanwhile, Text
from wir.people import actions, queries
from wir.people.forms.cards import CARD_FORMS, CardForm
from wir.people.forms.changes import in_words
from wir.people.forms.entries import ENTRY_FORMS, EntryForm
from wir.people.forms.entry_words import line_of
from wir.people.forms.profile_words import (
    ADD_ENTRIES,
    CARDS,
    EMPTY_CARDS,
    EMPTY_ENTRIES,
    ENTRIES,
    REQUIREMENTS,
)
from wir.people.models import Person
from wir.people.rules.cards import IDENTIFYING, Card
from wir.people.rules.entries import EntryKind
from wir.people.views.household import household_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wir.people.queries import CaseHeader, Entry

CHANGES_A_PAGE = 50
LEFT = (Card.NAMES, Card.BIRTH, Card.REACH, Card.ADDRESS, Card.TALKING)
RIGHT = (Card.WORK, Card.WISHES, Card.SCHOOL)


@dataclass(frozen=True, slots=True)
class Shown:
    """A card or a list of entries as the page shows it, or as a form."""

    anchor: str
    title: Text
    url: str
    empty: Text
    form: CardForm | EntryForm
    editing: bool = False
    rows: Sequence[tuple[str, str, str]] = ()
    """Of entries: title, details, address."""
    add: Text = ""
    remove_url: str = ""
    list_url: str = ""
    saved: bool = False

    @property
    def facts(self) -> list[tuple[Text, str]]:
        """What is known, as labels and words."""
        return self.form.facts()

    @property
    def closed_url(self) -> str:
        """Where the card is shown closed again."""
        return f"{self.list_url or self.url}?closed"


@login_required
@require_safe
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    case, whole = queries.case_header(actor, person_id), queries.whole_person(actor, person_id, today)
    if case is None or whole is None:
        raise Http404
    context = {
        "case": case,
        "left": [_card(whole.person, card) for card in LEFT],
        "right": [_card(whole.person, card) for card in RIGHT],
        "lists": [_list(person_id, kind, whole.entries[kind]) for kind in EntryKind],
        "household": household_shown(actor, person_id, whole.household),
        "requirements": [REQUIREMENTS[kind] for kind in whole.requirements],
    }
    return htmx.page(request, "people/person.html", context, part="person")


@login_required
@require_safe
def changes(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    case = queries.case_header(actor, person_id)
    if case is None:
        raise Http404
    page = Paginator(queries.changes_of(actor, person_id), CHANGES_A_PAGE).get_page(request.GET.get("page"))
    names = queries.names_of_users(change.user_id for change in page.object_list)
    context = {
        "case": case,
        "page": page,
        "changes": [in_words(change, names) for change in page.object_list],
    }
    return htmx.page(request, "people/changes.html", context, part="changes")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, person_id: UUID, card: str) -> HttpResponse:
    case, file = _file(request, person_id)
    which = _one_of(Card, card)
    if "closed" in request.GET:
        return _part(request, case, _card(file, which))
    data = request.POST if request.method == "POST" else None
    form = CARD_FORMS[which](data, known=queries.card_values(file, which))
    if form.is_valid():
        try:
            saved = actions.correct_card(
                person=file,
                card=which,
                values=form.values(),
                seen=form.seen(),
                today=timezone.localdate(),
                actor=actor_of(request),
            )
        except ChangedMeanwhile as refusal:
            form.explain_changes(refusal)
        except actions.CannotCorrect as refusal:
            form.explain(refusal.problems)
        else:
            return _saved(request, case, _card(saved, which, saved=True), whole_page=which in IDENTIFYING)
    return _part(request, case, _card(file, which, form=form))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_entry(request: HttpRequest, person_id: UUID, kind: str) -> HttpResponse:
    which = _one_of(EntryKind, kind)
    if "closed" in request.GET:
        case, file = _file(request, person_id)
        return _part(request, case, _list(person_id, which, _entries(request, file, which)))
    return _entry(request, person_id, which, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, person_id: UUID, kind: str, entry_id: UUID) -> HttpResponse:
    which = _one_of(EntryKind, kind)
    found = queries.entry_or_none(actor_of(request), person_id, which, entry_id)
    if found is None:
        raise Http404
    return _entry(request, person_id, which, found)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove_entry(request: HttpRequest, person_id: UUID, kind: str, entry_id: UUID) -> HttpResponse:
    case, file = _file(request, person_id)
    which = _one_of(EntryKind, kind)
    if request.method != "POST":
        return _back(request, person_id, which)
    actions.remove_entry(person=file, kind=which, entry_id=entry_id, actor=actor_of(request))
    return _saved(request, case, _list(person_id, which, _entries(request, file, which)))


def _entry(request: HttpRequest, person_id: UUID, kind: EntryKind, found: Entry | None) -> HttpResponse:
    case, file = _file(request, person_id)
    data = request.POST if request.method == "POST" else None
    form = ENTRY_FORMS[kind](data, known=queries.entry_values(found) if found else {})
    if form.is_valid():
        try:
            actions.keep_entry(
                person=file,
                kind=kind,
                entry_id=found.pk if found else None,
                values=form.values(),
                seen=form.seen(),
                today=timezone.localdate(),
                actor=actor_of(request),
            )
        except ChangedMeanwhile as refusal:
            form.explain_changes(refusal)
        except actions.CannotKeep as refusal:
            form.explain(refusal.problems)
        else:
            shown = _list(person_id, kind, _entries(request, file, kind), saved=True)
            return _saved(request, case, shown)
    return _part(request, case, _list(person_id, kind, [], form=form, found=found))


def _card(file: Person, card: Card, *, form: CardForm | None = None, saved: bool = False) -> Shown:
    return Shown(
        anchor=card.value,
        title=CARDS[card],
        url=reverse("people:card", args=[file.pk, card.value]),
        empty=EMPTY_CARDS[card],
        form=form or CARD_FORMS[card](known=queries.card_values(file, card)),
        editing=form is not None,
        saved=saved,
    )


def _list(
    person_id: UUID,
    kind: EntryKind,
    entries: Sequence[Entry],
    *,
    form: EntryForm | None = None,
    found: Entry | None = None,
    saved: bool = False,
) -> Shown:
    new = reverse("people:new_entry", args=[person_id, kind.value])
    where = [person_id, kind.value, found.pk] if found else []
    return Shown(
        anchor=kind.value,
        title=ENTRIES[kind],
        url=reverse("people:entry", args=where) if found else new,
        empty=EMPTY_ENTRIES[kind],
        form=form or ENTRY_FORMS[kind](known={}),
        editing=form is not None,
        rows=[
            (*line_of(one), reverse("people:entry", args=[person_id, kind.value, one.pk])) for one in entries
        ],
        add=ADD_ENTRIES[kind],
        remove_url=reverse("people:remove_entry", args=where) if found else "",
        list_url=new,
        saved=saved,
    )


def _entries(request: HttpRequest, file: Person, kind: EntryKind) -> list[Entry]:
    return queries.entries_of(actor_of(request), file.pk, kind)


def _file(request: HttpRequest, person_id: UUID) -> tuple[CaseHeader, Person]:
    actor = actor_of(request)
    case, file = queries.case_header(actor, person_id), queries.with_profile(actor, person_id)
    if case is None or file is None:
        raise Http404
    return case, file


def _one_of(enum: Any, code: str) -> Any:
    if code not in set(enum):
        raise Http404
    return enum(code)


def _saved(request: HttpRequest, case: CaseHeader, shown: Shown, *, whole_page: bool = False) -> HttpResponse:
    """Show the card closed again; without htmx, or where the head of the page changes too, the whole page."""
    if htmx.is_htmx(request) and not whole_page:
        return _part(request, case, shown)
    messages.success(request, _("Saved."))
    return _back(request, case.person_id, shown.anchor)


def _back(request: HttpRequest, person_id: UUID, anchor: str) -> HttpResponse:
    return htmx.go_to(request, f"{reverse('people:person', args=[person_id])}#{anchor}")


def _part(request: HttpRequest, case: CaseHeader, shown: Shown) -> HttpResponse:
    context = {"case": case, "shown": shown}
    status = 422 if shown.editing and shown.form.errors else 200
    response = htmx.page(request, "people/card.html", context, part="card", status=status)
    return push_url(response, False)  # the address stays that of the page in which the card stands
