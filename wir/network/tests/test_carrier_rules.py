"""Who gets a role, what a decision needs, where the law of a carrier treats a topic."""

from __future__ import annotations

from datetime import date

import pytest

from wir.network.rules import (
    ENFORCE,
    LAW_SOURCES,
    BasisProblem,
    BodyProblem,
    CarrierLaw,
    LawTopic,
    WorksFor,
    obstacles_to_basis,
    obstacles_to_role,
    place_in_law,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("body", sorted(ENFORCE))
def test_an_enforcing_body_gets_no_role(body: WorksFor) -> None:
    assert obstacles_to_role(works_for=body) == [BodyProblem.ENFORCING_BODY]


def test_the_immigration_authority_is_an_enforcing_body_and_a_carrier_is_not() -> None:
    assert WorksFor.IMMIGRATION_AUTHORITY in ENFORCE
    assert obstacles_to_role(works_for=WorksFor.CARRIER) == []


def test_a_decision_needs_a_body_a_basis_and_a_day_that_has_come() -> None:
    problems = obstacles_to_basis(
        decided_by=" ", legal_basis="", from_on=date(2026, 11, 25), today=TODAY, in_force=True
    )

    assert problems == [
        BasisProblem.DECIDED_BY_MISSING,
        BasisProblem.LEGAL_BASIS_MISSING,
        BasisProblem.IN_FUTURE,
        BasisProblem.IN_FORCE,
    ]


def test_every_topic_has_its_place_in_the_gdpr() -> None:
    assert [topic for topic in LawTopic if not place_in_law(topic, CarrierLaw.GDPR)] == []


def test_what_was_not_read_in_a_church_law_is_none_and_not_guessed() -> None:
    assert place_in_law(LawTopic.CONSENT, CarrierLaw.KDG) == "§ 8 KDG"
    assert place_in_law(LawTopic.CONSENT, CarrierLaw.DSG_EKD) == "§ 11 DSG-EKD"
    assert place_in_law(LawTopic.IMPACT, CarrierLaw.KDG) is None
    assert set(LAW_SOURCES) == set(CarrierLaw)
