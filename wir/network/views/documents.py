from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from wir.kit.acting import Actor, actor_of
from wir.network import queries
from wir.network.adapters.pdf import NoPaper, as_pdf
from wir.network.models import Carrier
from wir.network.rules import LAW_SOURCES, CarrierLaw, LawTopic, place_in_law
from wir.privacy.queries import months_of
from wir.privacy.rules import Purpose

DOCUMENTS = {
    "folgenabschaetzung": ("impact", _("Impact assessment"), _("Prefilled with what the product does.")),
    "gemeinsame-verantwortung": (
        "joint",
        _("Agreement of joint controllers"),
        _("Between the carriers of a network."),
    ),
    "auftragsverarbeitung": (
        "processing",
        _("Contract on processing"),
        _("With the operator of the platform, and the clause on § 203 StGB."),
    ),
    "betriebsvereinbarung": (
        "works_council",
        _("Agreement with the works council"),
        _("§ 87 Abs. 1 Nr. 6 BetrVG: no control of performance or conduct."),
    ),
}
SIGNING = {
    "impact": ("Verantwortlicher", "Datenschutzbeauftragte Person"),
    "joint": ("Für die Parteien", "Für die Koordination"),
    "processing": ("Verantwortlicher", "Auftragsverarbeiter"),
    "works_council": ("Arbeitgeber", "Beschäftigtenvertretung"),
}
GAP = "__________________ (bitte eintragen)"


@require_safe
@login_required
def documents(request: HttpRequest) -> HttpResponse:
    """List the templates, for each carrier of the network."""
    context = {
        "carriers": queries.carriers_of(actor_of(request)),
        "documents": [(slug, title, hint) for slug, (_, title, hint) in DOCUMENTS.items()],
    }
    return render(request, "network/documents.html", context)


@require_safe
@login_required
def document(request: HttpRequest, slug: str, carrier_id: UUID) -> HttpResponse:
    """Show one template filled with the carrier's data; the browser prints it."""
    template, context = _filled(actor_of(request), slug, carrier_id)
    return render(request, template, context | {"paper": "network/documents/screen.html"})


@require_safe
@login_required
def document_pdf(request: HttpRequest, slug: str, carrier_id: UUID) -> HttpResponse:
    """Give the same as PDF; where the machine cannot make one, lead to the page that prints."""
    template, context = _filled(actor_of(request), slug, carrier_id)
    html = render_to_string(template, context | {"paper": "network/documents/paper.html"})
    try:
        content = as_pdf(html)
    except NoPaper:
        return redirect("network:document", slug=slug, carrier_id=carrier_id)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{slug}.pdf"'
    return response


def _filled(actor: Actor, slug: str, carrier_id: UUID) -> tuple[str, dict[str, object]]:
    carrier = queries.carrier_or_none(actor, carrier_id)
    if carrier is None or slug not in DOCUMENTS:
        raise Http404
    template, title, _hint = DOCUMENTS[slug]
    return f"network/documents/{template}.html", {
        "title": title,
        "signing": SIGNING[template],
        "slug": slug,
        "carrier": carrier,
        "controller": queries.controller_of(carrier),
        "kept": months_of(actor, carrier.pk, Purpose.COUNSELLING),
        "partners": [one for one in queries.carriers_of(actor) if one.network_id == carrier.network_id],
        "law": _places(carrier),
        "gap": GAP,
        "today": timezone.localdate(),
    }


def _places(carrier: Carrier) -> dict[str, str]:
    """Return where the carrier's law treats each topic; what no source was read for says so."""
    stated = queries.controller_of(carrier).law
    law = CarrierLaw(stated) if stated else CarrierLaw.GDPR
    places = {
        topic.value: place_in_law(topic, law)
        or f"{law.value.upper().replace('_', '-')}, Fundstelle prüfen, vgl. {place_in_law(topic, CarrierLaw.GDPR)}"
        for topic in LawTopic
    }
    return places | {"source": LAW_SOURCES[law], "code": law.value, "stated": stated}
