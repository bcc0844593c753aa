"""What makes the text of a line depends on the line alone: the cores of the server may share a chain that is checked."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("privacy", "0012_chain_in_portions")]

    operations = [
        migrations.RunSQL(
            "alter function privacy_line(privacy_auditentry) parallel safe",
            "alter function privacy_line(privacy_auditentry) parallel unsafe",
        ),
    ]
