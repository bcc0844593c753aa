from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling import queries
from wir.counselling.actions import CannotBegin, CannotEnd, begin_stay, end_stay
from wir.counselling.events import StayBegan, StayEnded
from wir.counselling.models import Stay
from wir.counselling.rules import ExitReason, StayProblem
from wir.kit import events
from wir.kit.acting import Actor, acting
from wir.network.actions import as_job
from wir.network.models import Grant, Project
from wir.people.models import Person
from wir.privacy.models import AuditEntry, Consent, NoticeGiven
from wir.privacy.rules import ConsentWay


def begin(person: Person, advisor: User, actor: Actor, *, on: date, way: ConsentWay | None) -> Stay:
    return begin_stay(
        person=person,
        advisor_id=advisor.pk,
        entered_on=on,
        consent_way=way,
        language="tr",
        today=TODAY,
        actor=actor,
    )


@pytest.fixture
def as_ada(ada: User, acting_as: AskAs) -> Iterator[Actor]:
    with acting_as(ada) as actor:
        yield actor


def overheard(monkeypatch: pytest.MonkeyPatch, event: type) -> list[object]:
    """Return the list into which events of the kind will fall."""
    heard: list[object] = []
    monkeypatch.setitem(events._reactions, event, [heard.append])
    return heard


