"""A file is shared as far as the person agreed, and no longer."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from tests.cast import TODAY
from wir.accounts.models import User
from wir.counselling.models import Stay
from wir.desk import actions
from wir.desk.tests.consents import share, withdraw
from wir.kit.acting import acting
from wir.network.actions import as_job_at
from wir.network.models import Grant
from wir.network.queries import actor_for
from wir.people.models import Person
from wir.privacy import actions as privacy
from wir.privacy.models import (
    Disclosure,
    SharingConsent,
)
from wir.privacy.rules import (
    ConsentProblem,
    Shared,
)
from wir.tasks.models import Task
from wir.tasks.rules import TaskReason

MARCH = date(2026, 3, 2)


def test_who_reads_a_shared_file_hears_a_withdrawal_and_everything_closes(
    stay: Stay, ada: User, bela: User
) -> None:
    share(stay, ada, bela.pk, Shared.FILE)

    withdraw(stay, bela)

    assert actor_for(bela.pk, TODAY).subjects == ()
    assert actor_for(ada.pk, TODAY).team == ()


def test_who_reads_a_shared_file_does_not_open_it_to_others(stay: Stay, ada: User, bela: User) -> None:
    share(stay, ada, bela.pk, Shared.FILE)

    with pytest.raises(privacy.CannotShare) as refusal:
        share(stay, bela, ada.pk, Shared.FILE)

    assert refusal.value.problems == [ConsentProblem.NOT_YOUR_PROJECT]
    with acting(as_job_at(stay.place())):
        assert SharingConsent.objects.count() == 1


def test_a_colleague_sees_a_shared_file_until_it_is_taken_back_and_is_told(
    stay: Stay, ada: User, bela: User
) -> None:
    with acting(actor_for(bela.pk, TODAY)):
        assert not Person.objects.filter(pk=stay.person_id).exists()
    sharing = share(stay, ada, bela.pk, Shared.FILE)

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
    sharing = share(stay, ada, bela.pk, Shared.FILE)
    with acting(as_job_at(stay.place())):
        Grant.objects.filter(cause=sharing.cause()).update(from_on=MARCH)
    withdraw(stay, ada)

    with acting(as_job_at(stay.place())):
        grants = Grant.objects.filter(subject_id=stay.person_id).order_by("scope")
        assert [(one.scope, one.until_on) for one in grants] == [("case_team", TODAY), ("file", TODAY)]
        assert SharingConsent.objects.get(pk=sharing.pk).withdrawn_on == TODAY


def test_a_receiver_who_got_nothing_needs_not_be_told(stay: Stay, ada: User, bela: User) -> None:
    sharing = share(stay, ada, bela.pk, Shared.LANGUAGES)
    with acting(actor_for(ada.pk, TODAY)) as actor:
        privacy.withdraw_sharing(sharing=sharing, withdrawn_on=TODAY, today=TODAY, actor=actor)
        assert not Task.objects.filter(reason=TaskReason.TELL_RECEIVER.value).exists()
        assert Grant.objects.filter(grantee=bela).count() == 0


def test_only_what_was_agreed_and_only_in_its_time_is_passed_on(stay: Stay, ada: User, bela: User) -> None:
    sharing = share(stay, ada, bela.pk, Shared.LANGUAGES)
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
        share(stay, ada, bela.pk, Shared.FILE, until_on=TODAY)

    assert refused.value.problems == [ConsentProblem.END_NOT_AFTER_START]
    with acting(as_job_at(stay.place())):
        assert (SharingConsent.objects.count(), Grant.objects.filter(grantee=bela).count()) == (0, 0)
