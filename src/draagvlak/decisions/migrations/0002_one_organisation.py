from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "decisions_dossier",
    "decisions_entry",
    "decisions_mandate",
    "decisions_part",
)


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_house")]
    operations = [fence(*OWNED)]
