"""What a network decides: how the wording is read, how early to warn, which sentences may be shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.cast import TODAY, AskAs
from wir.accounts.models import User
from wir.eligibility import actions, queries
from wir.eligibility.models import ClockSetting, TargetPolicy
from wir.eligibility.rules import Activity, TargetGroup
from wir.eligibility.rules.answers import BanKind
from wir.eligibility.rules.changes import ChangeKind
from wir.eligibility.rules.policy import Setting
from wir.network.models import Network
from wir.people.models import Person
from wir.privacy.models import AuditEntry

HELPER = Activity.EMPLOYMENT_UNSKILLED
LAW = "/arbeitserlaubnis/recht/"
CHANGED = "/arbeitserlaubnis/geaendert/"
SignIn = Callable[[User], Client]


def decide(actor: Any, network: Network, setting: Setting = Setting.ADMIT, **more: Any) -> TargetPolicy:
    told: dict[str, Any] = {
        "kind": BanKind.SAFE_COUNTRY_60A_6_3,
        "from_on": TODAY,
        "source": "KBS, 12.11.2026",
    }
    return actions.decide_policy(network_id=network.pk, setting=setting, actor=actor, **(told | more))


def test_the_coordinator_decides_and_the_target_group_follows(
    amina: Person, ada: User, dora: User, north: Network, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        amina.nationalities = ["SRB"]
        amina.save()
        assert queries.answer_for(actor, amina.pk, HELPER, TODAY).target_group is TargetGroup.NO
    with acting_as(dora) as actor:
        decide(actor, north)

    with acting_as(ada) as actor:
        assert queries.answer_for(actor, amina.pk, HELPER, TODAY).target_group is TargetGroup.YES
        before = TODAY - timedelta(days=1)
        assert queries.answer_for(actor, amina.pk, HELPER, before).target_group is TargetGroup.NO
    with acting_as(dora):
        assert AuditEntry.objects.filter(verb="eligibility.policy_decided").count() == 1


def test_an_advisor_decides_nothing_for_the_network(
    ada: User, dora: User, north: Network, acting_as: AskAs
) -> None:
    with acting_as(ada) as actor:
        with pytest.raises(actions.CannotDecide) as refusal:
            decide(actor, north, source=" ")
        with pytest.raises(actions.CannotDecide):
            actions.set_days_before(network_id=north.pk, kind=ChangeKind.TITLE_ENDS, days=900, actor=actor)

    assert refusal.value.problems == [
        actions.DecisionProblem.NOT_THE_COORDINATOR,
        actions.DecisionProblem.SOURCE_MISSING,
    ]
    with acting_as(dora):
        assert not TargetPolicy.objects.exists()
        assert not ClockSetting.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_wall_refuses_what_an_action_forgot(ada: User, north: Network, acting_as: AskAs) -> None:
    with pytest.raises(Exception, match="row-level security"), acting_as(ada):
        TargetPolicy.objects.create(
            network=north, ban_kind="removal_measures", setting="admit", from_on=TODAY, source="nobody"
        )


def test_decisions_of_another_network_are_not_seen(
    dora: User, cem: User, north: Network, acting_as: AskAs
) -> None:
    with acting_as(dora) as actor:
        decide(actor, north)

    with acting_as(cem):
        assert not TargetPolicy.objects.exists()


def test_the_page_of_rules_shows_sources_questions_and_history(
    ada: User, dora: User, north: Network, sign_in: SignIn, acting_as: AskAs
) -> None:
    sent = {
        "network": str(north.pk),
        "kind": "removal_measures",
        "setting": "admit",
        "from_on": "2026-11-24",
        "source": "Bewilligungsstelle, 13.11.2026",
    }

    assert sign_in(dora).post(LAW, sent | {"source": ""}).status_code == 422
    with acting_as(dora):
        assert not TargetPolicy.objects.exists()
    assert sign_in(dora).post(LAW, sent).status_code == 302
    assert sign_in(ada).post(LAW, sent).status_code == 422
    days = {"network": str(north.pk), "change": "title_ends", "days": "30"}
    assert sign_in(dora).post(LAW, days).status_code == 302

    page = sign_in(ada).get(LAW).content.decode()
    assert "Bewilligungsstelle, 13.11.2026" in page
    assert "Dora" in page
    assert "30 Tage vorher" in page
    assert "BGBl. 2026 I Nr. 111" in page
    assert "Offene Rechtsfragen" in page
    assert "Entscheidung eintragen" not in page
    assert "Entscheidung eintragen" in sign_in(dora).get(LAW).content.decode()
    with acting_as(dora):
        assert TargetPolicy.objects.count() == 1


def test_the_page_of_rules_costs_the_same_however_much_was_decided(
    dora: User, north: Network, sign_in: SignIn, acting_as: AskAs, queries_stay_flat: Callable[..., None]
) -> None:
    def decide_more() -> None:
        with acting_as(dora) as actor:
            decide(actor, north)

    browser = sign_in(dora)
    queries_stay_flat(lambda: browser.get(LAW), decide_more)
