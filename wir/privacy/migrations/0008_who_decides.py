"""A carrier's periods are changed and removed by nobody who only reads them, also past the application."""

from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, among, rewall


class Migration(migrations.Migration):
    dependencies = [("privacy", "0007_authority_requests")]

    operations = [
        rewall(
            "privacy_retentionsetting",
            reads=IN_NETWORK,
            writes=f"{IN_NETWORK} and (carrier_id {among('carriers')} or {OVERSEEN})",
        )
    ]
