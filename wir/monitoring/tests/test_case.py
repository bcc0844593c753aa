from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.kit.acting import acting
from wir.monitoring import pages
from wir.monitoring.models import EntryRecord, ExitRecord, FollowUp, LaterStatus, Participation
from wir.monitoring.rules.answers import EntryAnswers
from wir.monitoring.tests.make import make_answers, make_exit, make_participant, make_second_file, make_status
from wir.network.actions import as_job_at
from wir.network.models import Project

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SignIn = Callable[[User], Client]
NOTHING = {
    "employment": "open", "unemployed_since": "", "isced": "open", "foreign_background": "open",
    "minority": "open", "homeless": "open", "disability": "open", "in_education": "open", "degurba": "open",
}  # fmt: skip


def url(stay: Stay, page: str = "") -> str:
    tab = f"/faelle/{stay.person_id}/monitoring/"
    return f"{tab}{stay.pk}/{page}/" if page else tab


def test_the_tab_says_in_words_what_counts_and_why(yusufs_stay: Stay, ada: User, sign_in: SignIn) -> None:
    page = sign_in(ada).get(url(yusufs_stay)).content.decode()

    assert "Wird im Bericht gezählt." in page
    assert "Seit 274 Tagen arbeitslos (ab 01.06.2025), Alter 22, Profil EC" in page
    assert "Noch nicht erfasst" in page


def test_the_tab_says_what_is_missing_and_leads_to_the_questionnaire(
    hafen: Project, ada: User, sign_in: SignIn
) -> None:
    stay = make_participant(hafen, ada, answers=None)

    page = sign_in(ada).get(url(stay)).content.decode()

    assert "Erwerbsstatus am Tag des Eintritts fehlt" in page
    assert f'href="{url(stay, "eintritt")}"' in page


def test_hours_below_the_threshold_are_named(hafen: Project, ada: User, sign_in: SignIn) -> None:
    stay = make_participant(hafen, ada, minutes=450)

    assert "7,5 von mindestens 8 Stunden Beratung" in sign_in(ada).get(url(stay)).content.decode()


def test_the_entry_questionnaire_keeps_four_answers_apart(hafen: Project, ada: User, sign_in: SignIn) -> None:
    stay = make_participant(hafen, ada, answers=None)
    answers = NOTHING | {
        "employment": "inactive",
        "isced": "0",
        "disability": "refused",
        "minority": "no",
        "homeless": "yes",
        "in_education": "False",
    }
    browser = sign_in(ada)

    response = browser.post(url(stay, "eintritt"), answers)

    assert response["Location"] == url(stay)
    with acting(as_job_at(stay.place())):
        record = EntryRecord.objects.get()
        assert (record.employment, record.isced, record.in_education) == ("inactive", 0, False)
        assert (record.disability, record.minority, record.homeless) == ("refused", "no", "yes")
        assert (record.foreign_background, record.degurba, record.unemployed_since) == ("", None, None)
        assert Participation.objects.get().state == "reported"
    form = browser.get(url(stay, "eintritt")).context["form"]
    assert {name: form[name].value() for name in ("isced", "disability", "in_education", "degurba")} == {
        "isced": "0", "disability": "refused", "in_education": "False", "degurba": "open",
    }  # fmt: skip


def test_a_contradiction_is_explained_at_its_field_and_nothing_is_written(
    hafen: Project, ada: User, sign_in: SignIn
) -> None:
    stay = make_participant(hafen, ada, answers=None)
    answers = NOTHING | {"employment": "employed", "unemployed_since": "2025-01-01"}

    response = sign_in(ada).post(url(stay, "eintritt"), answers)

    assert response.status_code == 422
    assert response.context["form"].errors == {
        "unemployed_since": [
            (
                "Der 01.01.2025 ist angegeben, obwohl die Person nicht arbeitslos war."
                " Leeren Sie das Feld oder korrigieren Sie den Erwerbsstatus."
            )
        ]
    }
    with acting(as_job_at(stay.place())):
        assert not EntryRecord.objects.exists()


