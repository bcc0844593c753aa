"""The facts behind participations, of every carrier, as the rules want them, and what the rules say of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from wir.kit.births import Birth
from wir.monitoring.rules import participations as rules
from wir.monitoring.rules.births import birth_for_figures
from wir.monitoring.rules.profiles import EC, Profile
from wir.monitoring.rules.programme_rate import Denominator, Outcome, Placed, Placement
from wir.monitoring.rules.records import FollowUp, Qualification, Record, StatusEvent
from wir.monitoring.rules.vocabulary import Answer, Employment, Gender, Improvement, Region, State
from wir.people.models import Person
from wir.placement.rules import OpportunityKind

MINUTES = Decimal(60)
AT_ONCE = 500
"""Participants whose facts are fetched with one query."""
_FACTS = "select participant_id, network_id, stays from monitoring_facts(%s, %s)"
_LOCKED_FACTS = "select participant_id, network_id, stays from monitoring_locked_facts(%s, %s)"
SUPPORTED = (State.REPORTED, State.INCOMPLETE)
"""Participations above the threshold without contradiction; the programme's own rate is about these."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything recorded about one participant of a network: a record per stay, and placements."""

    participant_id: UUID
    network_id: UUID
    records: tuple[Record, ...]
    placements: frozenset[Placement]


@dataclass(frozen=True, slots=True)
class Derived:
    """What the rules say on the day ``as_of``, beside the facts."""

    facts: Facts
    as_of: date
    participation: rules.Participation
    placed: Placed

    @property
    def outcome(self) -> Outcome | None:
        """The main outcome reached by that day."""
        return self.placed.main_outcome(as_of=self.as_of)

    @property
    def left(self) -> bool:
        """Whether the last stay had ended by that day."""
        return self.placed.belongs_to(Denominator.LEAVERS, as_of=self.as_of)

    @property
    def next_change_on(self) -> date | None:
        """The first later day on which passing time alone changes the answer: a window ends, a job begins."""
        starts = [one.started_on for one in self.facts.placements if one.started_on > self.as_of]
        known = self.participation.next_change_on
        return min(starts if known is None else [*starts, known], default=None)


def derived(
    participant_ids: list[UUID], *, as_of: date, profile: Profile = EC, locked: bool = False
) -> Iterator[Derived]:
    """Yield what the rules say of each participant that has a stay, as the facts stood on that day."""
    for start in range(0, len(participant_ids), AT_ONCE):
        for facts in facts_of(participant_ids[start : start + AT_ONCE], until=as_of, locked=locked):
            yield Derived(
                facts,
                as_of,
                rules.derive(facts.records, profile=profile, as_of=as_of),
                _placed(facts, as_of),
            )


def facts_of(participant_ids: list[UUID], *, until: date, locked: bool = False) -> Iterator[Facts]:
    """Yield the facts of each participant that has a stay, in one query; hours count up to and with ``until``.

    The owner function looks past the walls between carriers of one network; the facts are for the rules alone.
    ``locked``: the anchors are locked first, for whoever writes down what follows from the facts.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LOCKED_FACTS if locked else _FACTS, [participant_ids, until])
        found = cursor.fetchall()
    for participant_id, network_id, stays in found:
        raw = json.loads(stays) if isinstance(stays, str) else stays
        yield Facts(
            participant_id,
            network_id,
            tuple(_record(participant_id, network_id, stay) for stay in raw),
            frozenset(one for stay in raw for one in _placements(stay["spells"])),
        )


def participant_of(person_id: UUID) -> UUID:
    """Return the anchor of a file, for reactions: whoever caused the event sees the file, the database checks."""
    return Person.objects.values_list("participant_id", flat=True).get(pk=person_id)


def _placed(facts: Facts, as_of: date) -> Placed:
    """Entry is the first one; left is who left the stay that began last by the day."""
    begun = [stay for stay in facts.records if stay.entered_on <= as_of] or list(facts.records)
    last = max(begun, key=lambda stay: (stay.entered_on, stay.left_on or date.max))
    return Placed(
        str(facts.participant_id),
        min(stay.entered_on for stay in begun),
        last.left_on,
        tuple(facts.placements),
    )


def _placements(spells: list[list[Any]]) -> Iterator[Placement]:
    """Only insured work counts as work; internships, courses and introductory training are on the way."""
    for kind, insured, starts_on in spells:
        match kind:
            case OpportunityKind.APPRENTICESHIP:
                yield Placement(Outcome.TRAINING, date.fromisoformat(starts_on))
            case OpportunityKind.JOB if insured:
                yield Placement(Outcome.WORK, date.fromisoformat(starts_on))
            case OpportunityKind.SCHOOL:
                yield Placement(Outcome.SCHOOL, date.fromisoformat(starts_on))


def _record(participant_id: UUID, network_id: UUID, stay: dict[str, Any]) -> Record:
    return Record(
        person=str(participant_id),
        operation=str(network_id),
        subproject=stay["project"],
        # category of region is the same all over the programme until a network reports another
        region=Region.MORE_DEVELOPED,
        direct=True,
        hours=Decimal(stay["minutes"]) / MINUTES,
        entered_on=date.fromisoformat(stay["entered_on"]),
        gender=Gender(stay["gender"]) if stay["gender"] else None,
        born_on=birth_for_figures(_birth(stay), date.fromisoformat(stay["entered_on"])),
        stated_status=Employment(stay["employment"]) if stay["employment"] else None,
        unemployed_since=_day(stay["unemployed_since"]),
        in_education=stay["in_education"],
        isced=stay["isced"],
        disability=_answer(stay["disability"]),
        citizenships=tuple(stay["citizenships"]) or None,
        foreign_background=_answer(stay["foreign_background"]),
        minority=_answer(stay["minority"]),
        homeless=_answer(stay["homeless"]),
        degurba=stay["degurba"],
        left_on=_day(stay["exited_on"]),
        exit_events=tuple(
            StatusEvent(date.fromisoformat(on), Employment(status)) for on, status in stay["statuses"]
        ),
        education_started_on=_day(stay["education_from"]),
        in_education_in_window=bool(stay["education_in_window"]),
        qualification=_qualification(stay),
        follow_up=_follow_up(stay["follow_up"]),
    )


def _birth(stay: dict[str, Any]) -> Birth | None:
    on, year = _day(stay["born_on"]), stay["birth_year"]
    if on is not None:
        return Birth(on.year, on.month, on.day)
    return None if year is None else Birth(year, stay["birth_month"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _answer(text: str | None) -> Answer | None:
    return Answer(text) if text else None


def _qualification(stay: dict[str, Any]) -> Qualification | None:
    on = _day(stay["qualification_on"])
    return Qualification(on, certified=bool(stay["qualification_certified"])) if on else None


def _follow_up(raw: dict[str, Any] | None) -> FollowUp | None:
    if raw is None:
        return None
    return FollowUp(
        date.fromisoformat(raw["on"]),
        Employment(raw["status"]),
        tuple(Improvement(one) for one in raw["improvements"]),
    )
