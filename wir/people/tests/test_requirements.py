"""Consent before health data, and requirements that others read without the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs, make_member
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit.acting import Actor
from wir.network.models import Project
from wir.network.rules import Role
from wir.people import actions, queries
from wir.people.models import Person, SealedNeed
from wir.people.rules.needs import Disability, NeedKind, NeedProblem, ReadingReason, obstacles_to_need
from wir.people.rules.requirements import RequirementKind
from wir.people.tests.make import clock_stands, let_keep_health_data
from wir.privacy import actions as privacy
from wir.privacy.models import AuditEntry
from wir.privacy.queries import consent_in_force
from wir.privacy.rules import ConsentWay, Purpose

SignIn = Callable[[User], Client]
GIVEN = {"kind": "disability", "text": "Kann nicht lange stehen", "helps": "Sitzen", "known_on": "2026-11-20"}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    let_keep_health_data(person, ada)
    return person


@pytest.fixture
def gerd(hafen: Project) -> User:
    """Advises in Hafen too, but is not in Yusuf's case team."""
    return make_member("Gerd", Role.ADVISOR, project=hafen)


def at(person: Person, name: str = "needs", *more: object) -> str:
    return reverse(f"people:{name}", args=[person.pk, *more])


def seal(person: Person, actor: Actor) -> SealedNeed:
    return actions.seal_need(
        person=person,
        kind=NeedKind.TRAUMA,
        text="schläft schlecht",
        helps="",
        helps_in_counselling="ruhiger Raum",
        known_on=TODAY,
        today=TODAY,
        actor=actor,
    )


@pytest.mark.parametrize(
    ("disability", "problems"),
    [
        (Disability(20), []),
        (Disability(50, card=True, card_until=TODAY), []),
        (Disability(30, equal=True), []),
        (Disability(40, equal=True), []),
        (Disability(25), [NeedProblem.NO_SUCH_DEGREE]),
        (Disability(40, card=True), [NeedProblem.CARD_BELOW_SEVERE]),
        (Disability(20, equal=True), [NeedProblem.EQUAL_OUT_OF_RANGE]),
        (Disability(50, equal=True), [NeedProblem.EQUAL_OUT_OF_RANGE]),
    ],
)
def test_a_degree_of_disability_fits_the_law(disability: Disability, problems: list[NeedProblem]) -> None:
    found = obstacles_to_need(
        in_team=True, agreed=True, texts=("",), disability=disability, known_on=TODAY, today=TODAY
    )

    assert found == problems
    assert Disability.from_json(disability.as_json()) == disability


@pytest.mark.django_db
def test_without_consent_nothing_is_written_or_opened(
    hafen: Project, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    selam = make_person(hafen, given_names="Selam")
    make_stay(selam, ada)
    browser = sign_in(ada)
    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotSeal) as refusal:
            seal(selam, actor)
        with pytest.raises(actions.CannotRead) as closed:
            actions.read_needs(person=selam, reason=ReadingReason.TALK, today=TODAY, actor=actor)
        assert not AuditEntry.objects.filter(subject_id=selam.pk, verb__contains="need").exists()

    assert refusal.value.problems == closed.value.problems == [NeedProblem.NOT_AGREED]
    assert "Zuerst die Einwilligung" in browser.get(at(selam)).content.decode()
    browser.post(at(selam, "agree_to_needs"), {"way": "paper", "language": "ti"})
    assert browser.post(at(selam, "seal_need"), GIVEN).status_code == 302


@pytest.mark.django_db
def test_what_was_released_is_read_without_the_reason_until_it_is_taken_back(
    yusuf: Person, ada: User, gerd: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(ada)
    released = {"kinds": ["step_free", "no_night_shift"], "way": "spoken"}
    refused = browser.post(at(yusuf, "release_requirements"), released)
    with acting_as(ada) as actor:
        assert queries.requirements_of(actor, yusuf.pk, TODAY) == []
    browser.post(at(yusuf, "release_requirements"), released | {"agreed": "on"})
    with acting_as(gerd) as actor:  # outside the case team: the requirement, no need
        read = queries.requirements_of(actor, yusuf.pk, TODAY)
        page = sign_in(gerd).get(reverse("people:person", args=[yusuf.pk])).content.decode()
        (first, _) = queries.released_of(actor, yusuf.pk)
        with pytest.raises(actions.CannotRelease):
            actions.withdraw_requirement(person=yusuf, requirement_id=first.pk, today=TODAY, actor=actor)
    taken_back = browser.post(at(yusuf, "withdraw_requirement", first.pk), follow=True).content.decode()
    with acting_as(ada) as actor:
        left = queries.requirements_of(actor, yusuf.pk, TODAY)

    assert refused.status_code == 422
    assert "Ohne das Ja der Person wird nichts freigegeben" in refused.content.decode()
    assert read == [RequirementKind.NO_NIGHT_SHIFT, RequirementKind.STEP_FREE]
    assert "keine Nachtschicht" in page
    assert "Die Anforderung ist zurückgenommen." in taken_back
    assert left == [RequirementKind.STEP_FREE]


@pytest.mark.django_db
def test_taking_the_consent_back_closes_needs_and_ends_releases(
    yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        seal(yusuf, actor)
        actions.release_requirements(
            person=yusuf,
            kinds=[RequirementKind.SEATED],
            agreed=True,
            way=ConsentWay.PAPER,
            today=TODAY,
            actor=actor,
        )
        consent = consent_in_force(actor, yusuf.pk, Purpose.HEALTH, TODAY)
        assert consent is not None
        privacy.withdraw_consent(
            consent=consent, carrier_id=yusuf.carrier_id, withdrawn_on=TODAY, today=TODAY, actor=actor
        )
        with pytest.raises(actions.CannotRead):
            actions.read_needs(person=yusuf, reason=ReadingReason.TALK, today=TODAY, actor=actor)

        assert queries.requirements_of(actor, yusuf.pk, TODAY) == []
