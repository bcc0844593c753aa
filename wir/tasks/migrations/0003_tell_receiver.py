from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0002_walls"),
    ]

    operations = [
        migrations.AlterField(
            model_name="task",
            name="reason",
            field=models.CharField(
                choices=[
                    ("own", "own"),
                    ("step", "step"),
                    ("first_week", "first_week"),
                    ("four_weeks", "four_weeks"),
                    ("three_months", "three_months"),
                    ("probation_ends", "probation_ends"),
                    ("six_months", "six_months"),
                    ("permit_ends", "permit_ends"),
                    ("entry_data", "entry_data"),
                    ("exit_data", "exit_data"),
                    ("tell_receiver", "tell_receiver"),
                ],
                max_length=40,
            ),
        ),
    ]
