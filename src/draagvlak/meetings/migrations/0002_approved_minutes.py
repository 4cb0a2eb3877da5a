from django.db import migrations

from draagvlak.lib.triggers import frozen_when, undone

APPROVED = "EXISTS (SELECT 1 FROM meetings_minutes WHERE meeting_id = OLD.meeting_id AND state = 'approved')"


def guard(_apps, schema_editor):
    for statement in frozen_when("meetings_agendaitem", schema_editor.connection.vendor, condition=APPROVED):
        schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for statement in undone("meetings_agendaitem", schema_editor.connection.vendor, name="frozen"):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
