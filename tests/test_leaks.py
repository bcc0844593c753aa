"""What leaks without opening a file: suggestions, lists, counts, downloads, tasks, and the page that says no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.urls import reverse

from tests.attack_table import READS, Relation, Who
from tests.attack_world import Answer, World, ask, marker_of
from wir.kit.ids import new_id

PEOPLE = [
    one for one in Relation if one not in {Relation.UNKNOWN, Relation.STRAY, Relation.SMUGGLED, Relation.NONE}
]
LISTS = {
    "caseload beyond its end": ("desk:caseload", {"page": "999"}),
    "tasks of everybody": ("tasks:tasks", {"show": "all"}),
    "tasks done": ("tasks:tasks", {"show": "done"}),
    "opportunities": ("placement:opportunities", {"q": "Geheim"}),
    "report": ("monitoring:report", {}),
    "workbook": ("monitoring:workbook", {}),
    "day": ("desk:day", {}),
    "releases": ("network:releases", {}),
    "own rights": ("network:own_rights", {}),
    "network": ("network:network", {}),
    "openings": ("network:openings", {}),
    "answers that changed": ("eligibility:changed", {}),
    "trail": ("privacy:trail", {}),
    "cases for machines": ("api:cases", {}),
}


@pytest.mark.parametrize("who", [one for one in Who if one is not Who.NOBODY])
@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_names_nobody_whose_file_is_closed(name: str, who: Who, world: World) -> None:
    route, query = LISTS[name]
    hidden = {marker_of(one) for one in PEOPLE if one not in READS.get(who, frozenset())}

    answer = ask(world.browsers[who], "GET", f"{reverse(route)}?{urlencode(query)}")

    assert not answer.shows(hidden)


@pytest.mark.parametrize("who", [one for one in Who if one is not Who.NOBODY])
@pytest.mark.parametrize("route", ["desk:search", "desk:caseload"])
def test_a_search_names_nobody_whose_file_is_closed(route: str, who: Who, world: World) -> None:
    answer = _found(world, who, route)

    assert answer.status == 200
    assert not answer.shows(marker_of(one) for one in PEOPLE if one not in READS.get(who, frozenset()))


def test_the_search_suggests_those_whose_file_is_open_and_them_alone(world: World) -> None:
    for who in (Who.ADVISOR, Who.LEAD):
        shown = _found(world, who, "desk:search").shows(marker_of(one) for one in PEOPLE)

        assert shown == {marker_of(one) for one in READS[who]}


def _found(world: World, who: Who, route: str) -> Answer:
    asked = ask(world.browsers[who], "POST", reverse(route), {"q": "Geheim", "whose": "all"})
    return ask(world.browsers[who], "GET", asked.location)


def test_the_intake_does_not_say_that_a_stranger_has_the_same_name(world: World) -> None:
    typed = {"given_names": "Yusuf", "family_names": marker_of(Relation.NETWORK), "birth_date": "1995-05-05"}

    answer = ask(world.browsers[Who.ADVISOR], "POST", reverse("desk:likely"), typed)

    assert answer.status == 200
    assert not answer.shows(
        str(world.id_of("person", one)) for one in (Relation.NETWORK, Relation.CARRIER, Relation.SIBLING)
    )


@pytest.mark.parametrize("relation", [Relation.SIBLING, Relation.CARRIER, Relation.NETWORK])
@pytest.mark.parametrize("route", ["desk:case", "desk:access", "counselling:plan", "monitoring:case"])
def test_a_closed_file_and_none_at_all_are_answered_alike(
    route: str, relation: Relation, world: World
) -> None:
    browser, closed, nothing = (
        world.browsers[Who.ADVISOR],
        UUID(str(world.id_of("person", relation))),
        new_id(),
    )

    refused = ask(browser, "GET", reverse(route, args=[closed]))
    absent = ask(browser, "GET", reverse(route, args=[nothing]))

    assert (refused.status, absent.status) == (404, 404)
    assert _without_dice(refused.text, closed) == _without_dice(absent.text, nothing)
    assert _headers(refused.headers) == _headers(absent.headers)
    assert "Wir sagen dasselbe, ob es eine Akte gibt oder nicht." in refused.text


def test_somebody_elses_opportunity_is_not_taken_from_the_form(world: World) -> None:
    """An id smuggled into the body opens no more than one in the address."""
    url = reverse("placement:case", args=[world.id_of("person", Relation.OWN)])
    abroad = {"opportunity": str(world.id_of("opportunity", Relation.NETWORK))}

    answer = ask(world.browsers[Who.ADVISOR], "POST", url, abroad)

    assert (answer.status, answer.written) == (404, {})


def test_a_file_is_not_released_to_somebody_of_another_network_by_the_form(world: World) -> None:
    url = reverse("desk:access", args=[world.id_of("person", Relation.OWN)])
    abroad = str(world.scenes[Relation.NETWORK].advisor.pk)
    typed = {"grantee": abroad, "from_on": "2026-11-24", "last_day": "2026-11-30", "agreed": "on"}

    answer = ask(world.browsers[Who.ADVISOR], "POST", url, typed)

    assert (answer.status, set(answer.written)) == (422, {"privacy_auditentry"}), (
        "the line of the page, no grant"
    )


def _without_dice(text: str, asked: UUID) -> str:
    """Leave out what is drawn anew for every answer, and the id that was asked for: it comes back as the address."""
    return re.sub(r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"', "", text.replace(str(asked), ""))


def _headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Leave out cookies, and what is drawn anew for every request."""
    return {
        name: re.sub(r"nonce-[^']*", "", value)
        for name, value in headers.items()
        if name not in {"Set-Cookie", "X-Request-ID"}
    }
