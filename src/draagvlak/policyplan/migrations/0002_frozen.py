from django.db import migrations

from draagvlak.lib.triggers import frozen_when, undone

GUARDED = {
    table: {"condition": f"(SELECT state FROM policyplan_version WHERE id = OLD.{key}) <> 'draft'"}
    for table, key in (("policyplan_section", "version_id"), ("policyplan_goal", "version_id"))
}


def guard(_apps, schema_editor):
    for table, words in GUARDED.items():
        for statement in frozen_when(table, schema_editor.connection.vendor, **words):
            schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for table in GUARDED:
        for statement in undone(table, schema_editor.connection.vendor, name="frozen"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("policyplan", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
