"""Every code that an answer can hold has words, and every fact that can be missing has a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from wir.eligibility import forms
from wir.eligibility.forms import FACTS, CircumstancesForm, Place, missing_facts
from wir.eligibility.rules import Facts
from wir.eligibility.rules.answers import (
    AuthorityPermission,
    BaConsent,
    BanClass,
    BanKind,
    DecisionMode,
    MayWork,
    TargetGroup,
    undecided,
)
from wir.eligibility.rules.circumstances import CircumstanceProblem, Circumstances, PermissionGiven
from wir.eligibility.rules.facts import AsylumOutcome
from wir.eligibility.rules.vocabulary import (
    AcceleratedGround,
    Activity,
    CooperationBreach,
    Decision,
    DublinRequest,
    Identity,
    OrderRule,
)
from wir.kit.ids import new_id

WORDS: list[tuple[type[StrEnum], Mapping[Any, Any]]] = [
    (MayWork, forms.MAY_WORK),
    (MayWork, forms.MEANINGS),
    (AuthorityPermission, forms.AUTHORITY_PERMISSIONS),
    (DecisionMode, forms.DECISION_MODES),
    (BaConsent, forms.BA_CONSENTS),
    (BanClass, forms.BAN_CLASSES),
    (BanKind, forms.BAN_KINDS),
    (TargetGroup, forms.TARGET_GROUPS),
    (Activity, forms.ACTIVITIES),
    (AcceleratedGround, forms.ACCELERATED_GROUNDS),
    (DublinRequest, forms.DUBLIN_REQUESTS),
    (CooperationBreach, forms.COOPERATION_BREACHES),
    (Identity, forms.IDENTITIES),
    (OrderRule, forms.ORDER_RULES),
    (PermissionGiven, forms.PERMISSIONS_GIVEN),
]


@pytest.mark.parametrize(("enum", "words"), WORDS)
def test_every_code_has_its_own_words_in_german(enum: type[StrEnum], words: Mapping[Any, Any]) -> None:
    assert set(words) == set(enum)
    with override("en"):
        english = [str(word) for word in words.values()]
    with override("de"):
        german = [str(word) for word in words.values()]
    assert len(set(german)) == len(german)
    assert [word for word in german if word in english and len(word) > 4] == []


def test_every_fact_of_the_rules_is_named_and_has_a_place() -> None:
    assert set(FACTS) == {field.name for field in fields(Facts)}
    with override("de"):
        assert str(FACTS["continuous_stay_since"][0]).startswith("Beginn des ununterbrochenen")


def test_facts_entered_here_lead_to_a_field_of_the_form() -> None:
    here = {field for _, place, field in FACTS.values() if place is Place.CIRCUMSTANCES}

    assert here <= set(CircumstancesForm.base_fields)
    assert set(CircumstancesForm.base_fields) == {field.name for field in fields(Circumstances)}
    assert set(forms.circumstances.EXPLANATIONS) == set(CircumstanceProblem)


def test_a_missing_detail_of_a_known_decision_is_asked_for_where_it_is_entered() -> None:
    person_id = new_id()
    answer = undecided((), ("birth_date", "asylum_outcome"))
    known = Facts(asylum_outcome=AsylumOutcome(Decision.REFUGEE_STATUS))

    birth, unknown = missing_facts(answer, Facts(), person_id)
    _, detail = missing_facts(answer, known, person_id)

    assert birth.url == ""
    assert unknown.url == f"{reverse('people:procedure', args=[person_id])}#id_asylum_outcome"
    assert detail.url == f"{reverse('eligibility:circumstances', args=[person_id])}#id_outcome_final"
