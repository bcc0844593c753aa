"""What every address answers to whom: the one table of the attack test.

A new route: add one line to ``TABLE`` (name of the route, who may, how it answers). A new kind of thing in an address:
one entry in ``PARAMETERS`` and a builder in ``attack_world``. A new role: one member of ``Who`` and its columns in the
patterns. What is missing fails the suite and says which line to add.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """Who attacks. All but the last are signed in."""

    ADVISOR = "advisor"
    """advises in Hafen"""
    LEAD = "project_lead"
    """leads Hafen"""
    COORDINATOR = "coordinator"
    """coordinates the network of Hafen: another legal entity, so no names"""
    OFFICE = "programme_office"
    FORMER = "former"
    """advised in Hafen until yesterday: signed in, but without any role"""
    NOBODY = "nobody"
    """signed out"""


class Relation(StrEnum):
    """How the thing in the address stands to the one who asks (seen from Hafen)."""

    OWN = "own"
    """of a person the advisor is case team of"""
    COLLEAGUE = "colleague"
    """of a colleague's case in the same sub-project"""
    RELEASED = "released"
    """of a person of another sub-project, released to advisor and lead by a grant"""
    SIBLING = "sibling"
    """other sub-project, same carrier"""
    CARRIER = "carrier"
    """other carrier, same network"""
    NETWORK = "network"
    """other network"""
    UNKNOWN = "unknown"
    """an id that nothing has"""
    STRAY = "stray"
    """an own person, and below it a thing of the colleague's person: both open, but not together"""
    SMUGGLED = "smuggled"
    """an own person, and below it a thing of another network"""
    NONE = "none"
    """the address names no thing"""


NEEDS_TWO = frozenset({Relation.STRAY, Relation.SMUGGLED})
IN_DETAIL = (Relation.OWN, Relation.COLLEAGUE, Relation.RELEASED, Relation.SIBLING, Relation.CARRIER, Relation.NETWORK,
             Relation.UNKNOWN, Relation.STRAY, Relation.SMUGGLED)  # fmt: skip
ATTACKS: dict[Who, tuple[Relation, ...]] = {
    Who.ADVISOR: IN_DETAIL,
    Who.LEAD: (Relation.OWN, Relation.RELEASED, Relation.SIBLING, Relation.SMUGGLED),
    Who.COORDINATOR: (Relation.OWN, Relation.CARRIER, Relation.NETWORK, Relation.SMUGGLED),
    Who.OFFICE: (Relation.OWN, Relation.NETWORK),
    Who.FORMER: (Relation.OWN, Relation.NETWORK),
    Who.NOBODY: (Relation.OWN, Relation.UNKNOWN),
}
"""Which relations each asks for: the advisor for all; the others where theirs differ from an advisor's."""

READS: dict[Who, frozenset[Relation]] = {
    Who.ADVISOR: frozenset({Relation.OWN, Relation.COLLEAGUE, Relation.RELEASED}),
    Who.LEAD: frozenset({Relation.OWN, Relation.COLLEAGUE, Relation.RELEASED}),
}
"""Whose names and titles may stand on any page, list, suggestion or download of somebody; all others on none."""

SHARES: dict[Who, frozenset[Relation]] = dict.fromkeys(
    (Who.ADVISOR, Who.LEAD, Who.COORDINATOR), frozenset(IN_DETAIL) - {Relation.NETWORK}
)
"""Whose network's shared things (opportunities) somebody may read of."""

Pattern = dict[Who, frozenset[Relation]]
"""To whom an address is open for which relation. What does not stand in it is closed: 404, or the sign-in."""


def grants(relations: Set[Relation], *who: Who) -> Pattern:
    """Return the pattern that opens these relations to these."""
    return {one: frozenset(relations) for one in who}


IN_FILES = (Who.ADVISOR, Who.LEAD)
SIGNED_IN = tuple(one for one in Who if one is not Who.NOBODY)

# things of one person
CASE_FILE = grants({Relation.OWN, Relation.COLLEAGUE, Relation.RELEASED}, *IN_FILES)
"""The file: everybody who works in its sub-project, and those to whom it was released."""
OWN_PROJECT = grants({Relation.OWN, Relation.COLLEAGUE}, *IN_FILES)
"""Only who works in the sub-project itself; a release is not enough."""
IN_NETWORK = grants(
    {Relation.OWN, Relation.COLLEAGUE, Relation.RELEASED, Relation.SIBLING, Relation.CARRIER},
    *IN_FILES,
    Who.COORDINATOR,
)
"""Things without personal data that a network shares."""

DECIDED_BY = grants({Relation.OWN}, Who.ADVISOR) | grants({Relation.OWN, Relation.COLLEAGUE}, Who.LEAD)
"""The case team and the head of the sub-project."""
ROLE_OF_NETWORK = grants(
    {Relation.OWN, Relation.COLLEAGUE, Relation.RELEASED, Relation.SIBLING, Relation.CARRIER}, Who.COORDINATOR
)
"""Roles in the sub-projects, for who coordinates the network."""

# pages without a thing
EVERYBODY = grants({Relation.NONE}, *SIGNED_IN)
WORKS_IN_FILES = grants({Relation.NONE}, *IN_FILES)
OF_A_NETWORK = grants({Relation.NONE}, *IN_FILES, Who.COORDINATOR)
PUBLIC = grants({Relation.NONE}, *Who)


