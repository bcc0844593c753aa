from __future__ import annotations

from datetime import date

import pytest

from tests.cast import TODAY
from wir.accounts.models import User
from wir.kit.acting import acting
from wir.monitoring.models import Participation
from wir.monitoring.tests.make import make_participant
from wir.network.actions import as_network_job
from wir.network.models import Project

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def stored(project: Project) -> list[Participation]:
    with acting(as_network_job(project.network_id)) as actor:
        return list(Participation.objects.visible_to(actor).order_by("participant__case_number"))


def test_nine_hours_and_the_entry_answers_make_a_reported_participant(hafen: Project, ada: User) -> None:
    make_participant(hafen, ada)

    (one,) = stored(hafen)
    assert (one.state, one.exit_state, one.asks, one.gender) == ("reported", "open", "", "male")
    assert one.indicators == ["EECO01", "EECO02", "EECO03", "EECO07", "EECO09", "EECO13"]
    assert (one.entered_on, one.exited_on, one.derived_on) == (date(2026, 3, 2), None, TODAY)
    assert one.project_ids == [hafen.pk]
