"""A birth date without day or month: rules and figures answer what does not hang on it, and ask for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.eligibility.queries import facts_of
from wir.kit.versions import marks_of
from wir.monitoring.queries import facts as figures
from wir.network.models import Project
from wir.people import queries
from wir.people.models import PersonIdentity
from wir.people.rules.cards import Card
from wir.people.tests.make import clock_stands


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with clock_stands():
        yield


@pytest.mark.django_db
def test_a_birth_date_without_day_leaves_open_only_what_hangs_on_it(
    hafen: Project, ada: User, sign_in: Callable[[User], Client], acting_as: AskAs
) -> None:
    yusuf = make_person(hafen, birth_date=date(1990, 3, 5), nationalities=("SYR",))
    make_stay(yusuf, ada)
    browser = sign_in(ada)
    typed = {"gender": "male", "nationalities": ["XXX"]}
    seen = []
    for year, month in (("1985", ""), ("2008", ""), ("2011", "4")):
        with acting_as(ada) as actor:
            file = queries.with_profile(actor, yusuf.pk)
            assert file is not None
            marks = marks_of(queries.card_values(file, Card.BIRTH))
        said = typed | {"born_year": year, "born_month": month, "shown": marks}
        browser.post(reverse("people:card", args=[yusuf.pk, "geburt"]), said)
        with acting_as(ada) as actor:
            facts = facts_of(actor, yusuf.pk, TODAY)
            (reported,) = figures.facts_of([yusuf.participant_id], until=TODAY)
            seen.append((facts.birth_date, facts.nationalities, reported.records[0].born_on))

    assert seen == [
        (date(1985, 1, 1), None, date(1985, 1, 1)),
        (None, None, None),  # perhaps 18, at the entry in March and today
        (date(2011, 4, 1), None, date(2011, 4, 1)),  # 14 at entry, 15 today
    ]
    page = browser.get(reverse("people:person", args=[yusuf.pk])).content.decode()
    assert "April 2011, Tag unbekannt" in page
    with acting_as(ada), pytest.raises(IntegrityError), transaction.atomic():
        PersonIdentity.objects.filter(person=yusuf).update(birth_date=date(2011, 4, 5))