@dataclass(frozen=True, slots=True)
class Line:
    """One address: to whom it is open, and the status it answers them with; None is a method it does not know (405)."""

    pattern: Pattern
    get: int | None = 200
    post: int | None = None
    post_pattern: Pattern | None = None
    """Who may send the form, where more may read the page."""
    framework: bool = False
    """Whether it is a page of the framework about the own account: what it answers to whom is tested by its makers."""

    def open_to(self, who: Who, relation: Relation, method: str) -> bool:
        """Say whether it answers."""
        pattern = self.post_pattern if method == "POST" and self.post_pattern else self.pattern
        return relation in pattern.get(who, frozenset())


def page(pattern: Pattern) -> Line:
    """Return the line of a page that is only read."""
    return Line(pattern)


def form(pattern: Pattern) -> Line:
    """Return the line of a page with a form; an empty form is asked again (422)."""
    return Line(pattern, post=422)


def button_below(pattern: Pattern) -> Line:
    """Return the line of a page with a button, or with a form in which nothing is compulsory."""
    return Line(pattern, post=302)


def button(pattern: Pattern) -> Line:
    """Return the line of an address behind a single button: it leads on, also when opened by hand after a sign-in."""
    return Line(pattern, get=302, post=302)


def of_the_framework(pattern: Pattern) -> Line:
    """Return the line of a page of the sign-in: signed out it leads to the sign-in or is public; it never fails."""
    return Line(pattern, framework=True)


PARAMETERS = {
    "person_id": "person",
    "stay_id": "stay",
    "goal_id": "goal",
    "step_id": "step",
    "task_id": "task",
    "opportunity_id": "opportunity",
    "application_id": "application",
    "spell_id": "spell",
    "check_in_id": "check_in",
    "preview_id": "preview",
    "grant_id": "grant",
    "membership_id": "membership",
}
"""What the parameters of addresses name: a kind that ``attack_world.BUILDERS`` can make."""

FIXED = {"key": "EECO01"}
"""Parameters that name no thing of anybody."""

TABLE: dict[str, Line] = {
    "desk:day": page(EVERYBODY),
    "desk:search": page(EVERYBODY),
    "desk:caseload": page(EVERYBODY),
    "desk:intake": form(WORKS_IN_FILES),
    "desk:likely": Line(WORKS_IN_FILES, get=None, post=200),
    "desk:case": page(CASE_FILE),
    "desk:history": page(CASE_FILE),
    "desk:access": Line(CASE_FILE, post=422, post_pattern=DECIDED_BY),
    "desk:admission": form(OWN_PROJECT),
    "desk:leaving": form(CASE_FILE),
    "people:upload": form(EVERYBODY),
    "people:list": button_below(OWN_PROJECT),
    "people:refused": page(OWN_PROJECT),
    "people:residence": form(CASE_FILE),
    "people:procedure": button_below(CASE_FILE),
    "eligibility:work": button_below(CASE_FILE),
    "eligibility:circumstances": button_below(CASE_FILE),
    "counselling:contacts": form(CASE_FILE),
    "counselling:plan": page(CASE_FILE),
    "counselling:agree_goal": Line(CASE_FILE, get=302, post=422),
    "counselling:add_step": Line(CASE_FILE, get=302, post=422),
    "counselling:reach_goal": button(CASE_FILE),
    "counselling:finish_step": button(CASE_FILE),
    "placement:opportunities": page(EVERYBODY),
    "placement:add_opportunity": form(OF_A_NETWORK),
    "placement:providers": page(EVERYBODY),
    "placement:opportunity": button_below(IN_NETWORK),
    "placement:case": form(CASE_FILE),
    "placement:application": form(CASE_FILE),
    "placement:start": form(CASE_FILE),
    "placement:end": form(CASE_FILE),
    "aftercare:case": page(CASE_FILE),
    "aftercare:hold": form(CASE_FILE),
    "monitoring:report": page(EVERYBODY),
    "monitoring:workbook": page(EVERYBODY),
    "monitoring:behind": page(EVERYBODY),
    "monitoring:case": page(CASE_FILE),
    "monitoring:entry": form(CASE_FILE),
    "monitoring:exit": form(CASE_FILE),
    "monitoring:status": form(CASE_FILE),
    "monitoring:follow_up": form(CASE_FILE),
    "network:network": page(EVERYBODY),
    "network:roles": page(EVERYBODY),
    "network:own_rights": page(EVERYBODY),
    "network:releases": page(OF_A_NETWORK),
    "network:deputy": form(WORKS_IN_FILES),
    "network:close": button(OWN_PROJECT),
    "network:role": Line(ROLE_OF_NETWORK, post=422),
    "tasks:tasks": Line(EVERYBODY, post=422, post_pattern=WORKS_IN_FILES),
    "tasks:finish": button(CASE_FILE),
    "tasks:reopen": button(CASE_FILE),
    "account_login": of_the_framework(PUBLIC),
    "account_logout": of_the_framework(EVERYBODY),
    "account_inactive": of_the_framework(PUBLIC),
    "account_reauthenticate": of_the_framework(EVERYBODY),
    "account_change_password": of_the_framework(EVERYBODY),
    "mfa_index": of_the_framework(EVERYBODY),
    "mfa_authenticate": of_the_framework(EVERYBODY),
    "mfa_reauthenticate": of_the_framework(EVERYBODY),
    "mfa_activate_totp": of_the_framework(EVERYBODY),
    "mfa_deactivate_totp": of_the_framework(EVERYBODY),
    "mfa_view_recovery_codes": of_the_framework(EVERYBODY),
    "mfa_generate_recovery_codes": of_the_framework(EVERYBODY),
    "mfa_download_recovery_codes": of_the_framework(EVERYBODY),
    "kit:gallery": page(PUBLIC),
    "set_language": of_the_framework(PUBLIC),
}
