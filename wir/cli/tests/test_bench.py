"""The large database hangs together, and figures are held against their goals."""

import json
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest

from wir.cli.bench.figures import Figure, as_json, table
from wir.cli.bench.filling import SAID, Size, fill, seal_notes
from wir.cli.database import addresses_of, migrate
from wir.cli.postgres import Cluster
from wir.kit.fields import place_of
from wir.kit.sealing import Use, unseal

DAY = date(2026, 11, 24)
# Each asks for rows that must not be there: generating leaves keys and policies unchecked.
CONTRADICTIONS = {
    "a stay lies elsewhere than its file": """
        select 1 from counselling_stay as s join people_person as p on p.id = s.person_id
         where (s.network_id, s.carrier_id, s.project_id, s.participant_id)
            is distinct from (p.network_id, p.carrier_id, p.project_id, p.participant_id)""",
    "a stay ends before it begins": "select 1 from counselling_stay where exited_on < entered_on",
    "a stay begins in the future": "select 1 from counselling_stay where entered_on > date '2026-11-24'",
    "two stays overlap": """
        select 1 from counselling_stay as a join counselling_stay as b on a.person_id = b.person_id and a.id < b.id
         where daterange(a.entered_on, a.exited_on) && daterange(b.entered_on, b.exited_on)""",
    "a contact lies outside its stay": """
        select 1 from counselling_contact as c left join counselling_stay as s on s.id = c.stay_id
         where s.id is null or c."on" < s.entered_on or c."on" > s.exited_on or c.person_id <> s.person_id""",
    "a note is missing or too much": """
        select 1 from counselling_contact as c left join counselling_contactnote as n on n.id = c.id
         where c.has_note <> (n.id is not null)""",
    "an advisor works elsewhere": """
        select 1 from counselling_stay as s left join network_membership as m
            on m.user_id = s.advisor_id and m.project_id = s.project_id
         where m.id is null""",
    "a running case has no case team": """
        select 1 from counselling_stay as s left join network_grant as g
            on g.subject_id = s.person_id and g.grantee_id = s.advisor_id and g.until_on is null
         where s.exited_on is null and g.id is null""",
    "a participant with a stay has no participation": """
        select 1 from counselling_stay as s left join monitoring_participation as p using (participant_id)
         where p.participant_id is null""",
    "an indicator total differs from the participations": """
        select 1 from monitoring_indicatortotal as t
         where count <> (select count(*) from monitoring_participation as p
                          where p.network_id = t.network_id and p.gender = t.gender
                            and t.indicator = any(p.indicators))""",
    "an application is for another network's opportunity": """
        select 1 from placement_application as a left join placement_opportunity as o on o.id = a.opportunity_id
         where o.network_id is distinct from a.network_id""",
}


@pytest.fixture(scope="module")
def filled() -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with Cluster(Path(tempfile.mkdtemp(prefix="wir-test-")), throwaway=True) as cluster:
        migrate(addresses_of(cluster))
        fill(cluster.url("superuser"), Size(networks=3, people=400, contacts=2_000), day=DAY)
        assert seal_notes(cluster.url("superuser")) == 200
        with psycopg.connect(cluster.url("superuser")) as connection:
            yield connection


def _count(connection: psycopg.Connection[tuple[object, ...]], query: str) -> object:
    found = connection.execute(f"select count(*) from ({query}) as rows".encode()).fetchone()
    return found[0] if found else None


def test_four_hundred_people_have_six_stays_for_five_and_two_thousand_contacts(
    filled: psycopg.Connection[tuple[object, ...]],
) -> None:
    sizes = {
        table: _count(filled, f"select 1 from {table}")
        for table in (
            "people_personidentity",
            "counselling_stay",
            "counselling_contact",
            "counselling_contactnote",
        )
    }
    assert sizes == {
        "people_personidentity": 400,
        "counselling_stay": 480,
        "counselling_contact": 2_000,
        "counselling_contactnote": 200,
    }


