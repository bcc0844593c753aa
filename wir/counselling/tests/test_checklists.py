"""Which papers a goal needs, which are there, and which are missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.actions import use_way
from wir.counselling.models import Stay
from wir.counselling.rules.checklists import Have, NeededPaper, check_papers
from wir.counselling.rules.ways import way_of, ways
from wir.files.rules import FileKind
from wir.files.tests.make import picture, stored

SignIn = Callable[[User], Client]
YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("papers", "have"),
    [
        ([], Have.MISSING),
        ([(FileKind.CERTIFICATE, None)], Have.MISSING),
        ([(FileKind.CV, None)], Have.THERE),
        ([(FileKind.CV, TODAY)], Have.THERE),
        ([(FileKind.CV, YESTERDAY)], Have.ENDED),
        ([(FileKind.CV, YESTERDAY), (FileKind.CV, TODAY)], Have.THERE),
    ],
)
def test_a_paper_is_there_as_long_as_one_of_its_kind_is_valid(
    papers: list[tuple[FileKind, date | None]], have: Have
) -> None:
    assert check_papers([FileKind.CV], papers, TODAY) == [NeededPaper(FileKind.CV, have)]


def test_every_way_says_which_papers_are_needed_each_once() -> None:
    for way in ways():
        assert way.papers
        assert len(set(way.papers)) == len(way.papers)


@pytest.mark.django_db
def test_the_plan_leads_to_the_paper_that_is_missing(
    sign_in: SignIn, stay: Stay, ada: User, acting_as: AskAs
) -> None:
    way = way_of("first_job")
    assert way is not None
    with acting_as(ada) as actor:
        use_way(person=stay.person, way=way, today=TODAY, actor=actor)
        place = (stay.network_id, stay.project_id)
        stored(place, stay.person_id, actor, data=picture(), name="cv.jpg", kind=FileKind.CV)
    client = sign_in(ada)

    page = client.get(f"/faelle/{stay.person_id}/plan/").content.decode()
    form = client.get(f"/faelle/{stay.person_id}/dokumente/?art=reference").context["form"]

    assert "Arbeitszeugnis fehlt" in page
    assert "Lebenslauf fehlt" not in page
    assert f"/faelle/{stay.person_id}/dokumente/?art=reference" in page
    assert form["kind"].value() == "reference"
