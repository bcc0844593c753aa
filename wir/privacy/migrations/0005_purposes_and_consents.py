import django.contrib.postgres.fields
import django.db.models.deletion
import wir.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("privacy", "0004_trail_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=wir.kit.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("network_id", models.UUIDField()),
                ("project_id", models.UUIDField()),
                ("subject_id", models.UUIDField()),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("counselling", "counselling"),
                            ("monitoring", "monitoring"),
                            ("evidence", "evidence"),
                            ("aftercare", "aftercare"),
                            ("structural", "structural"),
                            ("outreach", "outreach"),
                            ("security", "security"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("identity", "identity"),
                                ("reach", "reach"),
                                ("paper", "paper"),
                                ("languages", "languages"),
                                ("education", "education"),
                                ("plan", "plan"),
                                ("work", "work"),
                                ("file", "file"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                (
                    "receiver_kind",
                    models.CharField(
                        choices=[("user", "user"), ("organisation", "organisation")], max_length=20
                    ),
                ),
                ("receiver_id", models.UUIDField()),
                ("on", models.DateField()),
                ("made_by", models.UUIDField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="RetentionOrder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=wir.kit.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("network_id", models.UUIDField()),
                ("project_id", models.UUIDField()),
                ("subject_id", models.UUIDField()),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("counselling", "counselling"),
                            ("monitoring", "monitoring"),
                            ("evidence", "evidence"),
                            ("aftercare", "aftercare"),
                            ("structural", "structural"),
                            ("outreach", "outreach"),
                            ("security", "security"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("consent_withdrawn", "consent_withdrawn"),
                            ("period_over", "period_over"),
                            ("requested", "requested"),
                        ],
                        max_length=20,
                    ),
                ),
                ("ordered_on", models.DateField()),
                ("due_on", models.DateField()),
                ("hold", models.CharField(blank=True, max_length=200)),
                ("done_on", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="RetentionSetting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=wir.kit.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("network_id", models.UUIDField()),
                ("carrier_id", models.UUIDField()),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("counselling", "counselling"),
                            ("monitoring", "monitoring"),
                            ("evidence", "evidence"),
                            ("aftercare", "aftercare"),
                            ("structural", "structural"),
                            ("outreach", "outreach"),
                            ("security", "security"),
                        ],
                        max_length=40,
                    ),
                ),
                ("months", models.PositiveSmallIntegerField()),
                ("decided_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="SharingConsent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=wir.kit.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("network_id", models.UUIDField()),
                ("project_id", models.UUIDField()),
                ("subject_id", models.UUIDField()),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("counselling", "counselling"),
                            ("monitoring", "monitoring"),
                            ("evidence", "evidence"),
                            ("aftercare", "aftercare"),
                            ("structural", "structural"),
                            ("outreach", "outreach"),
                            ("security", "security"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("identity", "identity"),
                                ("reach", "reach"),
                                ("paper", "paper"),
                                ("languages", "languages"),
                                ("education", "education"),
                                ("plan", "plan"),
                                ("work", "work"),
                                ("file", "file"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                (
                    "receiver_kind",
                    models.CharField(
                        choices=[("user", "user"), ("organisation", "organisation")], max_length=20
                    ),
                ),
                ("receiver_id", models.UUIDField()),
                ("given_on", models.DateField()),
                ("until_on", models.DateField()),
                ("withdrawn_on", models.DateField(null=True)),
                ("told_on", models.DateField(null=True)),
                (
                    "way",
                    models.CharField(
                        choices=[("paper", "paper"), ("on_screen", "on_screen"), ("spoken", "spoken")],
                        max_length=20,
                    ),
                ),
                ("language", models.CharField(max_length=10)),
                ("text_version", models.CharField(max_length=40)),
                ("proof", models.CharField(blank=True, max_length=200)),
                ("recorded_by", models.UUIDField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="consent",
            name="consent_once_in_force",
        ),
        migrations.AddField(
            model_name="consent",
            name="ends_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="consent",
            name="proof",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="consent",
            name="recorded_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="consent",
            name="refused",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="consent",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("counselling", "counselling"),
                    ("monitoring", "monitoring"),
                    ("evidence", "evidence"),
                    ("aftercare", "aftercare"),
                    ("structural", "structural"),
                    ("outreach", "outreach"),
                    ("security", "security"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="noticegiven",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("counselling", "counselling"),
                    ("monitoring", "monitoring"),
                    ("evidence", "evidence"),
                    ("aftercare", "aftercare"),
                    ("structural", "structural"),
                    ("outreach", "outreach"),
                    ("security", "security"),
                ],
                max_length=40,
            ),
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(fields=["network_id", "subject_id"], name="consent_subject"),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("refused", False), models.Q(("ends_on", None), ("withdrawn_on", None)), _connector="OR"
                ),
                name="consent_refused_has_no_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gt", models.F("given_on")), _connector="OR"),
                name="consent_ends_after_given",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on", None), ("refused", False), ("withdrawn_on", None)),
                fields=("network_id", "subject_id", "purpose"),
                name="consent_once_without_end",
            ),
        ),
        migrations.AddIndex(
            model_name="retentionorder",
            index=models.Index(
                condition=models.Q(("done_on", None)), fields=["network_id", "due_on"], name="retention_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="retentionorder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("done_on", None)),
                fields=("network_id", "subject_id", "purpose"),
                name="retention_once_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="retentionsetting",
            constraint=models.UniqueConstraint(
                fields=("carrier_id", "purpose"), name="retention_setting_once"
            ),
        ),
        migrations.AddIndex(
            model_name="sharingconsent",
            index=models.Index(fields=["network_id", "subject_id"], name="sharing_subject"),
        ),
        migrations.AddConstraint(
            model_name="sharingconsent",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__gt", models.F("given_on"))), name="sharing_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingconsent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_on", None), ("withdrawn_on__gte", models.F("given_on")), _connector="OR"
                ),
                name="sharing_withdrawn_after_given",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="sharing",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="disclosures",
                to="privacy.sharingconsent",
            ),
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["network_id", "subject_id"], name="disclosure_subject"),
        ),
    ]
