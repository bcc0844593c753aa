"""How long notes are kept stands once: with the other decisions of carriers on periods, and no longer here as well."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from wir.kit.ids import new_id
from wir.kit.walls import same_network


NAMING_CARRIERS = ["retentionorder", "retentionhold"]


def decisions_move(apps, schema_editor):
    """Every decision that was ever recorded here; where one of the same day stands there, that one stays."""
    controllers = apps.get_model("network", "Controller").objects.all()
    earlier = apps.get_model("network", "ControllerEvent").objects.order_by("-pgh_id")
    setting = apps.get_model("privacy", "RetentionSetting")
    for said in (*controllers, *earlier):
        if said.notes_months is not None:
            setting.objects.get_or_create(
                carrier_id=said.carrier_id,
                purpose="counselling",
                decided_on=said.notes_decided_on,
                defaults={"id": new_id(), "network_id": said.network_id, "months": said.notes_months},
            )


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0012_who_removes"),
        ("privacy", "0010_holds"),
    ]

    operations = [
        migrations.RunPython(decisions_move, migrations.RunPython.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name="controller",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="controller",
            name="update_update",
        ),
        migrations.RemoveConstraint(
            model_name="controller",
            name="controller_retention_has_its_day",
        ),
        migrations.RemoveField(
            model_name="controller",
            name="notes_decided_on",
        ),
        migrations.RemoveField(
            model_name="controller",
            name="notes_months",
        ),
        migrations.RemoveField(
            model_name="controllerevent",
            name="notes_decided_on",
        ),
        migrations.RemoveField(
            model_name="controllerevent",
            name="notes_months",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="controller",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "network_controllerevent" ("carrier_id", "law", "legal_name", "network_id", "officer_email", "officer_name", "officer_phone", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "postcode", "represented_by", "street") VALUES (NEW."carrier_id", NEW."law", NEW."legal_name", NEW."network_id", NEW."officer_email", NEW."officer_name", NEW."officer_phone", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."carrier_id", NEW."place", NEW."postcode", NEW."represented_by", NEW."street"); RETURN NULL;',
                    hash="a7662ec4f8685fded5564e5f745830546ee9b4c2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa171",
                    table="network_controller",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="controller",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "network_controllerevent" ("carrier_id", "law", "legal_name", "network_id", "officer_email", "officer_name", "officer_phone", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "postcode", "represented_by", "street") VALUES (NEW."carrier_id", NEW."law", NEW."legal_name", NEW."network_id", NEW."officer_email", NEW."officer_name", NEW."officer_phone", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."carrier_id", NEW."place", NEW."postcode", NEW."represented_by", NEW."street"); RETURN NULL;',
                    hash="3912f4ac7cb8310468cbafb33d13f241eb5a1a2e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1e2c9",
                    table="network_controller",
                    when="AFTER",
                ),
            ),
        ),
        *(same_network(f"privacy_{table}", "carrier_id", "network_carrier") for table in NAMING_CARRIERS),
        same_network("privacy_retentionhold", "project_id", "network_project"),
    ]
