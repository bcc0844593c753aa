"""What the trial of faults looks for, asked of a house in which nothing is broken."""

from __future__ import annotations

import psycopg
import pytest

from tests.walk import live_through
from wir.accounts.models import User
from wir.cli.faults.invariants import AUDITED, WHOLE, broken
from wir.network.models import Project


@pytest.mark.django_db
def test_every_rule_is_a_query_that_the_tables_understand(owner_url: str) -> None:
    with psycopg.connect(owner_url) as owner:
        counts = {
            what: owner.execute(query.encode()).fetchone()
            for what, query in [*WHOLE.items(), *AUDITED.items()]
        }

    assert set(counts.values()) == {(0,)}


@pytest.mark.django_db(transaction=True)
def test_rows_without_what_belongs_to_them_are_found(hafen: Project, ada: User, owner_url: str) -> None:
    live_through(hafen, ada)
    with psycopg.connect(owner_url) as owner:
        before = broken(owner_url)
        owner.execute("delete from privacy_noticegiven where purpose = 'monitoring'")
        owner.execute("delete from privacy_auditentry where verb = 'placement.spell_started'")
        owner.commit()

    assert broken(owner_url) == before | {
        "a stay without its three notices": 1,
        "placement.spell_started: rows without exactly one audit line": 1,
    }
