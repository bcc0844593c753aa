"""What pages and other apps ask about stays, contacts and the plan."""

from wir.counselling.queries.drafts import draft_of
from wir.counselling.queries.matters import authorities_of, matter_or_none, matters_of, notice_or_none
from wir.counselling.queries.plan import goal_or_none, goals_of, step_or_none
from wir.counselling.queries.powers import (
    guardian_on,
    guardians_of,
    legal_question_or_none,
    legal_questions_of,
    may_we_speak,
    power_or_none,
    powers_of,
    speaking_partners,
)
from wir.counselling.queries.stays import (
    contacts_of,
    has_open_stay,
    is_stopped,
    last_exit_of,
    open_stay_of,
    other_stays,
    people_in_stays,
    stay_on,
    stays_of,
    who_left,
    works_in,
)
from wir.counselling.queries.talks import last_talk_of, talk_and_before, talks_of
from wir.counselling.queries.waiting import waiting_list, waiting_or_none
from wir.counselling.queries.ways import (
    last_agreement_of,
    paper_language_of,
    way_facts_of,
    way_or_none,
    ways_for,
)

__all__ = [
    "authorities_of",
    "contacts_of",
    "draft_of",
    "goal_or_none",
    "goals_of",
    "guardian_on",
    "guardians_of",
    "has_open_stay",
    "is_stopped",
    "last_agreement_of",
    "last_exit_of",
    "last_talk_of",
    "legal_question_or_none",
    "legal_questions_of",
    "matter_or_none",
    "matters_of",
    "may_we_speak",
    "notice_or_none",
    "open_stay_of",
    "other_stays",
    "paper_language_of",
    "people_in_stays",
    "power_or_none",
    "powers_of",
    "speaking_partners",
    "stay_on",
    "stays_of",
    "step_or_none",
    "talk_and_before",
    "talks_of",
    "waiting_list",
    "waiting_or_none",
    "way_facts_of",
    "way_or_none",
    "ways_for",
    "who_left",
    "works_in",
]  # fmt: skip
