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
from wir.tasks.rules import CHECK_INS, REMEDIES, TaskReason

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
}
"""Words for the screen by reason; they stand here because every list of tasks, in any app, needs them."""


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
        """Tasks due on or before the day."""
        return self.filter(due_on__lte=day)


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

    def __str__(self) -> str:
        return f"task {self.pk}"

    def words(self) -> str | Promise:
        """Return what the screen calls this task: somebody's own words, or those of its reason."""
        return self.title or WORDS[TaskReason(self.reason)]

    def needs_its_page(self) -> bool:
        """Whether it is done by recording something on the page it links to, not by ticking it off."""
        return bool(self.link) and self.reason in CHECK_INS | REMEDIES
