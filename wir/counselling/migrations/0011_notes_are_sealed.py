from django.db import migrations

import wir.kit.fields


class Migration(migrations.Migration):
    dependencies = [("counselling", "0010_seal_notes")]

    operations = [
        migrations.RemoveField("contactnote", "plain"),
        migrations.AlterField("contactnote", "text", wir.kit.fields.SealedTextField()),
    ]
