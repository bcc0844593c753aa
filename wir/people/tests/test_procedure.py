"""Facts of entry and procedure are recorded and corrected in the case file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.kit import events
from wir.network.models import Project
from wir.people import actions, queries
from wir.people.events import ProcedureCorrected
from wir.people.models import Person, Procedure
from wir.people.rules.facts import AsylumOutcome, OwnConduct, RemovalMeasure
from wir.people.rules.procedure import ProcedureFacts, ProcedureProblem, problems_of_procedure
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]
FACTS = ProcedureFacts(
    entered_on=date(2024, 3, 1),
    stay_since=date(2024, 3, 5),
    asylum_applied=True,
    asylum_registered_on=date(2024, 3, 9),
    asylum_outcome=AsylumOutcome.REJECTED,
    reception_centre_duty=False,
    removal_measure=RemovalMeasure.NONE,
)
TYPED = {
    "entered_on": "2024-03-01",
    "stay_since": "2024-03-05",
    "asylum_applied": "True",
    "asylum_registered_on": "2024-03-09",
    "asylum_outcome": "rejected",
    "reception_centre_duty": "False",
    "removal_measure": "none",
}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Berlin"))
    with time_machine.travel(noon, tick=False):
        yield


@pytest.fixture
def yusuf(hafen: Project) -> Person:
    return make_person(hafen, entered_on=date(2023, 1, 1))


def at(person: Person) -> str:
    return reverse("people:procedure", args=[person.pk])


def test_the_facts_are_typed_in_and_what_is_left_open_stays_unknown(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    response = sign_in(ada).post(at(yusuf), TYPED)

    assert response.headers["Location"] == reverse("people:residence", args=[yusuf.pk])
    with acting_as(ada) as actor:
        assert queries.procedure_facts_of(actor, yusuf.pk) == FACTS
        assert AuditEntry.objects.filter(verb="people.procedure_corrected", subject_id=yusuf.pk).count() == 1


def test_the_form_shows_what_is_known(yusuf: Person, ada: User, sign_in: SignIn) -> None:
    page = sign_in(ada).get(at(yusuf)).content.decode()

    assert 'value="2023-01-01"' in page
    assert "Einreise" in page


def test_a_correction_is_announced(
    yusuf: Person, ada: User, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[object] = []
    monkeypatch.setattr(events, "publish", heard.append)

    with acting_as(ada) as actor:
        actions.correct_procedure(person=yusuf, facts=FACTS, actor=actor)

    assert heard == [ProcedureCorrected(person_id=yusuf.pk, network_id=yusuf.network_id)]


@pytest.mark.parametrize(
    "refused",
    [
        ({"entered_on": "2026-11-25"}, "25.11.2026 liegt in der Zukunft."),
        ({"entered_on": "2024-03-06"}, "kann nicht vor der Einreise beginnen"),
        ({"asylum_applied": "False"}, "passt nicht zu einem Tag oder einer Entscheidung"),
        ({"entered_on": "31.02.2024"}, "Diesen Tag gibt es nicht im Kalender."),
        ({"own_conduct": "deception"}, "nur als Feststellung einer Behörde"),
        ({"own_conduct": "deception", "finding_notice": "ABH 1"}, "nur als Feststellung einer Behörde"),
        ({"entered_for_benefits": "True", "finding_on": "2025-01-01"}, "nur als Feststellung einer Behörde"),
        ({"finding_on": "2026-11-25"}, "25.11.2026 liegt in der Zukunft."),
    ],
)
def test_what_does_not_fit_is_explained_and_nothing_is_written(
    refused: tuple[dict[str, str], str], yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    changes, sentence = refused

    response = sign_in(ada).post(at(yusuf), TYPED | changes, headers={"HX-Request": "true"})

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "<html" not in response.content.decode()
    with acting_as(ada):
        assert Procedure.objects.get(person=yusuf).entered_on == date(2023, 1, 1)


def test_every_contradiction_is_told_at_once() -> None:
    facts = ProcedureFacts(
        entered_on=date(2024, 3, 1),
        stay_since=date(2024, 2, 1),
        asylum_applied=False,
        asylum_outcome=AsylumOutcome.PENDING,
        reception_centre_duty_until=date(2024, 9, 1),
        own_conduct=OwnConduct.DECEPTION,
        entered_for_benefits=True,
        finding_notice="ABH 33-2/17",
    )

    assert problems_of_procedure(facts) == list(ProcedureProblem)
    assert problems_of_procedure(ProcedureFacts()) == []


def test_what_could_harm_is_kept_with_the_notice_and_never_without_it(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    proven = {"own_conduct": "deception", "finding_notice": " ABH 33-2/17 ", "finding_on": "2025-01-31"}

    response = sign_in(ada).post(at(yusuf), TYPED | proven)

    assert response.headers["Location"] == reverse("people:residence", args=[yusuf.pk])
    with acting_as(ada):
        kept = Procedure.objects.get(person=yusuf)
        assert (kept.own_conduct, kept.finding_notice) == ("deception", "ABH 33-2/17")
        with pytest.raises(IntegrityError, match="procedure_finding_has_notice"), transaction.atomic():
            Procedure.objects.filter(person=yusuf).update(finding_on=None)
        with pytest.raises(IntegrityError, match="procedure_finding_has_notice"), transaction.atomic():
            Procedure.objects.filter(person=yusuf).update(
                own_conduct="", entered_for_benefits=True, finding_notice=""
            )


def test_a_new_file_takes_nothing_that_could_harm(hafen: Project) -> None:
    with pytest.raises(actions.CannotCorrectProcedure) as refusal, transaction.atomic():
        make_person(hafen, own_conduct=OwnConduct.FALSE_STATEMENTS)

    assert refusal.value.problems == [ProcedureProblem.CONDUCT_WITHOUT_NOTICE]


def test_strangers_find_nothing(yusuf: Person, bela: User, cem: User, sign_in: SignIn) -> None:
    for user in (bela, cem):
        assert sign_in(user).get(at(yusuf)).status_code == 404
        assert sign_in(user).post(at(yusuf), TYPED).status_code == 404
