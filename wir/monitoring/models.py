"""What ESF Plus asks at entry, exit and six months later, and what the rules derive from it.

Monitoring rests on law, counselling on consent: these tables are apart from the case file and deleted apart.
"""

from __future__ import annotations

from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models

from wir.counselling.models import Stay
from wir.kit.acting import Actor
from wir.kit.ids import new_id
from wir.kit.purposes import personal
from wir.network.models import FileQuerySet, FileRow, Network
from wir.people.models import Participant, Person

_EMPLOYMENT = [("unemployed", "unemployed"), ("inactive", "inactive"), ("employed", "employed")]
_LATER_STATUS = [*_EMPLOYMENT, ("job_seeking", "job_seeking")]
_ANSWERS = [("yes", "yes"), ("no", "no"), ("refused", "refused")]


class EntryRecordQuerySet(FileQuerySet["EntryRecord"]):
    """Filters on entry records."""


@pghistory.track()
class EntryRecord(FileRow):
    """The participant's answers, all of them about the day of entry; an empty answer was not recorded yet."""

    stay = models.OneToOneField(Stay, models.CASCADE, primary_key=True, related_name="entry_record")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    employment = personal(models.CharField(max_length=20, choices=_EMPLOYMENT, blank=True), "monitoring")
    unemployed_since = personal(models.DateField(null=True), "monitoring")
    in_education = personal(models.BooleanField(null=True), "monitoring")
    isced = personal(models.PositiveSmallIntegerField(null=True), "monitoring")
    disability = personal(models.CharField(max_length=10, choices=_ANSWERS, blank=True), "monitoring")
    foreign_background = personal(models.CharField(max_length=10, choices=_ANSWERS, blank=True), "monitoring")
    minority = personal(models.CharField(max_length=10, choices=_ANSWERS, blank=True), "monitoring")
    homeless = personal(models.CharField(max_length=10, choices=_ANSWERS, blank=True), "monitoring")
    degurba = personal(models.PositiveSmallIntegerField(null=True), "monitoring")

    objects = EntryRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(isced=None) | models.Q(isced__range=(0, 8)), name="entry_isced_0_to_8"
            ),
            models.CheckConstraint(
                condition=models.Q(unemployed_since=None) | models.Q(employment="unemployed"),
                name="entry_since_only_if_unemployed",
            ),
            models.CheckConstraint(
                condition=models.Q(degurba=None) | models.Q(degurba__range=(1, 3)),
                name="entry_degurba_1_to_3",
            ),
        ]


class ExitRecordQuerySet(FileQuerySet["ExitRecord"]):
    """Filters on exit records."""


@pghistory.track()
class ExitRecord(FileRow):
    """What was reached when leaving: education begun, qualification gained."""

    stay = models.OneToOneField(Stay, models.CASCADE, primary_key=True, related_name="exit_record")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    education_from = personal(models.DateField(null=True), "monitoring")
    education_in_window = personal(models.BooleanField(null=True), "monitoring")
    qualification_on = personal(models.DateField(null=True), "monitoring")
    qualification_certified = personal(models.BooleanField(null=True), "monitoring")

    objects = ExitRecordQuerySet.as_manager()


class LaterStatusQuerySet(FileQuerySet["LaterStatus"]):
    """Filters on later statuses."""


@pghistory.track()
class LaterStatus(FileRow):
    """A person's labour-market status on a day after leaving; in the 28 days the last one counts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    stay = models.ForeignKey(Stay, models.CASCADE, related_name="later_statuses")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = personal(models.DateField(), "monitoring")
    status = personal(models.CharField(max_length=20, choices=_LATER_STATUS), "monitoring")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = LaterStatusQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["network", "stay"])]


class FollowUpQuerySet(FileQuerySet["FollowUp"]):
    """Filters on follow-ups."""


@pghistory.track()
class FollowUp(FileRow):
    """The answer six months after leaving."""

    stay = models.OneToOneField(Stay, models.CASCADE, primary_key=True, related_name="follow_up")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = personal(models.DateField(), "monitoring")
    status = personal(models.CharField(max_length=20, choices=_EMPLOYMENT), "monitoring")
    improvements = personal(ArrayField(models.CharField(max_length=40), default=list), "monitoring")

    objects = FollowUpQuerySet.as_manager()


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """Filters on participations."""

    def visible_to(self, actor: Actor) -> Self:
        """Participations in networks the actor oversees or in sub-projects they work in."""
        here = self.filter(network_id__in=actor.networks)
        return here.filter(
            models.Q(network_id__in=actor.overseen) | models.Q(project_ids__overlap=list(actor.projects))
        )


class Participation(models.Model):
    """One participant in one operation, as the rules derived it: state, indicators and why. No name, no birth date.

    Written when facts change and when time alone changes the answer (``next_change_on``); read by plain sums.
    """

    participant = models.OneToOneField(
        Participant, models.CASCADE, primary_key=True, related_name="participation"
    )
    network = models.ForeignKey(Network, models.PROTECT, related_name="+")
    project_ids = ArrayField(models.UUIDField(), default=list)
    gender = personal(models.CharField(max_length=12, blank=True), "monitoring")
    state = personal(models.CharField(max_length=20), "monitoring")
    exit_state = personal(models.CharField(max_length=20, blank=True), "monitoring")
    indicators = personal(ArrayField(models.CharField(max_length=8), default=list), "monitoring")
    codes = personal(ArrayField(models.CharField(max_length=40), default=list), "monitoring")
    trace = personal(models.JSONField(default=list), "monitoring")
    asks = personal(models.CharField(max_length=10, blank=True), "monitoring")
    """Which questionnaire is wanted first (``queries.facts.Question``), or none."""
    outcome = personal(models.CharField(max_length=10, blank=True), "monitoring")
    """Main outcome of the programme's own placement rate: training before work before school."""
    entered_on = personal(models.DateField(), "monitoring")
    exited_on = personal(models.DateField(null=True), "monitoring")
    """Last day of the stay that began last; nothing while it goes on."""
    derived_on = models.DateField()
    next_change_on = models.DateField(null=True)
    alike = models.GeneratedField(
        expression=models.Func(
            "gender", "state", "exit_state", "outcome", "exited_on", "indicators", "codes",
            function="monitoring_alike",
        ),
        output_field=models.TextField(),
        db_persist=True,
    )  # fmt: skip
    """All the report counts, as one text: participations with the same text are summed up together."""

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["network", "alike"],
                include=["project_ids", "next_change_on"],
                name="participation_alike",
            ),
            models.Index(fields=["network", "state"]),
            models.Index(fields=["network", "next_change_on"]),
            models.Index(fields=["network", "asks"], condition=~models.Q(asks=""), name="participation_asks"),
        ]

    def __str__(self) -> str:
        return f"participation {self.pk}"


class IndicatorTotalQuerySet(models.QuerySet["IndicatorTotal"]):
    """Filters on totals."""


class IndicatorTotal(models.Model):
    """A network's figure for one indicator and gender: a number without people, for the programme office."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    network = models.ForeignKey(Network, models.CASCADE, related_name="+")
    indicator = models.CharField(max_length=8)
    gender = models.CharField(max_length=12)
    count = models.PositiveIntegerField()
    as_of = models.DateField()

    objects = IndicatorTotalQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "indicator", "gender"], name="total_once")]

    def __str__(self) -> str:
        return f"total {self.pk}"
