from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("kit", "0001_extensions")]
    operations = [
        migrations.RunSQL(
            # unlogged: what it holds is worth nothing after a crash, and writing it must be cheap
            """
            create unlogged table kit_rate (key text primary key, paid_at timestamptz not null);
            """,
            "drop table kit_rate",
        ),
    ]
