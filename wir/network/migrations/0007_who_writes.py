"""Who may read a row is one question, who may write it another: walls of the network's own tables, and of stays.

Without this, whoever works anywhere in a network could have written grants and roles for themselves past the
application, and who only oversees a network could have removed stays. Here also the keys that keep the rest of the rows
from pointing into another network; this migration knows tables of apps above, because a wall has to stand everywhere at once.
"""

from django.db import migrations

from wir.kit.walls import (
    IN_NETWORK,
    OVERSEEN,
    among,
    in_file,
    in_file_or_overseen,
    rewall,
    same_network,
    tenant_key,
)

ACTOR = "nullif(current_setting('wir.actor', true), '')::uuid"
JOB = "current_setting('wir.kind', true) = 'job'"
BY_JOB = f"(network_id is null and {JOB})"
RUNS_NETWORK = f"{IN_NETWORK} and ({OVERSEEN} or {JOB})"
OF_A_PROJECT = f"project_id {among('projects')}"

CARRIER_KEYS = [
    "network_membership",
    "counselling_stay",
    "counselling_contact",
    "counselling_contactnote",
    "counselling_goal",
    "counselling_step",
    "placement_application",
    "placement_spell",
    "aftercare_checkin",
    "monitoring_entryrecord",
    "monitoring_exitrecord",
    "monitoring_laterstatus",
    "monitoring_followup",
]


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0005_invitations"),
        ("counselling", "0002_walls"),
        ("placement", "0002_walls"),
        ("aftercare", "0002_walls"),
        ("monitoring", "0002_walls"),
    ]

    operations = [
        rewall(
            "network_network",
            reads=f"id {among('networks')}",
            writes=f"id {among('networks')} and (id {among('overseen')} or {JOB})",
        ),
        rewall("network_carrier", reads=IN_NETWORK, writes=RUNS_NETWORK),
        rewall("network_project", reads=IN_NETWORK, writes=RUNS_NETWORK),
        rewall(
            "network_membership",
            reads=f"{IN_NETWORK} or user_id = {ACTOR} or {BY_JOB}",
            writes=f"({RUNS_NETWORK}) or ({IN_NETWORK} and {OF_A_PROJECT}) or {BY_JOB}",
        ),
        rewall(
            "network_grant",
            reads=f"{IN_NETWORK} and ({OF_A_PROJECT} or {OVERSEEN} or grantee_id = {ACTOR} or {JOB})",
            writes=f"{IN_NETWORK} and {OF_A_PROJECT}",
        ),
        rewall("counselling_stay", reads=in_file_or_overseen(), writes=in_file()),
        *(same_network(table, "carrier_id", "network_carrier") for table in CARRIER_KEYS),
        tenant_key("counselling_contact"),
        tenant_key("counselling_goal"),
        tenant_key("placement_application"),
        same_network("counselling_contactnote", "contact_id", "counselling_contact"),
        same_network("counselling_step", "goal_id", "counselling_goal"),
        same_network("placement_spell", "application_id", "placement_application"),
    ]
