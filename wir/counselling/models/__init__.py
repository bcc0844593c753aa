"""Stays, contacts with their notes apart, appointments, the plan, and procedures at authorities."""

from wir.counselling.models.appointments import (
    Appointment,
    AppointmentQuerySet,
    CalendarFeed,
    CalendarFeedQuerySet,
)
from wir.counselling.models.drafts import ContactDraft, ContactDraftQuerySet
from wir.counselling.models.groups import GroupSession, GroupSessionQuerySet
from wir.counselling.models.matters import Matter, MatterQuerySet, Notice, NoticeQuerySet
from wir.counselling.models.plan import (
    Goal,
    GoalQuerySet,
    PlanAgreement,
    PlanAgreementQuerySet,
    Step,
    StepQuerySet,
)
from wir.counselling.models.powers import (
    Guardian,
    GuardianQuerySet,
    LegalQuestion,
    LegalQuestionQuerySet,
    Power,
    PowerQuerySet,
)
from wir.counselling.models.stays import (
    Contact,
    ContactNote,
    ContactNoteQuerySet,
    ContactQuerySet,
    Stay,
    StayQuerySet,
)
from wir.counselling.models.talks import NeedsTalk, NeedsTalkQuerySet
from wir.counselling.models.waiting import Waiting, WaitingQuerySet
from wir.counselling.models.ways import NetworkWay, NetworkWayQuerySet

__all__ = [
    "Appointment", "AppointmentQuerySet", "CalendarFeed", "CalendarFeedQuerySet",
    "Contact", "ContactDraft", "ContactDraftQuerySet", "ContactNote", "ContactNoteQuerySet",
    "ContactQuerySet", "Goal", "GoalQuerySet", "GroupSession", "GroupSessionQuerySet",
    "Guardian", "GuardianQuerySet", "LegalQuestion", "LegalQuestionQuerySet",
    "Matter", "MatterQuerySet", "NeedsTalk", "NeedsTalkQuerySet", "NetworkWay",
    "NetworkWayQuerySet", "Notice", "NoticeQuerySet", "PlanAgreement", "PlanAgreementQuerySet", "Power",
    "PowerQuerySet", "Stay", "StayQuerySet", "Step", "StepQuerySet", "Waiting", "WaitingQuerySet",
]  # fmt: skip
