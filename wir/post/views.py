"""Messages that did not arrive: ids, ways and reasons; no address, no word of them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wir.kit.acting import actor_of
from wir.post import actions, queries
from wir.post.forms import FAILURES
from wir.post.models import CHANNELS, TEMPLATES, Message
from wir.post.rules import Channel, Failure, Template

PER_PAGE = 50


@require_safe
@login_required
def failed(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    page = Paginator(queries.failed_messages(actor), PER_PAGE).get_page(request.GET.get("page"))
    rows = [_row(message, may_send=queries.may_write(actor, message)) for message in page]
    return render(request, "post/failed.html", {"page": page, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def try_again(request: HttpRequest, message_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    message = queries.failed_or_none(actor, message_id)
    if message is None or not queries.may_write(actor, message):
        raise Http404
    if request.method == "POST":
        actions.try_again(message=message, now=timezone.now(), actor=actor)
        messages.success(request, _("The message will be sent once more."))
    return redirect("post:failed")


def _row(message: Message, *, may_send: bool) -> dict[str, object]:
    return {
        "message": message,
        "template": TEMPLATES[Template(message.template)],
        "channel": CHANNELS[Channel(message.channel)],
        "failure": FAILURES[Failure(message.failure)],
        "may_send": may_send,
    }
