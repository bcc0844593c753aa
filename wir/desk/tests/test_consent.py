"""People say yes and no and take it back, and the house follows at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.counselling.actions import CannotPlan, CannotRecord, agree_goal, record_contact
from wir.counselling.models import Contact, ContactNote, Goal, Stay
from wir.counselling.rules import ContactMode, ContactProblem, PlanProblem, Stage, Topic
from wir.desk import actions
from wir.kit.acting import Actor, acting
from wir.monitoring.actions import record_entry, record_exit
from wir.monitoring.models import EntryRecord, ExitRecord, Participation
from wir.monitoring.rules.answers import EntryAnswers
from wir.monitoring.rules.vocabulary import Employment
from wir.network.actions import as_job_at
from wir.network.models import Grant
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.privacy import queries
from wir.privacy.models import (
    AuditEntry,
    Consent,
    Disclosure,
    NoticeGiven,
    RetentionOrder,
    RetentionSetting,
    SharingConsent,
)
from wir.privacy.rules import (
    ConsentProblem,
    ConsentState,
    ConsentWay,
    Purpose,
    Receiver,
    RetentionCause,
    RetentionProblem,
    Shared,
)
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason

SignIn = Callable[[User], Client]
MARCH = date(2026, 3, 2)
NOTE = "Frau und Kind sind noch in der Türkei."


def _contact(person: Person, actor: Actor, *, note: str = "", topics: tuple[Topic, ...] = ()) -> Contact:
    return record_contact(
        person=person,
        on=TODAY,
        minutes=30,
        mode=ContactMode.PHONE,
        language="",
        interpreter=False,
        topics=topics,
        note=note,
        today=TODAY,
        actor=actor,
    )


def _withdraw(stay: Stay, user: User) -> None:
    with acting(actor_for(user.pk, TODAY)) as actor:
        given = Consent.objects.get(subject_id=stay.person_id, purpose="counselling", withdrawn_on=None)
        privacy.withdraw_consent(consent=given, withdrawn_on=TODAY, today=TODAY, actor=actor)


def _share(
    stay: Stay,
    user: User,
    to: UUID,
    *fields: Shared,
    kind: Receiver = Receiver.USER,
    until_on: date = date(2027, 1, 1),
) -> SharingConsent:
    with acting(actor_for(user.pk, TODAY)) as actor:
        return actions.share(
            person=stay.person,
            fields=fields,
            receiver=(kind, to),
            given_on=TODAY,
            until_on=until_on,
            way=ConsentWay.PAPER,
            language="de",
            proof="Ordner 4",
            today=TODAY,
            actor=actor,
        )


def _told(stay: Stay) -> list[str]:
    with acting(as_job_at(stay.place())):
        return list(AuditEntry.objects.filter(subject_id=stay.person_id).values_list("verb", flat=True))


def test_a_withdrawal_closes_the_notes_at_once_and_orders_the_erasure(stay: Stay, ada: User) -> None:
    with acting(actor_for(ada.pk, TODAY)) as actor:
        _contact(stay.person, actor, note=NOTE)
    with acting(actor_for(ada.pk, TODAY)):
        assert ContactNote.objects.count() == 1

    _withdraw(stay, ada)

    with acting(actor_for(ada.pk, TODAY)) as actor:
        assert actor.team == ()
        assert ContactNote.objects.count() == 0
        (order,) = RetentionOrder.objects.filter(subject_id=stay.person_id)
        assert queries.is_stopped(stay.network_id, stay.person_id, Purpose.COUNSELLING, TODAY)
    assert (order.purpose, order.cause, order.due_on) == ("counselling", "consent_withdrawn", TODAY)
    assert {"privacy.consent_withdrawn", "privacy.erasure_ordered", "network.files_closed"} <= set(
        _told(stay)
    )


def test_after_a_withdrawal_notes_topics_and_goals_are_refused_and_evidence_is_not(
    stay: Stay, ada: User
) -> None:
    _withdraw(stay, ada)

    with acting(actor_for(ada.pk, TODAY)) as actor:
        for note, topics in ((NOTE, ()), ("", (Topic.HEALTH,))):
            with pytest.raises(CannotRecord) as refused, transaction.atomic():
                _contact(stay.person, actor, note=note, topics=topics)
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
        _contact(stay.person, actor)
        assert list(Contact.objects.values_list("minutes", "topics")) == [(30, [])]


def test_a_new_yes_opens_the_notes_again(stay: Stay, ada: User) -> None:
    _withdraw(stay, ada)
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
    _withdraw(stay, ada)

    with acting(actor_for(ada.pk, TODAY)):
        entry = EntryRecord.objects.get(stay=stay)
        assert (entry.employment, entry.unemployed_since, entry.isced) == ("unemployed", date(2025, 9, 1), 3)
        assert Participation.objects.filter(participant_id=stay.participant_id).exists()
        assert not RetentionOrder.objects.filter(purpose__in=["monitoring", "evidence"]).exists()


def test_exit_answers_can_still_be_recorded_after_the_withdrawal(stay: Stay, ada: User) -> None:
    _withdraw(stay, ada)
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
                privacy.withdraw_consent(consent=given, withdrawn_on=day, today=TODAY, actor=actor)
            assert refused.value.problems == [problem]
        assert Consent.objects.get(pk=given.pk).withdrawn_on is None
        assert RetentionOrder.objects.count() == 0
    _withdraw(stay, ada)
    with acting(actor_for(ada.pk, TODAY)) as actor:
        with pytest.raises(privacy.CannotConsent) as again, transaction.atomic():
            privacy.withdraw_consent(consent=given, withdrawn_on=TODAY, today=TODAY, actor=actor)
        assert again.value.problems == [ConsentProblem.NOT_IN_FORCE]


def test_a_colleague_sees_a_shared_file_until_it_is_taken_back_and_is_told(
    stay: Stay, ada: User, bela: User
) -> None:
    with acting(actor_for(bela.pk, TODAY)):
        assert not Person.objects.filter(pk=stay.person_id).exists()
    sharing = _share(stay, ada, bela.pk, Shared.FILE)

    with acting(actor_for(bela.pk, TODAY)) as actor:
        assert Person.objects.filter(pk=stay.person_id).exists()
        assert actor.team == ()
    with acting(actor_for(ada.pk, TODAY)) as actor:
        assert list(Disclosure.objects.values_list("receiver_id", "fields", "on")) == [
            (bela.pk, ["file"], TODAY)
        ]
        privacy.withdraw_sharing(sharing=sharing, withdrawn_on=TODAY, today=TODAY, actor=actor)

    with acting(actor_for(bela.pk, TODAY)):
        assert not Person.objects.filter(pk=stay.person_id).exists()
    with acting(actor_for(ada.pk, TODAY)) as actor:
        (task,) = Task.objects.filter(reason=TaskReason.TELL_RECEIVER.value)
        assert (task.subject_id, task.due_on, task.done_on) == (stay.person_id, TODAY, None)
        assert task.link == f"/faelle/{stay.person_id}/datenschutz/#{sharing.pk}"
        actions.tell_receiver(sharing=sharing, today=TODAY, actor=actor)
        task.refresh_from_db()
        sharing.refresh_from_db()
    assert (task.done_on, sharing.told_on) == (TODAY, TODAY)


def test_a_grant_of_an_earlier_day_ends_with_the_consent_and_stays_readable_as_history(
    stay: Stay, ada: User, bela: User
) -> None:
    sharing = _share(stay, ada, bela.pk, Shared.FILE)
    with acting(as_job_at(stay.place())):
        Grant.objects.filter(cause=sharing.cause()).update(from_on=MARCH)
    _withdraw(stay, ada)

    with acting(as_job_at(stay.place())):
        grants = Grant.objects.filter(subject_id=stay.person_id).order_by("scope")
        assert [(one.scope, one.until_on) for one in grants] == [("case_team", TODAY), ("file", TODAY)]
        assert SharingConsent.objects.get(pk=sharing.pk).withdrawn_on == TODAY


def test_a_receiver_who_got_nothing_needs_not_be_told(stay: Stay, ada: User, bela: User) -> None:
    sharing = _share(stay, ada, bela.pk, Shared.LANGUAGES)
    with acting(actor_for(ada.pk, TODAY)) as actor:
        privacy.withdraw_sharing(sharing=sharing, withdrawn_on=TODAY, today=TODAY, actor=actor)
        assert not Task.objects.filter(reason=TaskReason.TELL_RECEIVER.value).exists()
        assert Grant.objects.filter(grantee=bela).count() == 0


def test_only_what_was_agreed_and_only_in_its_time_is_passed_on(stay: Stay, ada: User, bela: User) -> None:
    sharing = _share(stay, ada, bela.pk, Shared.LANGUAGES)
    with acting(actor_for(ada.pk, TODAY)) as actor:
        for fields, on, problem in (
            ([Shared.PLAN], TODAY, ConsentProblem.NOT_COVERED),
            ([Shared.LANGUAGES], date(2027, 1, 1), ConsentProblem.NO_CONSENT),
        ):
            with pytest.raises(privacy.CannotShare) as refused, transaction.atomic():
                privacy.disclose(sharing=sharing, fields=fields, on=on, actor=actor)
            assert refused.value.problems == [problem]
        assert Disclosure.objects.count() == 0
        privacy.disclose(sharing=sharing, fields=[Shared.LANGUAGES], on=TODAY, actor=actor)
        assert Disclosure.objects.get().fields == ["languages"]


def test_a_sharing_that_is_over_before_it_begins_writes_nothing(stay: Stay, ada: User, bela: User) -> None:
    with pytest.raises(privacy.CannotShare) as refused:
        _share(stay, ada, bela.pk, Shared.FILE, until_on=TODAY)

    assert refused.value.problems == [ConsentProblem.END_NOT_AFTER_START]
    with acting(as_job_at(stay.place())):
        assert (SharingConsent.objects.count(), Grant.objects.filter(grantee=bela).count()) == (0, 0)


@pytest.mark.django_db
def test_strangers_see_no_consent_no_sharing_and_no_order(
    stay: Stay, ada: User, bela: User, strangers: list[User], sign_in: SignIn
) -> None:
    sharing = _share(stay, ada, bela.pk, Shared.LANGUAGES)
    _withdraw(stay, ada)
    pages = [
        reverse("desk:consent", args=[stay.person_id]),
        reverse("desk:share", args=[stay.person_id]),
        reverse("desk:stop_sharing", args=[stay.person_id, sharing.pk]),
        reverse("desk:notice", args=[stay.person_id, "counselling", "de"]),
    ]
    for stranger in strangers:
        with acting(actor_for(stranger.pk, TODAY)):
            tables = (Consent, NoticeGiven, SharingConsent, Disclosure, RetentionOrder)
            assert [table.objects.count() for table in tables] == [0, 0, 0, 0, 0]
        browser = sign_in(stranger)
        assert {browser.get(page).status_code for page in pages} == {404}
        assert browser.post(pages[2], {"on": "24.11.2026"}).status_code == 404


def test_the_way_from_a_no_to_a_yes_to_a_withdrawal_on_the_pages(
    stay: Stay, ada: User, sign_in: SignIn
) -> None:
    browser, tab = sign_in(ada), reverse("desk:consent", args=[stay.person_id])
    sent = {
        "purpose": "aftercare",
        "answer": "no",
        "on": "24.11.2026",
        "way": "spoken",
        "language": "de",
        "proof": "Bela als Zeuge",
    }
    asking = reverse("desk:answer", args=[stay.person_id])

    without_proof = browser.post(asking, {**sent, "proof": ""})
    assert without_proof.status_code == 422
    assert "welcher Name eingetippt wurde" in without_proof.content.decode()
    assert browser.post(asking, sent).status_code == 302
    with acting(actor_for(ada.pk, TODAY)):
        assert list(Consent.objects.filter(refused=True).values_list("purpose", "way")) == [
            ("aftercare", "spoken")
        ]
    assert browser.post(asking, {**sent, "answer": "yes", "ends_on": "01.12.2026"}).status_code == 302
    with acting(actor_for(ada.pk, TODAY)):
        given = Consent.objects.get(purpose="aftercare", refused=False)
    assert (given.ends_on, given.proof, given.recorded_by) == (date(2026, 12, 1), "Bela als Zeuge", ada.pk)
    refused = browser.post(asking, sent)
    assert refused.status_code == 422
    assert "Tragen Sie ihren Widerruf ein" in refused.content.decode()

    withdrawal = reverse("desk:withdraw", args=[stay.person_id, given.pk])
    assert "Löschauftrag" in browser.get(withdrawal).content.decode()
    assert browser.post(withdrawal, {"on": "24.11.2026"}).status_code == 302
    shown = browser.get(tab).content.decode()
    assert "Löschaufträge" in shown
    assert "Es liegt keine Einwilligung in die Beratung vor" not in shown


def test_the_case_file_says_on_every_tab_that_the_consent_is_gone(
    stay: Stay, ada: User, sign_in: SignIn
) -> None:
    with acting(actor_for(ada.pk, TODAY)) as actor:
        agree_goal(
            person=stay.person,
            title="Bäcker",
            stage=Stage.PLACEMENT,
            agreed_on=TODAY,
            today=TODAY,
            actor=actor,
        )
    browser, plan = sign_in(ada), reverse("counselling:plan", args=[stay.person_id])
    assert "Bäcker" in browser.get(plan).content.decode()
    _withdraw(stay, ada)
    assert "Bäcker" not in browser.get(plan).content.decode()

    for name in ("desk:case", "counselling:contacts", "counselling:plan", "desk:consent"):
        page = browser.get(reverse(name, args=[stay.person_id])).content.decode()
        assert "Es liegt keine Einwilligung in die Beratung vor" in page
    sent = {"title": "Arbeit", "stage": "placement", "agreed_on": "24.11.2026"}
    answer = browser.post(reverse("counselling:agree_goal", args=[stay.person_id]), sent)
    assert "Der Plan ist geschlossen" in answer.content.decode()


def test_a_notice_comes_as_pdf_or_to_print_and_its_hand_over_is_recorded(
    stay: Stay, ada: User, sign_in: SignIn
) -> None:
    browser = sign_in(ada)
    address = reverse("desk:notice", args=[stay.person_id, "counselling", "ar"])

    pdf = browser.get(address)
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    page = browser.get(f"{address}?form=html").content.decode()
    assert 'dir="rtl"' in page
    assert page.index("مسودة") < page.index("Information zum Datenschutz")
    assert "Träger Hafen" in page
    assert "Yusuf" not in page
    assert browser.get(reverse("desk:notice", args=[stay.person_id, "security", "de"])).status_code == 404

    browser.post(reverse("desk:hand_over", args=[stay.person_id]), {"purpose": "evidence", "language": "ar"})
    with acting(actor_for(ada.pk, TODAY)):
        notice = NoticeGiven.objects.get(purpose="evidence")
    assert (notice.language, notice.given_on) == ("ar", TODAY)


def test_without_pango_the_same_page_comes_to_print(
    stay: Stay, ada: User, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr("wir.kit.paper.import_module", missing)
    answer = sign_in(ada).get(reverse("desk:notice", args=[stay.person_id, "counselling", "de"]))

    assert answer["Content-Type"].startswith("text/html")
    assert "Dies ist die Seite zum Drucken" in answer.content.decode()


def test_the_record_of_processing_is_for_those_who_answer_for_a_carrier(
    stay: Stay, ada: User, strangers: list[User], dora: User, sign_in: SignIn
) -> None:
    address = reverse("desk:processing")
    for colleague in (ada, *(one for one in strangers if one != dora)):
        assert sign_in(colleague).get(address).status_code == 404
    browser = sign_in(dora)
    page = browser.get(address).content.decode()
    assert "vom Verantwortlichen zu entscheiden" in page
    assert "Art. 82 VO (EU) 2021/1060" in page
    assert browser.get(reverse("desk:processing_paper")).content[:5] == b"%PDF-"

    deciding = reverse("desk:period", args=[stay.carrier_id])
    assert browser.post(deciding, {"purpose": "counselling", "months": "200"}).status_code == 422
    assert browser.post(deciding, {"purpose": "counselling", "months": "9"}).status_code == 302
    with acting(actor_for(dora.pk, TODAY)):
        assert list(RetentionSetting.objects.values_list("purpose", "months")) == [("counselling", 9)]
    notice = reverse("desk:notice", args=[stay.person_id, "counselling", "de"])
    assert "Bis 9 Monate" in sign_in(ada).get(f"{notice}?form=html").content.decode()
    assert sign_in(ada).post(deciding, {"purpose": "counselling", "months": "1"}).status_code == 404


def test_an_erasure_is_ordered_once_held_with_a_reason_and_released(
    stay: Stay, ada: User, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        for due, cause in (
            (date(2027, 4, 1), RetentionCause.PERIOD_OVER),
            (date(2027, 1, 1), RetentionCause.REQUESTED),
            (date(2027, 6, 1), RetentionCause.PERIOD_OVER),
        ):
            order = privacy.order_erasure(
                network_id=stay.network_id,
                project_id=stay.project_id,
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
        with pytest.raises(privacy.CannotRetain) as refused, transaction.atomic():
            privacy.hold(order=order, reason="  ", actor=actor)
        assert refused.value.problems == [RetentionProblem.REASON_MISSING]
        privacy.hold(order=order, reason="Klage beim Verwaltungsgericht", actor=actor)
        assert list(RetentionOrder.objects.due_by(date(2027, 1, 1))) == []
        privacy.release_hold(order=order, actor=actor)
        assert list(RetentionOrder.objects.due_by(date(2027, 1, 1))) == [order]


def test_the_tab_asks_little_of_the_database_however_much_was_shared(
    stay: Stay, ada: User, bela: User, sign_in: SignIn, queries_stay_flat: Callable[..., None]
) -> None:
    browser, tab = sign_in(ada), reverse("desk:consent", args=[stay.person_id])

    def grow() -> None:
        sharing = _share(stay, ada, bela.pk, Shared.LANGUAGES)
        with acting(actor_for(ada.pk, TODAY)) as actor:
            privacy.disclose(sharing=sharing, fields=[Shared.LANGUAGES], on=TODAY, actor=actor)

    queries_stay_flat(lambda: browser.get(tab), grow)