def test_an_entry_records_consent_notices_case_team_and_news(
    yusuf: Person, ada: User, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = overheard(monkeypatch, StayBegan)
    with acting_as(ada) as actor:
        stay = begin(yusuf, ada, actor, on=date(2026, 11, 2), way=ConsentWay.PAPER)

        consent = Consent.objects.get()
        assert (consent.purpose, consent.way, consent.language) == ("counselling", "paper", "tr")
        assert (consent.subject_id, consent.given_on) == (yusuf.pk, TODAY)
        notices = NoticeGiven.objects.values_list("purpose", "subject_id")
        assert sorted(notices) == [(code, yusuf.pk) for code in ("counselling", "evidence", "monitoring")]
        grant = Grant.objects.get()
        assert (grant.grantee_id, grant.subject_id, grant.scope) == (ada.pk, yusuf.pk, "case_team")
        assert (grant.cause, grant.from_on, grant.until_on) == ("stay", date(2026, 11, 2), None)
        line = AuditEntry.objects.get(verb="counselling.stay_began")
        assert (line.actor_id, line.subject_id, line.network_id) == (ada.pk, yusuf.pk, yusuf.network_id)
    assert (stay.advisor_id, stay.exited_on, stay.participant_id) == (ada.pk, None, yusuf.participant_id)
    assert heard == [
        StayBegan(
            stay_id=stay.pk,
            person_id=yusuf.pk,
            participant_id=yusuf.participant_id,
            network_id=yusuf.network_id,
            entered_on=date(2026, 11, 2),
        )
    ]


@pytest.mark.parametrize(
    ("on", "way", "problem"),
    [
        (date(2026, 11, 25), ConsentWay.PAPER, StayProblem.ENTRY_IN_FUTURE),
        (date(2022, 9, 30), ConsentWay.PAPER, StayProblem.ENTRY_BEFORE_FUNDING),
        (TODAY, None, StayProblem.NO_CONSENT),
    ],
)
def test_a_refused_entry_writes_nothing(
    as_ada: Actor, yusuf: Person, on: date, way: ConsentWay | None, problem: StayProblem
) -> None:
    with pytest.raises(CannotBegin) as refusal:
        begin_stay(
            person=yusuf,
            advisor_id=as_ada.id or yusuf.pk,
            entered_on=on,
            consent_way=way,
            language="tr",
            today=TODAY,
            actor=as_ada,
        )

    assert refusal.value.problems == [problem]
    for model in (Stay, Consent, NoticeGiven, Grant, AuditEntry):
        assert not model._default_manager.exists()


def test_a_second_open_stay_is_refused(stay: Stay, yusuf: Person, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotBegin) as refusal:
            begin(yusuf, ada, actor, on=TODAY, way=ConsentWay.PAPER)

        assert refusal.value.problems == [StayProblem.ALREADY_OPEN]
        assert Stay.objects.get() == stay


def test_nobody_from_another_sub_project_becomes_case_team(
    yusuf: Person, ada: User, bela: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotBegin) as refusal:
            begin(yusuf, bela, actor, on=TODAY, way=ConsentWay.PAPER)

        assert refusal.value.problems == [StayProblem.ADVISOR_NOT_HERE]
        assert not Grant.objects.exists()


def test_a_stranger_cannot_let_anybody_enter(yusuf: Person, bela: User, acting_as: AskAs) -> None:
    with acting_as(bela) as actor, pytest.raises(Person.DoesNotExist):
        begin(yusuf, bela, actor, on=TODAY, way=ConsentWay.PAPER)


def test_an_exit_has_its_day_reason_and_news(
    stay: Stay, ada: User, acting_as: AskAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = overheard(monkeypatch, StayEnded)
    with acting_as(ada) as actor:
        ended = end_stay(
            stay=stay, exited_on=date(2026, 11, 20), reason=ExitReason.WORK, today=TODAY, actor=actor
        )

        assert (ended.exited_on, ended.exit_reason) == (date(2026, 11, 20), "work")
        assert queries.open_stay_of(actor, stay.person_id) is None
        assert AuditEntry.objects.get(actor_id=ada.pk).detail == {"reason": "work"}
    assert heard == [
        StayEnded(
            stay_id=stay.pk,
            person_id=stay.person_id,
            participant_id=stay.participant_id,
            network_id=stay.network_id,
            exited_on=date(2026, 11, 20),
        )
    ]


@pytest.mark.parametrize(
    ("on", "problems"),
    [
        (date(2026, 3, 1), [StayProblem.EXIT_BEFORE_ENTRY]),
        (date(2026, 11, 25), [StayProblem.EXIT_IN_FUTURE]),
    ],
)
def test_a_refused_exit_writes_nothing(
    stay: Stay, ada: User, acting_as: AskAs, on: date, problems: list[StayProblem]
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(CannotEnd) as refusal:
            end_stay(stay=stay, exited_on=on, reason=ExitReason.OTHER, today=TODAY, actor=actor)

        assert refusal.value.problems == problems
        assert queries.open_stay_of(actor, stay.person_id) == stay
        assert not AuditEntry.objects.filter(verb="counselling.stay_ended").exists()


def test_a_stay_ends_once(stay: Stay, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        end_stay(stay=stay, exited_on=TODAY, reason=ExitReason.WORK, today=TODAY, actor=actor)
        with pytest.raises(CannotEnd) as refusal:
            end_stay(stay=stay, exited_on=TODAY, reason=ExitReason.ILLNESS, today=TODAY, actor=actor)

        assert refusal.value.problems == [StayProblem.NOT_OPEN]
        assert Stay.objects.get().exit_reason == "work"


def test_after_an_exit_the_person_may_enter_again(
    stay: Stay, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        end_stay(stay=stay, exited_on=date(2026, 6, 1), reason=ExitReason.OTHER, today=TODAY, actor=actor)
        again = begin(yusuf, ada, actor, on=date(2026, 6, 1), way=ConsentWay.SPOKEN)

        assert queries.open_stay_of(actor, yusuf.pk) == again
        assert [one.pk for one in queries.stays_of(actor, yusuf.pk)] == [again.pk, stay.pk]
        assert Consent.objects.count() == 1
        assert Grant.objects.count() == 1


def test_bela_in_the_same_network_sees_no_stay_even_without_a_filter(
    stay: Stay, bela: User, acting_as: AskAs
) -> None:
    with acting_as(bela) as actor:
        assert queries.stays_of(actor, stay.person_id).count() == 0
        assert not Stay.objects.exists()


def test_dora_sees_the_stay_but_not_whose_it_is(stay: Stay, dora: User, acting_as: AskAs) -> None:
    with acting_as(dora) as actor:
        assert queries.open_stay_of(actor, stay.person_id) == stay
        assert not Person.objects.exists()


def test_the_machine_lets_people_enter_in_its_own_sub_project(
    yusuf: Person, ada: User, hafen: Project
) -> None:
    job = as_job(hafen)
    with acting(job):
        assert begin(yusuf, ada, job, on=TODAY, way=ConsentWay.ON_SCREEN).advisor_id == ada.pk
