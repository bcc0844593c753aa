"""What every walled table lets whom do: the one table of the test of the walls.

A new table: one line in ``WALLS``, and rows in ``attack_world``. What is missing fails the suite.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tests.attack_table import IN_FILES, Pattern, Relation, Who, grants


class Command(StrEnum):
    """What the database can be asked to do with a row."""

    SELECT = "select"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


COMMANDS = tuple(Command)

HERE = frozenset({Relation.OWN, Relation.COLLEAGUE})
REACHED = HERE | {Relation.RELEASED}
NETWORK = REACHED | {Relation.SIBLING, Relation.CARRIER}
ANY = NETWORK | {Relation.NETWORK}

NO = grants(frozenset())
FILE = grants(REACHED, *IN_FILES)
"""Rows of the file: its sub-project, and those to whom it was released."""
PROJECT = grants(HERE, *IN_FILES)
"""Rows of the sub-project alone."""
TEAM = grants(frozenset({Relation.OWN}), Who.ADVISOR)
"""Notes: the case team, no colleague, no lead."""
OVERSEEN = FILE | grants(NETWORK, Who.COORDINATOR)
"""Rows without names: also for who oversees the network."""
EVERYONE_THERE = grants(NETWORK, *IN_FILES, Who.COORDINATOR, Who.OFFICER)
WORKS_THERE = grants(NETWORK, *IN_FILES)
"""Who works in any sub-project of the network."""
RUN = grants(NETWORK, Who.COORDINATOR)
TRAIL = grants(NETWORK, Who.OFFICER)
"""What is read of a whole network for data protection."""
PARTICIPATIONS = PROJECT | RUN
DESCRIBES = RUN | grants(HERE | {Relation.SIBLING}, Who.LEAD)
"""Who answers for a carrier: the heads of its sub-projects, and who oversees the network."""
OWN_LINE = grants(frozenset({Relation.OWN}), Who.ADVISOR)
"""What whoever wrote it reads: no colleague, no lead."""
LED = grants(HERE, Who.LEAD)
ALL = grants(ANY, *Who)


@dataclass(frozen=True, slots=True)
class Wall:
    """Who reads, and who adds, changes and removes rows of a table; who changes them also removes them."""

    reads: Pattern
    adds: Pattern
    changes: Pattern
    removes: Pattern | None = None
    """Who removes rows, where it is not who changes them."""

    def of(self, command: Command) -> Pattern:
        """Return to whom the command is open."""
        removes = self.changes if self.removes is None else self.removes
        return {
            Command.SELECT: self.reads,
            Command.INSERT: self.adds,
            Command.UPDATE: self.changes,
            Command.DELETE: removes,
        }[command]


def rows(pattern: Pattern, writes: Pattern | None = None) -> Wall:
    """Return the wall of rows that who reads them may also write, or fewer."""
    return Wall(pattern, writes or pattern, writes or pattern)


def kept(reads: Pattern, adds: Pattern, changes: Pattern) -> Wall:
    """Return the wall of rows that are changed and never removed."""
    return Wall(reads, adds, changes, NO)


def only_grows(pattern: Pattern) -> Wall:
    """Return the wall of history: triggers write it as whoever acts; nobody changes or removes a line."""
    return Wall(pattern, ALL, NO)


WALLS: dict[str, Wall] = {
    "aftercare_checkin": rows(FILE),
    "counselling_appointment": rows(FILE),
    "counselling_calendarfeed": rows(OWN_LINE),
    "counselling_contact": rows(FILE),
    "counselling_contactevent": only_grows(FILE),
    "counselling_contactdraft": rows(OWN_LINE),
    "counselling_contactnote": rows(TEAM),
    "counselling_goal": rows(FILE),
    "counselling_groupsession": rows(PROJECT),
    "counselling_guardian": rows(FILE),
    "counselling_guardianevent": only_grows(FILE),
    "counselling_legalquestion": rows(FILE),
    "counselling_matter": rows(FILE),
    "counselling_matterevent": only_grows(FILE),
    "counselling_needstalk": rows(TEAM),
    "counselling_networkway": rows(EVERYONE_THERE, WORKS_THERE),
    "counselling_notice": rows(FILE),
    "counselling_noticeevent": only_grows(FILE),
    "counselling_planagreement": rows(FILE),
    "counselling_power": rows(FILE),
    "counselling_powerevent": only_grows(FILE),
    "counselling_stay": rows(OVERSEEN, FILE),
    "counselling_stayevent": only_grows(OVERSEEN),
    "counselling_step": rows(FILE),
    "counselling_waiting": rows(PROJECT),
    "eligibility_assessment": rows(FILE),
    "eligibility_clocksetting": rows(EVERYONE_THERE, RUN),
    "eligibility_legalclock": rows(FILE),
    "eligibility_sentencerelease": rows(EVERYONE_THERE, RUN),
    "eligibility_targetpolicy": rows(EVERYONE_THERE, RUN),
    "eligibility_circumstances": rows(FILE),
    "eligibility_circumstancesevent": only_grows(FILE),
    "files_filechunk": rows(FILE),
    "files_storedfile": rows(FILE),
    "monitoring_entryrecord": rows(FILE),
    "monitoring_entryrecordevent": only_grows(FILE),
    "monitoring_exitrecord": rows(FILE),
    "monitoring_exitrecordevent": only_grows(FILE),
    "monitoring_followup": rows(FILE),
    "monitoring_followupevent": only_grows(FILE),
    "monitoring_indicatortotal": Wall(EVERYONE_THERE, NO, NO),  # written by the machine
    "monitoring_laterstatus": rows(FILE),
    "monitoring_laterstatusevent": only_grows(FILE),
    "monitoring_participation": rows(PARTICIPATIONS, PROJECT),
    "network_breakglass": Wall(TEAM | grants(HERE, Who.LEAD) | TRAIL, NO, NO),
    "network_carrier": rows(EVERYONE_THERE, RUN),
    "network_controller": kept(EVERYONE_THERE, DESCRIBES, DESCRIBES),
    "network_controllerevent": only_grows(EVERYONE_THERE),
    "network_duplicatebasis": kept(EVERYONE_THERE, RUN, RUN),
    "network_grant": rows(
        PROJECT
        | RUN
        | {
            Who.ADVISOR: REACHED,  # and who holds a grant sees their own
            Who.LEAD: REACHED,
            Who.OFFICER: NETWORK,  # those by which closed files were opened
        },
        PROJECT,
    ),
    "network_invitation": rows(PROJECT | RUN),
    "network_membership": rows(
        EVERYONE_THERE | grants(frozenset({Relation.OWN}), Who.OFFICE, Who.FORMER), PROJECT | RUN
    ),
    "network_network": rows(EVERYONE_THERE, RUN),
    "network_project": rows(EVERYONE_THERE, RUN),
    "people_duplicatecount": Wall(OWN_LINE, NO, NO),  # the owner's function alone counts
    "people_duplicatemark": rows(FILE),
    "people_householdmember": rows(FILE),
    "people_householdmemberevent": only_grows(FILE),
    "people_languageskill": rows(FILE),
    "people_listpreview": rows(PROJECT),
    "people_linkdecision": Wall(FILE, PROJECT, PROJECT),
    "people_merge": Wall(FILE, PROJECT, PROJECT),
    "people_namekeys": rows(FILE),
    "people_participant": rows(EVERYONE_THERE, WORKS_THERE),
    "people_person": rows(FILE),
    "people_personevent": only_grows(FILE),
    "people_personidentity": rows(FILE),
    "people_personidentityevent": only_grows(FILE),
    "people_procedure": rows(FILE),
    "people_procedureevent": only_grows(FILE),
    "people_profile": rows(FILE),
    "people_profileevent": only_grows(FILE),
    "people_qualification": rows(FILE),
    "people_qualificationevent": only_grows(FILE),
    "people_requirement": rows(FILE),
    "people_residence": rows(FILE),
    "people_residenceevent": only_grows(FILE),
    "people_schooling": rows(FILE),
    "people_schoolingevent": only_grows(FILE),
    "people_sealedneed": Wall(NO, TEAM, NO),  # read and changed only where an action opened it
    "people_workexperience": rows(FILE),
    "people_workexperienceevent": only_grows(FILE),
    "placement_application": rows(FILE),
    "placement_applicationevent": only_grows(FILE),
    "placement_opportunity": rows(EVERYONE_THERE, WORKS_THERE | RUN),
    "placement_spell": rows(FILE),
    "placement_spellevent": only_grows(FILE),
    "post_message": rows(OVERSEEN, FILE),
    "post_messagecontent": Wall(NO, FILE, NO),  # the sending job alone reads it
    "privacy_auditentry": only_grows(TEAM | TRAIL),
    "privacy_auditseal": Wall(TRAIL, NO, NO),
    "privacy_authorityrequest": kept(OWN_LINE | LED, OWN_LINE, LED),
    "privacy_consent": rows(FILE),
    "privacy_disclosure": rows(FILE),
    "privacy_inquiry": Wall(TRAIL, grants(frozenset({Relation.OWN}), Who.OFFICER), NO),
    "privacy_noticegiven": rows(FILE),
    "privacy_retentionhold": kept(FILE | TRAIL, TRAIL, TRAIL),
    "privacy_retentionorder": rows(FILE | TRAIL, FILE),
    "privacy_retentionsetting": rows(EVERYONE_THERE, RUN | grants(frozenset({Relation.OWN}), *IN_FILES)),
    "privacy_sharingconsent": rows(FILE),
    "tasks_task": rows(FILE),
    "tasks_taskrule": Wall(EVERYONE_THERE, RUN | LED, NO),
}

EMPTY: dict[str, str] = {
    "post_messagecontent": "read by the sending job alone; wir/post/tests/test_outbox.py tries its wall",
}
"""Tables without rows in the attacked world, and why."""

KEYS_WITHOUT_NETWORK: dict[tuple[str, str], str] = {}
"""Keys between walled tables that do not carry the network, and why: (table, column)."""
