"""Files about a person: stored encrypted, given back whole, seen by whom they concern, gone when deleted."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.files import queries
from wir.files.actions import CannotStore, hand_out, remove_file
from wir.files.adapters.pieces import DamagedFile
from wir.files.models import FileChunk, StoredFile
from wir.files.rules import CHUNK_BYTES, MAX_BYTES, FileProblem
from wir.files.tests.make import MARK, pdf, stored
from wir.kit.acting import NOBODY, acting
from wir.kit.ids import new_id
from wir.kit.sealing import CannotUnseal
from wir.network.models import Project
from wir.privacy.models import AuditEntry

YUSUF = UUID("019ab000-0000-7000-8000-000000000001")
SELAM = UUID("019ab000-0000-7000-8000-000000000002")


@pytest.fixture
def place(hafen: Project) -> tuple[UUID, UUID]:
    return hafen.network_id, hafen.pk


@pytest.fixture
def strangers(bela: User, cem: User, dora: User) -> list[User]:
    """Of another carrier, of another network, and who coordinates without seeing files."""
    return [bela, cem, dora]


def long_pdf(size: int) -> bytes:
    """A PDF of at least this size that does not compress."""
    return pdf() + b"%" + os.urandom(size).hex().encode() + b"\n%%EOF"


def counts() -> tuple[int, int]:
    return StoredFile.objects.count(), FileChunk.objects.count()


@pytest.mark.django_db
@pytest.mark.parametrize("size", [0, CHUNK_BYTES // 2 - 100, 17 * CHUNK_BYTES])
def test_what_was_stored_comes_back_piece_by_piece(
    place: tuple[UUID, UUID], ada: User, acting_as: AskAs, size: int
) -> None:
    data = long_pdf(size)
    with acting_as(ada) as actor:
        file = stored(place, YUSUF, actor, data=data, name="Ausweis Müller.PDF")
        again = queries.file_or_none(actor, YUSUF, file.pk)

        assert again is not None
        assert b"".join(hand_out(stored=again, purpose="counselling", actor=actor)) == data
        assert (again.name, again.size, again.uploaded_by) == ("Ausweis Müller.pdf", len(data), ada)
        assert counts() == (1, -(-len(data) // CHUNK_BYTES))


@pytest.mark.django_db(transaction=True)
def test_storing_opening_and_deleting_leave_a_line_each(
    place: tuple[UUID, UUID], ada: User, fatma: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        file = stored(place, YUSUF, actor, data=pdf())
        hand_out(stored=file, purpose="counselling", actor=actor)
        remove_file(stored=file, actor=actor)
        assert counts() == (0, 0)
    with acting_as(fatma):
        lines = AuditEntry.objects.filter(subject_id=YUSUF).order_by("at", "id")
        seen = [(line.verb, line.kind, line.purpose, line.actor_id, line.detail) for line in lines]

    assert seen == [
        (
            "files.file_stored",
            "act",
            "counselling",
            ada.pk,
            {"file": str(file.pk), "kind": "residence", "scan": "not_scanned"},
        ),
        ("files.file_opened", "read", "counselling", ada.pk, {"file": str(file.pk)}),
        ("files.file_removed", "act", "counselling", ada.pk, {"file": str(file.pk), "kind": "residence"}),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (pdf() + bytes(MAX_BYTES), FileProblem.TOO_LARGE),
        (b"<html>", FileProblem.WEB_PAGE),
        (pdf(b"/OpenAction<</S/JavaScript>>"), FileProblem.ACTIVE_PDF),
    ],
    ids=lambda given: str(given) if isinstance(given, FileProblem) else "data",
)
def test_a_refused_file_leaves_nothing(
    place: tuple[UUID, UUID], ada: User, acting_as: AskAs, data: bytes, problem: FileProblem
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotStore) as refusal:
            stored(place, YUSUF, actor, data=data)

        assert refusal.value.problems == [problem]
        assert counts() == (0, 0)
        assert not AuditEntry.objects.filter(verb="files.file_stored").exists()


@pytest.mark.django_db
def test_the_same_file_is_stored_once_for_a_person(
    place: tuple[UUID, UUID], ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        stored(place, YUSUF, actor, data=pdf())
        with pytest.raises(CannotStore) as refusal:
            stored(place, YUSUF, actor, data=pdf(), name="kopie.pdf")
        stored(place, SELAM, actor, data=pdf())

        assert refusal.value.problems == [FileProblem.ALREADY_THERE]
        prints = set(StoredFile.objects.values_list("subject_id", "fingerprint"))
        assert {subject for subject, _ in prints} == {YUSUF, SELAM}
        assert len({bytes(print_) for _, print_ in prints}) == 2  # nobody sees that both have the same paper


@pytest.mark.django_db
def test_a_paper_that_ran_out_is_refused(place: tuple[UUID, UUID], ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotStore) as refusal:
            stored(place, YUSUF, actor, data=pdf(), valid_until=TODAY - timedelta(days=1))
        file = stored(place, YUSUF, actor, data=pdf(), valid_until=TODAY)

    assert refusal.value.problems == [FileProblem.VALID_UNTIL_PAST]
    assert (file.is_current(TODAY), file.is_current(TODAY + timedelta(days=1))) == (True, False)


def _exchange(file: StoredFile) -> None:
    first, second = FileChunk.objects.filter(file=file).order_by("number")[:2]
    first.content, second.content = second.content, first.content
    first.save()
    second.save()


def _cut(file: StoredFile) -> None:
    last = FileChunk.objects.filter(file=file).order_by("-number")[0]
    last.delete()
    StoredFile.objects.filter(pk=file.pk).update(size=2 * CHUNK_BYTES)


def _lose(file: StoredFile) -> None:
    FileChunk.objects.filter(file=file, number=1).delete()


def _change(file: StoredFile) -> None:
    chunk = FileChunk.objects.get(file=file, number=1)
    chunk.content = bytes(chunk.content)[:-1] + bytes([bytes(chunk.content)[-1] ^ 1])
    chunk.save()


@pytest.mark.django_db
@pytest.mark.parametrize("damage", [_exchange, _cut, _lose, _change])
def test_a_damaged_file_is_never_given_out_as_if_whole(
    place: tuple[UUID, UUID], ada: User, acting_as: AskAs, damage: Callable[[StoredFile], None]
) -> None:
    with acting_as(ada) as actor:
        file = stored(place, YUSUF, actor, data=long_pdf(CHUNK_BYTES))
        assert FileChunk.objects.filter(file=file).count() == 3
        damage(file)
        file = StoredFile.objects.get(pk=file.pk)

        with pytest.raises(DamagedFile):
            b"".join(queries.content_of(actor, file))


@pytest.mark.django_db
def test_a_key_copied_to_another_file_opens_nothing(
    place: tuple[UUID, UUID], ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        mine = stored(place, YUSUF, actor, data=pdf(), name="mein.pdf")
        other = stored(place, SELAM, actor, data=pdf(b"/X 1"), name="anderes.pdf")
        with connection.cursor() as cursor:
            cursor.execute(
                "update files_storedfile set content_key = s.content_key, name = s.name"
                " from files_storedfile as s where s.id = %s and files_storedfile.id = %s",
                [mine.pk, other.pk],
            )
        other = StoredFile.objects.get(pk=other.pk)

        with pytest.raises(CannotUnseal):
            _ = other.name
        with pytest.raises(CannotUnseal):
            next(queries.content_of(actor, other))


@pytest.mark.django_db(transaction=True)
def test_other_networks_other_carriers_and_nobody_see_no_file(
    place: tuple[UUID, UUID], ada: User, strangers: list[User], acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        file = stored(place, YUSUF, actor, data=pdf())
    for stranger in strangers:
        with acting_as(stranger) as actor:
            assert counts() == (0, 0)
            assert queries.file_or_none(actor, YUSUF, file.pk) is None
            with pytest.raises(DamagedFile):
                next(queries.content_of(actor, file))
    with acting(NOBODY):
        assert counts() == (0, 0)
    assert counts() == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_nobody_puts_a_file_or_a_piece_into_another_place(
    place: tuple[UUID, UUID], tal: Project, ada: User, cem: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        file = stored(place, YUSUF, actor, data=pdf())
    with acting_as(cem) as actor, pytest.raises(Exception, match="row-level security"), transaction.atomic():
        stored(place, YUSUF, actor, data=pdf(b"/X 1"))
    with pytest.raises(Exception, match="same_place"), acting_as(cem):
        FileChunk.objects.create(
            network_id=tal.network_id,
            project_id=tal.pk,
            subject_id=YUSUF,
            file_id=file.pk,
            number=7,
            content=MARK,
        )
    with acting_as(ada):
        assert counts() == (1, 1)


@pytest.mark.django_db
def test_the_database_itself_refuses_plain_text_in_a_sealed_column(
    place: tuple[UUID, UUID], ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        file = stored(place, YUSUF, actor, data=pdf())
        with (
            pytest.raises(Exception, match="sealed_is_sealed"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("update files_storedfile set name = %s where id = %s", [MARK + bytes(40), file.pk])


@pytest.mark.django_db
def test_a_sealed_field_cannot_be_searched_or_changed_in_bulk(
    place: tuple[UUID, UUID], ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        stored(place, YUSUF, actor, data=pdf())
        for search in ("name", "name__icontains", "name__startswith", "name__in"):
            with pytest.raises(Exception, match="sealed"):
                StoredFile.objects.filter(**{search: ["x"] if search.endswith("in") else "x"}).exists()
        with pytest.raises(Exception, match="sealed: change the row"), transaction.atomic():
            StoredFile.objects.update(name="x")
        assert StoredFile.objects.filter(name__isnull=False).count() == 1
        (row,) = StoredFile.objects.values_list("name", flat=True)
        assert repr(row).startswith("<sealed with ")


@pytest.mark.django_db
def test_saving_a_row_that_nobody_opened_keeps_its_seal(
    place: tuple[UUID, UUID], ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        pk = stored(place, YUSUF, actor, data=pdf(), name="alt.pdf").pk
        before = StoredFile.objects.values_list("name", flat=True).get(pk=pk).content
        row = StoredFile.objects.get(pk=pk)
        row.save()
        assert StoredFile.objects.values_list("name", flat=True).get(pk=pk).content == before
        row.name = "neu.pdf"
        row.save()
        assert StoredFile.objects.get(pk=pk).name == "neu.pdf"
        assert StoredFile.objects.defer("name").get(pk=pk).name == "neu.pdf"


def test_a_stranger_id_finds_nothing(db: None) -> None:
    assert queries.file_or_none(NOBODY, YUSUF, new_id()) is None
