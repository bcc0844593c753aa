"""What must hold of the main job at every moment, as SQL; each query counts the rows that break it."""

from __future__ import annotations

import psycopg
from django.db import connections

from wir.privacy import queries
from wir.privacy.cli import check
from wir.privacy.tasks import seal

WHOLE = {
    "a file without a name": """
        select count(*) from people_person p
        where not exists (select from people_personidentity i where i.person_id = p.id)""",
    "a file without its participant": """
        select count(*) from people_person p
        where not exists (select from people_participant a where a.id = p.participant_id)""",
    "a stay without consent": """
        select count(*) from counselling_stay s
        where not exists (select from privacy_consent c where c.subject_id = s.person_id)""",
    "a stay without its three notices": """
        select count(*) from counselling_stay s
        where (select count(distinct purpose) from privacy_noticegiven n where n.subject_id = s.person_id) < 3""",
    "a stay without a case team": """
        select count(*) from counselling_stay s
        where not exists (select from network_grant g where g.subject_id = s.person_id)""",
    "a stay without derived figures": """
        select count(*) from counselling_stay s
        where not exists (select from monitoring_participation m where m.participant_id = s.participant_id)""",
    "an entry that the figures do not know": """
        select count(*) from counselling_stay s
        where not exists (select from monitoring_entryrecord e where e.stay_id = s.id)""",
    "a contact whose note is missing": """
        select count(*) from counselling_contact c
        where has_note and not exists (select from counselling_contactnote n where n.id = c.id)""",
    "a step with a day but without a task": """
        select count(*) from counselling_step s
        where due_on is not null and not exists (select from tasks_task t where t.id = s.task_id)""",
    "a spell without check-ins": """
        select count(*) from placement_spell s
        where not exists (select from aftercare_checkin c where c.spell_id = s.id)""",
    "a check-in without its task": """
        select count(*) from aftercare_checkin c
        where not exists (select from tasks_task t where t.id = c.task_id)""",
    "a check-in held whose task is open": """
        select count(*) from aftercare_checkin c join tasks_task t on t.id = c.task_id
        where c.held_on is not null and t.done_on is null""",
    "an exit without a reason": """
        select count(*) from counselling_stay where exited_on is not null and exit_reason = ''""",
    "a stay without its history": """
        select count(*) from counselling_stay s
        where not exists (select from counselling_stayevent e where e.pgh_obj_id = s.id)""",
}
AUDITED = {
    "people.person_added": "select count(*) from people_person",
    "counselling.stay_began": "select count(*) from counselling_stay",
    "counselling.stay_ended": "select count(*) from counselling_stay where exited_on is not null",
    "counselling.contact_recorded": "select count(*) from counselling_contact",
    "placement.opportunity_added": "select count(*) from placement_opportunity",
    "placement.applied": "select count(*) from placement_application",
    "placement.spell_started": "select count(*) from placement_spell",
    "aftercare.check_in_held": "select count(*) from aftercare_checkin where held_on is not null",
}
"""For each of these rows there is exactly one line of the audit trail."""


def broken(superuser: str) -> dict[str, int]:
    """Return how many rows break which rule; rows without their audit line count by the difference."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        found = {what: _count(connection, query) for what, query in WHOLE.items()}
        for verb, rows in AUDITED.items():
            lines = _count(connection, f"select count(*) from privacy_auditentry where verb = '{verb}'")
            found[f"{verb}: rows without exactly one audit line"] = abs(lines - _count(connection, rows))
    return {what: number for what, number in found.items() if number}


def broken_chains() -> list[str]:
    """Seal what waits, then say which chain of the trail does not hold, and where."""
    connections.close_all()  # the server may be another one by now
    found = []
    for chain in queries.chains():
        seal(chain)
        _, findings = check(chain)
        found += [f"chain {chain}: {one.fault} at {one.number}" for one in findings]
    return found


def count(superuser: str, query: str) -> int:
    """Return the one number a query gives."""
    with psycopg.connect(superuser, autocommit=True) as connection:
        return _count(connection, query)


def _count(connection: psycopg.Connection[tuple[object, ...]], query: str) -> int:
    row = connection.execute(query.encode()).fetchone()
    return int(str(row[0])) if row else 0
