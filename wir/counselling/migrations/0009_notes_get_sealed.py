"""Notes get a sealed column beside the plain one; keys are changed by ``id``, which a note has from its contact."""

import django.db.models.deletion
from django.db import migrations, models

import wir.kit.fields


class Migration(migrations.Migration):
    dependencies = [
        ("counselling", "0008_walls_of_drafts"),
        ("files", "0002_walls"),
        ("network", "0007_who_writes"),  # names the column by which a note leads to its contact
    ]

    operations = [
        migrations.AlterField(
            "contactnote",
            "contact",
            models.OneToOneField(
                db_column="id",
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                related_name="note",
                serialize=False,
                to="counselling.contact",
            ),
        ),
        migrations.AlterField("contactnote", "text", models.TextField(null=True)),
        migrations.RenameField("contactnote", "text", "plain"),
        migrations.AddField("contactnote", "text", wir.kit.fields.SealedTextField(null=True)),
    ]
