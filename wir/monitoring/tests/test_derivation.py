from __future__ import annotations

from datetime import date

import pytest

from tests.cast import TODAY, AskAs
from tests.make import make_person
from wir.accounts.models import User
from wir.counselling.actions import remove_contact
from wir.counselling.models import Stay
from wir.counselling.tests.make import make_contact
from wir.kit.acting import acting
from wir.monitoring import actions, tasks
from wir.monitoring.models import EntryRecord, FollowUp, LaterStatus, Participation
from wir.monitoring.rules.answers import AnswerProblem, EntryAnswers
from wir.monitoring.rules.vocabulary import Employment, Improvement
from wir.monitoring.tests.make import (
    make_answers,
    make_exit,
    make_participant,
    make_second_file,
    make_spell,
    make_status,
    person_of,
)
from wir.network.actions import as_job_at, as_network_job
from wir.network.models import Project
from wir.placement.rules import OpportunityKind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def stored(project: Project) -> list[Participation]:
    with acting(as_network_job(project.network_id)) as actor:
        return list(Participation.objects.visible_to(actor).order_by("participant__case_number"))


def derive_as_of(stay: Stay, day: date) -> Participation:
    with acting(as_job_at(stay.place())):
        actions.derive(participant_ids=[stay.participant_id], as_of=day)
        return Participation.objects.get()


def test_nine_hours_and_the_entry_answers_make_a_reported_participant(
    hafen: Project, yusufs_stay: Stay
) -> None:
    (one,) = stored(hafen)

    assert (one.state, one.exit_state, one.asks, one.gender) == ("reported", "open", "", "male")
    assert one.indicators == ["EECO01", "EECO02", "EECO03", "EECO07", "EECO09", "EECO13"]
    assert (one.entered_on, one.exited_on, one.derived_on) == (date(2026, 3, 2), None, TODAY)
    assert one.project_ids == [hafen.pk]
    assert {
        "code": "EECO03",
        "days": 274,
        "age": 22,
        "profile": "EC",
        "unemployed_since": "2025-06-01",
    } in one.trace


def test_below_eight_hours_nobody_is_a_participant_until_the_hours_are_there(
    hafen: Project, ada: User
) -> None:
    stay = make_participant(hafen, ada, minutes=420)
    (before,) = stored(hafen)

    make_contact(person_of(stay), ada, minutes=60)

    (after,) = stored(hafen)
    assert (before.state, before.indicators) == ("not_participant", [])
    assert (after.state, "EECO01" in after.indicators) == ("reported", True)


def test_hours_that_were_never_held_do_not_make_a_participant(
    hafen: Project, ada: User, acting_as: AskAs
) -> None:
    stay = make_participant(hafen, ada, minutes=420)
    mistaken = make_contact(person_of(stay), ada, minutes=60)
    (before,) = stored(hafen)

    with acting_as(ada) as actor:
        remove_contact(contact=mistaken, actor=actor)

    (after,) = stored(hafen)
    assert (before.state, after.state) == ("reported", "not_participant")


def test_without_compulsory_answers_nothing_counts_and_entry_data_are_wanted(
    hafen: Project, ada: User
) -> None:
    make_participant(hafen, ada, answers=None)

    (one,) = stored(hafen)

    assert (one.state, one.asks, one.indicators) == ("incomplete", "entry", [])
    assert one.codes == ["V-COMPLETE:entry_emp", "V-COMPLETE:isced"]


def test_a_declined_answer_completes_the_questionnaire_and_counts_for_nothing(
    hafen: Project, yusufs_stay: Stay
) -> None:
    make_answers(
        yusufs_stay,
        EntryAnswers(employment="inactive", isced=3, disability="refused", homeless="yes", minority="no"),
    )

    (one,) = stored(hafen)
    assert one.indicators == ["EECO01", "EECO04", "EECO07", "EECO10", "EECO13", "EECO16"]


def test_after_leaving_the_result_is_provisional_then_final_and_then_the_follow_up_is_wanted(
    yusufs_stay: Stay,
) -> None:
    stay = make_exit(yusufs_stay, on=date(2026, 5, 1))
    make_status(stay, on=date(2026, 5, 20))

    provisional = derive_as_of(stay, date(2026, 5, 28))
    final = derive_as_of(stay, date(2026, 5, 29))
    later = derive_as_of(stay, date(2026, 11, 1))

    assert (provisional.exit_state, provisional.next_change_on) == ("provisional", date(2026, 5, 29))
    assert "EECR04" not in provisional.indicators
    assert (final.exit_state, final.asks, final.next_change_on) == ("final", "", date(2026, 11, 1))
    assert "EECR04" in final.indicators
    assert (later.asks, later.exited_on) == ("follow_up", date(2026, 5, 1))


def test_an_unknown_status_after_leaving_is_overdue_and_wanted(hafen: Project, yusufs_stay: Stay) -> None:
    make_exit(yusufs_stay, on=date(2026, 5, 1))

    (one,) = stored(hafen)

    assert (one.exit_state, one.asks, one.codes) == ("overdue", "exit", ["W-EXIT-OVERDUE"])


