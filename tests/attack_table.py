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
    OFFICER = "data_protection"
    """data protection officer of the network of Hafen: reads its trail, and no file"""
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
    Who.OFFICER: (Relation.OWN, Relation.CARRIER, Relation.NETWORK, Relation.SMUGGLED),
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

TWO_FILES = OWN_PROJECT | grants({Relation.OWN, Relation.COLLEAGUE, Relation.STRAY}, Who.ADVISOR)
"""Two files of the sub-project, whosever they are."""
CASE_TEAM = grants({Relation.OWN}, Who.ADVISOR)
"""What is closed even to the sub-project."""
WHATEVER_BELOW = CASE_FILE | {
    Who.ADVISOR: CASE_FILE[Who.ADVISOR] | NEEDS_TWO,
    Who.LEAD: CASE_FILE[Who.LEAD] | {Relation.SMUGGLED},
}
"""The file, and an address that does not say whether the thing below it is one of the file."""
MEMBERS = grants({Relation.OWN, Relation.COLLEAGUE}, Who.LEAD) | ROLE_OF_NETWORK
"""Memberships and invitations, for whoever answers for them."""
CARRIERS = (
    grants({Relation.OWN, Relation.COLLEAGUE, Relation.RELEASED, Relation.SIBLING}, Who.LEAD)
    | ROLE_OF_NETWORK
)
"""Carriers, for whoever answers for what they do with data."""
AUDITED = grants(ROLE_OF_NETWORK[Who.COORDINATOR], Who.OFFICER)
"""What the data protection officer of the network answers for."""
DOCUMENTS = IN_NETWORK | AUDITED
"""Papers about carriers, for everybody in their network."""
ONESELF = grants({Relation.OWN}, Who.ADVISOR)
"""What only the advisor whose it is may change: the thing of this kind belongs to a member of staff."""
SESSIONS = grants(frozenset(IN_DETAIL), *SIGNED_IN)
"""Opened by hand, whatever its number, the address leads back to the own list."""
WITH_LINK = grants(frozenset(IN_DETAIL) - {Relation.UNKNOWN} - NEEDS_TWO, *Who)
"""Whoever holds the secret link."""

# pages without a thing
EVERYBODY = grants({Relation.NONE}, *SIGNED_IN)
WORKS_IN_FILES = grants({Relation.NONE}, *IN_FILES)
OF_A_NETWORK = grants({Relation.NONE}, *IN_FILES, Who.COORDINATOR)
ANSWERS_FOR_MEMBERS = grants({Relation.NONE}, Who.LEAD, Who.COORDINATOR)
COORDINATES = grants({Relation.NONE}, Who.COORDINATOR)
FOUNDS = grants({Relation.NONE}, Who.OFFICE)
READS_TRAIL = grants({Relation.NONE}, Who.OFFICER)
PUBLIC = grants({Relation.NONE}, *Who)


@dataclass(frozen=True, slots=True)
class Line:
    """One address: to whom it is open, and the status it answers them with; None is a method it does not know (405)."""

    pattern: Pattern
    get: int | None = 200
    post: int | None = None
    post_pattern: Pattern | None = None
    """Who may send the form, where more may read the page."""
    turned_back: int = 404
    """What those get who may read the page and not send the form; they write nothing."""
    elsewhere: frozenset[Who] = frozenset()
    """Who is led to a page of their own (302)."""
    refused: int | None = None
    """What everybody else gets at once where that is neither 404 nor the sign-in, signed in or not."""
    signed_out: int | None = None
    """What whoever is signed out gets instead, where that is not the sign-in."""
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


def led_back(pattern: Pattern, *, post: int) -> Line:
    """Return the line of a form that stands on another page: opened by hand it leads there."""
    return Line(pattern, get=302, post=post)


def for_machines(pattern: Pattern) -> Line:
    """Return the line of an address of the interface for machines, which lead nobody to a sign-in."""
    return Line(pattern, refused=401)


def of_the_framework(pattern: Pattern) -> Line:
    """Return the line of a page of the sign-in: signed out it leads to the sign-in or is public; it never fails."""
    return Line(pattern, framework=True)


