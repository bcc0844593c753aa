"""Permission to work for machines: the answer of the pages, nothing stored, and every slip named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from tests.cast import AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.eligibility.models import Assessment
from wir.network.models import Project
from wir.people.models import Person
from wir.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
ASK = "/api/v1/eligibility"
QUESTION: dict[str, Any] = {
    "assessed_on": "2026-11-22",
    "activity": "employment_unskilled",
    "facts": {
        "nationalities": ["PAK"],
        "birth_date": "1992-12-01",
        "status": "duldung",
        "legal_basis": "AufenthG:60a:2:1",
        "entered_on": "2026-10-10",
        "continuous_stay_since": "2026-10-20",
        "asylum_applied": False,
        "duldung_since": "2026-10-20",
        "reception_centre_duty": False,
    },
    "dwelling": {"obligation": "with_duldung", "bound_to_area": False},
}


@pytest.fixture
def amina(hafen: Project) -> Person:
    return make_person(hafen, birth_date=date(1992, 12, 1))


def test_facts_are_answered_in_full_and_nothing_of_them_is_stored(
    ada: User, sign_in: SignIn, acting_as: AskAs, caplog: pytest.LogCaptureFixture
) -> None:
    answer = sign_in(ada).post(ASK, QUESTION, content_type="application/json").json()

    assert {name: answer[name] for name in ("may_work", "ba_consent", "earliest_on", "target_group")} == {
        "may_work": "no",
        "ba_consent": "waiting",
        "earliest_on": "2027-01-20",
        "target_group": "yes",
    }
    assert answer["ban"] == {"class": "temporary", "kind": "ba_consent_waiting_period"}
    assert answer["reasons"][-1]["citation"] == "BeschV:32:1:1"
    further = {one["activity"]: one["may_work"] for one in answer["further_activities"]}
    assert (len(further), further["vocational_training_in_company"]) == (19, "yes_with_permission")
    assert further["job_shadowing"] == "yes"
    before = {one["support"] for one in answer["support"] if one["apply_before"]}
    assert before >= {"activation_voucher", "training_voucher", "integration_subsidy", "start_up_money"}
    assert answer["next_changes"][0] | {"support": None} == {
        "on": "2027-01-20",
        "kind": "waiting_period_ends",
        "may_work": "yes_with_permission",
        "target_group": "yes",
        "support": None,
    }
    assert [one["code"] for one in answer["dwelling"]] == [
        *("must_live_there", "commuting_is_not_moving", "ask_authority")
    ]
    with acting_as(ada):
        assert not Assessment.objects.exists()
        assert not AuditEntry.objects.filter(verb__startswith="eligibility").exists()
    assert "PAK" not in caplog.text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"assessed_on": "31.02.2026"}, "assessed_on: '31.02.2026' is not a date like 2026-01-31"),
        ({"activity": "juggling"}, "activity: 'juggling' is not one of employment_unskilled, "),
        (
            {"facts": {"entered_on": "2026-02-30"}},
            "facts.entered_on: '2026-02-30' is not a day of the calendar",
        ),
        ({"facts": {"shoe_size": 43}}, "facts.shoe_size: 43 has a name that is not known"),
        ({"dwelling": {"bound_to_area": "yes"}}, "dwelling.bound_to_area: 'yes' is not true or false"),
        (
            {"facts": {"birth_date": "2001-01-02", "entered_on": "2001-01-01"}},
            "facts.birth_date: '2001-01-02' and facts.entered_on cannot both be true: correct one of them",
        ),
        ({"facts": ["duldung"]}, "facts: Input should be a valid dictionary"),
    ],
)
def test_a_slip_is_named_with_field_value_and_remedy(
    change: dict[str, Any], words: str, ada: User, sign_in: SignIn
) -> None:
    answer = sign_in(ada).post(ASK, QUESTION | change, content_type="application/json")

    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert any(words in one for one in answer.json()["errors"])


def test_what_is_no_json_is_named_with_its_line(ada: User, sign_in: SignIn) -> None:
    answer = sign_in(ada).post(ASK, '{"activity":\n "side_job",,}', content_type="application/json")

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert "Zeile 2, Spalte 13" in answer.json()["detail"]


def test_only_who_works_in_files_asks(dora: User, sign_in: SignIn) -> None:
    answer = sign_in(dora).post(ASK, QUESTION, content_type="application/json")

    assert (answer.status_code, answer.json()["detail"]) == (403, "Das fragt nur, wer in Akten arbeitet.")


def test_the_answer_about_a_file_is_that_of_its_page_and_strangers_find_nothing(
    amina: Person, *, ada: User, bela: User, cem: User, dora: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    path = f"/api/v1/cases/{amina.pk}/eligibility?activity=job_shadowing&on=2026-11-22"

    seen = {user.name: sign_in(user).get(path) for user in (ada, bela, cem, dora)}

    assert {name: answer.status_code for name, answer in seen.items()} == {
        "Ada": 200,
        "Bela": 404,
        "Cem": 404,
        "Dora": 404,
    }
    answer = seen["Ada"].json()
    assert (answer["activity"], answer["may_work"]) == ("job_shadowing", "yes")
    assert amina.identity.family_names not in seen["Ada"].content.decode()
    with acting_as(ada):
        assert not Assessment.objects.exists()
    wrong = sign_in(ada).get(f"/api/v1/cases/{amina.pk}/eligibility?on=soon")
    assert (wrong.status_code, wrong.json()["errors"]) == (422, ["on: 'soon' is not a date like 2026-01-31"])


@pytest.mark.parametrize(
    ("path", "method"), [(ASK, "POST"), ("/api/v1/cases/{person_id}/eligibility", "GET")]
)
def test_no_request_that_the_description_allows_or_forbids_breaks_it(
    path: str, method: str, *, amina: Person, ada: User, sign_in: SignIn, site: WSGIHandler
) -> None:
    cookie = sign_in(ada).cookies["sessionid"].value
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", site)
    operation = schema[path][method]

    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case[Any]) -> None:
        token = "t" * 32
        if "person_id" in case.path_parameters and len(str(case.path_parameters["person_id"])) % 2:
            case.path_parameters["person_id"] = str(amina.pk)
        answer = case.call(cookies={"sessionid": cookie, "csrftoken": token}, headers={"X-CSRFToken": token})
        checks = [not_a_server_error, content_type_conformance, response_schema_conformance]
        case.validate_response(answer, checks=checks)

    with override_settings(RATE_LIMITS=False):
        ask()
