"""Participations are derived by the pure rules from the facts of all carriers, and summed up per network."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from wir.kit.acting import Actor
from wir.monitoring.models import IndicatorTotal, Participation
from wir.monitoring.queries.facts import AT_ONCE, Derived, derived
from wir.monitoring.rules.answers import question_wanted
from wir.monitoring.rules.profiles import EC, Profile

_SUMS = """
select indicator, gender, count(*) from monitoring_participation, unnest(indicators) as indicator
where network_id = %s group by indicator, gender
"""


@transaction.atomic
def derive(*, participant_ids: list[UUID], as_of: date, profile: Profile = EC) -> int:
    """Derive participations anew, with two queries however many they are; return how many have a stay.

    Facts of every carrier count, also of those the actor may not see: they reach the rules, not the actor. No
    audit line: it is no use case but the consequence of one.

    The anchors are locked before the facts are read: two who put down a conversation with the same person at the
    same moment would otherwise each derive without the other's hours.
    """
    found = derived(sorted(participant_ids), as_of=as_of, profile=profile, locked=True)
    rows = [_row(one) for one in found]
    with connection.cursor() as cursor:
        cursor.execute("select monitoring_keep(%s::json)", [json.dumps(rows, default=str)])
    if without_stay := set(participant_ids) - {row["participant_id"] for row in rows}:
        Participation.objects.filter(pk__in=without_stay).delete()
    return len(rows)


@transaction.atomic
def derive_due(*, network_id: UUID, today: date, actor: Actor) -> int:
    """Derive those participations whose answer changes by the passing of time alone; return how many."""
    due = list(
        Participation.objects.visible_to(actor)
        .filter(network_id=network_id, next_change_on__lte=today)
        .values_list("pk", flat=True)[:AT_ONCE]
    )
    if due:
        derive(participant_ids=due, as_of=today)
    return len(due)


@transaction.atomic
def sum_up(*, network_id: UUID, today: date, actor: Actor) -> int:
    """Write the network's figures, which the programme office reads, anew; return how many."""
    with connection.cursor() as cursor:
        cursor.execute(_SUMS, [network_id])
        sums = cursor.fetchall()
    totals = [
        IndicatorTotal(network_id=network_id, indicator=indicator, gender=gender, count=count, as_of=today)
        for indicator, gender, count in sums
    ]
    # Kept rather than deleted and made anew: two jobs at once would meet in the unique key.
    IndicatorTotal.objects.bulk_create(
        totals,
        update_conflicts=True,
        unique_fields=["network", "indicator", "gender"],
        update_fields=["count", "as_of"],
    )
    kept = {(indicator, gender) for indicator, gender, _ in sums}
    before = IndicatorTotal.objects.filter(network_id=network_id).values_list("pk", "indicator", "gender")
    gone = [pk for pk, indicator, gender in before if (indicator, gender) not in kept]
    IndicatorTotal.objects.filter(pk__in=gone).delete()
    return len(sums)


def _row(one: Derived) -> dict[str, object]:
    said, wanted = one.participation, question_wanted(one.participation)
    return {
        "participant_id": one.facts.participant_id,
        "network_id": one.facts.network_id,
        "project_ids": sorted({stay.subproject for stay in one.facts.records}),
        "gender": said.gender or "",
        "state": said.state.value,
        "exit_state": said.exit_state.value if said.exit_state else "",
        "indicators": list(said.indicators),
        "codes": list(said.codes),
        "trace": [trace.as_json() for trace in said.trace],
        "asks": wanted.value if wanted else "",
        "outcome": one.outcome.value if one.outcome else "",
        "entered_on": one.placed.entered_on,
        "exited_on": one.placed.left_on,
        "derived_on": one.as_of,
        "next_change_on": one.next_change_on,
    }
