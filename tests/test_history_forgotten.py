"""What a field held before goes with the last purpose of the field: by an order that is due and that nothing holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, models, transaction

from tests.cast import TODAY, AskAs
from tests.make import make_person, make_stay
from wir.accounts.models import User
from wir.kit.acting import acting
from wir.kit.purposes import purposes_of
from wir.network.actions import as_job_at
from wir.network.models import Project
from wir.people.models import Person
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper
from wir.privacy import actions
from wir.privacy.models import AuditEntry, RetentionOrder
from wir.privacy.queries import history_kept
from wir.privacy.rules import HoldGround, Purpose, RetentionCause

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)
PARTICIPANT = (Purpose.COUNSELLING, Purpose.EVIDENCE, Purpose.MONITORING, Purpose.AFTERCARE)


@pytest.fixture
def yusuf(hafen: Project, ada: User) -> Person:
    person = make_person(
        hafen,
        gender="male",
        schooling="Abitur",
        remarks="sucht eine Lehre",
        phone="040 1234",
        paper=Paper(status=ResidenceStatus.DULDUNG, from_on=date(2025, 1, 1)),
    )
    make_stay(person, ada)
    return person


def order(person: Person, *purposes: Purpose, due_on: date = TODAY, done_on: date | None = None) -> None:
    with acting(as_job_at(person.place())) as actor:
        for purpose in purposes:
            made = actions.order_erasure(
                **person.place(), subject_id=person.pk, purpose=purpose, cause=RetentionCause.REQUESTED,
                due_on=due_on, today=TODAY, actor=actor,
            )  # fmt: skip
            RetentionOrder.objects.filter(pk=made.pk).update(done_on=done_on)


def forget(person: Person) -> dict[str, int]:
    with acting(as_job_at(person.place())) as actor:
        return actions.forget_history(
            network_id=person.network_id, subject_id=person.pk, today=TODAY, actor=actor
        )


def day_of_history() -> date:
    """The day on which the database, by its own clock, has written the history."""
    with connection.cursor() as cursor:
        cursor.execute("select (now() at time zone 'Europe/Berlin')::date")
        (day,) = cursor.fetchone()
    return date.fromisoformat(str(day))


def history(person: Person, table: str, *fields: str) -> list[tuple[Any, ...]]:
    model = apps.get_model(table)
    key = "id" if table == "people.PersonEvent" else "person_id"
    with acting(as_job_at(person.place())):
        return list(model._default_manager.filter(**{key: person.pk}).values_list(*fields))


def test_with_counselling_its_fields_go_and_what_is_evidence_or_monitoring_stays(
    yusuf: Person, hafen: Project
) -> None:
    other = make_person(hafen, schooling="Mittlere Reife", remarks="wartet")
    order(yusuf, Purpose.COUNSELLING)

    gone = forget(yusuf)

    assert history(yusuf, "people.PersonEvent", "gender", "schooling", "remarks", "isced") == [
        ("male", "", "", None)
    ]
    assert history(yusuf, "people.ResidenceEvent", "status") == []
    assert history(yusuf, "people.PersonIdentityEvent", "given_names", "phone") == [("Yusuf", "040 1234")]
    assert history(yusuf, "counselling.StayEvent", "entered_on", "advisor__name") == [
        (date(2026, 3, 2), "Ada")
    ]
    assert history(other, "people.PersonEvent", "schooling", "remarks") == [("Mittlere Reife", "wartet")]
    assert {place: number for place, number in gone.items() if place.startswith("people_person")} == {
        "people_personevent.origin": 1,
        "people_personevent.remarks": 1,
        "people_personevent.schooling": 1,
    }
    assert gone["people_residenceevent"] == 1


def test_the_line_says_which_purposes_ended_and_what_went(yusuf: Person) -> None:
    order(yusuf, Purpose.COUNSELLING)

    gone = forget(yusuf)

    with acting(as_job_at(yusuf.place())):
        line = AuditEntry.objects.get(verb="privacy.history_forgotten")
        assert AuditEntry.objects.filter(subject_id=yusuf.pk, verb="people.person_added").count() == 1
    assert line.detail == {
        "ended": "counselling",
        "rows": sum(number for place, number in gone.items() if "." not in place),
        "values": sum(number for place, number in gone.items() if "." in place),
        "gone": ",".join(sorted(gone)),
    }
    assert (line.subject_id, line.purpose) == (yusuf.pk, "security")


def test_when_the_last_purpose_ends_the_rows_go(yusuf: Person) -> None:
    order(yusuf, Purpose.COUNSELLING, done_on=day_of_history())
    order(yusuf, Purpose.EVIDENCE, Purpose.AFTERCARE)
    forget(yusuf)
    assert history(yusuf, "counselling.StayEvent", "advisor_id", "entered_on") != []
    order(yusuf, Purpose.MONITORING)

    gone = forget(yusuf)

    assert (
        gone["people_personevent"],
        gone["people_personidentityevent"],
        gone["counselling_stayevent"],
    ) == (1, 1, 1)
    tables = ("people.PersonEvent", "people.PersonIdentityEvent", "counselling.StayEvent")
    assert [history(yusuf, table, "pgh_id") for table in tables] == [[], [], []]


def test_what_was_written_after_an_erasure_is_kept_for_the_life_that_goes_on(yusuf: Person) -> None:
    order(yusuf, Purpose.COUNSELLING, done_on=day_of_history() - timedelta(days=1))
    order(yusuf, Purpose.AFTERCARE)

    assert "people_personevent.remarks" not in forget(yusuf)
    assert history(yusuf, "people.PersonEvent", "remarks") == [("sucht eine Lehre",)]


@pytest.mark.parametrize(
    "ordered", ["not at all", "done already", "not due yet", "somebody else", "held", "by a user"]
)
def test_history_stays_without_an_order_that_is_due_and_that_nothing_holds(
    ordered: str, yusuf: Person, hafen: Project, *, ada: User, fatma: User, acting_as: AskAs
) -> None:
    if ordered == "somebody else":
        order(make_person(hafen, given_names="Mina"), *PARTICIPANT)
    elif ordered != "not at all":
        order(
            yusuf, *PARTICIPANT, due_on=TOMORROW if ordered == "not due yet" else TODAY,
            done_on=TODAY if ordered == "done already" else None,
        )  # fmt: skip
    if ordered == "held":
        with acting_as(fatma) as officer:
            actions.hold_data(
                **yusuf.place(), subject_id=yusuf.pk, ground=HoldGround.CLAIM, reason="Klage, Az. 3 K 4711/26",
                until_on=None, today=TODAY, actor=officer,
            )  # fmt: skip
    asking = acting_as(ada) if ordered == "by a user" else acting(as_job_at(yusuf.place()))

    with asking as actor, pytest.raises(ProgrammingError, match="erasure order"), transaction.atomic():
        actions.forget_history(network_id=yusuf.network_id, subject_id=yusuf.pk, today=TODAY, actor=actor)

    assert len(history(yusuf, "people.PersonEvent", "pgh_id")) == 1
    with acting(as_job_at(yusuf.place())):
        assert not AuditEntry.objects.filter(verb="privacy.history_forgotten").exists()


def test_the_function_touches_nothing_but_history(yusuf: Person) -> None:
    order(yusuf, Purpose.COUNSELLING)
    lie = '{"people_person": {"subject": "id", "fields": {"remarks": ["counselling"]}}}'

    with (
        acting(as_job_at(yusuf.place())),
        pytest.raises(ProgrammingError, match="people_person holds no history"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select * from privacy_forget_history(%s, %s, %s)", [yusuf.pk, TODAY, lie])


def test_every_field_of_history_that_may_go_before_its_row_can_be_empty() -> None:
    kept = history_kept()
    events = [model for model in apps.get_models() if model._meta.db_table in kept]
    assert len(events) > 10
    stubborn = set()
    for model in events:
        purposes = purposes_of(model)
        longest = set().union(*purposes.values())
        for name, own in purposes.items():
            field = model._meta.get_field(name)
            assert isinstance(field, models.Field)
            kind = field.db_type(connection) or ""
            empty = field.null or kind.endswith("[]") or kind.startswith(("varchar", "text", "uuid"))
            if set(own) != longest and not empty:
                stubborn.add(f"{model._meta.db_table}.{name}")
    assert stubborn == set()