@pytest.mark.parametrize("contradiction", CONTRADICTIONS)
def test_nothing_in_the_large_database_contradicts_itself(
    filled: psycopg.Connection[tuple[object, ...]], contradiction: str
) -> None:
    assert _count(filled, CONTRADICTIONS[contradiction]) == 0


def test_every_note_is_sealed_in_its_own_place(filled: psycopg.Connection[tuple[object, ...]]) -> None:
    notes = filled.execute("select id, network_id, text::bytea from counselling_contactnote").fetchall()
    said = set()
    for note_id, network_id, content in notes:
        assert isinstance(content, bytes)
        place = place_of("counselling_contactnote", "text", network_id, note_id)
        said.add(unseal(content, use=Use.FIELDS, place=place).decode())
    assert said == {SAID * times for times in range(1, 8)}


def test_every_foreign_key_points_at_a_row(filled: psycopg.Connection[tuple[object, ...]]) -> None:
    keys = filled.execute(
        """select conrelid::regclass::text, confrelid::regclass::text,
                  array(select attname::text from unnest(conkey) with ordinality as k(n, place)
                          join pg_attribute on attrelid = conrelid and attnum = n order by place),
                  array(select attname::text from unnest(confkey) with ordinality as k(n, place)
                          join pg_attribute on attrelid = confrelid and attnum = n order by place)
             from pg_constraint where contype = 'f'"""
    ).fetchall()
    broken = []
    for source, target, columns, keyed in keys:
        assert isinstance(columns, list)
        assert isinstance(keyed, list)
        meets = " and ".join(f't."{there}" = s."{here}"' for here, there in zip(columns, keyed, strict=True))
        filled_in = " and ".join(f's."{here}" is not null' for here in columns)
        if _count(
            filled,
            f"select 1 from {source} s where {filled_in} and not exists (select 1 from {target} t where {meets})",
        ):
            broken.append((source, columns))
    assert broken == []


def test_a_figure_meets_its_goal_up_to_the_goal_itself() -> None:
    assert Figure("desk", "my day", "advisor", 30.0, "ms", goal=30).met is True
    assert Figure("desk", "my day", "advisor", 30.1, "ms", goal=30).met is False
    assert Figure("desk", "my day", "advisor", 30.1, "ms").met is None


def test_a_throughput_is_held_against_the_bare_page_of_the_same_run() -> None:
    half = Figure("desk", "caseload", "advisor", 50, "a second", goal=0.6, yardstick=100, at_least=True)
    assert (half.ratio, half.met) == (0.5, False)


def test_the_table_has_one_line_a_figure_and_names_what_is_missed() -> None:
    figures = [
        Figure("desk", "my day: median", "advisor", 12.34, "ms", goal=30, yardstick=4),
        Figure("kit", "memory", "", 500, "MB", goal=400),
    ]
    assert table(figures).splitlines() == [
        "| Area | What           | Role    | Value   | Goal     | Met | Yardstick | Ratio |",
        "|------|----------------|---------|---------|----------|-----|-----------|-------|",
        "| desk | my day: median | advisor | 12.3 ms | ≤ 30 ms  | yes | 4.0 ms    | 3.08  |",
        "| kit  | memory         |         | 500 MB  | ≤ 400 MB | NO  |           |       |",
    ]


def test_the_file_holds_flat_objects_with_rows_and_commit() -> None:
    figures = [Figure("desk", "my day: median", "advisor", 12.0, "ms", goal=30, yardstick=4)]
    assert json.loads(as_json(figures, rows_in_db=7, commit="abc")) == [
        {
            "area": "desk",
            "name": "my day: median",
            "role": "advisor",
            "value": 12.0,
            "unit": "ms",
            "goal": 30,
            "yardstick": 4,
            "met": True,
            "ratio": 3.0,
            "rows_in_db": 7,
            "commit": "abc",
        }
    ]
