from django.db import migrations

from draagvlak.lib.triggers import append_only, undone

GUARDED = {"documents_frozentext": {}}


def guard(_apps, schema_editor):
    for table, words in GUARDED.items():
        for statement in append_only(table, schema_editor.connection.vendor, **words):
            schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for table in GUARDED:
        for statement in undone(table, schema_editor.connection.vendor, name="append_only"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
