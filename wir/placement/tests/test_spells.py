from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.eligibility.rules.answers import MayWork
from wir.kit.acting import acting
from wir.network.models import Project
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.people.rules.facts import ResidenceStatus
from wir.people.rules.persons import Paper
from wir.placement import actions, queries
from wir.placement.models import Application, Opportunity, Spell
from wir.placement.rules import EndReason, Obstacle, OpportunityKind
from wir.placement.tests.make import APRIL, make_application, make_opportunity, make_spell
from wir.privacy.models import AuditEntry


def test_a_start_turns_the_application_into_a_spell(
    application: Application, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    other = make_application(yusuf, make_opportunity(yusuf.network_id, ada, title="Welder"), ada)

    spell = make_spell(application, ada)

    assert (spell.kind, spell.starts_on, spell.ends_on) == ("job", APRIL, None)
    assert spell.probation_until == date(2026, 7, 1)
    assert (spell.weekly_hours, spell.insured) == (Decimal("38.5"), True)
    with acting_as(ada):
        assert Application.objects.get(pk=application.pk).state == "started"
        assert Application.objects.get(pk=other.pk).state == "suggested"
        assert AuditEntry.objects.get(verb="placement.spell_started").subject_id == yusuf.pk


def test_a_refused_start_leaves_no_trace(
    yusuf: Person, kitchen: Opportunity, ada: User, acting_as: AskAs
) -> None:
    application = make_application(yusuf, kitchen, ada)

    with pytest.raises(actions.CannotStart) as refusal:
        make_spell(application, ada)

    assert refusal.value.obstacles == [Obstacle.NO_OPEN_STAY]
    with acting_as(ada):
        assert not Spell.objects.exists()
        assert Application.objects.get().state == "suggested"
        assert not AuditEntry.objects.filter(verb="placement.spell_started").exists()


def test_what_is_not_decided_starts_only_when_the_permission_was_seen(
    hafen: Project, kitchen: Opportunity, ada: User, acting_as: AskAs
) -> None:
    person = make_person(
        hafen, paper=Paper(status=ResidenceStatus.FIKTIONSBESCHEINIGUNG, from_on=date(2026, 1, 1))
    )
    application = make_application(person, kitchen, ada)

    with acting_as(ada) as actor:
        assert queries.work_answer(actor, person.pk, kitchen, APRIL).may_work is MayWork.UNDECIDED
    with pytest.raises(actions.CannotStart) as refusal:
        make_spell(application, ada)

    assert refusal.value.obstacles == [Obstacle.NO_OPEN_STAY, Obstacle.WORK_UNDECIDED]


def test_a_start_from_an_old_page_is_refused(application: Application, ada: User, acting_as: AskAs) -> None:
    make_spell(application, ada)

    with pytest.raises(actions.CannotStart) as refusal:
        make_spell(application, ada, starts_on=date(2026, 5, 1))

    assert refusal.value.obstacles == [Obstacle.APPLICATION_CLOSED, Obstacle.OVERLAPS_OTHER_SPELL]
    with acting_as(ada):
        assert Spell.objects.count() == 1


def test_an_end_is_recorded_once_with_its_reason(
    application: Application, ada: User, acting_as: AskAs
) -> None:
    spell = make_spell(application, ada)

    with acting_as(ada) as actor:
        ended = actions.end_spell(
            spell=spell, ends_on=date(2026, 9, 1), reason=EndReason.BETTER_OFFER, actor=actor
        )
        assert (ended.ends_on, ended.end_reason) == (date(2026, 9, 1), "better_offer")

        with pytest.raises(actions.CannotEnd) as refusal:
            actions.end_spell(spell=spell, ends_on=date(2026, 8, 1), reason=EndReason.OTHER, actor=actor)

        assert refusal.value.obstacles == [Obstacle.ALREADY_ENDED]
        assert Spell.objects.get().ends_on == date(2026, 9, 1)
        assert AuditEntry.objects.filter(verb="placement.spell_ended").count() == 1


def test_a_later_end_than_planned_does_not_run_into_the_next_spell(
    application: Application, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    first = make_spell(application, ada, ends_on=date(2026, 7, 1))
    next_one = make_application(yusuf, make_opportunity(yusuf.network_id, ada, title="Welder"), ada)
    make_spell(next_one, ada, starts_on=date(2026, 8, 1))

    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotEnd) as refusal:
            actions.end_spell(spell=first, ends_on=date(2026, 8, 2), reason=EndReason.AS_PLANNED, actor=actor)
        assert refusal.value.obstacles == [Obstacle.OVERLAPS_OTHER_SPELL]

        ended = actions.end_spell(
            spell=first, ends_on=date(2026, 8, 1), reason=EndReason.AS_PLANNED, actor=actor
        )
        assert ended.ends_on == date(2026, 8, 1)


def test_the_database_refuses_overlapping_main_spells_too(
    application: Application, ada: User, acting_as: AskAs
) -> None:
    spell = make_spell(application, ada)
    values = {**spell.place(), "person_id": spell.person_id, "starts_on": date(2026, 5, 1)}

    with acting_as(ada):
        with pytest.raises(IntegrityError, match="spell_one_main_at_a_time"), transaction.atomic():
            Spell.objects.create(**values, kind="school")

        Spell.objects.create(**values, kind="course")
        assert sorted(Spell.objects.values_list("kind", flat=True)) == ["course", "job"]


def test_another_network_sees_no_spell_even_without_a_filter(
    application: Application, ada: User, bela: User, cem: User, acting_as: AskAs
) -> None:
    make_spell(application, ada)

    for stranger in (bela, cem):
        with acting_as(stranger):
            assert not Spell.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_simultaneous_starts_one_is_refused_politely(
    application: Application, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    other = make_application(yusuf, make_opportunity(yusuf.network_id, ada, title="Welder"), ada)
    gate = Barrier(2)

    def start(one: Application) -> list[Obstacle]:
        try:
            with acting(actor_for(ada.pk, TODAY)) as actor:
                gate.wait(timeout=30)
                actions.start_spell(
                    application=one,
                    starts_on=APRIL,
                    ends_on=None,
                    probation_months=None,
                    insured=None,
                    permission_confirmed=False,
                    today=TODAY,
                    actor=actor,
                )
        except actions.CannotStart as refusal:
            return refusal.obstacles
        else:
            return []
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(start, [application, other]))

    assert outcomes == [[], [Obstacle.OVERLAPS_OTHER_SPELL]]
    with acting_as(ada):
        assert Spell.objects.count() == 1
        assert sorted(Application.objects.values_list("state", flat=True)) == ["started", "suggested"]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [(OpportunityKind.COURSE, MayWork.YES), (OpportunityKind.INTRODUCTORY_TRAINING, MayWork.YES)],
)
def test_a_course_is_no_employment_and_introductory_training_is_asked_of_the_rules(
    yusuf: Person, ada: User, acting_as: AskAs, kind: OpportunityKind, answer: MayWork
) -> None:
    opportunity = make_opportunity(yusuf.network_id, ada, kind=kind)

    with acting_as(ada) as actor:
        assert queries.work_answer(actor, yusuf.pk, opportunity, APRIL).may_work is answer
