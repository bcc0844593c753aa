"""The trail is sealed into chains, and any hand that touches it afterwards is found, the owner's too."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from click.testing import CliRunner
from django.utils.timezone import localdate

from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.ids import new_id
from wir.privacy import actions, queries
from wir.privacy.cli import anchor, check, verify
from wir.privacy.models import AuditEntry
from wir.privacy.rules import NO_NETWORK, ChainFault
from wir.privacy.tasks import seal_all as seal_job
from wir.privacy.tests.make import entry_ids, seal_all, tamper, write_lines

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def network() -> UUID:
    return new_id()


def faults(network: UUID) -> list[tuple[ChainFault, int]]:
    _, findings = check(network)
    return [(one.fault, one.number) for one in findings]


def test_a_line_is_sealed_after_the_one_before_it_and_anybody_can_recompute_that(
    network: UUID, owner_url: str
) -> None:
    write_lines(network, 2)

    assert seal_all(network) == 2

    with acting(Actor(kind=ActorKind.JOB, networks=(network,))):
        entries = list(AuditEntry.objects.order_by("id"))
    expected = hashlib.sha256(str(network).encode()).digest()
    for entry in entries:
        line = {
            "id": str(entry.pk), "kind": "act", "network": str(network), "carrier": None,
            "at": entry.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), "actor": None, "actor_kind": "job", "role": "",
            "purpose": "counselling", "request": None, "verb": "tasks.task_added", "subject": None,
            "detail": entry.detail,
        }  # fmt: skip
        canonical = json.dumps({key: line[key] for key in sorted(line, key=lambda key: (len(key), key))})
        expected = hashlib.sha256(expected + canonical.encode()).digest()
    with psycopg.connect(owner_url) as owner:
        sealed = owner.execute(
            "select number, hash from privacy_auditseal order by number desc limit 1"
        ).fetchone()
    assert sealed == (2, expected)


def test_what_was_sealed_is_not_sealed_twice_and_what_waits_is_named(network: UUID) -> None:
    write_lines(network, 3)
    assert (seal_all(network), seal_all(network)) == (3, 0)

    write_lines(network, 2)

    assert queries.tail(network).waiting == 2
    assert check(network) == (3, [])
    assert (seal_all(network, most=1), seal_all(network, most=1), seal_all(network, most=1)) == (1, 1, 0)
    assert queries.tail(network).waiting == 0
    assert check(network) == (5, [])


def test_a_transaction_that_commits_late_with_an_earlier_id_is_sealed_later_and_not_missed(
    network: UUID, owner_url: str
) -> None:
    insert = (
        "insert into privacy_auditentry (id, at, kind, network_id, actor_kind, role, purpose, verb, detail)"
        " values (%s, now(), 'act', %s, 'job', '', 'security', 'network.founded', '{}')"
    )
    early = new_id()
    with psycopg.connect(owner_url) as late:
        late.execute(insert, [early, network])
        write_lines(network, 2)
        assert seal_all(network) == 2
        write_lines(network, 1)
        assert seal_all(network) == 1
        late.commit()

    assert seal_all(network) == 1
    assert entry_ids(owner_url, network)[-1] == early
    assert check(network) == (4, [])


def test_lines_go_on_being_sealed_on_a_server_that_has_counted_fewer_transactions(
    network: UUID, owner_url: str
) -> None:
    write_lines(network, 1)
    seal_all(network)
    tamper(
        owner_url, "update privacy_auditseal set horizon = '999999999999' where network_id = %s", [network]
    )
    write_lines(network, 1)

    assert (seal_all(network), seal_all(network)) == (1, 0)
    assert check(network) == (2, [])


TAMPERED: dict[str, list[tuple[str, int]]] = {
    "update privacy_auditentry set verb = 'tasks.task_finished' where id = %(third)s": [("changed", 3)],
    "update privacy_auditentry set detail = '{}' where id = %(third)s": [("changed", 3)],
    "update privacy_auditentry set at = at - interval '1 day' where id = %(third)s": [("changed", 3)],
    "update privacy_auditentry set actor_id = gen_random_uuid() where id = %(third)s": [("changed", 3)],
    "delete from privacy_auditentry where id = %(third)s": [("missing", 3)],
    "delete from privacy_auditseal where entry_id = %(third)s": [
        ("gap", 3),
        ("changed", 4),
    ],
    "delete from privacy_auditseal where network_id = %(network)s and number in (2, 3, 4)": [
        ("gap", 2),
        ("gap", 3),
        ("gap", 4),
        ("changed", 5),
    ],
    # two seals change places, with their hashes: the one after them no longer follows
    "update privacy_auditseal set number = -(case number when 3 then 4 else 3 end)"
    " where network_id = %(network)s and number in (3, 4);"
    "update privacy_auditseal set number = -number where network_id = %(network)s and number < 0": [
        ("moved", 3),
        ("moved", 4),
        ("moved", 5),
    ],
    # two lines change places under their seals
    "update privacy_auditseal set entry_id = gen_random_uuid() where entry_id = %(third)s;"
    "update privacy_auditseal set entry_id = %(third)s where entry_id = %(fourth)s;"
    "update privacy_auditseal set entry_id = %(fourth)s where network_id = %(network)s and number = 3": [
        ("moved", 3),
        ("moved", 4),
    ],
    "update privacy_auditseal set hash = '\\x00' where entry_id = %(third)s": [
        ("changed", 3),
        ("changed", 4),
    ],
}
"""What the owner does to the third of five lines, and what is found at which number."""


@pytest.mark.parametrize("portion", [2, 50_000])
def test_the_owner_tampers_and_is_found(
    portion: int, owner_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wir.privacy.queries.chain.PORTION", portion)
    for command, found in TAMPERED.items():
        network = new_id()
        write_lines(network, 5)
        seal_all(network)
        assert faults(network) == []
        ids = entry_ids(owner_url, network)

        with psycopg.connect(owner_url, cursor_factory=psycopg.ClientCursor) as owner:
            owner.execute(command.encode(), {"third": ids[2], "fourth": ids[3], "network": network})

        # a line whose seal is gone waits again, or has slipped in, as far as others on the server have come
        told = [one for one in faults(network) if one[0] != "slipped_in"]
        assert sorted(told, key=lambda one: one[1]) == found, command


def test_a_line_slipped_in_behind_what_is_sealed_is_found(network: UUID, owner_url: str) -> None:
    write_lines(network, 2)
    seal_all(network)
    write_lines(network, 1)
    seal_all(network)
    tamper(
        owner_url,
        "insert into privacy_auditentry (id, at, kind, network_id, actor_kind, role, purpose, verb, detail, writer)"
        " values (%s, now(), 'act', %s, 'user', '', 'security', 'network.founded', '{}', '3')",
        [new_id(), network],
    )

    assert faults(network) == [(ChainFault.SLIPPED_IN, 0)]
    assert (seal_all(network), faults(network)) == (0, [(ChainFault.SLIPPED_IN, 0)])


def test_an_anchor_kept_elsewhere_shows_that_the_end_was_cut_off_or_rewritten(
    network: UUID, owner_url: str, tmp_path: Path
) -> None:
    write_lines(network, 3)
    seal_all(network)
    tomorrow = localdate() + timedelta(days=1)
    printed = CliRunner().invoke(anchor, ["--day", tomorrow.isoformat()])
    last = entry_ids(owner_url, network)[-1]
    assert printed.output.splitlines()[1].startswith(f"{network} 3 ")

    for command in (
        "delete from privacy_auditseal where entry_id = %s",
        "delete from privacy_auditentry where id = %s",
    ):
        tamper(owner_url, command, [last])

    kept = tmp_path / "anker.txt"
    kept.write_text(printed.output)
    assert CliRunner().invoke(verify, []).exit_code == 0
    verified = CliRunner().invoke(verify, ["--anchors", str(kept)])
    assert verified.exit_code == 1
    assert (
        "Nummer 3, Zeile unbekannt: das Siegel stimmt nicht mit dem aufbewahrten Anker überein."
        in verified.output
    )


def test_the_command_names_chain_tail_and_faults(network: UUID, owner_url: str) -> None:
    write_lines(network, 3)
    seal_all(network)
    write_lines(network, 1)
    first = entry_ids(owner_url, network)[0]
    tamper(owner_url, "delete from privacy_auditentry where id = %s", [first])

    done = CliRunner().invoke(verify, ["--network", str(network)])

    assert done.exit_code == 1
    assert f"Netzwerk {network}: 3 Zeilen versiegelt, 1 noch nicht versiegelt (seit " in done.output
    assert f"Nummer 1, Zeile {first}: die Zeile fehlt." in done.output


def test_with_nothing_to_check_the_command_says_so() -> None:
    assert CliRunner().invoke(verify, []).exit_code == 2


def test_the_job_seals_every_network_and_the_lines_of_none(network: UUID) -> None:
    other = new_id()
    write_lines(network, 2)
    write_lines(other, 1)
    machine = Actor(kind=ActorKind.JOB)
    with acting(machine):
        actions.record(actor=machine, verb="network.role_given", network_id=None)

    seal_job(0)

    assert sorted(queries.chains()) == sorted([NO_NETWORK, network, other])
    assert {chain: check(chain) for chain in queries.chains()} == {
        NO_NETWORK: (1, []),
        network: (2, []),
        other: (1, []),
    }
