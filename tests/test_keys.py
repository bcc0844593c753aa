"""A new key, step by step while the site runs; an old key goes only when nothing needs it; and what a dump shows."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from allauth.mfa.models import Authenticator
from click.testing import CliRunner, Result
from cryptography.fernet import Fernet
from django.db import connection
from pytest_django import Settings

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.cli import keys as commands
from wir.cli.postgres.programs import binaries, run
from wir.counselling.queries import contacts_of
from wir.counselling.tests.make import make_contact
from wir.files import actions as files
from wir.files import queries, tasks
from wir.files.tests.make import MARK, office, pdf, picture, stored
from wir.kit import sealing
from wir.kit.acting import Actor, ActorKind, acting
from wir.kit.sealing import KeyMissing, new_key
from wir.network.models import Project
from wir.people.actions import read_needs, seal_need
from wir.people.models import Person
from wir.people.rules.needs import NeedKind, ReadingReason
from wir.people.tests.make import let_keep_health_data

NAME = "Geheim-Attest-0815.pdf"
TEXT = "Kann-nach-der-Flucht-nicht-lange-stehen"
NOTE = "War-beim-Arzt-wegen-des-Rückens"
HELPS = "Arbeit-im-Sitzen-hilft-sehr"
JOB = Actor(kind=ActorKind.JOB)


@pytest.fixture
def key_file(settings: Settings, tmp_path: Path) -> Path:
    """A key file as `make run` keeps one, in force."""
    file = commands.own_key_file(tmp_path / "run")
    settings.WIR_KEYS, settings.WIR_KEY_FILE = "", str(file)
    return file


@pytest.fixture
def yusuf(key_file: Path, hafen: Project, ada: User) -> Person:
    person = make_person(hafen)
    make_stay(person, ada)
    let_keep_health_data(person, ada)
    return person


@pytest.fixture
def filled(yusuf: Person, ada: User, acting_as: AskAs) -> UUID:
    """Yusuf has two needs, a note and two files; returns the id of the PDF."""
    make_contact(yusuf, ada, note=NOTE)
    with acting_as(ada) as actor:
        for kind in (NeedKind.DISABILITY, NeedKind.PREGNANCY):
            seal_need(
                person=yusuf, kind=kind, text=TEXT, helps=HELPS, known_on=TODAY, today=TODAY, actor=actor
            )
        place = (yusuf.network_id, yusuf.project_id)
        stored(place, yusuf.pk, actor, data=picture(with_place=True))
        return stored(place, yusuf.pk, actor, data=pdf(b"/Title(%s)" % MARK), name=NAME).pk


def wir(*words: str) -> Result:
    return CliRunner().invoke(commands.keys, list(words))


@pytest.fixture(autouse=True)
def no_setup(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The commands find Django set up and the database reached already."""
    monkeypatch.setattr(commands, "reach_database", lambda _: None)
    yield
    sealing._ring_in.cache_clear()


def counts() -> dict[str, int]:
    with acting(JOB):
        return dict(queries.counts_by_key())


@pytest.mark.django_db(transaction=True)
def test_everything_gets_the_new_key_while_people_read_on(
    filled: UUID, yusuf: Person, ada: User, key_file: Path, acting_as: AskAs
) -> None:
    (old,) = sealing.ring().ids
    assert counts() == {old: 13}  # two needs of four values, a note, two files of a name and a key

    assert wir("add").exit_code == 0
    new = sealing.ring().ids[-1]
    step = Actor(kind=ActorKind.JOB, networks=(yusuf.network_id,))
    with acting(step):
        assert files.reseal_some(network_id=yusuf.network_id, most=1, actor=step) == 7
    assert counts() == {old: 6, new: 7}
    assert f"6 values are sealed with {old}" in wir("retire", old).output
    with acting_as(ada) as actor:  # halfway through, everything can be read
        _read_all(filled, yusuf, actor)

    assert tasks.reseal(network_id=str(yusuf.network_id)) == 6
    assert tasks.reseal(network_id=str(yusuf.network_id)) == 0
    assert counts() == {new: 13}
    assert "is gone" in wir("retire", old).output
    assert sealing.ring().ids == (new,)
    with acting_as(ada) as actor:
        _read_all(filled, yusuf, actor)


def _read_all(file_id: UUID, yusuf: Person, actor: Actor) -> None:
    needs = read_needs(person=yusuf, reason=ReadingReason.TALK, today=TODAY, actor=actor)
    assert {(need.kind, need.text, need.helps) for need in needs} == {
        ("disability", TEXT, HELPS),
        ("pregnancy", TEXT, HELPS),
    }
    file = queries.file_or_none(actor, yusuf.pk, file_id)
    assert file is not None
    assert file.name == NAME
    assert [one.readable_note() for one in contacts_of(actor, yusuf.pk)] == [NOTE]
    assert MARK in b"".join(queries.content_of(actor, file))


@pytest.mark.django_db(transaction=True)
def test_a_rotation_that_meets_a_value_it_cannot_open_changes_nothing(
    filled: UUID, yusuf: Person, key_file: Path
) -> None:
    before = counts()
    key_file.write_text(new_key())
    step = Actor(kind=ActorKind.JOB, networks=(yusuf.network_id,))

    with pytest.raises(KeyMissing), acting(step):
        files.reseal_some(network_id=yusuf.network_id, most=10, actor=step)
    assert counts() == before
    assert "MISSING: nobody can read them without this key" in wir("list").output


