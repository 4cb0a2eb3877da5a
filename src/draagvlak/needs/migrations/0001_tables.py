import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import draagvlak.lib.keys
from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="Signal",
        fields=[
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("id", models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
            ("what", models.TextField()),
            (
                "group_kind",
                models.CharField(
                    choices=[("function_group", "functiegroep"), ("team", "team"), ("site", "site"), ("all", "iedereen hier"), ("words", "in eigen woorden")],
                    max_length=16,
                ),
            ),
            (
                "function_group",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup"),
            ),
            ("team", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.team")),
            ("site", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.site")),
            ("group_words", models.CharField(blank=True, max_length=150)),
            ("how_often", models.CharField(choices=[("now_and_then", "af en toe"), ("weekly", "elke week"), ("daily", "elke dag")], max_length=12)),
            ("urgency", models.CharField(choices=[("can_wait", "kan wachten"), ("this_year", "dit jaar nog"), ("now", "zo snel mogelijk")], max_length=10)),
            ("helps", models.TextField(blank=True)),
            ("code_sha256", models.CharField(max_length=64)),
            ("came_on", models.DateField()),
            (
                "state",
                models.CharField(
                    choices=[("received", "nog niet beantwoord"), ("answered", "beantwoord"), ("merged", "samengevoegd")], default="received", max_length=10
                ),
            ),
            ("merged_into", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="merged", to="needs.signal")),
            (
                "answer_kind",
                models.CharField(
                    blank=True,
                    choices=[("taken_up", "we nemen het op als mogelijke activiteit"), ("not_now", "nu niet"), ("exists", "dit bestaat al")],
                    max_length=10,
                ),
            ),
            ("heard", models.TextField(blank=True)),
            ("answer", models.TextField(blank=True)),
            ("answered_on", models.DateField(blank=True, null=True)),
            (
                "answered_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            (
                "activity",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="policyplan.possibleactivity"),
            ),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["came_on", "pk"],
            "constraints": [
                models.UniqueConstraint(fields=("organisation", "code_sha256"), name="needs_a_code_opens_one_signal"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answered_on__isnull", False), ("state", "answered"), models.Q(("answer", ""), _negated=True)),
                        models.Q(models.Q(("state", "answered"), _negated=True), ("answer", ""), ("answered_on", None)),
                        _connector="OR",
                    ),
                    name="needs_only_what_is_answered_has_an_answer",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("merged_into__isnull", False), ("state", "merged")),
                        models.Q(models.Q(("state", "merged"), _negated=True), ("merged_into", None)),
                        _connector="OR",
                    ),
                    name="needs_only_what_is_merged_is_in_another",
                ),
            ],
        },
    )
]


class Migration(migrations.Migration):
    replaces = [("needs", "0001_house")]
    initial = True
    dependencies = [("accounts", "0001_tables"), ("policyplan", "0001_tables"), ("staff", "0001_tables"), ("tenancy", "0001_tables")]
    operations = [CreateTables(TABLES), fence_around("needs", TABLES)]
