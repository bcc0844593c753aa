"""Two files about one person are put together and taken apart; nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.counselling.models import Contact, ContactNote, Stay
from wir.counselling.tests.make import make_contact, make_goal
from wir.desk.actions import put_together
from wir.kit.acting import acting
from wir.monitoring.models import Participation
from wir.network.actions import as_job
from wir.network.models import Grant, Project
from wir.people import queries
from wir.people.actions import CannotMerge, undo_merge
from wir.people.models import Merge, NameKeys, Person, PersonIdentity
from wir.people.rules.merging import MergeProblem
from wir.privacy.models import AuditEntry

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=timezone.get_default_timezone())
SignIn = Callable[[User], Client]


@pytest.fixture
def twice(hafen: Project, ada: User) -> tuple[Person, Person]:
    """Yusuf, whom Ada advises, and the file of a list in which he has a telephone number and another spelling."""
    kept = make_person(hafen, given_names="Yusuf", family_names="Demir", birth_date=date(1990, 2, 1))
    make_stay(kept, ada)
    second = make_person(
        hafen, given_names="Jusuf", family_names="Demir", birth_date=date(1990, 2, 1), phone="0170 1234567"
    )
    return kept, second


def _everything(project: Project) -> dict[str, list[str]]:
    """Return all rows that hang on files, as text; history and trail only grow and are left out."""
    with acting(as_job(project)), connection.cursor() as cursor:
        cursor.execute(
            "select table_name from information_schema.columns where table_schema = 'public'"
            " and column_name in ('person_id', 'subject_id') and table_name !~ 'event$'"
            " and table_name not in ('privacy_auditentry', 'people_namekeys', 'monitoring_participation')"
        )
        tables = [name for (name,) in cursor.fetchall()]
        found = {}
        for table in tables:
            cursor.execute(f"select one::text from {table} as one order by 1")
            found[table] = [row for (row,) in cursor.fetchall()]
    return found


def _merge(kept: Person, second: Person, user: User, ask: AskAs, *take: str) -> Merge:
    with ask(user) as actor:
        return put_together(kept=kept, absorbed=second, take=take, now=NOW, today=TODAY, actor=actor)


def test_everything_moves_and_the_absorbed_file_is_on_no_list(
    twice: tuple[Person, Person], hafen: Project, ada: User, acting_as: AskAs
) -> None:
    kept, second = twice
    make_goal(second, ada, title="Führerschein")

    merge = _merge(kept, second, ada, acting_as, "phone")

    with acting_as(ada) as actor:
        found = [one.person_id for one in queries.search(actor, "Jusuf Demir", today=TODAY)]
        goals = list(kept.goals.values_list("title", flat=True))
        phone = PersonIdentity.objects.get(person=kept).phone
        seen = queries.person_or_none(actor, second.pk)
        entries = AuditEntry.objects.filter(verb="people.files_merged").count()
        into = queries.file_it_is_in(actor, second.pk)
    assert (found, goals, phone, seen, into) == ([kept.pk], ["Führerschein"], "0170 1234567", None, kept.pk)
    assert merge.written == {"phone": ["", "0170 1234567"]}
    assert entries == 2


def test_undoing_restores_every_row_and_leaves_what_was_added_since(
    twice: tuple[Person, Person], hafen: Project, ada: User, acting_as: AskAs
) -> None:
    kept, second = twice
    stay = make_stay(second, ada, entered_on=date(2025, 1, 1))
    with acting_as(ada):
        Stay.objects.filter(pk=stay.pk).update(exited_on=date(2025, 6, 1), exit_reason="work")
    make_contact(second, ada, note="Will Koch werden")
    before = _everything(hafen)

    merge = _merge(kept, second, ada, acting_as, "phone", "given_names")
    with acting_as(ada):
        moved = Stay.objects.get(pk=stay.pk)
        notes = ContactNote.objects.filter(person=kept).count()
    make_goal(kept, ada, title="Neu seit der Zusammenführung")
    with acting_as(ada) as actor:
        undo_merge(merge=merge, now=NOW + timedelta(days=29), today=TODAY, actor=actor)
        added = list(kept.goals.values_list("title", flat=True))
        kept.goals.all().delete()
        names = PersonIdentity.objects.get(person=kept).given_names

    assert (moved.person_id, moved.participant_id, notes) == (kept.pk, kept.participant_id, 1)
    assert added == ["Neu seit der Zusammenführung"]
    assert names == "Yusuf"
    assert _everything(hafen) == before
    with acting_as(ada) as actor:
        assert {one.person_id for one in queries.search(actor, "Demir", today=TODAY)} == {kept.pk, second.pk}


def test_figures_follow_the_stays(twice: tuple[Person, Person], ada: User, acting_as: AskAs) -> None:
    kept, second = twice
    stay = make_stay(second, ada, entered_on=date(2025, 1, 1))
    with acting_as(ada):
        Stay.objects.filter(pk=stay.pk).update(exited_on=date(2025, 6, 1), exit_reason="work")
    merge = _merge(kept, second, ada, acting_as)

    with acting_as(ada) as actor:
        together = [(one.pk, one.entered_on) for one in Participation.objects.visible_to(actor)]
        undo_merge(merge=merge, now=NOW, today=TODAY, actor=actor)
        apart = {one.pk for one in Participation.objects.visible_to(actor)}

    assert together == [(kept.participant_id, date(2025, 1, 1))]
    assert apart == {kept.participant_id, second.participant_id}


def test_what_is_not_right_is_refused_and_nothing_moves(
    twice: tuple[Person, Person], *, hafen: Project, turm: Project, ada: User, hanna: User, acting_as: AskAs
) -> None:
    kept, second = twice
    make_stay(second, hanna)
    before = _everything(hafen)

    def refused(one: Person, other: Person, user: User) -> list[MergeProblem]:
        with pytest.raises(CannotMerge) as refusal:
            _merge(one, other, user, acting_as, "phone")
        return list(refusal.value.problems)

    assert refused(kept, second, hanna) == [MergeProblem.TWO_OPEN_STAYS]
    assert refused(kept, second, ada) == [MergeProblem.NOT_DECIDED_BY]
    assert refused(kept, kept, hanna) == [MergeProblem.SAME_FILE]
    with acting_as(ada), pytest.raises(Person.DoesNotExist):
        put_together(
            kept=kept, absorbed=make_person(turm), take=[], now=NOW, today=TODAY, actor=as_job(hafen)
        )
    assert _everything(hafen) == before


def test_after_thirty_days_and_by_strangers_nothing_is_undone(
    twice: tuple[Person, Person], ada: User, bela: User, acting_as: AskAs
) -> None:
    merge = _merge(*twice, ada, acting_as)

    with acting_as(ada) as actor, pytest.raises(CannotMerge) as late:
        undo_merge(merge=merge, now=NOW + timedelta(days=30), today=TODAY, actor=actor)
    with acting_as(bela) as actor, pytest.raises(Merge.DoesNotExist):
        undo_merge(merge=merge, now=NOW, today=TODAY, actor=actor)

    assert list(late.value.problems) == [MergeProblem.TOO_LATE]
    with acting_as(ada):
        assert Merge.objects.count() == 1
        assert not NameKeys.objects.filter(person=twice[1]).exists()


def test_the_owner_functions_refuse_who_does_not_work_there(
    twice: tuple[Person, Person], bela: User, acting_as: AskAs
) -> None:
    for statement in ("select people_merge(%s, %s)", "select people_unmerge(%s, %s, '[]')"):
        with (
            acting_as(bela),
            pytest.raises(ProgrammingError, match="insufficient_privilege"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement, [twice[0].pk, twice[1].pk])


def test_the_pages_compare_merge_and_undo(
    twice: tuple[Person, Person], ada: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    kept, second = twice
    browser = sign_in(ada)
    listed = browser.get(reverse("desk:doubles", args=[kept.pk])).content.decode()
    compare_url = reverse("desk:merge", args=[kept.pk, second.pk])
    compared = browser.get(compare_url).content.decode()
    browser.post(compare_url, {"phone": "on"})
    after = browser.get(reverse("desk:doubles", args=[kept.pk])).content.decode()
    old = browser.get(reverse("desk:case", args=[second.pk]))
    with acting_as(ada):
        merge = Merge.objects.get()
    browser.post(reverse("desk:unmerge", args=[kept.pk, merge.pk]))

    assert compare_url in listed
    assert "gleiches Geburtsdatum" in listed
    assert "Jusuf" in compared
    assert "0170 1234567" in compared
    assert second.participant.case_number in after
    assert (old.status_code, old.headers["Location"]) == (302, reverse("desk:case", args=[kept.pk]))
    with acting_as(ada):
        assert not Merge.objects.exists()
        assert not Contact.objects.filter(person=second).exists()
        assert Grant.objects.filter(subject_id=kept.pk).exists()
