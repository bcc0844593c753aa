"""Words for residence papers."""

from __future__ import annotations

from django import template
from django.utils import formats
from django.utils.translation import gettext as _

from wir.people.forms import SHORT_STATUSES, WORK_NOTES
from wir.people.models import Residence
from wir.people.rules.citations import cited
from wir.people.rules.facts import WorkNote

register = template.Library()


@register.simple_tag
def status_of(*, paper: Residence) -> str:
    """Name the status as it stands on the paper."""
    return SHORT_STATUSES[paper.status]


@register.simple_tag
def basis_of(*, paper: Residence) -> str:
    """Cite the legal basis."""
    return cited(paper.legal_basis) if paper.legal_basis else "–"


@register.simple_tag
def printed_on(*, paper: Residence) -> str:
    """Say what else is printed: last day and side note about work."""
    parts = []
    if paper.valid_until:
        day = formats.date_format(paper.valid_until, "SHORT_DATE_FORMAT")
        parts.append(_("valid until %(day)s") % {"day": day})
    if paper.work_note:
        parts.append(str(WORK_NOTES[WorkNote(paper.work_note)]))
    if paper.issued_on or paper.issued_by:
        day = formats.date_format(paper.issued_on, "SHORT_DATE_FORMAT") if paper.issued_on else ""
        parts.append(_("issued %(what)s") % {"what": " ".join(filter(None, (day, paper.issued_by)))})
    parts += [paper.side_note] if paper.side_note else []
    return " · ".join(parts) or "–"
