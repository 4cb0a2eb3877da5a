from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "stakeholders_acceptance",
    "stakeholders_agreement",
    "stakeholders_attitude",
    "stakeholders_body",
    "stakeholders_contact",
    "stakeholders_duty",
    "stakeholders_halfday",
    "stakeholders_matrixreview",
    "stakeholders_matrixrole",
    "stakeholders_momentnotice",
    "stakeholders_partner",
    "stakeholders_profile",
    "stakeholders_responsibility",
    "stakeholders_role",
    "stakeholders_roleassignment",
    "stakeholders_seat",
    "stakeholders_stakeholder",
)


class Migration(migrations.Migration):
    dependencies = [("stakeholders", "0001_house")]
    operations = [fence(*OWNED)]