@pytest.mark.django_db(transaction=True)
def test_a_value_changed_meanwhile_is_left_alone(filled: UUID, yusuf: Person, key_file: Path) -> None:
    columns = queries.sealed_columns()
    name = next(one for one in columns if (one.table, one.column) == ("files_storedfile", "name"))
    with acting(Actor(kind=ActorKind.JOB, networks=(yusuf.network_id,))):
        found = queries.outdated(name, network_id=yusuf.network_id, newest="00000000", most=1)
        ((row_id, content),) = found
        changes: list[list[str | UUID | bytes]] = [
            ["files_storedfile", "name", yusuf.network_id, row_id, b"something else", content],
            ["files_storedfile", "media_type", yusuf.network_id, row_id, content, content],
            ["accounts_user", "password", yusuf.network_id, row_id, content, content],
            ["files_storedfile", "name", yusuf.project_id, row_id, content, content],
        ]
        for change in changes:
            assert _replaced(change) is False
        assert _replaced(["files_storedfile", "name", yusuf.network_id, row_id, content, content]) is True


def _replaced(change: list[str | UUID | bytes]) -> object:
    with connection.cursor() as cursor:
        cursor.execute("select sealed_replace(%s, %s, %s, %s, %s, %s)", change)
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_the_owner_functions_answer_jobs_alone(
    filled: UUID, yusuf: Person, ada: User, key_file: Path, acting_as: AskAs
) -> None:
    with acting_as(ada):
        assert not queries.counts_by_key()
        for place in queries.sealed_columns():
            assert not queries.outdated(place, network_id=yusuf.network_id, newest="00000000", most=10)
    with acting(JOB):  # of no network
        for place in queries.sealed_columns():
            assert not queries.outdated(place, network_id=yusuf.network_id, newest="00000000", most=10)


@pytest.mark.django_db
def test_every_sealed_column_can_get_a_new_key_and_none_has_a_history() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name, array_agg(column_name::text) from information_schema.columns"
            " where table_name in (select table_name from sealed_columns) group by 1"
        )
        tables = dict(cursor.fetchall())

    assert {table for table, columns in tables.items() if {"id", "network_id"} <= set(columns)} == set(tables)
    assert not [table for table, columns in tables.items() if "pgh_id" in columns]
    assert set(tables) >= {"counselling_contactnote", "files_storedfile", "people_sealedneed"}


@pytest.mark.django_db
def test_the_key_in_use_and_an_unknown_one_are_not_retired(key_file: Path) -> None:
    before = key_file.read_text()
    (only,) = sealing.ring().ids

    assert "is the key in use" in wir("retire", only).output
    assert "There is no key 12345678" in wir("retire", "12345678").output
    assert key_file.read_text() == before


@pytest.mark.django_db
def test_the_key_file_is_for_its_owner_alone_and_never_shown(key_file: Path) -> None:
    first = key_file.read_text().strip()
    wir("add")
    second = key_file.read_text().split()[1]
    shown = wir("list").output

    assert oct(key_file.stat().st_mode & 0o777) == "0o600"
    assert first in key_file.read_text()
    assert first not in shown
    assert second not in shown
    assert [line.split()[0] for line in shown.splitlines()] == list(sealing.ring().ids)


@pytest.mark.django_db(transaction=True)
def test_rotating_here_goes_through_second_factors_and_networks(
    filled: UUID, ada: User, key_file: Path, settings: Settings
) -> None:
    key = base64.urlsafe_b64encode(sha256(f"mfa:{settings.SECRET_KEY}".encode()).digest())
    secret = Fernet(key).encrypt(b"JBSWY3DPEHPK3PXP").decode()
    Authenticator.objects.create(user=ada, type=Authenticator.Type.TOTP, data={"secret": secret})
    assert "WIR_SECRET_KEY  1 values of an earlier version" in wir("list").output
    wir("add")

    said = wir("rotate", "--here").output

    assert "1 second factors sealed anew." in said
    assert "13 values sealed anew." in said
    first, last = wir("list").output.splitlines()
    assert (first.split()[1], last.split()[1]) == ("0", "14")


@pytest.mark.django_db
def test_keys_from_the_environment_are_changed_there(settings: Settings) -> None:
    said = wir("add")

    assert said.exit_code == 1
    assert "The keys stand in WIR_KEYS" in said.output


def test_a_new_key_is_one_that_can_be_used(settings: Settings) -> None:
    settings.WIR_KEYS = wir("new").output.strip()

    assert len(sealing.ring().ids) == 1


@pytest.mark.django_db(transaction=True)
def test_a_dump_of_the_database_shows_no_health_data_and_no_file(
    filled: UUID, yusuf: Person, ada: User, owner_url: str, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        stored((yusuf.network_id, yusuf.project_id), yusuf.pk, actor, data=office({"word/x.xml": MARK}))
    dump = run([str(binaries() / "pg_dump"), "--dbname", owner_url, "--inserts"])

    assert "INSERT INTO public.people_sealedneed" in dump
    assert "INSERT INTO public.counselling_contactnote" in dump
    assert "INSERT INTO public.files_filechunk" in dump
    assert "Demir" in dump  # names are no health data; this shows that the dump can be read
    readable = _readable(dump)
    for secret in [TEXT, HELPS, NOTE, MARK.decode(), NAME, "Geheim-Attest", "JFIF", "%PDF", "pregnancy"]:
        assert secret not in readable, secret
    _assert_opaque(owner_url)


def _readable(dump: str) -> str:
    """The dump, and what its hexadecimal bytes say."""
    bytes_said = (bytes.fromhex(word[2:]) for word in dump.split("'") if word.startswith("\\x"))
    return "\n".join([dump, *(said.decode("latin-1") for said in bytes_said)])


def _assert_opaque(owner_url: str) -> None:
    """Each piece of a file looks like noise: it does not get smaller by packing."""
    with psycopg.connect(owner_url) as owner:
        for (content,) in owner.execute("select content from files_filechunk"):
            assert len(zlib.compress(content)) >= len(content)
