from django.db import migrations

from wir.kit.walls import IN_NETWORK, OVERSEEN, among, in_file, same_network, tenant_key, wall


class Migration(migrations.Migration):
    dependencies = [("privacy", "0005_purposes_and_consents")]

    operations = [
        tenant_key("privacy_sharingconsent"),
        same_network("privacy_disclosure", "sharing_id", "privacy_sharingconsent"),
        wall("privacy_sharingconsent", reads=in_file("subject_id")),
        wall("privacy_disclosure", reads=in_file("subject_id")),
        wall("privacy_retentionorder", reads=in_file("subject_id")),
        wall(
            "privacy_retentionsetting",
            reads=IN_NETWORK,
            writes=f"{IN_NETWORK} and (carrier_id {among('carriers')} or {OVERSEEN})",
        ),
    ]
