from datetime import date

import pytest

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.network.models import Project
from wir.people.models import Person
from wir.placement import actions, queries
from wir.placement.models import Application, Opportunity
from wir.placement.rules import ApplicationState, Obstacle, OpportunityKind
from wir.placement.tests.make import make_application, make_opportunity
from wir.privacy.models import AuditEntry


def test_an_application_begins_as_a_suggestion_and_is_audited(
    application: Application, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    assert (application.state, application.since_on) == ("suggested", date(2026, 3, 10))
    assert application.project_id == yusuf.project_id
    with acting_as(ada) as actor:
        entry = AuditEntry.objects.get(verb="placement.applied")
        assert (entry.actor_id, entry.subject_id) == (actor.id, yusuf.pk)


def test_steps_leave_a_history_with_their_days(application: Application, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        actions.move_application(
            application=application,
            state=ApplicationState.SENT,
            on=date(2026, 3, 12),
            today=TODAY,
            actor=actor,
        )
        actions.decline(
            application=application,
            by=ApplicationState.DECLINED_BY_PROVIDER,
            on=date(2026, 3, 20),
            today=TODAY,
            actor=actor,
        )

        assert queries.steps_of(actor, application) == [
            ("suggested", date(2026, 3, 10)),
            ("sent", date(2026, 3, 12)),
            ("declined_by_provider", date(2026, 3, 20)),
        ]


def test_a_refused_step_leaves_no_trace(application: Application, ada: User, acting_as: AskAs) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotMove) as refusal:
            actions.move_application(
                application=application,
                state=ApplicationState.STARTED,
                on=date(2026, 11, 25),
                today=TODAY,
                actor=actor,
            )

        assert refusal.value.obstacles == [Obstacle.STEP_NOT_POSSIBLE, Obstacle.IN_FUTURE]
        assert Application.objects.get().state == "suggested"
        assert not AuditEntry.objects.filter(verb="placement.application_moved").exists()


def test_the_same_opportunity_is_open_once_and_again_after_a_no(
    application: Application, yusuf: Person, kitchen: Opportunity, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotApply) as refusal:
            actions.apply_for(person=yusuf, opportunity=kitchen, on=TODAY, actor=actor)
        assert refusal.value.obstacles == [Obstacle.ALREADY_APPLIED]
        assert Application.objects.count() == 1

        actions.decline(
            application=application,
            by=ApplicationState.DECLINED_BY_PERSON,
            on=TODAY,
            today=TODAY,
            actor=actor,
        )
        actions.apply_for(person=yusuf, opportunity=kitchen, on=TODAY, actor=actor)

        assert sorted(Application.objects.values_list("state", flat=True)) == [
            "declined_by_person",
            "suggested",
        ]


def test_nobody_is_suggested_what_is_closed(
    yusuf: Person, kitchen: Opportunity, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        closed = actions.close_opportunity(opportunity=kitchen, closed_on=date(2026, 11, 1), actor=actor)
        again = actions.close_opportunity(opportunity=closed, closed_on=TODAY, actor=actor)
        with pytest.raises(actions.CannotApply) as refusal:
            actions.apply_for(person=yusuf, opportunity=closed, on=TODAY, actor=actor)

        assert again.closed_on == date(2026, 11, 1)
        assert refusal.value.obstacles == [Obstacle.OPPORTUNITY_CLOSED]
        assert not Application.objects.exists()


def test_the_search_leaves_out_what_is_closed_or_under_way(
    application: Application, yusuf: Person, ada: User, acting_as: AskAs
) -> None:
    welder = make_opportunity(yusuf.network_id, ada, title="Welder", provider="Werft Probe")
    closed = make_opportunity(yusuf.network_id, ada, title="Old kitchen", provider="Werft Probe")
    with acting_as(ada) as actor:
        actions.close_opportunity(opportunity=closed, closed_on=TODAY, actor=actor)

        def found(words: str) -> list[str]:
            rows = queries.open_opportunities_for(actor, yusuf, words=words, today=TODAY, limit=8)
            return [one.title for one in rows]

        assert found("") == [welder.title]
        assert found("werft hamb") == [welder.title]
        assert found("kitchen") == []


def test_the_list_narrows_by_kind_and_counts_only_applications_one_may_see(
    application: Application, turm: Project, ada: User, bela: User, acting_as: AskAs
) -> None:
    make_opportunity(application.network_id, ada, title="Welding course", kind=OpportunityKind.COURSE)
    with acting_as(ada) as actor:
        rows = queries.opportunities_for(actor, kind=None, open_on=TODAY)
        assert [(one.title, vars(one)["applicants"]) for one in rows] == [
            ("Kitchen assistant", 1),
            ("Welding course", 0),
        ]
        rows = queries.opportunities_for(actor, kind=OpportunityKind.COURSE, open_on=None)
        assert [one.title for one in rows] == ["Welding course"]
    with acting_as(bela) as actor:
        rows = queries.opportunities_for(actor, kind=OpportunityKind.JOB, open_on=TODAY)
        assert [(one.title, vars(one)["applicants"]) for one in rows] == [("Kitchen assistant", 0)]


def test_another_network_sees_nothing_even_without_a_filter(
    application: Application, bela: User, cem: User, dora: User, acting_as: AskAs
) -> None:
    with acting_as(cem):
        assert not Opportunity.objects.exists()
        assert not Application.objects.exists()
    for colleague in (bela, dora):
        with acting_as(colleague):
            assert Opportunity.objects.count() == 1
            assert not Application.objects.exists()


def test_two_people_apply_for_one_opportunity(
    application: Application, kitchen: Opportunity, hafen: Project, ada: User, acting_as: AskAs
) -> None:
    other = make_person(hafen, given_names="Selam", family_names="Tesfay")
    make_application(other, kitchen, ada)

    with acting_as(ada) as actor:
        names = {one.person.identity.full_name() for one in queries.applicants_of(actor, kitchen)}
        assert names == {"Demir, Yusuf", "Tesfay, Selam"}
