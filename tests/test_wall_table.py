"""Everybody asks the database itself for everything, past all queries, and gets what ``wall_table`` says."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import Error, connection, transaction

from tests.attack_table import Relation, Who
from tests.attack_world import Scene, World
from tests.cast import TODAY
from tests.wall_table import COMMANDS, EMPTY, KEYS_WITHOUT_NETWORK, WALLS, Command
from wir.kit.acting import NOBODY, Actor, ActorKind, acting
from wir.network.queries import actor_for

ABOUT_A_PERSON = ("person_id", "subject_id", "kept_id")
PLACES = {"Hafen": Relation.OWN, "Werft": Relation.SIBLING, "Turm": Relation.CARRIER, "Tal": Relation.NETWORK}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the world: its key, what it holds, and how it stands to Hafen."""

    key: str
    content: str
    relation: Relation


def test_every_walled_table_stands_in_the_table(world: World) -> None:
    assert set(_tables()) == set(WALLS), "add to WALLS in tests/wall_table.py who may read and write"


def test_every_walled_table_is_tried_on_rows_of_the_own_and_of_another_network(world: World) -> None:
    bare = {table for table in _tables() if not {Relation.OWN, Relation.NETWORK} <= _relations(world, table)}

    assert bare == set(EMPTY), "make such rows in tests/attack_world.py, or say in EMPTY why there are none"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("table", sorted(WALLS))
def test_a_wall_answers_as_the_table_says(table: str, command: Command, world: World) -> None:
    there = _relations(world, table)
    expected = {who: WALLS[table].of(command).get(who, frozenset()) & there for who in Who}

    assert {who: _told(world, table, command, who) for who in Who} == expected


def _told(world: World, table: str, command: Command, who: Who) -> frozenset[Relation]:
    """Return of which relations somebody can read, add, change or delete rows."""
    rows = _rows(world, table)
    with acting(_actor(world, who)):
        if command is Command.INSERT:
            first = {row.relation: row for row in reversed(rows)}
            return frozenset(relation for relation, row in first.items() if _is_added(table, row))
        keys = _reached(table, command)
    return frozenset(row.relation for row in rows if row.key in keys)


def _reached(table: str, command: Command) -> set[str]:
    """Return the keys of the rows that the command reaches; where it is not permitted at all, none."""
    key = _key_of(table)
    statement = {
        Command.SELECT: f"select {key}::text from {table}",
        Command.UPDATE: f"update {table} set {key} = {key} returning {key}::text",
        Command.DELETE: f"delete from {table} returning {key}::text",
    }[command]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            keys = {found for (found,) in cursor.fetchall()}
            transaction.set_rollback(True)
    except Error as refusal:
        if "permission denied" not in str(refusal):
            raise
        return set()
    return keys


def _is_added(table: str, row: Row) -> bool:
    """Say whether the wall lets the same row in once more; that its key is taken comes after the wall."""
    names = ", ".join(_columns_of(table))
    insert = f"insert into {table} ({names}) select {names} from json_populate_record(null::{table}, %s)"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(insert, [row.content])
            transaction.set_rollback(True)
    except Error as refusal:
        return "row-level security" not in str(refusal) and "permission denied" not in str(refusal)
    return True


def _rows(world: World, table: str) -> list[Row]:
    if table not in world.rows:
        everywhere = _everywhere(world)
        with acting(everywhere), connection.cursor() as cursor:
            cursor.execute(_OPEN, [list(everywhere.subjects)])
            found = _found(table)
            cursor.execute(_OPEN, [[]])
        found = found or _seen_by_their_writers(world, table)
        world.rows[table] = [
            Row(key, content, _relation_of(world, table, json.loads(content))) for key, content in found
        ]
    return [row for row in world.rows[table] if isinstance(row, Row)]


def _found(table: str) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {_key_of(table)}::text, row_to_json(one)::text from {table} as one order by 1"
        )
        return list(cursor.fetchall())


def _seen_by_their_writers(world: World, table: str) -> list[tuple[str, str]]:
    """Return the rows that no reach opens, each only to the one whose it is."""
    found: set[tuple[str, str]] = set()
    for scene in world.scenes.values():
        with acting(actor_for(scene.advisor.pk, TODAY)):
            found.update(_found(table))
    return sorted(found)


