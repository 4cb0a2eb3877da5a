from django.db import migrations

from draagvlak.lib.fences import fence

OWNED = (
    "planproject_addressee",
    "planproject_announcement",
    "planproject_assignment",
    "planproject_assignmentfile",
    "planproject_assignmentguest",
    "planproject_assignmentmessage",
    "planproject_call",
    "planproject_candidacy",
    "planproject_charter",
    "planproject_charteranswer",
    "planproject_constituency",
    "planproject_draw",
    "planproject_errand",
    "planproject_feedback",
    "planproject_groupgoal",
    "planproject_groupseat",
    "planproject_grouptask",
    "planproject_milestone",
    "planproject_moneypromise",
    "planproject_moneyuse",
    "planproject_openpoint",
    "planproject_paperreach",
    "planproject_partneraid",
    "planproject_phase",
    "planproject_plannedcontact",
    "planproject_project",
    "planproject_reading",
    "planproject_risk",
    "planproject_statusreport",
    "planproject_targetedcall",
    "planproject_timeentry",
    "planproject_timepromise",
    "planproject_workinggroup",
)


class Migration(migrations.Migration):
    dependencies = [("planproject", "0001_house")]
    operations = [fence(*OWNED)]