PARAMETERS = {
    "person_id": "person",
    "stay_id": "stay",
    "goal_id": "goal",
    "step_id": "step",
    "task_id": "task",
    "project_id": "project",
    "opportunity_id": "opportunity",
    "application_id": "application",
    "spell_id": "spell",
    "check_in_id": "check_in",
    "preview_id": "preview",
    "grant_id": "grant",
    "membership_id": "membership",
    "carrier_id": "carrier",
    "network_id": "network",
    "consent_id": "consent",
    "sharing_id": "sharing",
    "file_id": "file",
    "need_id": "need",
    "opening_id": "opening",
    "inquiry_id": "inquiry",
    "invitation_id": "invitation",
    "token": "token",
    "session_id": "session",
    "basis_id": "basis",
    "other_id": "double",
    "merge_id": "merge",
    "decision_id": "decision",
    "request_id": "request",
    "hold_id": "hold",
    "message_id": "message",
    "matter_id": "matter",
    "notice_id": "notice",
    "power_id": "power",
    "question_id": "question",
    "talk_id": "talk",
    "waiting_id": "waiting",
    "entry_id": "entry",
    "member_id": "member",
    "requirement_id": "requirement",
    "paper_id": "paper",
    "appointment_id": "appointment",
    "group_id": "group",
    "contact_id": "contact",
    "secret": "feed",
}
"""What the parameters of addresses name: a kind that ``attack_world.BUILDERS`` can make."""

FIXED = {
    "key": "EECO01",
    "what": "silence",
    "card": "namen",
    "kind": "sprache",
    "purpose": "counselling",
    "slug": "folgenabschaetzung",
    "language": "de",
    "audience": "person",
    "uidb36": "1",
    "pk": "1",
    "phase": "arrival",
    "provider_id": "unknown",
}
"""Parameters that name no thing of anybody."""