def _relations(world: World, table: str) -> frozenset[Relation]:
    return frozenset(row.relation for row in _rows(world, table))


def _relation_of(world: World, table: str, content: Mapping[str, str | Sequence[str] | None]) -> Relation:
    """Say how a row stands to Hafen: by its person, else by its sub-project, else by its network."""
    columns = ("id",) if table in {"people_person", "people_personevent"} else ABOUT_A_PERSON
    people = {str(scene.person.pk): scene.relation for scene in world.scenes.values()}
    anchors = {str(scene.person.participant_id): scene.relation for scene in world.scenes.values()}
    for column in columns:
        if content.get(column) in people:
            return people[str(content[column])]
    anchor = content.get("id" if table == "people_participant" else "participant_id")
    if anchor in anchors:
        return anchors[str(anchor)]
    projects = [
        content.get("id" if table == "network_project" else "project_id"),
        *(content.get("project_ids") or ()),
    ]
    places = {str(scene.project.pk): PLACES[scene.project.name] for scene in world.scenes.values()}
    for project in projects:
        if project in places:
            return places[str(project)]
    carriers = {str(scene.project.carrier_id): PLACES[scene.project.name] for scene in _once(world)}
    if content.get("carrier_id") in carriers:
        return carriers[str(content["carrier_id"])]
    staff = {str(scene.advisor.pk): scene.relation for scene in world.scenes.values()}
    if content.get("user_id") in staff:
        return staff[str(content["user_id"])]
    abroad = str(world.scenes[Relation.NETWORK].project.network_id)
    network = content.get("id" if table == "network_network" else "network_id")
    return Relation.NETWORK if network == abroad else Relation.OWN


def _once(world: World) -> list[Scene]:
    """One scene for each carrier; the own one stands for its carrier."""
    return [world.scenes[relation] for relation in (Relation.OWN, Relation.CARRIER, Relation.NETWORK)]


def _actor(world: World, who: Who) -> Actor:
    return actor_for(world.users[who].pk, TODAY) if who is not Who.NOBODY else NOBODY


def _everywhere(world: World) -> Actor:
    scenes: list[Scene] = list(world.scenes.values())
    networks: tuple[UUID, ...] = tuple({scene.project.network_id for scene in scenes})
    people = tuple(scene.person.pk for scene in scenes)
    return Actor(
        kind=ActorKind.JOB,
        networks=networks,
        overseen=networks,
        carriers=tuple({scene.project.carrier_id for scene in scenes}),
        projects=tuple({scene.project.pk for scene in scenes}),
        subjects=people,
        team=people,
        audited=networks,
    )


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1"
        )
        return [name for (name,) in cursor.fetchall()]


def _key_of(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "select attname from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]"
            " where indisprimary and indrelid = %s::regclass",
            [table],
        )
        return str(cursor.fetchone()[0])


def _columns_of(table: str) -> list[str]:
    """Return the columns that take a value; the others the database computes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select quote_ident(attname) from pg_attribute where attrelid = %s::regclass and attnum > 0"
            " and attgenerated = '' and not attisdropped order by attnum",
            [table],
        )
        return [str(name) for (name,) in cursor.fetchall()]


def test_every_key_between_walled_tables_carries_the_network(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_LONE_KEYS)
        lone = set(cursor.fetchall())

    assert lone == set(KEYS_WITHOUT_NETWORK), (
        "add same_network in a migration, or a reason in tests/wall_table.py"
    )


_OPEN = "select set_config('wir.opened', (%s::uuid[])::text, true)"
"""Needs are seen where an action opened them, and nowhere else."""

_LONE_KEYS = """
select child.relname, attname
from pg_constraint as key
join pg_class as child on child.oid = key.conrelid and child.relrowsecurity
join pg_class as target on target.oid = key.confrelid and target.relrowsecurity
join pg_attribute on attrelid = child.oid and attnum = key.conkey[1]
where key.contype = 'f' and cardinality(key.conkey) = 1 and target.relname <> 'network_network'
  and not exists (
    select from pg_constraint as wider
    join pg_attribute as network on network.attrelid = wider.conrelid and network.attname = 'network_id'
    where wider.contype = 'f' and wider.conrelid = key.conrelid and wider.confrelid = key.confrelid
      and wider.conkey @> key.conkey and network.attnum = any(wider.conkey)
  )
"""
