from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "notices_edition",
    "notices_mailround",
    "notices_message",
    "notices_preference",
)


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_house")]
    operations = [fence(*OWNED)]
