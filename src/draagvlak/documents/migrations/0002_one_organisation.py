from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "documents_frozentext",
    "documents_storedfile",
)


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_house")]
    operations = [fence(*OWNED)]
