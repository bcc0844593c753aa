"""The gallery of components: what there is, and how it looks in this language and direction."""

from datetime import date

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wir.kit import htmx
from wir.kit.forms import ExampleForm
from wir.kit.registry import TimelineItem
from wir.kit.templatetags.kit import Fact, Link
from wir.kit.templatetags.shapes import BADGE_TONES, TONES


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    if settings.HTTPS:  # a site in earnest shows no examples
        raise Http404
    wanted = request.GET.get("lang", "")
    with translation.override(wanted if wanted in LANG_INFO else translation.get_language()):
        return htmx.page(request, "kit/gallery.html", _examples(request), part="list")


def _examples(request: HttpRequest) -> dict[str, object]:
    return {
        "tones": TONES,
        "badge_tones": BADGE_TONES,
        "crumbs": [Link(label=_("My day"), url="/"), Link(label=_("Components"), url=request.path)],
        "tabs": [
            Link(label=_("Overview"), url="#overview", current=True),
            Link(label=_("Contacts"), url="#contacts", badge=12),
            Link(label=_("Plan"), url="#plan"),
            Link(label=_("Placement"), url="#placement", badge=2),
        ],
        "facts": [
            Fact(label=_("Born on"), value="01.02.1990"),
            Fact(label=_("Residence status"), value="Duldung", tone="warning"),
            Fact(label=_("May work"), value=_("Yes"), tone="success"),
            Fact(label=_("Advisor"), value="Ada Beispiel", url="#advisor"),
        ],
        "items": [
            TimelineItem(
                on=date(2026, 4, 1),
                title=_("Work started"),
                detail="Bäckerei Muster",
                icon="check",
                url="#work",
            ),
            TimelineItem(on=date(2026, 3, 12), title=_("Talk by telephone"), detail="30 min", icon="mail"),
            TimelineItem(on=date(2026, 2, 2), title=_("Entry"), icon="arrow-forward"),
        ],
        "rows": [
            {
                "name": "Tesfay, Selam",
                "number": "N-2026-0142",
                "minutes": 95,
                "tone": "success",
                "state": _("in work"),
            },
            {
                "name": "Al-Ḥasan, ʿUmar",
                "number": "N-2026-0143",
                "minutes": 30,
                "tone": "warning",
                "state": _("open"),
            },
            {
                "name": "O’Brien-Müller, Zoë",
                "number": "N-2026-0144",
                "minutes": 1240,
                "tone": "neutral",
                "state": _("left"),
            },
        ],
        "page": Paginator(range(480), 25).get_page(request.GET.get("page")),
        "form": ExampleForm(),
        "refused": ExampleForm(
            {"family_name": "", "born_on": "31.02.1990", "mode": "video"}, auto_id="refused_%s"
        ),
    }
