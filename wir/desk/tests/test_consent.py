"""People take their consent back, and the house follows at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.actions import CannotPlan, CannotRecord, agree_goal
from wir.counselling.models import Contact, ContactNote, Goal, Stay
from wir.counselling.rules import ContactProblem, PlanProblem, Stage, Topic
from wir.desk.tests.consents import lines_about, put_down, take_back, withdraw
from wir.kit.acting import acting
from wir.monitoring.actions import record_entry, record_exit
from wir.monitoring.models import EntryRecord, ExitRecord, Participation
from wir.monitoring.rules.answers import EntryAnswers
from wir.monitoring.rules.vocabulary import Employment
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.privacy import queries
from wir.privacy.models import (
    Consent,
    RetentionOrder,
)
from wir.privacy.rules import (
    ConsentProblem,
    ConsentState,
    ConsentWay,
    Purpose,
    RetentionCause,
)

NOTE = "Frau und Kind sind noch in der Türkei."


def test_a_withdrawal_closes_the_notes_at_once_and_orders_the_erasure(stay: Stay, ada: User) -> None:
    with acting(actor_for(ada.pk, TODAY)) as actor:
        put_down(stay.person, actor, note=NOTE)
    with acting(actor_for(ada.pk, TODAY)):
        assert ContactNote.objects.count() == 1

    withdraw(stay, ada)

    with acting(actor_for(ada.pk, TODAY)) as actor:
        assert actor.team == ()
        assert ContactNote.objects.count() == 0
        (order,) = RetentionOrder.objects.filter(subject_id=stay.person_id)
        assert queries.is_stopped(stay.network_id, stay.person_id, Purpose.COUNSELLING, TODAY)
    assert (order.purpose, order.cause, order.due_on) == ("counselling", "consent_withdrawn", TODAY)
    assert {"privacy.consent_withdrawn", "privacy.erasure_ordered", "network.files_closed"} <= set(
        lines_about(stay)
    )


def test_after_a_withdrawal_notes_topics_and_goals_are_refused_and_evidence_is_not(
    stay: Stay, ada: User
) -> None:
    withdraw(stay, ada)

    with acting(actor_for(ada.pk, TODAY)) as actor:
        for note, topics in ((NOTE, ()), ("", (Topic.HEALTH,))):
            with pytest.raises(CannotRecord) as refused, transaction.atomic():
                put_down(stay.person, actor, note=note, topics=topics)
            assert ContactProblem.NO_CONSENT in refused.value.problems
        with pytest.raises(CannotPlan) as closed, transaction.atomic():
            agree_goal(
                person=stay.person,
                title="Arbeit",
                stage=Stage.PLACEMENT,
                agreed_on=TODAY,
                today=TODAY,
                actor=actor,
            )
        assert closed.value.problems == [PlanProblem.NO_CONSENT]
        assert (Contact.objects.count(), Goal.objects.count()) == (0, 0)
        put_down(stay.person, actor)
        assert list(Contact.objects.values_list("minutes", "topics")) == [(30, [])]


def test_a_new_yes_opens_the_notes_again(stay: Stay, ada: User) -> None:
    withdraw(stay, ada)
    with acting(actor_for(ada.pk, TODAY)) as actor:
        privacy.give_consent(
            network_id=stay.network_id,
            project_id=stay.project_id,
            subject_id=stay.person_id,
            purpose=Purpose.COUNSELLING,
            given_on=TODAY,
            way=ConsentWay.SPOKEN,
            language="de",
            proof="Bela",
            actor=actor,
        )

    with acting(actor_for(ada.pk, TODAY)) as actor:
        assert actor.team == (stay.person_id,)
        state = queries.state_of(stay.network_id, stay.person_id, Purpose.COUNSELLING, TODAY)
    assert state is ConsentState.GIVEN


def test_answers_for_esf_plus_are_frozen_copies_and_survive_the_withdrawal(stay: Stay, ada: User) -> None:
    with acting(actor_for(ada.pk, TODAY)) as actor:
        record_entry(
            stay=stay,
            answers=EntryAnswers(
                employment=Employment.UNEMPLOYED, unemployed_since=date(2025, 9, 1), isced=3
            ),
            today=TODAY,
            actor=actor,
        )
        Person.objects.filter(pk=stay.person_id).update(isced=5, unemployed_since=None)
    withdraw(stay, ada)

    with acting(actor_for(ada.pk, TODAY)):
        entry = EntryRecord.objects.get(stay=stay)
        assert (entry.employment, entry.unemployed_since, entry.isced) == ("unemployed", date(2025, 9, 1), 3)
        assert Participation.objects.filter(participant_id=stay.participant_id).exists()
        assert not RetentionOrder.objects.filter(purpose__in=["monitoring", "evidence"]).exists()


def test_exit_answers_can_still_be_recorded_after_the_withdrawal(stay: Stay, ada: User) -> None:
    withdraw(stay, ada)
    with acting(actor_for(ada.pk, TODAY)) as actor:
        stay.exited_on, stay.exit_reason = TODAY, "own_wish"
        stay.save(update_fields=["exited_on", "exit_reason"])
        record_exit(
            stay=stay,
            education_from=None,
            education_in_window=False,
            qualification_on=None,
            qualification_certified=None,
            today=TODAY,
            actor=actor,
        )
        assert ExitRecord.objects.filter(stay=stay).count() == 1


def test_a_yes_that_is_not_in_force_cannot_be_taken_back_twice(stay: Stay, ada: User) -> None:
    with acting(actor_for(ada.pk, TODAY)) as actor:
        given = Consent.objects.get(subject_id=stay.person_id)
        for day, problem in (
            (TODAY + timedelta(days=1), ConsentProblem.IN_FUTURE),
            (given.given_on - timedelta(days=1), ConsentProblem.BEFORE_GIVEN),
        ):
            with pytest.raises(privacy.CannotConsent) as refused, transaction.atomic():
                take_back(given, stay, actor, on=day)
            assert refused.value.problems == [problem]
        assert Consent.objects.get(pk=given.pk).withdrawn_on is None
        assert RetentionOrder.objects.count() == 0
    withdraw(stay, ada)
    with acting(actor_for(ada.pk, TODAY)) as actor:
        with pytest.raises(privacy.CannotConsent) as again, transaction.atomic():
            take_back(given, stay, actor)
        assert again.value.problems == [ConsentProblem.NOT_IN_FORCE]


@pytest.mark.django_db
def test_an_erasure_is_ordered_once_and_the_earlier_day_counts(
    stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        for due, cause in (
            (date(2027, 4, 1), RetentionCause.PERIOD_OVER),
            (date(2027, 1, 1), RetentionCause.REQUESTED),
            (date(2027, 6, 1), RetentionCause.PERIOD_OVER),
        ):
            order = privacy.order_erasure(
                **stay.place(),
                subject_id=stay.person_id,
                purpose=Purpose.COUNSELLING,
                cause=cause,
                due_on=due,
                today=TODAY,
                actor=actor,
            )
        assert (RetentionOrder.objects.count(), order.due_on, order.cause) == (
            1,
            date(2027, 1, 1),
            "requested",
        )
        assert list(RetentionOrder.objects.due_by(date(2027, 1, 1))) == [order]
