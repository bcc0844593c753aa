from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.eligibility import actions, queries
from wir.eligibility.models import Assessment
from wir.eligibility.models import Circumstances as StoredCircumstances
from wir.eligibility.rules import Activity, Facts, MayWork, TargetGroup, assess
from wir.eligibility.rules.circumstances import CircumstanceProblem, Circumstances, PermissionGiven
from wir.eligibility.rules.vocabulary import AcceleratedGround, DublinRequest
from wir.kit.periods import Period
from wir.network.models import Project
from wir.people import actions as people
from wir.people.models import Person
from wir.people.rules.facts import ResidenceStatus, WorkNote
from wir.people.rules.persons import Paper
from wir.people.rules.procedure import ProcedureFacts
from wir.privacy.models import AuditEntry

SignIn = Callable[[User], Client]
HTMX = {"HX-Request": "true"}
HELPER = Activity.EMPLOYMENT_UNSKILLED
TOLD = Circumstances(
    accelerated_procedure_ground=AcceleratedGround.NONE,
    dublin_request=DublinRequest.NONE,
    protected_in="none",
)


def at(name: str, person: Person, query: str = "") -> str:
    return reverse(f"eligibility:{name}", args=[person.pk]) + query


def text_of(page: bytes) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.decode())))


@pytest.fixture
def told(omar: Person, ada: User, acting_as: AskAs) -> Person:
    """Omar, with the circumstances of his procedure."""
    with acting_as(ada) as actor:
        actions.record_circumstances(person=omar, told=TOLD, today=TODAY, actor=actor)
    return omar


@pytest.fixture
def as_ada(ada: User, sign_in: SignIn) -> Client:
    return sign_in(ada)


def test_a_recognised_refugee_may_work_without_further_ado(yusuf: Person, as_ada: Client) -> None:
    page = text_of(as_ada.get(at("work", yusuf)).content)

    assert "Ja Die Person darf diese Tätigkeit ausüben." in page
    assert "Ausländerbehörde Keine Erlaubnis nötig" in page
    assert "Bundesagentur für Arbeit Keine Zustimmung nötig" in page
    assert "§ 4a Abs. 1 S. 1 AufenthG in dieser Fassung seit 01.03.2020" in page
    assert "Zielgruppe von WIR Ja, nach dem Wortlaut der Förderrichtlinie" in page
    assert "Die Nebenbestimmung auf dem Papier ist noch nicht erfasst" in page


def test_a_tolerated_person_needs_the_permission_of_the_authority(amina: Person, as_ada: Client) -> None:
    page = text_of(as_ada.get(at("work", amina)).content)

    assert "Ja, mit Erlaubnis Die Ausländerbehörde muss genau diese Stelle" in page
    assert "Soll-Vorschrift: Die Erlaubnis ist in der Regel zu erteilen" in page
    assert "Zustimmung nötig; die Ausländerbehörde holt sie ein" in page
    assert "§ 60a Abs. 5b S. 1 AufenthG" in page


def test_who_must_wait_learns_from_which_day_on_it_is_possible(told: Person, as_ada: Client) -> None:
    page = text_of(as_ada.get(at("work", told)).content)

    assert "Nein An diesem Tag ist diese Tätigkeit rechtlich nicht möglich." in page
    assert "Frühestens möglich ab 30.12.2026" in page
    assert "Arbeitsverbot Vorübergehendes Arbeitsverbot" in page
    assert (
        "Die ersten drei Monate des Aufenthalts sind noch nicht vorbei. Sie sind noch keine 3 Monate hier."
        in page
    )
    assert "§ 61 Abs. 2 S. 1 AsylG" in page

    later = text_of(as_ada.get(at("work", told, "?on=2026-12-30")).content)
    assert "Ja, mit Erlaubnis" in later
    assert "Anspruch: Die Erlaubnis ist zu erteilen" in later


def test_what_is_missing_is_named_with_the_way_to_its_field(omar: Person, as_ada: Client) -> None:
    response = as_ada.get(at("work", omar))
    page = text_of(response.content)

    assert "Noch nicht zu entscheiden" in page
    assert "Ob und warum das Asylverfahren beschleunigt ist – eintragen unter „Weitere Angaben“" in page
    assert f'href="{at("circumstances", omar)}#id_accelerated_procedure_ground"' in response.content.decode()


