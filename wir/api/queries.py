"""What machines ask, from what the actor may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from wir.counselling.models import Stay

if TYPE_CHECKING:
    from wir.kit.acting import Actor

PAGE = 50


def cases_page(actor: Actor, *, ended: bool, page: int) -> tuple[list[dict[str, Any]], bool]:
    """Return a page of stays, the newest first, and whether there are more; no names."""
    stays = Stay.objects.visible_to(actor).filter(exited_on__isnull=not ended)
    begin = (page - 1) * PAGE
    lines = stays.order_by("-entered_on", "-id").values(
        "person_id",
        "entered_on",
        "exited_on",
        case_number=F("participant__case_number"),
        project_name=F("project__name"),
    )
    found = [
        {"project": line.pop("project_name"), **line} for line in map(dict, lines[begin : begin + PAGE + 1])
    ]
    return found[:PAGE], len(found) > PAGE
