"""Queries compiled once: the same rows as Django's own, whoever asks for whatever."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.kit.acting import NOBODY, Actor
from wir.kit.compiled import NotCompilable, compiled
from wir.network.models import Project

ActingAs = Callable[[User], AbstractContextManager[Actor]]


@compiled
def stays_since(actor: Actor, since: date, *, most: int = 5) -> QuerySet[Stay]:
    """Stays from a day on, with their advisors."""
    stays = Stay.objects.visible_to(actor).filter(entered_on__gte=since).select_related("advisor")
    return stays.order_by("entered_on")[:most]


@pytest.fixture
def stays(hafen: Project, ada: User) -> list[Stay]:
    return [
        make_stay(make_person(hafen, family_names=name), ada, entered_on=day)
        for name, day in (("Demir", date(2026, 3, 2)), ("Haile", date(2026, 5, 4)))
    ]


def test_other_values_give_other_rows_with_one_compilation(
    acting_as: ActingAs, ada: User, stays: list[Stay]
) -> None:
    with acting_as(ada) as actor:
        both = stays_since(actor, date(2026, 3, 2))
        later = stays_since(actor, date(2026, 3, 3))
        first = stays_since(actor, date(2026, 3, 2), most=1)

    assert (both, later, first) == (stays, stays[1:], stays[:1])


def test_rows_come_whole_with_what_was_joined(acting_as: ActingAs, ada: User, stays: list[Stay]) -> None:
    with acting_as(ada) as actor, CaptureQueriesContext(connection) as asked:
        names = [stay.advisor.name for stay in stays_since(actor, date(2026, 1, 1))]

    assert (names, len(asked)) == ([ada.name, ada.name], 1)


def test_one_actor_does_not_see_what_was_compiled_for_another(
    acting_as: ActingAs, ada: User, cem: User, stays: list[Stay]
) -> None:
    with acting_as(ada) as actor:
        seen = stays_since(actor, date(2026, 1, 1))
    with acting_as(cem) as stranger:
        nothing = stays_since(stranger, date(2026, 1, 1))

    assert (len(seen), nothing, stays_since(NOBODY, date(2026, 1, 1))) == (2, [], [])


def test_a_query_that_looks_at_its_values_is_refused(ada: User) -> None:
    @compiled
    def named(word: str) -> QuerySet[User]:
        return User.objects.filter(name=word.upper())

    @compiled
    def picked(user_id: UUID) -> QuerySet[User]:
        return User.objects.filter(is_active=user_id == ada.pk)

    with pytest.raises(NotCompilable, match="instead of handing it on"):
        named("Ada")
    with pytest.raises(NotCompilable, match="instead of handing it on"):
        picked(ada.pk)


def test_rows_fetched_apart_are_refused_because_their_values_would_stay(ada: User) -> None:
    @compiled
    def with_memberships(user_id: UUID) -> QuerySet[User]:
        return User.objects.filter(pk=user_id).prefetch_related("memberships")

    with pytest.raises(NotCompilable, match="fetches rows apart"):
        with_memberships(ada.pk)
