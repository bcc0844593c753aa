"""Addresses worked out once: the same as Django's own, for every id."""

from uuid import uuid4

import pytest
from django.urls import NoReverseMatch, reverse

from wir.kit.routes import address


def test_an_address_is_what_django_would_say_for_each_id() -> None:
    one, other = uuid4(), uuid4()

    assert [address("desk:case", one), address("desk:case", other), address("desk:day")] == [
        reverse("desk:case", args=[one]),
        reverse("desk:case", args=[other]),
        "/",
    ]


def test_two_ids_keep_their_places_and_words_belong_to_the_page() -> None:
    person, check_in = uuid4(), uuid4()

    assert address("aftercare:hold", person, check_in) == reverse("aftercare:hold", args=[person, check_in])
    assert address("desk:later", person, "paper") == reverse("desk:later", args=[person, "paper"])


def test_a_page_that_does_not_exist_has_no_address() -> None:
    with pytest.raises(NoReverseMatch):
        address("desk:nowhere", uuid4())