def test_a_contradicting_side_note_is_flagged_and_never_overruled(
    yusuf: Person, ada: User, as_ada: Client, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        people.change_residence(
            person=yusuf,
            status=ResidenceStatus.AUFENTHALTSERLAUBNIS,
            legal_basis="AufenthG:25:2",
            work_note=WorkNote.NO_WORK,
            from_on=date(2026, 11, 2),
            valid_until=None,
            today=TODAY,
            actor=actor,
        )

    page = text_of(as_ada.get(at("work", yusuf)).content)

    assert "Das Papier sagt etwas anderes" in page
    assert "Ja Die Person darf" in page


def test_the_question_is_an_address_and_htmx_gets_the_answer_alone(amina: Person, as_ada: Client) -> None:
    address = at("work", amina, "?activity=self_employment&on=2026-11-24")

    whole, part = as_ada.get(address), as_ada.get(address, headers=HTMX)

    assert 'value="self_employment" selected' in whole.content.decode()
    assert "<html" not in part.content.decode()
    assert part.content.decode().strip().startswith('<div class="wir-stack" id="answer"')
    assert "Selbständige Tätigkeit, 24.11.2026" in text_of(part.content)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?activity=astronaut", "„astronaut“ ist keine der Tätigkeiten."),
        ("?on=2026-02-30", "Diesen Tag gibt es nicht im Kalender."),
        ("?on=", "Bitte geben Sie den Tag ein, an dem die Tätigkeit ausgeübt werden soll."),
    ],
)
def test_a_question_that_cannot_be_is_explained(
    query: str, sentence: str, yusuf: Person, as_ada: Client
) -> None:
    response = as_ada.get(at("work", yusuf, query))

    assert response.status_code == 422
    assert sentence in text_of(response.content)
    assert "Antwort festhalten" not in text_of(response.content)


@pytest.mark.parametrize("day", ["2015-01-01", "9999-12-31"])
def test_a_day_outside_the_known_law_is_not_decided(day: str, amina: Person, as_ada: Client) -> None:
    page = text_of(as_ada.get(at("work", amina, f"?on={day}")).content)

    assert "Noch nicht zu entscheiden" in page


def test_an_answer_is_kept_with_the_facts_it_rests_on(
    amina: Person, ada: User, as_ada: Client, acting_as: AskAs
) -> None:
    asked = {"activity": HELPER.value, "on": "2026-12-01"}

    response = as_ada.post(at("work", amina), asked)

    assert response.headers["Location"] == at("work", amina, "?activity=employment_unskilled&on=2026-12-01")
    with acting_as(ada):
        kept = Assessment.objects.get()
        again = assess(Facts.from_json(kept.facts), activity=HELPER, on=kept.on)
        assert (kept.may_work, kept.on) == ("yes_with_permission", date(2026, 12, 1))
        assert kept.facts["duldung_since"] == "2025-04-01"
        assert kept.answer == again.as_json()
        assert AuditEntry.objects.filter(verb="eligibility.assessed", subject_id=amina.pk).count() == 1
    page = text_of(as_ada.get(at("work", amina)).content)
    assert "24.11.2026 Ja, mit Erlaubnis Helfertätigkeit (ungelernt), am 01.12.2026" in page


def test_strangers_find_nothing_and_keep_nothing(
    yusuf: Person, bela: User, cem: User, sign_in: SignIn, as_ada: Client
) -> None:
    asked = {"activity": HELPER.value, "on": "2026-11-24"}
    for user in (bela, cem):
        for name in ("work", "circumstances"):
            assert sign_in(user).get(at(name, yusuf)).status_code == 404
            assert sign_in(user).post(at(name, yusuf), asked).status_code == 404

    assert "Noch keine Antwort festgehalten" in text_of(as_ada.get(at("work", yusuf)).content)


def test_a_strangers_facts_are_unknown_to_the_rules(yusuf: Person, cem: User, acting_as: AskAs) -> None:
    with acting_as(cem) as actor:
        assert queries.facts_of(actor, yusuf.pk, TODAY) == Facts()


