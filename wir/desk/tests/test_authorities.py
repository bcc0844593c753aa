"""An authority asks: advisors put it down, heads decide, everybody else learns nothing."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs, make_member
from wir.accounts.models import User
from wir.network.models import Project
from wir.network.rules import Role
from wir.people.models import Person
from wir.privacy.models import AuditEntry, AuthorityRequest
from wir.tasks.models import Task

SignIn = Callable[[User], Client]
NEW, LIST = "/datenschutz/behoerden/neu/", "/datenschutz/behoerden/"


@pytest.fixture
def hana(hafen: Project) -> User:
    """Heads Hafen."""
    return make_member("Hana", Role.PROJECT_LEAD, project=hafen)


def asked(project_id: UUID, **changes: str) -> dict[str, str]:
    """Return the form as filled in after a call."""
    values = {
        "project": str(project_id),
        "kind": "immigration_authority",
        "asked_by": "Ausländerbehörde, Az. 12/26",
        "way": "telephone",
        "asked_on": "2026-11-24",
        "stated_basis": "§ 87 AufenthG",
        "demand": "Ob jemand teilnimmt.",
    }
    return values | changes


@pytest.fixture
def request_of_ada(
    sign_in: SignIn, ada: User, hana: User, yusuf: Person, acting_as: AskAs
) -> AuthorityRequest:
    """Ada was telephoned about Yusuf."""
    sign_in(ada).post(NEW, asked(yusuf.project_id, case_number=yusuf.participant.case_number))
    with acting_as(ada):
        return AuthorityRequest.objects.get()


def _url(request: AuthorityRequest) -> str:
    return reverse("desk:authority", args=[request.pk])


@pytest.mark.django_db
def test_a_request_is_put_down_unanswered_and_the_head_gets_the_task(
    request_of_ada: AuthorityRequest, yusuf: Person, hana: User, fatma: User, acting_as: AskAs
) -> None:
    with acting_as(hana):
        [task] = Task.objects.all()
    with acting_as(fatma):
        line = AuditEntry.objects.get(verb="privacy.authority_asked")

    assert (request_of_ada.decision, request_of_ada.given_out) == ("", [])
    assert request_of_ada.subject_id == yusuf.pk
    assert (task.assignee_id, task.reason, task.due_on) == (hana.pk, "authority_asked", TODAY)
    assert (task.link, task.subject_id) == (_url(request_of_ada), None)
    assert line.detail == {"kind": "immigration_authority", "request": str(request_of_ada.pk)}


@pytest.mark.django_db
def test_only_whoever_put_it_down_and_the_head_see_it(
    request_of_ada: AuthorityRequest, sign_in: SignIn, hafen: Project, strangers: list[User], hana: User
) -> None:
    colleague = make_member("Ole", Role.ADVISOR, project=hafen)
    for user in [colleague, *strangers]:
        assert sign_in(user).get(_url(request_of_ada)).status_code == 404
        assert "12/26" not in sign_in(user).get(LIST).content.decode()
    assert "12/26" in sign_in(hana).get(LIST).content.decode()


@pytest.mark.django_db
def test_the_database_hides_it_from_colleagues_too(
    request_of_ada: AuthorityRequest, hafen: Project, ada: User, hana: User, acting_as: AskAs
) -> None:
    colleague = make_member("Ole", Role.ADVISOR, project=hafen)
    seen = []
    for user in (ada, hana, colleague):
        with acting_as(user):
            seen.append(AuthorityRequest.objects.count())

    assert seen == [1, 1, 0]


@pytest.mark.django_db
def test_the_database_lets_the_advisor_neither_decide_nor_delete(
    request_of_ada: AuthorityRequest, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada):
        changed = AuthorityRequest.objects.update(stated_basis="")
        removed, _ = AuthorityRequest.objects.all().delete()

    assert (changed, removed) == (0, 0)


@pytest.mark.django_db
def test_the_database_takes_no_request_that_is_decided_already(
    request_of_ada: AuthorityRequest, ada: User, acting_as: AskAs
) -> None:
    decided = {"decision": "refused", "decided_by": ada.pk, "decided_on": TODAY}
    place = {name: getattr(request_of_ada, name) for name in ("network_id", "carrier_id", "project_id")}
    with acting_as(ada), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        AuthorityRequest.objects.create(**place, logged_by=ada.pk, asked_on=TODAY, demand="", **decided)
    with acting_as(ada):
        assert AuthorityRequest.objects.count() == 1


@pytest.mark.django_db
def test_an_answer_without_officer_basis_and_categories_is_refused_and_nothing_is_written(
    request_of_ada: AuthorityRequest, sign_in: SignIn, hana: User, acting_as: AskAs
) -> None:
    answer = sign_in(hana).post(_url(request_of_ada), {"decision": "answered", "reason": "So verlangt."})

    body = answer.content.decode()
    assert answer.status_code == 422
    assert "wird die datenschutzbeauftragte Person gefragt" in body
    assert "Nennen Sie die Vorschrift" in body
    assert "kreuzen Sie an, was mitgeteilt wurde" in body
    with acting_as(hana):
        assert AuthorityRequest.objects.get().decision == ""


@pytest.mark.django_db
def test_the_head_decides_that_nothing_is_said_and_the_task_is_done(
    request_of_ada: AuthorityRequest, sign_in: SignIn, hana: User, acting_as: AskAs
) -> None:
    answer = sign_in(hana).post(_url(request_of_ada), {"decision": "refused", "reason": "Keine Grundlage."})

    assert answer.status_code == 302
    with acting_as(hana):
        decided, task = AuthorityRequest.objects.get(), Task.objects.get()
    assert (decided.decision, decided.decided_by, decided.decided_on) == ("refused", hana.pk, TODAY)
    assert task.done_on == TODAY


@pytest.mark.django_db
def test_an_answer_keeps_its_basis_and_the_kind_of_data_given_out(
    request_of_ada: AuthorityRequest, sign_in: SignIn, hana: User, fatma: User, acting_as: AskAs
) -> None:
    typed = {
        "decision": "answered",
        "reason": "Richterlicher Beschluss.",
        "officer_asked_on": "2026-11-24",
        "legal_basis": "Beschluss AG Hamburg",
        "given_out": ["takes_part"],
    }
    sign_in(hana).post(_url(request_of_ada), typed)

    with acting_as(hana):
        assert AuthorityRequest.objects.get().given_out == ["takes_part"]
    with acting_as(fatma):
        line = AuditEntry.objects.get(verb="privacy.authority_decided")
    assert (line.detail["decision"], line.detail["given_out"]) == ("answered", "takes_part")


@pytest.mark.django_db
def test_the_advisor_who_put_it_down_cannot_decide(
    request_of_ada: AuthorityRequest, sign_in: SignIn, ada: User, acting_as: AskAs
) -> None:
    browser = sign_in(ada)
    page = browser.get(_url(request_of_ada)).content.decode()
    answer = browser.post(_url(request_of_ada), {"decision": "refused", "reason": "Ich."})

    assert 'name="decision"' not in page
    assert answer.status_code == 422
    with acting_as(ada):
        assert AuthorityRequest.objects.get().decision == ""


@pytest.mark.django_db
def test_even_the_database_knows_no_answer_without_officer_and_basis(
    request_of_ada: AuthorityRequest, hana: User, acting_as: AskAs
) -> None:
    with (
        acting_as(hana),
        pytest.raises(IntegrityError, match="only_with_officer_and_basis"),
        transaction.atomic(),
    ):
        AuthorityRequest.objects.update(
            decision="answered", decided_by=hana.pk, decided_on=TODAY, given_out=["contact"]
        )


@pytest.mark.django_db
def test_a_strange_case_number_is_named_and_nothing_is_written(
    sign_in: SignIn, ada: User, hafen: Project, acting_as: AskAs
) -> None:
    answer = sign_in(ada).post(NEW, asked(hafen.pk, case_number="SUED-00001", asked_on="2026-11-25"))
    again = sign_in(ada).post(NEW, asked(hafen.pk, asked_on="2026-11-25"))

    assert "„SUED-00001“ ist keine Fallnummer in Ihren Teilprojekten" in answer.content.decode()
    assert "liegt in der Zukunft" in again.content.decode()
    with acting_as(ada):
        assert AuthorityRequest.objects.count() == 0


@pytest.mark.django_db
def test_the_list_costs_the_same_however_many_asked(
    sign_in: SignIn,
    ada: User,
    hafen: Project,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:
    browser = sign_in(ada)

    queries_stay_flat(lambda: browser.get(LIST), lambda: browser.post(NEW, asked(hafen.pk)))