TABLE: dict[str, Line] = {
    "desk:day": Line(EVERYBODY, elsewhere=frozenset({Who.OFFICER})),
    "desk:search": button_below(EVERYBODY),
    "desk:caseload": button_below(EVERYBODY),
    "desk:intake": form(WORKS_IN_FILES),
    "desk:likely": Line(WORKS_IN_FILES, get=None, post=200),
    "desk:elsewhere": Line(WORKS_IN_FILES, get=None, post=200),
    "desk:between": form(CASE_FILE),
    "desk:leave_between": Line(CASE_FILE, get=None, post=302),
    "desk:authorities": page(EVERYBODY),
    "desk:new_request": form(WORKS_IN_FILES),
    "desk:authority": form(DECIDED_BY),
    "desk:case": page(CASE_FILE),
    "desk:history": page(CASE_FILE),
    "desk:doubles": page(OWN_PROJECT),
    "desk:merge": form(TWO_FILES),
    "desk:unmerge": button(OWN_PROJECT),
    "desk:in_network": form(OWN_PROJECT),
    "desk:part": button(OWN_PROJECT),
    "desk:access": Line(CASE_FILE, post=422, post_pattern=DECIDED_BY),
    "desk:admission": form(OWN_PROJECT),
    "desk:automatic": Line(OF_A_NETWORK, get=302),
    "desk:automatic_of": Line(OWN_PROJECT | ROLE_OF_NETWORK, post=422, post_pattern=MEMBERS),
    "desk:workload": form(grants({Relation.NONE}, Who.LEAD)),
    "desk:later": form(CASE_FILE),
    "desk:leaving": form(CASE_FILE),
    "desk:open_file": form(WORKS_IN_FILES),
    "desk:open_notes": form(CASE_FILE),
    "desk:log": page(CASE_FILE),
    "desk:consent": page(CASE_FILE),
    "desk:answer": form(CASE_FILE),
    "desk:withdraw": form(CASE_FILE),
    "desk:share": form(CASE_FILE),
    "desk:stop_sharing": form(CASE_FILE),
    "desk:disclose": form(CASE_FILE),
    "desk:told": button(CASE_FILE),
    "desk:notice": page(CASE_FILE),
    "desk:hand_over": led_back(CASE_FILE, post=404),
    "desk:erasures": page(READS_TRAIL),
    "desk:hold": form(READS_TRAIL),
    "desk:release": button(AUDITED),
    "desk:processing": page(ANSWERS_FOR_MEMBERS),
    "desk:processing_paper": page(ANSWERS_FOR_MEMBERS),
    "desk:period": led_back(CARRIERS, post=422),
    "people:upload": form(EVERYBODY),
    "people:list": button_below(OWN_PROJECT),
    "people:refused": page(OWN_PROJECT),
    "people:person": page(CASE_FILE),
    "people:changes": page(CASE_FILE),
    "people:card": form(CASE_FILE),
    "people:new_entry": form(CASE_FILE),
    "people:entry": form(CASE_FILE),
    "people:remove_entry": button(WHATEVER_BELOW),
    "people:new_member": form(CASE_FILE),
    "people:member": form(CASE_FILE),
    "people:remove_member": button(WHATEVER_BELOW),
    "people:link_member": form(CASE_FILE),
    "people:agree_to_needs": led_back(CASE_FILE, post=422),
    "people:release_requirements": led_back(CASE_FILE, post=422),
    "people:withdraw_requirement": Line(
        WHATEVER_BELOW, get=302, post=302, post_pattern=CASE_TEAM, turned_back=302
    ),
    "people:paper": form(CASE_FILE),
    "people:residence": form(CASE_FILE),
    "people:procedure": button_below(CASE_FILE),
    "people:documents": form(CASE_FILE),
    "people:document": page(CASE_FILE),
    "people:document_view": page(CASE_FILE),
    "people:document_remove": button_below(CASE_FILE),
    "people:needs": page(CASE_FILE),
    "people:open_needs": led_back(CASE_FILE, post=422),
    "people:seal_need": led_back(CASE_FILE, post=422),
    "people:close_need": Line(WHATEVER_BELOW, get=302, post=302, post_pattern=CASE_TEAM, turned_back=302),
    "eligibility:work": button_below(CASE_FILE),
    "eligibility:circumstances": button_below(CASE_FILE),
    "eligibility:support": page(CASE_FILE),
    "eligibility:trial": form(CASE_FILE),
    "eligibility:sheet": page(CASE_FILE),
    "eligibility:changed": page(EVERYBODY),
    "eligibility:law": form(EVERYBODY),
    "eligibility:wordings": Line(EVERYBODY, post=422, post_pattern=COORDINATES),
    "eligibility:wording_release": Line(COORDINATES, get=None, post=422),
    "eligibility:wording_withdraw": Line(COORDINATES, get=None, post=422),
    "eligibility:selfcheck": Line(PUBLIC, post=200),
    "post:failed": page(EVERYBODY),
    "post:try_again": button(CASE_FILE),
    "counselling:contacts": form(CASE_FILE),
    "counselling:stays": page(CASE_FILE),
    "counselling:correct_stay": form(OWN_PROJECT),
    "counselling:reopen_stay": button(OWN_PROJECT),
    "counselling:contact": form(CASE_FILE),
    "counselling:undo_contact": button(CASE_FILE),
    "counselling:remove_contact": button(CASE_FILE),
    "counselling:contact_draft": button(CASE_FILE),
    "counselling:appointments": form(CASE_FILE),
    "counselling:appointment": form(CASE_FILE),
    "counselling:call_off": button(CASE_FILE),
    "counselling:missed": button(CASE_FILE),
    "counselling:appointment_letter": page(CASE_FILE),
    "counselling:calendar": page(WORKS_IN_FILES),
    "counselling:feed": Line(WORKS_IN_FILES, post=200),
    "counselling:feed_file": Line(WITH_LINK, refused=404),
    "counselling:plan": page(CASE_FILE),
    "counselling:agree_goal": Line(CASE_FILE, get=302, post=422),
    "counselling:add_step": Line(CASE_FILE, get=302, post=422),
    "counselling:reach_goal": button(CASE_FILE),
    "counselling:finish_step": button(CASE_FILE),
    "counselling:use_way": form(CASE_FILE),
    "counselling:keep_way": form(CASE_FILE),
    "counselling:plan_paper": page(CASE_FILE),
    "counselling:agree_plan": form(CASE_FILE),
    "counselling:groups": form(WORKS_IN_FILES),
    "counselling:group": page(OWN_PROJECT),
    "counselling:waiting": form(WORKS_IN_FILES),
    "counselling:decline_waiting": form(OWN_PROJECT),
    "counselling:talks": Line(CASE_FILE, post=302),
    "counselling:talk": page(CASE_TEAM),
    "counselling:talk_phase": button_below(CASE_TEAM),
    "counselling:finish_talk": button(CASE_TEAM),
    "counselling:powers": form(CASE_FILE),
    "counselling:power_paper": page(CASE_FILE),
    "counselling:sign_power": form(CASE_FILE),
    "counselling:revoke_power": form(CASE_FILE),
    "counselling:name_guardian": form(CASE_FILE),
    "counselling:ask_legal": form(CASE_FILE),
    "counselling:answer_legal": form(CASE_FILE),
    "counselling:matters": form(CASE_FILE),
    "counselling:matter": form(CASE_FILE),
    "counselling:write_letter": button(CASE_FILE),
    "counselling:add_notice": form(CASE_FILE),
    "counselling:notice": form(CASE_FILE),
    "counselling:settle_notice": led_back(CASE_FILE, post=422),
    "counselling:close_matter": led_back(CASE_FILE, post=422),
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
    "network:controllers": page(EVERYBODY),
    "network:controller": button_below(CARRIERS),
    "network:documents": page(EVERYBODY),
    "network:document": page(DOCUMENTS),
    "network:document_pdf": page(DOCUMENTS),
    "network:between": Line(EVERYBODY, post=422, post_pattern=COORDINATES),
    "network:end_between": Line(ROLE_OF_NETWORK, get=None, post=302),
    "network:faces": page(EVERYBODY),
    "network:face": Line(ONESELF, get=None, post=302),
    "network:roles": page(EVERYBODY),
    "network:own_rights": page(EVERYBODY),
    "network:releases": page(OF_A_NETWORK),
    "network:deputy": form(WORKS_IN_FILES),
    "network:close": button(OWN_PROJECT),
    "network:role": Line(ROLE_OF_NETWORK, post=422),
    "network:openings": page(EVERYBODY),
    "network:close_opening": button(DECIDED_BY),
    "network:second_factor": Line(ROLE_OF_NETWORK, post=422),
    "network:found": form(FOUNDS),
    "network:add_carrier": form(COORDINATES),
    "network:add_project": form(COORDINATES),
    "network:members": page(ANSWERS_FOR_MEMBERS),
    "network:confirm": Line(ANSWERS_FOR_MEMBERS, get=None, post=302),
    "network:invite": form(ANSWERS_FOR_MEMBERS),
    "network:withdraw": Line(MEMBERS, get=None, post=302),
    "network:accept": Line(WITH_LINK, post=422, refused=404),
    "network:end": form(MEMBERS),
    "network:reset_link": Line(MEMBERS, post=200),
    "privacy:trail": page(READS_TRAIL),
    "privacy:inquire": form(READS_TRAIL),
    "privacy:inquiry": page(grants({Relation.OWN}, Who.OFFICER)),
    "api_docs": page(EVERYBODY),
    "api:openapi-json": page(PUBLIC),
    "api:api-root": Line({}, refused=404),
    "api:me": for_machines(EVERYBODY),
    "api:cases": for_machines(EVERYBODY),
    "api:indicators": for_machines(EVERYBODY),
    "api:assess": Line(WORKS_IN_FILES, get=None, post=422, refused=403, signed_out=401),
    "api:case_eligibility": Line(CASE_FILE, signed_out=401),
    "tasks:tasks": Line(EVERYBODY, post=422, post_pattern=WORKS_IN_FILES),
    "tasks:task": form(CASE_FILE),
    "tasks:put_off": form(CASE_FILE),
    "tasks:finish": button(CASE_FILE),
    "tasks:reopen": button(CASE_FILE),
    "account": form(EVERYBODY),
    "sessions": page(EVERYBODY),
    "end_session": Line(SESSIONS, get=302, post=302, post_pattern=ONESELF),
    "sign_out_everywhere": of_the_framework(EVERYBODY),
    "second_factor_required": page(EVERYBODY),
    "account_reset_password": of_the_framework(PUBLIC),
    "account_reset_password_done": of_the_framework(PUBLIC),
    "account_reset_password_from_key": of_the_framework(PUBLIC),
    "account_reset_password_from_key_done": of_the_framework(PUBLIC),
    "openid_connect_login": of_the_framework(PUBLIC),
    "openid_connect_callback": of_the_framework(PUBLIC),
    "socialaccount_login_cancelled": of_the_framework(PUBLIC),
    "socialaccount_login_error": of_the_framework(PUBLIC),
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
    "mfa_list_webauthn": of_the_framework(EVERYBODY),
    "mfa_add_webauthn": of_the_framework(EVERYBODY),
    "mfa_edit_webauthn": of_the_framework(EVERYBODY),
    "mfa_remove_webauthn": of_the_framework(EVERYBODY),
    "mfa_reauthenticate_webauthn": of_the_framework(EVERYBODY),
    "mfa_login_webauthn": of_the_framework(PUBLIC),
    "kit:gallery": page(PUBLIC),
    "set_language": of_the_framework(PUBLIC),
}
