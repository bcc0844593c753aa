"""Appointments of a person: the list, a new one, moving and calling off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.counselling import actions, queries
from wir.counselling.forms import MODES
from wir.counselling.forms.appointments import CALLOFFS, AppointmentForm
from wir.counselling.rules import ContactMode
from wir.counselling.rules.appointments import Calloff
from wir.counselling.views.case import case_or_404, record_url
from wir.kit import htmx
from wir.kit.acting import actor_of
from wir.kit.paper import paper
from wir.kit.versions import ChangedMeanwhile
from wir.network import queries as network
from wir.post import queries as post
from wir.post.models import CHANNELS, STATES, TEMPLATES
from wir.post.rules import Channel, MessageState, Template

if TYPE_CHECKING:
    from wir.counselling.actions import Meeting
    from wir.counselling.models import Appointment
    from wir.kit.acting import Actor
    from wir.people.queries import CaseHeader
    from wir.post.models import Message


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def appointments(request: HttpRequest, person_id: UUID) -> HttpResponse:
    case, actor, now = case_or_404(request, person_id), actor_of(request), timezone.now()
    place = queries.last_place_of(actor, case.person.project_id)
    asked = {"on": request.GET.get("tag", ""), "advisor": str(actor.id), "meeting_place": place}
    form = _form(request, case, actor, asked)
    if form.is_valid():
        made = _tried(
            form,
            lambda meeting: actions.make_appointment(
                person=case.person, meeting=meeting, now=now, actor=actor
            ),
        )
        if made:
            messages.success(request, _told(made))
            return htmx.go_to(request, _list(person_id))
    stopped = queries.is_stopped(case.person, timezone.localdate(now))
    rows = [_row(one, stopped=stopped) for one in queries.appointments_of(actor, person_id)[:50]]
    context = {
        "case": case,
        "form": form,
        "ahead": [row for row in reversed(rows) if row["state"] == "ahead"],
        "open": [row for row in reversed(rows) if row["state"] == "open"],
        "over": [] if stopped else [row for row in rows if row["state"] not in {"ahead", "open"}],
        "stopped": stopped,
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/appointments.html", context, part="appointments", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def appointment(request: HttpRequest, person_id: UUID, appointment_id: UUID) -> HttpResponse:
    """One appointment: move it, call it off, print the letter."""
    case, actor, now = case_or_404(request, person_id), actor_of(request), timezone.now()
    known = _appointment(request, person_id, appointment_id)
    form = _form(request, case, actor, queries.appointment_values(known))
    if form.is_valid():
        moved = _tried(
            form,
            lambda meeting: actions.move_appointment(
                appointment=known, meeting=meeting, seen=form.seen(), now=now, actor=actor
            ),
        )
        if moved:
            messages.success(
                request,
                _("The appointment has been changed. Under “Messages” stands what the person is sent."),
            )
            return htmx.go_to(request, reverse("counselling:appointment", args=[person_id, appointment_id]))
    stopped = queries.is_stopped(case.person, timezone.localdate(now))
    context = {
        "case": case,
        "form": form,
        "row": _row(known, stopped=stopped),
        "stopped": stopped,
        "calloffs": [{"value": code.value, "label": label} for code, label in CALLOFFS.items()],
        "messages_sent": [] if stopped else [_message(one) for one in post.messages_about(actor, [known.pk])],
    }
    status = 422 if form.errors else 200
    return htmx.page(request, "counselling/appointment.html", context, part="appointment", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def call_off(request: HttpRequest, person_id: UUID, appointment_id: UUID) -> HttpResponse:
    case_or_404(request, person_id)
    known = _appointment(request, person_id, appointment_id)
    by = request.POST.get("by", "")
    if request.method == "POST" and by in list(Calloff):
        try:
            knows = actions.call_off(
                appointment=known, by=Calloff(by), now=timezone.now(), actor=actor_of(request)
            )
            _say_called_off(request, known, knows=knows)
        except actions.CannotMeet:
            messages.error(request, _("This appointment was over already; nothing has been changed."))
        return redirect(_list(person_id))
    return redirect("counselling:appointment", person_id, appointment_id)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def missed(request: HttpRequest, person_id: UUID, appointment_id: UUID) -> HttpResponse:
    """Put down, in one click, that the person did not come."""
    case_or_404(request, person_id)
    known = _appointment(request, person_id, appointment_id)
    if request.method != "POST":
        return redirect("counselling:appointment", person_id, appointment_id)
    try:
        actions.record_missed(appointment=known, now=timezone.now(), actor=actor_of(request))
        messages.success(request, _("It has been put down that the person did not come."))
    except actions.CannotMeet:
        messages.error(
            request, _("Nothing was put down: the appointment is still to come, or it was over already.")
        )
    return redirect(_list(person_id))


@require_safe
@login_required
def appointment_letter(request: HttpRequest, person_id: UUID, appointment_id: UUID) -> HttpResponse:
    """The invitation to print, in the person's language and in German."""
    case = case_or_404(request, person_id)
    known = _appointment(request, person_id, appointment_id)
    written = post.messages_about(actor_of(request), [known.pk]).filter(channel=Channel.LETTER.value).first()
    stopped = queries.is_stopped(case.person, timezone.localdate())
    if stopped or written is None or known.contact_id or not _fits(known, Template(written.template)):
        raise Http404
    context = {
        "identity": known.person.identity,
        "today": timezone.localdate(),
        "language": known.language or "de",
        "letter": post.letter(Template(written.template), known.language, actions.words_for(known)),
    }
    filename = f"termin-{case.case_number}.pdf"
    return paper(request, "counselling/appointment_letter.html", context, filename=filename)


