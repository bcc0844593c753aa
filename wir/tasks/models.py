"""What is to be done, by whom, until when; about a subject by id, so that every app above can ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wir.kit.acting import Actor
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.tasks.rules import CHECK_INS, DEADLINES, FIXED, MOST_DAYS, REMEDIES, Repeat, TaskReason

if TYPE_CHECKING:
    from datetime import date

    from django.utils.functional import Promise

WORDS = {
    TaskReason.OWN: _("Own task"),
    TaskReason.STEP: _("Step of the plan"),
    TaskReason.FIRST_WEEK: _("Check-in after the first week"),
    TaskReason.FOUR_WEEKS: _("Check-in after four weeks"),
    TaskReason.THREE_MONTHS: _("Check-in after three months"),
    TaskReason.PROBATION_ENDS: _("Check-in before the end of probation"),
    TaskReason.SIX_MONTHS: _("Check-in after six months"),
    TaskReason.PERMIT_ENDS: _("Residence paper runs out"),
    TaskReason.ENTRY_DATA: _("Complete the entry data"),
    TaskReason.EXIT_DATA: _("Complete the exit data"),
    TaskReason.AUTHORITY_ASKED: _("Decide on the request of an authority"),
    TaskReason.GLASS_BROKEN: _("A closed file was opened: read the reason"),
    TaskReason.TELL_RECEIVER: _("Tell the receiver that the consent was withdrawn"),
    TaskReason.LEGAL_DATE: _("The answer on work or support is about to change"),
    TaskReason.REMEDY_AHEAD: _("Decide whether to contest a notice: the period ends soon"),
    TaskReason.REMEDY_ENDS: _("Last day to contest a notice"),
    TaskReason.AUTHORITY_SILENT: _("The authority has not decided: ask, and consider an action"),
    TaskReason.LEGAL_QUESTION: _("A legal question waits for its answer"),
    TaskReason.PROMISED_REPLY: _("Waiting list: an answer was promised by this day"),
    TaskReason.SILENCE: _("Get in touch again"),
    TaskReason.BOOK_INTERPRETER: _("Book an interpreter for the appointment"),
    TaskReason.TELL_INTERPRETER: _("Tell the interpreter that the appointment has changed"),
    TaskReason.TELL_PERSON: _("Tell the person about the appointment yourself"),
}
"""Words for the screen by reason; they stand here because every list of tasks, in any app, needs them."""

_TALK = _("aftercare of a job, training or school")
WHYS = {
    TaskReason.OWN: _("somebody wrote it down"),
    TaskReason.STEP: _("agreed in the plan"),
    **dict.fromkeys(CHECK_INS, _TALK),
    TaskReason.PERMIT_ENDS: _("the paper ends soon"),
    TaskReason.ENTRY_DATA: _("ESF Plus asks for it"),
    TaskReason.EXIT_DATA: _("ESF Plus asks for it"),
    TaskReason.AUTHORITY_ASKED: _("the head decides, nobody answers before"),
    TaskReason.GLASS_BROKEN: _("somebody opened what is closed to them"),
    TaskReason.TELL_RECEIVER: _("whoever got data is told (Art. 19 GDPR)"),
    TaskReason.LEGAL_DATE: _("by law, without anybody doing anything"),
    TaskReason.SILENCE: _("nothing heard for long"),
    TaskReason.REMEDY_AHEAD: _("a notice becomes final when the period ends"),
    TaskReason.REMEDY_ENDS: _("a notice becomes final when the period ends"),
    TaskReason.AUTHORITY_SILENT: _("an action against inactivity is possible (§ 75 VwGO)"),
    TaskReason.LEGAL_QUESTION: _("a colleague asked"),
    TaskReason.PROMISED_REPLY: _("an answer was promised"),
    TaskReason.BOOK_INTERPRETER: _("the appointment needs an interpreter"),
    TaskReason.TELL_INTERPRETER: _("an interpreter was booked for it"),
    TaskReason.TELL_PERSON: _("nothing can be sent to them"),
}
"""Why a task of each kind is there."""


class TaskQuerySet(models.QuerySet["Task"]):
    """Filters on tasks."""

    def visible_to(self, actor: Actor) -> Self:
        """Tasks of the actor's sub-projects and of people released to them."""
        here = self.filter(network_id__in=actor.networks)
        mine = models.Q(project_id__in=actor.projects)
        return here.filter(mine | models.Q(subject_id__in=actor.subjects) if actor.subjects else mine)

    def open(self) -> Self:
        """Tasks not done yet."""
        return self.filter(done_on=None)

    def due_by(self, day: date) -> Self:
        """Tasks that show themselves on the day: due by then, or put before somebody earlier, and not put off."""
        return self.filter(Task.shown_by(day))

    def put_off(self, day: date) -> Self:
        """Open tasks that somebody does not want to see before a later day."""
        return self.open().filter(remind_on__gt=day).exclude(put_off_because="")


