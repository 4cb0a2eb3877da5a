from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "staff_columnmemory",
    "staff_employment",
    "staff_functiongroup",
    "staff_functionname",
    "staff_importrow",
    "staff_post",
    "staff_site",
    "staff_staffimport",
    "staff_staffmember",
    "staff_team",
)


class Migration(migrations.Migration):
    dependencies = [("staff", "0001_house")]
    operations = [fence(*OWNED)]
