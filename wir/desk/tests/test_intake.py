"""Taking somebody on: all of it or nothing, and nobody twice by accident."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.desk.tests.make import typed
from wir.kit.acting import acting
from wir.monitoring.models import EntryRecord, Participation
from wir.network.actions import as_job
from wir.network.models import Project
from wir.people.models import LanguageSkill, Participant, Person, PersonIdentity, Residence
from wir.privacy.models import AuditEntry, Consent, NoticeGiven

INTAKE = "/faelle/neu/"
SignIn = Callable[[User], Client]


def nobody_was_written(project: Project) -> bool:
    with acting(as_job(project)):
        tables = (Person, Participant, PersonIdentity, Stay, Consent, EntryRecord)
        return not any(table.objects.exists() for table in tables)


def test_one_form_opens_the_file_begins_the_stay_and_answers_esf(
    sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    response = sign_in(ada).post(INTAKE, typed(hafen, ada))

    with acting_as(ada):
        person = Person.objects.select_related("identity", "participant").get()
        assert (response.status_code, response["Location"]) == (302, f"/faelle/{person.pk}/")
        assert person.identity.full_name() == "Tesfay, Selam"
        assert (person.nationalities, person.isced, person.interpreter_needed) == (["ERI"], 2, True)
        assert person.participant.case_number == "NORD-00001"
        paper = Residence.objects.get()
        assert (paper.legal_basis, paper.valid_until) == ("AufenthG:25:2", date(2027, 1, 31))
        skills = LanguageSkill.objects.order_by("language").values_list("language", "level")
        assert list(skills) == [("de", "A2"), ("ti", "native")]
        stay = Stay.objects.get()
        assert (stay.advisor_id, stay.entered_on) == (ada.pk, date(2026, 11, 23))
        consent = Consent.objects.get()
        assert (consent.purpose, consent.way, consent.language) == ("counselling", "paper", "ti")
        assert set(NoticeGiven.objects.values_list("purpose", flat=True)) == {
            "counselling",
            "evidence",
            "monitoring",
        }
        record = EntryRecord.objects.get()
        assert (record.employment, record.unemployed_since, record.isced) == (
            "unemployed",
            date(2026, 6, 1),
            2,
        )
        assert (record.in_education, record.foreign_background, record.minority, record.homeless) == (
            False,
            "yes",
            "refused",
            "",
        )
        assert Participation.objects.get().entered_on == date(2026, 11, 23)
    with acting(as_job(hafen)):
        verbs = set(AuditEntry.objects.filter(subject_id=person.pk).values_list("verb", flat=True))
    assert {"people.person_added", "counselling.stay_began", "monitoring.entry_recorded"} <= verbs


def test_names_and_consent_are_enough(sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs) -> None:
    least = {
        "given_names": "Selam",
        "family_names": "Tesfay",
        "project": str(hafen.pk),
        "advisor": str(ada.pk),
        "stay_from": "2026-11-24",
        "consent": "on",
        "consent_way": "spoken",
        "consent_language": "de",
        "notices": "on",
        "language_1": "de",
    }

    response = sign_in(ada).post(INTAKE, least)

    assert response.status_code == 302
    with acting_as(ada):
        assert Person.objects.get().nationalities == []
        assert not Residence.objects.exists()
        assert not LanguageSkill.objects.exists()
        assert EntryRecord.objects.get().employment == ""


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"given_names": ""}, "Bitte geben Sie die Vornamen an"),
        ({"birth_date": "2030-01-01"}, "01.01.2030 liegt in der Zukunft"),
        ({"birth_date": "1890-01-01"}, "Das Jahr 1890 liegt zu weit zurück"),
        ({"birth_date": "31.02.1990"}, "Diesen Tag gibt es nicht im Kalender"),
        ({"phone": "viele"}, "Das ist keine Telefonnummer"),
        ({"postcode": "123"}, "Eine Postleitzahl hat fünf Ziffern"),
        ({"other_basis": "irgendwas"}, "„irgendwas“ ist keine Vorschrift"),
        ({"status": ""}, "Bitte wählen Sie den Status"),
        ({"paper_until": "2023-01-01"}, "Das Papier würde enden, bevor es beginnt"),
        ({"language_2": "de"}, "Diese Sprache steht zweimal da"),
        ({"stay_from": "2027-01-01"}, "Der Tag des Eintritts liegt in der Zukunft"),
        ({"stay_from": "2020-01-01"}, "wurde das Netzwerk noch nicht gefördert"),
        ({"consent": ""}, "Ohne Einwilligung der Person"),
        ({"notices": ""}, "Bitte händigen Sie die drei Hinweise aus"),
        ({"employment": "employed"}, "Diesen Tag gibt es nur bei Personen"),
        ({"unemployed_since": "2026-11-24"}, "Die Arbeitslosigkeit würde nach dem Eintritt beginnen"),
    ],
)
def test_a_refusal_says_what_to_mend_and_writes_nothing(
    sign_in: SignIn, ada: User, hafen: Project, change: dict[str, str], sentence: str
) -> None:
    response = sign_in(ada).post(INTAKE, typed(hafen, ada, **change))

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert nobody_was_written(hafen)


def test_when_the_last_step_fails_no_person_is_left(
    sign_in: SignIn, ada: User, hafen: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(**_: object) -> None:
        raise RuntimeError("sabotage")

    monkeypatch.setattr("wir.monitoring.actions.record_entry", breaks)
    client = sign_in(ada)
    client.raise_request_exception = False

    response = client.post(INTAKE, typed(hafen, ada))

    assert response.status_code == 500
    assert nobody_was_written(hafen)


def test_somebody_alike_is_shown_before_a_second_file_is_opened(
    sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    known = make_person(hafen, given_names="Sälam", family_names="Tesfaye", birth_date=date(1998, 5, 17))
    client = sign_in(ada)

    refused = client.post(INTAKE, typed(hafen, ada))

    body = refused.content.decode()
    assert refused.status_code == 422
    assert "Tesfaye, Sälam" in body
    assert reverse("desk:case", args=[known.pk]) in body
    with acting_as(ada):
        assert Person.objects.count() == 1

    confirmed = client.post(INTAKE, typed(hafen, ada, not_the_same="on"))

    assert confirmed.status_code == 302
    with acting_as(ada):
        assert Person.objects.count() == 2


def test_while_typing_only_the_part_with_people_alike_comes_back(
    sign_in: SignIn, ada: User, hafen: Project
) -> None:
    make_person(hafen, given_names="Selam", family_names="Tesfay")

    response = sign_in(ada).post("/faelle/neu/aehnliche/", typed(hafen, ada), headers={"HX-Request": "true"})

    body = response.content.decode()
    assert response.status_code == 200
    assert "Tesfay, Selam" in body
    assert "gleicher Name" in body
    assert "<html" not in body
    assert "<form" not in body


def test_people_of_other_sub_projects_are_not_shown_as_alike(
    sign_in: SignIn, ada: User, hafen: Project, turm: Project
) -> None:
    make_person(turm, given_names="Selam", family_names="Tesfay")

    response = sign_in(ada).post("/faelle/neu/aehnliche/", typed(hafen, ada))

    assert "Tesfay, Selam" not in response.content.decode()


def test_nobody_is_taken_on_by_those_who_work_in_no_sub_project(
    sign_in: SignIn, dora: User, emil: User, ada: User, hafen: Project
) -> None:
    for user in (dora, emil):
        client = sign_in(user)
        assert client.get(INTAKE).status_code == 404
        assert client.post(INTAKE, typed(hafen, ada)).status_code == 404
    assert nobody_was_written(hafen)


def test_a_sub_project_of_others_cannot_be_chosen(
    sign_in: SignIn, ada: User, hafen: Project, turm: Project
) -> None:
    response = sign_in(ada).post(INTAKE, typed(turm, ada))

    assert response.status_code == 422
    assert nobody_was_written(turm)


def test_the_empty_form_suggests_what_is_usual(sign_in: SignIn, ada: User, hafen: Project) -> None:
    form = sign_in(ada).get(INTAKE).context["form"]

    assert form["stay_from"].value() == date(2026, 11, 24)
    assert str(form["advisor"].value()) == str(ada.pk)
    assert form["consent_language"].value() == "de"
    assert form["project"].is_hidden
    assert not form["consent"].value()
