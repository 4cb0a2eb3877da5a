from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "policyplan_answer",
    "policyplan_contribution",
    "policyplan_deadline",
    "policyplan_frameworkitem",
    "policyplan_goal",
    "policyplan_goalitem",
    "policyplan_goalreview",
    "policyplan_itemfile",
    "policyplan_organisationgoal",
    "policyplan_plan",
    "policyplan_review",
    "policyplan_section",
    "policyplan_version",
    "policyplan_vision",
)


class Migration(migrations.Migration):
    dependencies = [("policyplan", "0001_house")]
    operations = [fence(*OWNED)]
