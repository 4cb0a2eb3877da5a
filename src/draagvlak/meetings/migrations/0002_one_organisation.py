from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "meetings_actionpoint",
    "meetings_agendaitem",
    "meetings_invitee",
    "meetings_meeting",
    "meetings_minutes",
    "meetings_paper",
    "meetings_reply",
)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_house")]
    operations = [fence(*OWNED)]
