"""Everybody asks every address for everything, and gets what the table in ``attack_table`` says, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.attack_table import (
    ATTACKS,
    FIXED,
    NEEDS_TWO,
    PARAMETERS,
    READS,
    SHARES,
    TABLE,
    Line,
    Relation,
    Who,
)
from tests.attack_world import BUILDERS, Answer, World, ask, marker_of, shared_marker_of
from wir.network.rules import Role

OTHER_METHODS = ("PUT", "PATCH", "DELETE")
WRITES_ON_REFUSAL = frozenset({"django_session", "kit_rate"})
"""Tables in which a refused request may leave a line: that somebody is there, and how often they ask."""
WRITES_ON_READING = WRITES_ON_REFUSAL | {"privacy_auditentry"}
"""Tables in which a page that is shown, with or without a refused form, may leave one."""


def test_every_route_stands_in_the_table() -> None:
    found = _routes()
    missing = [
        f'    "{name}": page(CASE_FILE),  # {", ".join(names)}'
        for name, names in found.items()
        if name not in TABLE
    ]

    assert not missing, "add to TABLE in tests/attack_table.py who may:\n" + "\n".join(missing)
    assert set(TABLE) <= set(found), f"no longer a route: {sorted(set(TABLE) - set(found))}"


def test_every_parameter_of_a_route_names_a_kind_that_can_be_made() -> None:
    named = {name for names in _routes().values() for name in names}

    assert named - set(FIXED) <= set(PARAMETERS), "say in PARAMETERS of tests/attack_table.py what these name"
    assert set(PARAMETERS.values()) <= set(BUILDERS), (
        "write a builder for these kinds in tests/attack_world.py"
    )


def test_every_role_attacks() -> None:
    assert {role.value for role in Role} <= {who.value for who in Who}
    assert set(ATTACKS) == set(Who)


@pytest.mark.parametrize("route", sorted(TABLE))
def test_an_address_answers_as_the_table_says(route: str, world: World) -> None:
    wrong = [
        f"{who} asks {method} for {relation}: {complaint}"
        for who, relation in _attacks(route)
        for method in ("GET", "POST")
        for complaint in _complaints(world, route, method, who, relation)
    ]

    assert not wrong, "\n".join([route, *wrong])


@pytest.mark.parametrize("route", sorted(name for name, line in TABLE.items() if not line.framework))
def test_an_address_knows_no_other_methods(route: str, world: World) -> None:
    """Signed out, an address may also lead to the sign-in first."""
    wrong, url = [], _url(world, route, Relation.OWN)
    for who in (Who.ADVISOR, Who.NOBODY):
        for method in OTHER_METHODS:
            answer = ask(world.browsers[who], method, url)
            if (
                not (answer.status == 405 or (who is Who.NOBODY and _leads_to_sign_in(answer)))
                or set(answer.written) - WRITES_ON_REFUSAL
            ):
                wrong.append(f"{who} asks {method}: {answer.status}, wrote {answer.written}")

    assert not wrong, "\n".join([route, *wrong])


TAKEN_BACK = {"desk:merge"}
"""Moves rows until the database refuses, and takes all back; wir/desk/tests/test_merging.py compares every table."""


def _complaints(world: World, route: str, method: str, who: Who, relation: Relation) -> Iterator[str]:
    line = TABLE[route]
    answer = ask(world.browsers[who], method, _url(world, route, relation))
    open_to_them = line.open_to(who, relation, method)
    expected = line.get if method == "GET" else line.post
    if line.framework:
        yield from _of_the_framework(answer, closed=not open_to_them)
    else:
        if who in line.elsewhere and expected:
            expected = 302
        told = expected if open_to_them or expected is None else _refusal(line, method, who, relation)
        yield from _wrong_status(line, answer, who, told)
        yield from _wrongly_written(route, method, answer, shown=bool(open_to_them and expected))
    leaks = answer.shows(_hidden_from(who))
    if leaks:
        yield f"reads {sorted(leaks)}"


def _refusal(line: Line, method: str, who: Who, relation: Relation) -> int:
    if method == "POST" and relation in line.pattern.get(who, frozenset()):
        return line.turned_back
    if who is Who.NOBODY and line.signed_out:
        return line.signed_out
    return line.refused or 404


def _wrongly_written(route: str, method: str, answer: Answer, *, shown: bool) -> Iterator[str]:
    """What is refused leaves nothing; what only shows something leaves a line in the trail, of a file always."""
    written = set(answer.written)
    if not shown and written - WRITES_ON_REFUSAL:
        yield f"was refused, but wrote {answer.written}"
    elif (
        shown
        and route not in TAKEN_BACK
        and (method == "GET" or answer.status == 422)
        and written - WRITES_ON_READING
    ):
        yield f"was only shown a page, but wrote {answer.written}"
    of_a_file = "person_id" in _routes()[route] and answer.status in {200, 422}
    if shown and of_a_file and "privacy_auditentry" not in written:
        yield "was shown a page of a file, and no line says so"


def _of_the_framework(answer: Answer, *, closed: bool) -> Iterator[str]:
    if answer.status >= 500 or (closed and answer.status == 200):
        yield f"{answer.status}"


def _wrong_status(line: Line, answer: Answer, who: Who, expected: int | None) -> Iterator[str]:
    asked_to_sign_in = who is Who.NOBODY and line.refused is None and line.signed_out is None
    if asked_to_sign_in and _leads_to_sign_in(answer) and expected in {None, 404}:
        return
    if asked_to_sign_in and expected == 404:
        yield f"{answer.status} {answer.location} instead of the sign-in"
    elif answer.status != (expected or 405) or _leads_to_sign_in(answer):
        yield f"{answer.status} {answer.location} instead of {expected or 405}"


def _hidden_from(who: Who) -> set[str]:
    scenes = [relation for relation in Relation if relation in ATTACKS[Who.ADVISOR]]
    names = {marker_of(one) for one in scenes if one not in READS.get(who, frozenset())}
    return names | {shared_marker_of(one) for one in scenes if one not in SHARES.get(who, frozenset())}


def _attacks(route: str) -> Iterator[tuple[Who, Relation]]:
    things = [name for name in _routes()[route] if name not in FIXED]
    for who in Who:
        if not things:
            yield who, Relation.NONE
        for relation in ATTACKS[who] if things else ():
            if len(things) > 1 or relation not in NEEDS_TWO:
                yield who, relation


def _url(world: World, route: str, relation: Relation) -> str:
    values: dict[str, object] = {}
    for name in _routes()[route]:
        of = relation
        if relation in NEEDS_TWO:
            below = Relation.COLLEAGUE if relation is Relation.STRAY else Relation.NETWORK
            of = Relation.OWN if name == "person_id" else below
        values[name] = FIXED.get(name) or world.id_of(PARAMETERS[name], of)
    return reverse(route, kwargs=values)


def _leads_to_sign_in(answer: Answer) -> bool:
    return answer.status == 302 and answer.location.startswith(resolve_url(settings.LOGIN_URL))


def _routes() -> dict[str, list[str]]:
    """Return the names of the parameters of every route by its name."""
    return dict(_walk(get_resolver().url_patterns))


def _walk(
    patterns: Iterable[URLPattern | URLResolver], space: str = "", outer: tuple[str, ...] = ()
) -> Iterator[tuple[str, list[str]]]:
    for one in patterns:
        names = (*outer, *one.pattern.regex.groupindex)
        if isinstance(one, URLResolver):
            below = f"{space}{one.namespace}:" if one.namespace else space
            yield from _walk(one.url_patterns, below, names)
        else:
            yield f"{space}{one.name}", list(names)
