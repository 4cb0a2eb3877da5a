import django.db.models.deletion
from django.db import migrations, models

from draagvlak.lib.fences import fence


class Migration(migrations.Migration):
    dependencies = [
        ("policyplan", "0014_individual"),
        ("staff", "0003_side_by_side"),
        ("tenancy", "0001_house"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActivityGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="policyplan.possibleactivity")),
                ("function_group", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup")),
                ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("activity", "function_group"), name="policyplan_an_activity_names_a_group_once"),
                ],
            },
        ),
        migrations.AddField(
            model_name="possibleactivity",
            name="groups",
            field=models.ManyToManyField(related_name="+", through="policyplan.ActivityGroup", to="staff.functiongroup"),
        ),
        fence("policyplan_activitygroup"),
    ]