def test_exit_status_and_follow_up_are_recorded_one_by_one(
    yusufs_stay: Stay, ada: User, sign_in: SignIn
) -> None:
    stay = make_exit(yusufs_stay, on=date(2026, 5, 1))
    browser = sign_in(ada)

    left = {
        "education_from": "",
        "education_in_window": "False",
        "qualification_on": "2026-04-30",
        "qualification_certified": "True",
    }
    browser.post(url(stay, "austritt"), left)
    browser.post(url(stay, "status"), {"on": "2026-05-10", "status": "employed"})
    browser.post(
        url(stay, "nachfrage"), {"on": "2026-11-03", "status": "employed", "improvements": ["promotion"]}
    )

    with acting(as_job_at(stay.place())):
        assert ExitRecord.objects.get().qualification_certified is True
        assert LaterStatus.objects.get().status == "employed"
        assert FollowUp.objects.get().improvements == ["promotion"]
        results = [code for code in Participation.objects.get().indicators if code.startswith("EECR")]
    assert results == ["EECR03", "EECR04", "EECR05"]
    page = browser.get(url(stay)).content.decode()
    assert "Beim Eintritt arbeitslos, am 10.05.2026 erwerbstätig, Austritt am 01.05.2026" in page


def test_answers_after_leaving_wait_for_the_exit(yusufs_stay: Stay, ada: User, sign_in: SignIn) -> None:
    response = sign_in(ada).post(url(yusufs_stay, "status"), {"on": "2026-05-10", "status": "employed"})

    assert response.status_code == 422
    assert "Erfassen Sie zuerst den Austritt" in response.content.decode()
    with acting(as_job_at(yusufs_stay.place())):
        assert not LaterStatus.objects.exists()


def test_strangers_and_coordinators_do_not_learn_that_it_exists(
    yusufs_stay: Stay, cem: User, bela: User, dora: User, sign_in: SignIn
) -> None:
    for user in (cem, bela, dora):
        browser = sign_in(user)
        assert browser.get(url(yusufs_stay)).status_code == 404
        for page in ("eintritt", "austritt", "status", "nachfrage"):
            assert browser.get(url(yusufs_stay, page)).status_code == 404
            assert browser.post(url(yusufs_stay, page), NOTHING).status_code == 404

    with acting(as_job_at(yusufs_stay.place())):
        assert EntryRecord.objects.get().employment == "unemployed"


def test_special_categories_told_to_another_carrier_are_not_named(
    hafen: Project, turm: Project, ada: User, bela: User, sign_in: SignIn
) -> None:
    stay = make_participant(
        hafen, ada, answers=EntryAnswers(employment="inactive", isced=1, disability="yes")
    )
    second = make_second_file(stay, turm, bela, minutes=60, entered_on=date(2026, 8, 3))

    assert "EECO12" in sign_in(ada).get(url(stay)).content.decode()
    assert "EECO12" not in sign_in(bela).get(url(second)).content.decode()


def test_my_day_asks_for_what_is_missing_of_the_people_one_advises(
    hafen: Project, ada: User, bela: User, acting_as: AskAs
) -> None:
    make_participant(hafen, ada, given_names="Amina", answers=None)
    make_exit(make_participant(hafen, ada, given_names="Omar"), on=date(2026, 6, 1))
    asked = make_exit(make_participant(hafen, ada, given_names="Selam"), on=date(2026, 4, 30))
    make_status(asked, on=date(2026, 5, 2))
    make_participant(hafen, ada, given_names="Karim")

    with acting_as(ada) as actor:
        rows = [(row.person, str(row.title), row.due_on) for row in pages.day(actor, TODAY)]
    with acting_as(bela) as actor:
        of_bela = list(pages.day(actor, TODAY))

    assert sorted(rows) == [
        ("Demir, Amina", "Eintrittsangaben fehlen", date(2026, 3, 2)),
        ("Demir, Omar", "Status nach dem Austritt fehlt", date(2026, 6, 29)),
        ("Demir, Selam", "Nachfrage nach sechs Monaten ist fällig", date(2026, 10, 30)),
    ]
    assert of_bela == []


def test_correcting_an_answer_changes_the_figures_at_once(hafen: Project, yusufs_stay: Stay) -> None:
    make_answers(yusufs_stay, EntryAnswers(employment="employed", isced=5))

    with acting(as_job_at(yusufs_stay.place())):
        assert Participation.objects.get().indicators == ["EECO01", "EECO05", "EECO07", "EECO11", "EECO13"]
