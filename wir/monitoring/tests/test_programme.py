from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.kit.acting import acting
from wir.monitoring import queries, tasks
from wir.monitoring.models import IndicatorTotal, Participation
from wir.monitoring.tests.make import (
    make_participant,
)
from wir.network.actions import as_network_job
from wir.network.models import Network, Project
from wir.people.rules.facts import Gender

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SignIn = Callable[[User], Client]


def test_the_programme_office_reads_totals_without_people(
    *, yusufs_stay: Stay, tal: Project, cem: User, emil: User, sign_in: SignIn, north: Network
) -> None:
    make_participant(tal, cem, gender=Gender.FEMALE)
    browser = sign_in(emil)
    before = browser.get("/bericht/")

    tasks.sum_up_all(timestamp=0)

    assert "Noch keine Zahlen" in before.content.decode()
    page = browser.get("/bericht/")
    output, _results = page.context["indicators"]
    assert list(output.rows[0]) == ["EECO01 Gesamtzahl der Teilnehmenden", 1, 1, 0, 2]
    assert "NORD-00001" not in page.content.decode()
    one = browser.get("/bericht/?name=Netzwerk Nord").context["indicators"][0].rows[0]
    assert list(one[1:4]) == [0, 1, 0]
    workbook = CalamineWorkbook.from_filelike(BytesIO(browser.get("/bericht/xlsx/").content))
    assert workbook.get_sheet_by_index(0).to_python()[1][:3] == [
        "Netzwerk Nord", "EECO01", "Gesamtzahl der Teilnehmenden",
    ]  # fmt: skip


def test_only_the_programme_office_is_given_totals(
    yusufs_stay: Stay, ada: User, cem: User, acting_as: AskAs
) -> None:
    tasks.sum_up_all(timestamp=0)

    for user in (ada, cem):
        with acting_as(user):
            assert queries.programme_totals(TODAY) == []


def test_summing_up_again_changes_figures_and_drops_those_that_are_gone(
    yusufs_stay: Stay, hafen: Project
) -> None:
    tasks.sum_up_all(timestamp=0)
    with acting(as_network_job(hafen.network_id)):
        first = dict(IndicatorTotal.objects.values_list("indicator", "pk"))
        Participation.objects.update(indicators=["EECO01", "EECO05"])

    tasks.sum_up_all(timestamp=0)

    with acting(as_network_job(hafen.network_id)):
        second = dict(IndicatorTotal.objects.values_list("indicator", "pk"))
    assert "EECO03" in first
    assert sorted(second) == ["EECO01", "EECO05"]
    assert second["EECO01"] == first["EECO01"]
