"""What a coordinator decides for a network, who only reads it can neither change nor remove, also past the application."""

from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, rewall

DECIDED = ("targetpolicy", "clocksetting", "sentencerelease")


class Migration(migrations.Migration):
    dependencies = [("eligibility", "0004_walls")]

    operations = [
        rewall(f"eligibility_{table}", reads=IN_NETWORK, writes=f"{IN_NETWORK} and {OVERSEEN}")
        for table in DECIDED
    ]
