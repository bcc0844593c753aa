"""Authorities ask for data: it is put down, and the management decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from wir.kit.acting import Actor
from wir.privacy.actions.trail import record
from wir.privacy.models import AuthorityRequest
from wir.privacy.rules import (
    AuthorityKind,
    DataCategory,
    Purpose,
    RequestDecision,
    RequestProblem,
    RequestWay,
    obstacles_to_decision,
    obstacles_to_request,
)


class CannotLogRequest(Exception):
    """The request cannot be put down like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[RequestProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class CannotDecideRequest(Exception):
    """The request cannot be decided like this; ``problems`` says why."""

    def __init__(self, problems: Sequence[RequestProblem]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an authority asked, as it was heard or read."""

    kind: AuthorityKind
    way: RequestWay
    asked_by: str
    asked_on: date
    stated_basis: str = ""
    demand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What the management decided; ``given_out`` are categories, never the data."""

    decision: RequestDecision
    reason: str
    officer_asked_on: date | None = None
    legal_basis: str = ""
    given_out: tuple[DataCategory, ...] = ()


@transaction.atomic
def log_authority_request(
    *,
    place: tuple[UUID, UUID, UUID],
    subject_id: UUID | None,
    asked: Asked,
    today: date,
    actor: Actor,
) -> AuthorityRequest:
    """Put down that an authority asked (``place`` is network, carrier, sub-project); nothing is answered by it.

    Raises CannotLogRequest, and writes nothing, when a rule stands in the way.
    """
    problems = obstacles_to_request(asked_by=asked.asked_by, asked_on=asked.asked_on, today=today)
    if problems or actor.id is None:
        raise CannotLogRequest(problems)
    network_id, carrier_id, project_id = place
    request = AuthorityRequest.objects.create(
        network_id=network_id,
        carrier_id=carrier_id,
        project_id=project_id,
        subject_id=subject_id,
        logged_by=actor.id,
        kind=asked.kind.value,
        way=asked.way.value,
        asked_by=asked.asked_by.strip(),
        asked_on=asked.asked_on,
        stated_basis=asked.stated_basis.strip(),
        demand=asked.demand.strip(),
    )
    record(
        actor=actor,
        verb="privacy.authority_asked",
        network_id=network_id,
        carrier_id=carrier_id,
        subject_id=subject_id,
        purpose=Purpose.SECURITY,
        kind=asked.kind.value,
        request=str(request.pk),
    )
    return request


@transaction.atomic
def decide_authority_request(
    *, request: AuthorityRequest, decided: Decided, leads: Collection[UUID], today: date, actor: Actor
) -> AuthorityRequest:
    """Decide on a request; ``leads`` are the sub-projects that the actor heads.

    Raises CannotDecideRequest, and writes nothing, when a rule stands in the way: an answer needs the data
    protection officer's word, a legal basis and the categories given out.
    """
    if (
        request.project_id not in leads
    ):  # whoever put it down sees the row, but the database locks it for heads alone
        raise CannotDecideRequest([RequestProblem.NOT_THE_LEAD])
    request = AuthorityRequest.objects.visible_to(actor, leads).select_for_update().get(pk=request.pk)
    problems = obstacles_to_decision(
        decision=decided.decision,
        reason=decided.reason,
        officer_asked=decided.officer_asked_on is not None,
        legal_basis=decided.legal_basis,
        categories=decided.given_out,
        decided=bool(request.decision),
        leads=request.project_id in leads,
    )
    if problems:
        raise CannotDecideRequest(problems)
    request.decision = decided.decision.value
    request.reason = decided.reason.strip()
    request.officer_asked_on = decided.officer_asked_on
    request.legal_basis = decided.legal_basis.strip()
    request.given_out = [category.value for category in decided.given_out]
    request.decided_by = actor.id
    request.decided_on = today
    request.save()
    record(
        actor=actor,
        verb="privacy.authority_decided",
        network_id=request.network_id,
        carrier_id=request.carrier_id,
        subject_id=request.subject_id,
        purpose=Purpose.SECURITY,
        decision=request.decision,
        given_out=",".join(request.given_out),
        request=str(request.pk),
    )
    return request