def test_the_answer_after_six_months_counts(hafen: Project, yusufs_stay: Stay) -> None:
    stay = make_exit(yusufs_stay, on=date(2026, 5, 1))
    make_status(stay, on=date(2026, 5, 2), status=Employment.UNEMPLOYED)
    actor = as_job_at(stay.place())
    with acting(actor):
        actions.record_follow_up(
            stay=stay,
            on=date(2026, 11, 2),
            status=Employment.EMPLOYED,
            improvements=[Improvement.PAY_RISE],
            today=TODAY,
            actor=actor,
        )

    (one,) = stored(hafen)
    assert [code for code in one.indicators if code.startswith("EECR")] == ["EECR05"]
    assert one.asks == ""


def test_a_person_with_files_at_two_carriers_counts_once_with_hours_of_both(
    hafen: Project, turm: Project, ada: User, bela: User
) -> None:
    first = make_participant(hafen, ada, minutes=300)
    make_second_file(first, turm, bela, minutes=300, entered_on=date(2026, 6, 1))

    (one,) = stored(hafen)
    assert (one.state, sorted(one.project_ids)) == ("reported", sorted([hafen.pk, turm.pk]))
    assert one.entered_on == date(2026, 3, 2)


def test_a_placement_is_the_main_outcome_from_its_first_day_on(hafen: Project, yusufs_stay: Stay) -> None:
    make_spell(yusufs_stay, kind=OpportunityKind.JOB, insured=True, starts_on=date(2026, 9, 1))
    make_spell(yusufs_stay, kind=OpportunityKind.INTERNSHIP, insured=False, starts_on=date(2026, 8, 1))

    before = derive_as_of(yusufs_stay, date(2026, 8, 31))
    after = derive_as_of(yusufs_stay, date(2026, 9, 1))

    assert (before.outcome, before.next_change_on) == ("", date(2026, 9, 1))
    assert (after.outcome, after.next_change_on) == ("work", None)


def test_contradicting_answers_are_refused_and_nothing_is_written(yusufs_stay: Stay) -> None:
    actor = as_job_at(yusufs_stay.place())
    with acting(actor), pytest.raises(actions.CannotRecord) as refusal:
        actions.record_entry(
            stay=yusufs_stay,
            answers=EntryAnswers(employment="employed", unemployed_since=date(2026, 3, 3), isced=5),
            today=TODAY,
            actor=actor,
        )

    assert refusal.value.problems == [
        AnswerProblem.SINCE_WITHOUT_UNEMPLOYED,
        AnswerProblem.SINCE_AFTER_ENTRY,
    ]
    with acting(actor):
        record = EntryRecord.objects.get()
        assert (record.employment, record.isced) == ("unemployed", 2)


def test_answers_about_the_time_after_leaving_need_an_exit_and_a_day_in_the_past(yusufs_stay: Stay) -> None:
    actor = as_job_at(yusufs_stay.place())
    with acting(actor), pytest.raises(actions.CannotRecord, match="stay_still_open"):
        actions.record_status(
            stay=yusufs_stay, on=TODAY, status=Employment.EMPLOYED, today=TODAY, actor=actor
        )
    left = make_exit(yusufs_stay, on=date(2026, 11, 2))
    for on, problem in [(date(2026, 11, 1), "on_before_exit"), (date(2026, 11, 25), "on_in_future")]:
        with acting(actor), pytest.raises(actions.CannotRecord, match=problem):
            actions.record_follow_up(
                stay=left, on=on, status=Employment.EMPLOYED, improvements=[], today=TODAY, actor=actor
            )

    with acting(actor):
        assert not LaterStatus.objects.exists()
        assert not FollowUp.objects.exists()


def test_the_nightly_job_derives_what_time_has_changed_and_ends(hafen: Project, yusufs_stay: Stay) -> None:
    stay = make_exit(yusufs_stay, on=date(2026, 5, 1))
    make_status(stay, on=date(2026, 5, 20))
    derive_as_of(stay, date(2026, 5, 2))

    tasks.nightly(timestamp=0)

    (one,) = stored(hafen)
    assert (one.derived_on, one.exit_state, one.next_change_on) == (TODAY, "final", None)


def test_who_has_no_stay_has_no_participation(hafen: Project, yusufs_stay: Stay) -> None:
    amina = make_person(hafen, given_names="Amina")
    actor = as_job_at(yusufs_stay.place())
    with acting(actor):
        Participation.objects.create(
            participant_id=amina.participant_id,
            network_id=hafen.network_id,
            project_ids=[hafen.pk],
            state="reported",
            entered_on=TODAY,
            derived_on=TODAY,
            next_change_on=TODAY,
        )

    tasks.nightly(timestamp=0)

    assert [one.participant_id for one in stored(hafen)] == [yusufs_stay.participant_id]


def test_a_stranger_sees_no_participation(yusufs_stay: Stay, cem: User, bela: User, acting_as: AskAs) -> None:
    for stranger in (cem, bela):
        with acting_as(stranger) as actor:
            assert not Participation.objects.exists()
            assert not Participation.objects.visible_to(actor).exists()
