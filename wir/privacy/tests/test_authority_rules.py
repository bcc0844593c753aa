"""An authority asked: nothing is answered by default, and an answer needs more than a wish."""

from __future__ import annotations

from datetime import date

from wir.privacy.rules import (
    DataCategory,
    RequestDecision,
    RequestProblem,
    obstacles_to_decision,
    obstacles_to_request,
)

TODAY = date(2026, 11, 24)


def test_who_asked_is_needed_and_the_day_has_come() -> None:
    assert obstacles_to_request(asked_by=" ", asked_on=date(2026, 11, 25), today=TODAY) == [
        RequestProblem.WHO_MISSING,
        RequestProblem.IN_FUTURE,
    ]
    assert obstacles_to_request(asked_by="Polizei Hamburg", asked_on=TODAY, today=TODAY) == []


def test_an_answer_needs_the_head_the_officer_a_basis_a_reason_and_categories() -> None:
    assert obstacles_to_decision(
        decision=RequestDecision.ANSWERED,
        reason="",
        officer_asked=False,
        legal_basis="",
        categories=(),
        decided=True,
        leads=False,
    ) == [
        RequestProblem.DECIDED,
        RequestProblem.NOT_THE_LEAD,
        RequestProblem.REASON_MISSING,
        RequestProblem.OFFICER_NOT_ASKED,
        RequestProblem.LEGAL_BASIS_MISSING,
        RequestProblem.CATEGORIES_MISSING,
    ]


def test_a_refusal_needs_a_reason_alone_and_gives_nothing_out() -> None:
    def refuse(*categories: DataCategory) -> list[RequestProblem]:
        return obstacles_to_decision(
            decision=RequestDecision.REFUSED,
            reason="keine Rechtsgrundlage",
            officer_asked=False,
            legal_basis="",
            categories=categories,
            decided=False,
            leads=True,
        )

    assert refuse() == []
    assert refuse(DataCategory.CONTACT) == [RequestProblem.NOTHING_WAS_GIVEN]