def _fits(appointment: Appointment, template: Template) -> bool:
    """Whether the last letter says how things are: that it was called off, or when it is."""
    is_off = appointment.called_off_at is not None
    return appointment.is_by_letter and is_off == (template is Template.CANCELLED)


def _say_called_off(request: HttpRequest, appointment: Appointment, *, knows: bool) -> None:
    if not knows:
        messages.warning(
            request,
            _(
                "The appointment has been called off, but nothing could be sent. Please tell the person yourself."
            ),
        )
    elif appointment.is_by_letter and appointment.starts_at > timezone.now():
        messages.success(
            request, _("The appointment has been called off. If there is a letter, please print it.")
        )
    else:
        messages.success(request, _("The appointment has been called off."))


def _appointment(request: HttpRequest, person_id: UUID, appointment_id: UUID) -> Appointment:
    found = queries.appointment_or_none(actor_of(request), person_id, appointment_id)
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, case: CaseHeader, actor: Actor, initial: dict[str, Any]) -> AppointmentForm:
    there = network.colleagues_in(actor, timezone.localdate())
    return AppointmentForm(
        request.POST if request.method == "POST" else None,
        person=case.person,
        colleagues={one.user_id: one.user.name for one in there if one.project_id == case.person.project_id},
        open_channels=post.open_channels(),
        initial=initial,
    )


def _tried(form: AppointmentForm, act: Callable[[Meeting], Appointment]) -> Appointment | None:
    try:
        return act(form.meeting())
    except actions.CannotMeet as refusal:
        form.explain_refusal(refusal.problems, refusal.words)
    except ChangedMeanwhile as refusal:
        form.explain_changes(refusal)
    return None


def _told(appointment: Appointment) -> str:
    if appointment.is_by_letter:
        return _("The appointment is in the calendar. Please print the letter.")
    if appointment.channel:
        return _("The appointment is in the calendar, and a message is on its way.")
    return _("The appointment is in the calendar.")


def _row(appointment: Appointment, *, stopped: bool) -> dict[str, Any]:
    """Return an appointment in words; what rests on a consent that is gone (``stopped``) is shown to nobody."""
    local = timezone.localtime(appointment.starts_at)
    state = _state(appointment)
    return {
        "appointment": appointment,
        "starts": local,
        "ends": timezone.localtime(appointment.ends_at),
        "mode": MODES[ContactMode(appointment.mode)],
        "state": state,
        "closed": stopped,
        "calloff": CALLOFFS[Calloff(appointment.called_off)] if appointment.called_off else "",
        "record_url": record_url(appointment),
        "has_letter": not stopped
        and (state == "ahead" or _is_told_off(appointment))
        and appointment.is_by_letter,
    }


def _is_told_off(appointment: Appointment) -> bool:
    """Whether there was somebody to tell that it does not take place: by us, and in time."""
    off = appointment.called_off_at
    return appointment.called_off == Calloff.BY_US.value and off is not None and off < appointment.starts_at


def _message(message: Message) -> dict[str, Any]:
    waits = message.state == MessageState.QUEUED.value and message.not_before > timezone.now()
    due = {"day": date_format(timezone.localtime(message.not_before), "SHORT_DATETIME_FORMAT")}
    return {
        "what": TEMPLATES[Template(message.template)],
        "channel": CHANNELS[Channel(message.channel)],
        "state": _("is sent on %(day)s") % due if waits else STATES[MessageState(message.state)],
    }


def _state(appointment: Appointment) -> str:
    if appointment.called_off_at:
        return "off"
    if appointment.contact:
        return "held" if appointment.contact.came else "missed"
    return "ahead" if appointment.starts_at > timezone.now() else "open"


def _list(person_id: UUID) -> str:
    return reverse("counselling:appointments", args=[person_id])
