from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "journal_head",
    "journal_record",
)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_house")]
    operations = [fence(*OWNED)]