def test_the_page_costs_the_same_however_many_answers_are_kept(
    yusuf: Person, as_ada: Client, ada: User, acting_as: AskAs, queries_stay_flat: Callable[..., None]
) -> None:
    def keep() -> None:
        with acting_as(ada) as actor:
            actions.assess_person(person=yusuf, activity=HELPER, on=TODAY, actor=actor)

    queries_stay_flat(lambda: as_ada.get(at("work", yusuf)), keep, at_most=12)


def test_circumstances_are_typed_in_and_decide(
    omar: Person, ada: User, as_ada: Client, acting_as: AskAs
) -> None:
    values = {"accelerated_procedure_ground": "none", "dublin_request": "none", "protected_in": "none"}

    response = as_ada.post(at("circumstances", omar), values)

    assert response.headers["Location"] == at("work", omar)
    with acting_as(ada) as actor:
        assert queries.circumstances_of(actor, omar.pk) == TOLD
        assert queries.answer_for(actor, omar.pk, HELPER, TODAY).may_work is MayWork.NO
        assert AuditEntry.objects.filter(verb="eligibility.circumstances_recorded").count() == 1
    assert 'value="none" selected' in as_ada.get(at("circumstances", omar)).content.decode()


def test_circumstances_that_cannot_be_are_refused_and_nothing_is_written(
    omar: Person, ada: User, as_ada: Client, acting_as: AskAs
) -> None:
    values = {"permission_given": "duldung", "permission_until": "2026-01-31", "weekly_hours": "61"}

    response = as_ada.post(at("circumstances", omar), values, headers=HTMX)
    assert response.status_code == 422
    response = as_ada.post(at("circumstances", omar), values | {"weekly_hours": "20"}, headers=HTMX)

    assert response.status_code == 422
    page = text_of(response.content)
    assert "Bitte geben Sie den ersten Tag der Erlaubnis ein" in page
    assert "Bitte geben Sie an, ob die Erlaubnis genau für diese Stelle gilt" in page
    with acting_as(ada) as actor:
        assert not StoredCircumstances.objects.exists()
        told = Circumstances(title_applied_on=date(2027, 1, 1))
        with pytest.raises(actions.CannotRecordCircumstances) as refusal:
            actions.record_circumstances(person=omar, told=told, today=TODAY, actor=actor)
        assert refusal.value.problems == [CircumstanceProblem.APPLIED_IN_FUTURE]
        assert not StoredCircumstances.objects.exists()


def test_recording_again_replaces_what_was_known_and_history_keeps_it(
    told: Person, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        again = Circumstances(permission_given=PermissionGiven.NONE)
        actions.record_circumstances(person=told, told=again, today=TODAY, actor=actor)

        assert queries.circumstances_of(actor, told.pk) == again
        history = apps.get_model("eligibility", "CircumstancesEvent")._default_manager.order_by("pgh_id")
        assert list(history.values_list("dublin_request", flat=True)) == ["none", ""]


def test_facts_are_those_of_the_day_asked_about(
    hafen: Project, amina: Person, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        people.correct_procedure(
            person=amina,
            facts=ProcedureFacts(
                reception_centre_duty=True,
                reception_centre_duty_until=date(2026, 11, 30),
                identity_unclear_note=True,
            ),
            actor=actor,
        )
        now, later = (
            queries.facts_of(actor, amina.pk, TODAY),
            queries.facts_of(actor, amina.pk, date(2026, 12, 1)),
        )
        before = queries.facts_of(actor, amina.pk, date(2025, 3, 31))

    assert (now.reception_centre_duty, later.reception_centre_duty) == (True, False)
    assert now.duldung_60b_periods == (Period(date(2025, 4, 1)),)
    assert (before.status, before.duldung_60b_periods) == (None, None)
    assert now.removal_measures is None


def test_somebody_without_a_paper_is_neither_yes_nor_no(hafen: Project, ada: User, acting_as: AskAs) -> None:
    nobody = make_person(hafen, paper=Paper(status=ResidenceStatus.AUFENTHALTSERLAUBNIS, from_on=TODAY))
    with acting_as(ada) as actor:
        answer = queries.answer_for(actor, nobody.pk, HELPER, TODAY)

    assert answer.may_work is MayWork.UNDECIDED
    assert set(answer.missing) == {"birth_date", "legal_basis"}
    assert answer.target_group is TargetGroup.REVIEW
