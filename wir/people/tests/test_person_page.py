"""The page of a person: cards saved one by one, entries, two people at once, household, history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit.versions import ChangedMeanwhile, marks_of
from wir.network.models import Project
from wir.people import actions, queries
from wir.people.actions import CannotCorrect
from wir.people.models import LanguageSkill, Person, PersonIdentity, Schooling
from wir.people.rules.cards import Card, CardProblem
from wir.people.rules.entries import EntryKind, EntryProblem, problems_of_entry
from wir.people.rules.facts import Gender
from wir.people.rules.household import Living
from wir.people.rules.profile import Relation
from wir.people.tests.make import clock_stands
from wir.privacy import actions as privacy
from wir.privacy.models import AuditEntry
from wir.privacy.queries import consent_in_force
from wir.privacy.rules import Purpose

SignIn = Callable[[User], Client]
NAMES = {
    "given_names": "Yusuf",
    "family_names": "Demir",
    "spoken_name": "",
    "original_name": "",
    "other_names": "",
}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(hafen, birth_date=date(1990, 3, 5), gender=Gender.MALE, nationalities=("SYR",))
    make_stay(person, ada)
    return person


def at(person: Person, name: str = "person", *more: object) -> str:
    return reverse(f"people:{name}", args=[person.pk, *more])


def shown(person: Person, ada: User, acting_as: AskAs, card: Card) -> tuple[dict[str, Any], str]:
    """What the card holds, and the marks of a form opened now."""
    with acting_as(ada) as actor:
        file = queries.with_profile(actor, person.pk)
        assert file is not None
        known = queries.card_values(file, card)
    return known, marks_of(known)


@pytest.mark.django_db
def test_names_are_corrected_on_their_card_and_history_tells_who(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser = sign_in(ada)
    _, marks = shown(yusuf, ada, acting_as, Card.NAMES)
    typed = NAMES | {"family_names": "Demîr", "original_name": "يوسف", "other_names": "Yousef Demir\n\nJusuf"}
    said = browser.post(at(yusuf, "card", "namen"), typed | {"shown": marks})
    page = browser.get(at(yusuf)).content.decode()
    history = browser.get(at(yusuf, "changes")).content.decode()
    with acting_as(ada):
        identity = PersonIdentity.objects.get(person=yusuf)

    assert (said.status_code, said["Location"]) == (302, f"{at(yusuf)}#namen")
    assert identity.other_names == ["Yousef Demir", "Jusuf"]
    assert "Yousef Demir, Jusuf" in page
    for words in ("Familiennamen", "Demir", "Demîr", "Ada", "يوسف"):
        assert words in history


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("card", "typed", "sentence"),
    [
        ("namen", NAMES | {"family_names": "Дemir"}, "„Д“ (U+0414) ist kein Buchstabe"),
        ("namen", NAMES | {"other_names": "x" * 121}, "ist länger als 120 Zeichen"),
        (
            "geburt",
            {"born_day": "31", "born_month": "2", "born_year": "1990"},
            "Diesen Tag gibt es in dem Monat nicht",
        ),
        ("geburt", {"born_day": "3", "born_year": "1990"}, "Zum Tag fehlt der Monat"),
        ("geburt", {"born_month": "3"}, "Zum Monat fehlt das Jahr"),
        ("geburt", {"born_year": "2027"}, "Die Geburt liegt in der Zukunft"),
        ("anschrift", {"postcode": "2045"}, "Eine Postleitzahl hat fünf Ziffern"),
        (
            "arbeit",
            {"hours_from": "30", "hours_until": "20"},
            "Die obere Stundenzahl liegt unter der unteren",
        ),
        ("arbeit", {"licence_classes": "B"}, "Es sind Klassen angegeben, aber kein Führerschein"),
        ("sprache/neu", {"language": "ti", "certified_on": "2026-01-01"}, "aber kein Zertifikat"),
        (
            "taetigkeit/neu",
            {"occupation": "Koch", "from_year": "2015", "until_year": "2012"},
            "vor dem Anfang",
        ),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_written(
    *,
    yusuf: Person,
    ada: User,
    sign_in: SignIn,
    acting_as: AskAs,
    card: str,
    typed: dict[str, str],
    sentence: str,
) -> None:
    said = sign_in(ada).post(f"{at(yusuf)}{card}/", typed)

    assert said.status_code == 422
    assert sentence in said.content.decode()
    with acting_as(ada):
        assert not AuditEntry.objects.filter(
            subject_id=yusuf.pk,
            verb__in=["people.card_corrected", "people.identity_corrected", "people.entry_kept"],
        ).exists()


@pytest.mark.django_db
def test_two_people_on_one_card_are_told_and_merge(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    known, marks = shown(yusuf, ada, acting_as, Card.WISHES)
    with acting_as(ada) as actor:
        actions.correct_card(
            person=yusuf, card=Card.WISHES, values=known | {"wishes": "Pflege", "skills": ["Kochen"]},
            seen=marks, today=TODAY, actor=actor,
        )  # fmt: skip
        with pytest.raises(ChangedMeanwhile):
            actions.correct_card(
                person=yusuf, card=Card.WISHES, values=known | {"wishes": "Bau"},
                seen=marks, today=TODAY, actor=actor,
            )  # fmt: skip
    browser = sign_in(ada)
    late = browser.post(at(yusuf, "card", "wuensche"), {"wishes": "Bau", "shown": marks})
    page = late.content.decode()

    assert late.status_code == 422
    assert "Inzwischen wurde hier „Pflege“ gespeichert." in page
    assert "Kochen" in page  # not touched by the second: taken over
    assert shown(yusuf, ada, acting_as, Card.WISHES)[0]["wishes"] == "Pflege"


@pytest.mark.django_db
def test_entries_are_added_corrected_and_removed_and_raise_the_level_of_education(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser, part = sign_in(ada), {"HX-Request": "true"}
    school = {"school": "Lyzeum", "country": "SYR", "classes": "12", "finished": "True", "isced": "3"}
    listed = browser.post(at(yusuf, "new_entry", "schule"), school, headers=part).content.decode()
    language = {"language": "ti", "level": "native", "reading": "B2", "certificate": "", "certified_on": ""}
    browser.post(at(yusuf, "new_entry", "sprache"), language)
    twice = browser.post(at(yusuf, "new_entry", "sprache"), language)
    with acting_as(ada):
        (kept, spoken) = Schooling.objects.get(), LanguageSkill.objects.get()
    browser.post(at(yusuf, "entry", "sprache", spoken.pk), language | {"reading": "C1"})
    browser.post(at(yusuf, "remove_entry", "schule", kept.pk))
    with acting_as(ada):
        found = (
            Person.objects.get(pk=yusuf.pk).isced,
            Schooling.objects.count(),
            LanguageSkill.objects.get().reading,
        )

    assert "Syrien · 12 Schuljahre · abgeschlossen" in listed
    assert "<html" not in listed
    assert "Diese Sprache ist schon erfasst" in twice.content.decode()
    assert found == (3, 0, "C1")


def test_a_decision_needs_a_decision() -> None:
    values = {
        "applied_on": date(2026, 2, 1),
        "decided_on": date(2026, 1, 1),
        "recognition": "applied",
        "earned_year": 2030,
    }
    found = problems_of_entry(EntryKind.QUALIFICATION, values, today=TODAY)

    assert found == [
        EntryProblem.YEAR_IN_FUTURE, EntryProblem.DECIDED_BEFORE_APPLIED, EntryProblem.DECIDED_BY_NOBODY,
    ]  # fmt: skip


@pytest.mark.django_db
def test_without_consent_only_names_birth_and_reach_are_corrected(
    yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    wishes, wish_marks = shown(yusuf, ada, acting_as, Card.WISHES)
    reach, marks = shown(yusuf, ada, acting_as, Card.REACH)
    with acting_as(ada) as actor:
        consent = consent_in_force(actor, yusuf.pk, Purpose.COUNSELLING, TODAY)
        assert consent is not None
        privacy.withdraw_consent(
            consent=consent, carrier_id=yusuf.carrier_id, withdrawn_on=TODAY, today=TODAY, actor=actor
        )
        with pytest.raises(CannotCorrect) as refusal:
            actions.correct_card(
                person=yusuf, card=Card.WISHES, values=wishes | {"wishes": "Pflege"},
                seen=wish_marks, today=TODAY, actor=actor,
            )  # fmt: skip
        actions.correct_card(
            person=yusuf, card=Card.REACH, values=reach | {"ways": ["sms"], "safe_to_write": False},
            seen=marks, today=TODAY, actor=actor,
        )  # fmt: skip

    assert refusal.value.problems == [CardProblem.NO_CONSENT]
    assert shown(yusuf, ada, acting_as, Card.REACH)[0]["safe_to_write"] is False


@pytest.mark.django_db
def test_the_page_costs_the_same_however_much_it_shows(
    yusuf: Person, ada: User, sign_in: SignIn, acting_as: AskAs, queries_stay_flat: Callable[..., None]
) -> None:
    browser, years = sign_in(ada), iter(range(2000, 2020))

    def add() -> None:
        with acting_as(ada) as actor:
            living = Living(relation=Relation.CHILD, birth_year=next(years))
            values = {"occupation": "Koch", "from_year": 2010, "until_year": 2012}
            actions.keep_member(
                person=yusuf, member_id=None, living=living, seen="", today=TODAY, actor=actor
            )
            actions.keep_entry(
                person=yusuf, kind=EntryKind.WORK, entry_id=None, values=values, seen="", today=TODAY, actor=actor
            )  # fmt: skip

    queries_stay_flat(lambda: browser.get(at(yusuf)), add)
    queries_stay_flat(lambda: browser.get(at(yusuf, "changes")), add)
