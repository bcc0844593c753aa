from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.monitoring import queries
from wir.monitoring.models import Participation
from wir.monitoring.queries.behind import KEYS
from wir.monitoring.rules.answers import EntryAnswers
from wir.monitoring.tests.asking import NOW, report_for
from wir.monitoring.tests.make import (
    make_participant,
    make_second_file,
)
from wir.network.models import Project

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SignIn = Callable[[User], Client]


def test_behind_every_figure_are_as_many_participants_stored_or_derived_anew(
    some_of_each: list[Stay], dora: User, acting_as: AskAs
) -> None:
    def behind() -> dict[str, list[str]]:
        with acting_as(dora) as actor:
            return {
                key: [
                    one.case_number
                    for one in queries.behind_page(actor, NOW, key=key, gender="", number=1).object_list
                ]
                for key in sorted([*KEYS, "V-COMPLETE:isced"])
            }

    stored = behind()
    report = report_for(dora, acting_as)
    with acting_as(dora) as actor:
        Participation.objects.visible_to(actor).update(next_change_on=TODAY)
    anew = behind()

    assert stored == anew
    for key in ("EECO01", "EECO13", "EECR04"):
        assert len(stored[key]) == report.totals[key].total
    assert len(stored["incomplete"]) == report.states["incomplete"]
    assert len(stored["overdue"]) == report.exit_states["overdue"]
    assert len(stored["entrants:training"]) == 1


def test_a_figure_leads_to_its_participants_with_name_and_reason(
    yusufs_stay: Stay, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)

    report = browser.get("/bericht/").content.decode()
    behind = browser.get("/bericht/EECO03/?gender=male").content.decode()

    assert 'href="/bericht/EECO03/?gender=male"' in report
    assert "Langzeitarbeitslose: Männer" in behind
    assert "Demir, Yusuf" in behind
    assert f'href="/faelle/{yusufs_stay.person_id}/monitoring/"' in behind
    assert "Seit 274 Tagen arbeitslos (ab 01.06.2025), Alter 22, Profil EC" in behind
    assert "Demir" not in browser.get("/bericht/EECO03/?gender=female").content.decode()


def test_the_coordinator_sees_case_numbers_but_no_name(
    yusufs_stay: Stay, dora: User, sign_in: SignIn
) -> None:
    page = sign_in(dora).get("/bericht/EECO03/").content.decode()

    assert "NORD-00001" in page
    assert "Hafen" in page
    assert "Demir" not in page
    assert str(yusufs_stay.person_id) not in page


def test_special_categories_lead_only_to_people_whose_answer_one_may_see(
    *, hafen: Project, turm: Project, ada: User, bela: User, dora: User, acting_as: AskAs
) -> None:
    answers = EntryAnswers(employment="inactive", isced=1, disability="yes")
    stay = make_participant(hafen, ada, answers=answers)
    make_second_file(stay, turm, bela, minutes=60, entered_on=date(2026, 8, 3))

    seen = {}
    for user in (ada, bela, dora):
        with acting_as(user) as actor:
            page = queries.behind_page(actor, NOW, key="EECO12", gender="", number=1)
            seen[user.name] = (report_for(user, acting_as).totals["EECO12"].total, page.paginator.count)

    assert seen == {"Ada": (1, 1), "Bela": (1, 0), "Dora": (1, 0)}


def test_an_advisor_does_not_learn_in_which_other_sub_projects_somebody_is(
    some_of_each: list[Stay], ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        page = queries.behind_page(actor, NOW, key="EECO01", gender="female", number=1)
        (amina,) = page.object_list

    assert (amina.name, amina.projects) == ("Demir, Amina", ("Hafen",))
