"""The calendar: a day or a week of one's own, or of the sub-project; and what calendar programs read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.counselling import actions, queries
from wir.counselling.adapters.icalendar import calendar_of
from wir.counselling.forms import MODES
from wir.counselling.rules import ContactMode
from wir.kit.acting import actor_of
from wir.kit.rates import PUBLIC, limited
from wir.kit.templatetags.shapes import Link
from wir.people import queries as people

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from wir.counselling.models import Appointment

WEEK = timedelta(days=7)
WEEKEND = 5
"""``date.weekday`` of Saturday: the weekend is shown when there is something on it."""
CALENDAR = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class View:
    """What somebody looks at; it stands in the address."""

    on: date
    is_week: bool
    of_all: bool

    @property
    def first(self) -> date:
        """The first day shown."""
        return self.on - timedelta(days=self.on.weekday()) if self.is_week else self.on

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.first + timedelta(days=6) if self.is_week else self.on

    def url(self, **changes: Any) -> str:
        """Return the address of this view with something changed."""
        shown = {"on": self.on, "is_week": self.is_week, "of_all": self.of_all, **changes}
        asked = {
            "tag": shown["on"].isoformat(),
            "ansicht": "woche" if shown["is_week"] else "tag",
            "wer": "alle" if shown["of_all"] else "ich",
        }
        return f"{reverse('counselling:calendar')}?{urlencode(asked)}"


@require_safe
@login_required
def calendar(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    if not actor.projects:
        raise Http404
    view = _view(request, today)
    found = queries.appointments_between(
        actor, view.first, view.last, advisor_id=None if view.of_all else actor.id
    )
    names = people.names_of(actor, {one.person_id for one in found})
    step = WEEK if view.is_week else timedelta(days=1)
    context = {
        "view": view,
        "today": today,
        "days": _days(view, found, names),
        "earlier": view.url(on=view.on - step),
        "later": view.url(on=view.on + step),
        "now": view.url(on=today),
        "widths": [
            Link(label=_("Week"), url=view.url(is_week=True), current=view.is_week),
            Link(label=_("Day"), url=view.url(is_week=False), current=not view.is_week),
        ],
        "whose": [
            Link(label=_("mine"), url=view.url(of_all=False), current=not view.of_all),
            Link(label=_("all of the sub-project"), url=view.url(of_all=True), current=view.of_all),
        ],
    }
    return render(request, "counselling/calendar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def feed(request: HttpRequest) -> HttpResponse:
    """The secret address for one's calendar program: shown once, when it is made."""
    actor = actor_of(request)
    if not actor.projects:
        raise Http404
    address = ""
    if request.method == "POST" and request.POST.get("do") == "end":
        actions.end_feed(actor=actor)
        messages.success(request, _("The address has ended."))
    elif request.method == "POST":
        secret = actions.make_feed(now=timezone.now(), actor=actor)
        address = request.build_absolute_uri(reverse("counselling:feed_file", args=[secret]))
    context = {"feed": queries.feed_of(actor), "address": address}
    return render(request, "counselling/feed.html", context)


@limited(PUBLIC)
@require_safe
def feed_file(request: HttpRequest, secret: str) -> HttpResponse:
    """What the holder of the secret reads: times and case numbers."""
    now = timezone.now()
    entries = queries.feed_entries(secret, now)
    if entries is None:
        raise Http404
    return HttpResponse(calendar_of(entries, now), content_type=CALENDAR)


def _view(request: HttpRequest, today: date) -> View:
    try:
        on = parse_date(request.GET.get("tag", "")) or today
    except ValueError:
        on = today
    on = min(max(on, date(2000, 1, 1)), date(2100, 1, 1))
    return View(
        on=on,
        is_week=request.GET.get("ansicht") != "tag",
        of_all=request.GET.get("wer") == "alle",
    )


def _days(view: View, found: Iterable[Appointment], names: Mapping[UUID, str]) -> list[dict[str, Any]]:
    by_day: dict[date, list[dict[str, Any]]] = {
        view.first + timedelta(days=number): [] for number in range((view.last - view.first).days + 1)
    }
    for one in found:
        local = timezone.localtime(one.starts_at)
        by_day[local.date()].append(
            {
                "appointment": one,
                "starts": local,
                "ends": timezone.localtime(one.ends_at),
                "name": names.get(one.person_id, ""),
                "mode": MODES[ContactMode(one.mode)],
                "is_over": one.contact_id is not None,
            }
        )
    return [
        {"day": day, "entries": entries}
        for day, entries in by_day.items()
        if entries or day.weekday() < WEEKEND or not view.is_week
    ]
