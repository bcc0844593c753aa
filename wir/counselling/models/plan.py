"""The plan: goals that both sides agreed on, and the steps towards them."""

from __future__ import annotations

from django.db import models

from wir.counselling.rules import Stage
from wir.counselling.rules.ways import Owner
from wir.kit.choices import codes
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow
from wir.people.models import Person
from wir.privacy.rules import ConsentWay


class GoalQuerySet(FileQuerySet["Goal"]):
    """Filters on goals."""


class Goal(FileRow):
    """Something the person wants to reach, agreed by both sides."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="goals")
    title = personal(models.CharField(max_length=200), "counselling")
    stage = personal(models.CharField(max_length=20, choices=codes(Stage)), "counselling")
    agreed_on = personal(models.DateField(), "counselling")
    reached_on = personal(models.DateField(null=True), "counselling")
    way = personal(models.CharField(max_length=40, blank=True, default="", db_default=""), "counselling")
    """The frequent way it was made from; says which papers are needed."""

    objects = GoalQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reached_on=None) | models.Q(reached_on__gte=models.F("agreed_on")),
                name="goal_reached_not_before_agreed",
            ),
        ]


class StepQuerySet(FileQuerySet["Step"]):
    """Filters on steps."""


class Step(FileRow):
    """A step towards a goal, with a day; its task reminds the advisor."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="steps")
    title = personal(models.CharField(max_length=200), "counselling")
    due_on = personal(models.DateField(null=True), "counselling")
    done_on = personal(models.DateField(null=True), "counselling")
    owner = personal(
        models.CharField(max_length=10, choices=codes(Owner), default=Owner.PERSON.value), "counselling"
    )
    evidence = personal(models.CharField(max_length=200, blank=True), "counselling")
    """By what one sees that it is done."""
    task_id = models.UUIDField(null=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "goal"])]


class PlanAgreementQuerySet(FileQuerySet["PlanAgreement"]):
    """Filters on agreements to plans."""


class PlanAgreement(FileRow):
    """The person agreed to the plan as it stood on that day, on paper or on the screen."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    agreed_on = personal(models.DateField(), "counselling")
    way = personal(models.CharField(max_length=20, choices=codes(ConsentWay)), "counselling")
    language = personal(models.CharField(max_length=10), "counselling")
    scan_id = personal(models.UUIDField(null=True), "counselling")
    """The document that shows the signature."""

    objects = PlanAgreementQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]
