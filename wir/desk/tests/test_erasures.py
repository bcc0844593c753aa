"""What has to go and what is held: for the data protection officer, by case number, exact and without names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.kit.acting import acting
from wir.network.actions import as_job_at
from wir.network.models import Project
from wir.people.models import Participant, Person
from wir.people.queries import audited_files
from wir.privacy import actions as privacy
from wir.privacy.models import AuditEntry, RetentionHold, RetentionOrder
from wir.privacy.rules import HoldGround, Purpose, RetentionCause, RetentionProblem

SignIn = Callable[[User], Client]
PAGE, HOLD = "/datenschutz/loeschen/", "/datenschutz/loeschen/aufbewahren/"
REASON = "Verwaltungsgericht Hamburg, Az. 3 K 4711/26"


def order(person: Person, due_on: date, *, purpose: Purpose = Purpose.COUNSELLING) -> RetentionOrder:
    with acting(as_job_at(person.place())) as actor:
        return privacy.order_erasure(
            **person.place(), subject_id=person.pk, purpose=purpose, cause=RetentionCause.REQUESTED,
            due_on=due_on, today=TODAY, actor=actor,
        )  # fmt: skip


def hold(person: Person, officer: User, acting_as: AskAs, *, until_on: date | None = None) -> RetentionHold:
    with acting_as(officer) as actor:
        return privacy.hold_data(
            **person.place(), subject_id=person.pk, ground=HoldGround.COURT, reason=REASON, until_on=until_on,
            today=TODAY, actor=actor,
        )  # fmt: skip


def number_of(person: Person) -> str:
    with acting(as_job_at(person.place())):
        return Participant.objects.get(pk=person.participant_id).case_number


def rows_of(page: str) -> list[str]:
    """The rows of the orders: the last table of the page."""
    _, found, table = page.rpartition("<tbody>")
    return [row for row in table.partition("</tbody>")[0].split("<tr>")[1:] if found]


def test_orders_stand_where_day_and_holds_put_them_and_nowhere_else(
    yusuf: Person, hafen: Project, fatma: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    mina, omar = (make_person(hafen, given_names=name) for name in ("Mina", "Omar"))
    order(yusuf, TODAY)
    order(yusuf, TODAY + timedelta(days=1), purpose=Purpose.AFTERCARE)
    order(mina, TODAY)
    done = order(omar, TODAY)
    with acting(as_job_at(omar.place())):
        RetentionOrder.objects.filter(pk=done.pk).update(done_on=TODAY)
    hold(mina, fatma, acting_as)
    browser = sign_in(fatma)

    pages = {
        state: browser.get(PAGE, {"stand": state}).content.decode()
        for state in ("due", "held", "open", "done")
    }

    numbers = {person.pk: number_of(person) for person in (yusuf, mina, omar)}
    shown = {state: [number for number in numbers.values() if any(number in row for row in rows_of(page))]
             for state, page in pages.items()}  # fmt: skip
    assert shown == {
        "due": [numbers[yusuf.pk]],
        "held": [numbers[mina.pk]],
        "open": [numbers[yusuf.pk]],
        "done": [numbers[omar.pk]],
    }
    assert "fällig (1)" in pages["due"]
    assert "Beratung" in rows_of(pages["due"])[0]
    assert "Person verlangt es" in rows_of(pages["due"])[0]
    assert "24.11.2026" in rows_of(pages["due"])[0]
    assert "25.11.2026" in rows_of(pages["open"])[0]
    assert REASON in pages["due"]
    assert not [name for name in ("Yusuf", "Mina", "Omar", "Demir") if name in pages["held"]]


def test_the_officer_holds_data_by_case_number_and_whoever_works_in_the_file_sees_it(
    stay: Stay, yusuf: Person, fatma: User, ada: User, sign_in: SignIn
) -> None:
    order(yusuf, TODAY)
    browser, number = sign_in(fatma), number_of(yusuf)
    sent = {"case_number": f" {number.lower()} ", "ground": "court", "reason": REASON, "until_on": "1.6.2027"}

    assert number in browser.get(HOLD, {"fall": number}).content.decode()
    assert browser.post(HOLD, sent)["Location"] == PAGE

    tab = sign_in(ada).get(reverse("desk:consent", args=[stay.person_id])).content.decode()
    assert "Diese Daten werden aufbewahrt: nichts wird gelöscht" in tab
    assert REASON in tab
    assert "01.06.2027" in tab
    with acting(as_job_at(stay.place())):
        held = RetentionHold.objects.get()
        assert (held.subject_id, held.project_id, held.placed_by) == (
            stay.person_id,
            stay.project_id,
            fatma.pk,
        )
        assert (held.from_on, held.until_on) == (TODAY, date(2027, 6, 1))
        assert list(RetentionOrder.objects.due_by(TODAY)) == []
        assert list(RetentionOrder.objects.due_by(date(2027, 6, 1)).values_list("purpose")) == [
            ("counselling",)
        ]
        line = AuditEntry.objects.get(verb="privacy.erasure_held")
    assert (line.subject_id, line.carrier_id, line.detail) == (
        stay.person_id,
        stay.carrier_id,
        {"ground": "court"},
    )


def test_a_released_hold_lets_the_erasure_go_on_and_is_released_once(
    stay: Stay, yusuf: Person, fatma: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    order(yusuf, TODAY)
    held = hold(yusuf, fatma, acting_as)
    browser, address = sign_in(fatma), reverse("desk:release", args=[held.pk])

    assert [browser.post(address)["Location"] for _ in range(2)] == [PAGE, PAGE]

    with acting(as_job_at(stay.place())):
        held.refresh_from_db()
        assert (held.released_on, held.released_by) == (TODAY, fatma.pk)
        assert RetentionOrder.objects.due_by(TODAY).count() == 1
        assert AuditEntry.objects.filter(verb="privacy.erasure_released").count() == 1
    with acting_as(fatma) as actor, pytest.raises(privacy.CannotRetain) as refused:
        privacy.release_hold(held=held, today=TODAY, actor=actor)
    assert refused.value.problems == [RetentionProblem.NOT_IN_FORCE]


def test_a_hold_without_file_reason_or_end_ahead_is_refused_with_the_field_that_mends_it(
    yusuf: Person, tal: Project, fatma: User, sign_in: SignIn, acting_as: AskAs
) -> None:
    browser, elsewhere = sign_in(fatma), make_person(tal)
    sent = {
        "case_number": number_of(yusuf),
        "ground": "court",
        "reason": "Gericht",
        "until_on": "24.11.2026",
    }

    weak = browser.post(HOLD, sent)
    foreign = browser.post(HOLD, sent | {"case_number": number_of(elsewhere), "reason": REASON})

    assert (weak.status_code, foreign.status_code) == (422, 422)
    assert "„Gericht“ ist zu kurz." in weak.content.decode()
    assert "24.11.2026 liegt nicht in der Zukunft." in weak.content.decode()
    assert f"Nummer „{number_of(elsewhere)}“" in foreign.content.decode()
    with acting_as(fatma):
        assert not RetentionHold.objects.exists()
        assert not AuditEntry.objects.filter(verb="privacy.erasure_held").exists()


def test_only_officers_learn_of_files_by_number(
    yusuf: Person, ada: User, *, dora: User, cem: User, fatma: User, acting_as: AskAs
) -> None:
    number = number_of(yusuf)
    for user, found in ((ada, []), (dora, []), (cem, []), (fatma, [yusuf.pk])):
        with acting_as(user):
            assert [one.person_id for one in audited_files(case_number=number)] == found
            assert [one.person_id for one in audited_files(person_ids=[yusuf.pk])] == found


def test_carriers_that_decided_nothing_are_named(stay: Stay, fatma: User, sign_in: SignIn) -> None:
    page = sign_in(fatma).get(PAGE).content.decode()

    assert "Träger Hafen: Beratung, " in page


def test_the_page_costs_the_same_however_many_orders_there_are(
    hafen: Project, fatma: User, sign_in: SignIn, *, acting_as: AskAs,
    queries_stay_flat: Callable[[Callable[[], object], Callable[[], object]], None],
) -> None:  # fmt: skip
    browser = sign_in(fatma)

    def grow() -> None:
        person = make_person(hafen)
        order(person, TODAY)
        hold(person, fatma, acting_as)

    queries_stay_flat(lambda: browser.get(PAGE, {"stand": "held"}), grow)
