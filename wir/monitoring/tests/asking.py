"""The report as somebody of the cast asks for it."""

from __future__ import annotations

from datetime import date

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.monitoring import queries
from wir.monitoring.queries.places import Asked
from wir.network.models import Project

NOW = Asked(TODAY, TODAY)


def report_for(
    user: User, ask: AskAs, *, as_of: date = TODAY, project: Project | None = None
) -> queries.Report:
    """Return what the user reads."""
    with ask(user) as actor:
        return queries.report(
            actor,
            network_id=None,
            project_id=project.pk if project else None,
            as_of=as_of,
            today=TODAY,
        )
