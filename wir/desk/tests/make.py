"""What tests type into the desk's forms."""

from __future__ import annotations

from wir.accounts.models import User
from wir.network.models import Project


def typed(project: Project, advisor: User, **changes: str) -> dict[str, str]:
    """Return the intake form of Selam as filled in on 24 November 2026."""
    values = {
        "given_names": "Selam",
        "family_names": "Tesfay",
        "birth_date": "1998-05-17",
        "gender": "female",
        "nationality": "ERI",
        "contact_language": "ti",
        "interpreter_needed": "yes",
        "phone": "0170 1234567",
        "status": "aufenthaltserlaubnis",
        "legal_basis": "AufenthG:25:2",
        "work_note": "erwerbstaetigkeit_erlaubt",
        "paper_from": "2024-02-01",
        "paper_until": "2027-01-31",
        "entered_on": "2023-09-10",
        "language_1": "de",
        "level_1": "A2",
        "language_2": "ti",
        "level_2": "native",
        "schooling": "zehn Jahre Schule in Keren",
        "isced": "2",
        "project": str(project.pk),
        "advisor": str(advisor.pk),
        "stay_from": "2026-11-23",
        "consent": "on",
        "consent_way": "paper",
        "consent_language": "ti",
        "notices": "on",
        "employment": "unemployed",
        "unemployed_since": "2026-06-01",
        "in_education": "no",
        "foreign_background": "yes",
        "minority": "refused",
    }
    return values | changes