class Task(models.Model):
    """Something to do, with a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    subject_id = models.UUIDField(null=True)
    assignee = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"),
        "counselling",
        "aftercare",
        "monitoring",
    )
    reason = personal(
        models.CharField(max_length=40, choices=codes(TaskReason)), "counselling", "aftercare", "monitoring"
    )
    title = personal(models.CharField(max_length=200), "counselling", "aftercare")
    due_on = personal(models.DateField(), "counselling", "aftercare", "monitoring")
    done_on = personal(models.DateField(null=True), "counselling", "aftercare", "monitoring")
    link = personal(models.CharField(max_length=200, blank=True), "counselling", "aftercare", "monitoring")
    remind_on = personal(models.DateField(null=True), "counselling", "aftercare", "monitoring")
    """Day from which "My day" shows it, where that is not the day it is due."""
    put_off_because = personal(
        models.CharField(max_length=200, blank=True, default="", db_default=""),
        "counselling",
        "aftercare",
        "monitoring",
    )
    comment = personal(
        models.CharField(max_length=500, blank=True, default="", db_default=""), "counselling", "aftercare"
    )
    repeats = personal(
        models.CharField(max_length=10, choices=codes(Repeat), blank=True, default="", db_default=""),
        "counselling",
        "aftercare",
    )
    followed_by = models.OneToOneField("self", models.SET_NULL, null=True, related_name="follows")
    """The task that came after this one, where it repeats."""
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["network_id", "assignee", "due_on"],
                condition=models.Q(done_on=None),
                name="task_open",
            ),
            models.Index(fields=["network_id", "project_id", "due_on"]),
            models.Index(fields=["network_id", "subject_id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(remind_on=None)
                | models.Q(remind_on__lte=models.F("due_on"))
                | (
                    ~models.Q(put_off_because="")
                    & ~models.Q(reason__in=[one.value for one in sorted(DEADLINES)])
                ),
                name="task_late_only_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"task {self.pk}"

    @staticmethod
    def shown_by(day: date) -> models.Q:
        """Return what holds for tasks that "My day" shows on the day."""
        return models.Q(remind_on=None, due_on__lte=day) | models.Q(remind_on__lte=day)

    def shows(self, day: date) -> bool:
        """Whether "My day" shows it on the day."""
        return (self.remind_on or self.due_on) <= day

    def words(self) -> str | Promise:
        """Return what the screen calls this task: somebody's own words, or those of its reason."""
        return self.title or WORDS[TaskReason(self.reason)]

    def why(self) -> str | Promise:
        """Return why it is there: why it had to wait until now, or what made it."""
        return self.put_off_because or WHYS[TaskReason(self.reason)]

    def needs_its_page(self) -> bool:
        """Whether it is done by recording something on the page it links to, not by ticking it off."""
        return bool(self.link) and self.reason in CHECK_INS | REMEDIES


class TaskRuleQuerySet(models.QuerySet["TaskRule"]):
    """Filters on what sub-projects have set."""

    def visible_to(self, actor: Actor) -> Self:
        """Rules of the actor's networks."""
        return self.filter(network_id__in=actor.networks)

    def newest(self) -> Self:
        """What holds now for each sub-project and kind."""
        return self.order_by("project_id", "reason", "-made_at", "-id").distinct("project_id", "reason")


class TaskRule(models.Model):
    """What a sub-project has set for a kind of automatic task; rows only grow, the newest holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network_id = models.UUIDField()
    project_id = models.UUIDField()
    reason = models.CharField(max_length=40, choices=codes(TaskReason))
    is_on = models.BooleanField()
    days = models.PositiveSmallIntegerField()
    set_by = personal(
        models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"), "security"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    objects = TaskRuleQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network_id", "project_id", "reason", "-made_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_on=True) | ~models.Q(reason__in=[one.value for one in sorted(FIXED)]),
                name="task_rule_fixed_kinds_stay_on",
            ),
            models.CheckConstraint(condition=models.Q(days__lte=MOST_DAYS), name="task_rule_days"),
        ]

    def __str__(self) -> str:
        return f"task rule {self.pk}"
