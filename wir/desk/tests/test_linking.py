"""One person takes part once in a network: the check across sub-projects, the link, and its undoing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.desk.actions import Entry, decide_whether_same, part, take_on_known
from wir.kit.acting import acting
from wir.monitoring.models import Participation
from wir.monitoring.rules.answers import EntryAnswers
from wir.network.actions import as_job
from wir.network.models import Project
from wir.people import queries
from wir.people.actions import CannotLink
from wir.people.models import LinkDecision, Person
from wir.people.rules.linking import LinkProblem
from wir.privacy.rules import ConsentWay

BORN = date(1990, 2, 1)
SignIn = Callable[[User], Client]


@pytest.fixture
def known(turm: Project, bela: User) -> Person:
    """Gamal, whom Bela advises in another sub-project of the network."""
    person = make_person(turm, given_names="Gamal", family_names="Haddad", birth_date=BORN)
    make_stay(person, bela, entered_on=date(2026, 1, 1))
    return person


def _here(hafen: Project, **values: Any) -> Person:
    said: dict[str, Any] = {"given_names": "Djamal", "family_names": "Haddad", "birth_date": BORN}
    return make_person(hafen, **(said | values))


def test_the_check_says_the_case_number_and_nothing_else_and_only_with_the_birth_date(
    known: Person, *, hafen: Project, tal: Project, ada: User, cem: User, acting_as: AskAs
) -> None:
    def asked(user: User, project: Project, given: str, family: str, born: date | None) -> list[str]:
        with acting_as(user):
            found = queries.known_in_network(
                project_id=project.pk, given=given, family=family, birth_date=born
            )
        return [one.case_number for one in found]

    number = known.participant.case_number
    assert asked(ada, hafen, "جمال", "Haddad", BORN) == [number]
    assert asked(ada, hafen, "Haddad", "Dschamal", BORN) == [number]
    assert asked(ada, hafen, "Gamal", "Haddad", date(1990, 2, 2)) == []
    assert asked(ada, hafen, "Gamal", "Haddad", None) == []
    assert asked(ada, hafen, "Gamal", "Khoury", BORN) == []
    assert asked(cem, tal, "Gamal", "Haddad", BORN) == []
    assert asked(cem, hafen, "Gamal", "Haddad", BORN) == []


def test_no_stay_begins_before_somebody_has_decided(
    known: Person, hafen: Project, ada: User, acting_as: AskAs
) -> None:
    person = _here(hafen)
    entry = Entry(
        advisor_id=ada.pk,
        entered_on=TODAY,
        consent_way=ConsentWay.PAPER,
        language="de",
        answers=EntryAnswers(),
    )

    with acting_as(ada) as actor:
        with pytest.raises(CannotLink) as refusal:
            take_on_known(person=person, paper=None, entry=entry, today=TODAY, actor=actor)
        none_yet = Stay.objects.filter(person=person).count()
        decide_whether_same(person=person, other_id=known.participant_id, same=False, actor=actor)
        take_on_known(person=person, paper=None, entry=entry, today=TODAY, actor=actor)
        begun = Stay.objects.get(person=person).participant_id

    assert list(refusal.value.problems) == [LinkProblem.UNDECIDED]
    assert none_yet == 0
    assert begun == person.participant_id != known.participant_id


def test_linked_files_count_once_and_parted_ones_twice_again(
    known: Person, *, hafen: Project, turm: Project, ada: User, dora: User, acting_as: AskAs
) -> None:
    person = _here(hafen)
    alone = person.participant_id
    make_stay(person, ada)

    def counted() -> dict[UUID, list[UUID]]:
        with acting_as(dora) as actor:
            return {one.pk: sorted(one.project_ids) for one in Participation.objects.visible_to(actor)}

    with acting_as(ada) as actor:
        decision = decide_whether_same(person=person, other_id=known.participant_id, same=True, actor=actor)
    together = counted()
    with acting_as(ada) as actor:
        again = Person.objects.get(pk=person.pk)
        part(person=again, decision=decision, actor=actor)
        decided = LinkDecision.objects.get(pk=decision.pk).same

    assert together == {known.participant_id: sorted([hafen.pk, turm.pk])}
    assert counted() == {known.participant_id: [turm.pk], alone: [hafen.pk]}
    assert decided is False


def test_only_a_candidate_of_the_check_is_linked_and_by_who_works_with_the_file(
    known: Person, *, hafen: Project, turm: Project, ada: User, bela: User, acting_as: AskAs
) -> None:
    person = _here(hafen)
    stranger = make_person(turm, given_names="Selam", family_names="Tekle", birth_date=BORN)

    with acting_as(ada) as actor, pytest.raises(CannotLink) as refusal:
        decide_whether_same(person=person, other_id=stranger.participant_id, same=True, actor=actor)
    with acting_as(bela) as actor, pytest.raises(Person.DoesNotExist):
        decide_whether_same(person=person, other_id=known.participant_id, same=True, actor=actor)

    assert list(refusal.value.problems) == [LinkProblem.NOT_FOUND]
    with acting(as_job(hafen)):
        assert Person.objects.get(pk=person.pk).participant_id == person.participant_id
        assert not LinkDecision.objects.exists()


def test_the_page_asks_and_keeps_the_answer_without_a_name_of_the_other_file(
    known: Person, hafen: Project, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    person = _here(hafen)
    browser, url = sign_in(ada), reverse("desk:in_network", args=[person.pk])

    asked = browser.get(url).content.decode()
    admission = browser.get(reverse("desk:admission", args=[person.pk])).content.decode()
    browser.post(url, {"other": str(known.participant_id), "same": "yes"})
    answered = browser.get(url).content.decode()
    with acting_as(ada):
        decision = LinkDecision.objects.get()
    browser.post(reverse("desk:part", args=[person.pk, decision.pk]))

    assert known.participant.case_number in asked
    assert "Gamal" not in asked
    assert url in admission
    assert f"Dieselbe Person wie {known.participant.case_number}" in answered
    with acting_as(ada):
        assert LinkDecision.objects.get().same is False
