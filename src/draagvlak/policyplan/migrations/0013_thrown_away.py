"""A round to decide together can be thrown away while it is prepared; once it was opened it is kept, as before."""

from django.db import migrations
from draagvlak.lib.tables import ByHand

from draagvlak.lib.triggers import kept, kept_when, no_longer_kept

TABLE = "policyplan_codecision"


def loosen(_apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in [*no_longer_kept(TABLE, vendor), *kept_when(TABLE, vendor, condition="OLD.state <> 'draft'")]:
        schema_editor.execute(statement)


def tighten(_apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in [*no_longer_kept(TABLE, vendor), *kept(TABLE, vendor)]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("policyplan", "0012_hearing")]
    operations = [ByHand(loosen, tighten)]
