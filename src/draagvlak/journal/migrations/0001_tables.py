import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables
from draagvlak.lib.triggers import guards

TABLES = [
    migrations.CreateModel(
        name="Head",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("count", models.PositiveIntegerField(default=0)),
            ("seal", models.CharField(default="0000000000000000000000000000000000000000000000000000000000000000", max_length=64)),
        ],
        options={
            "constraints": [models.UniqueConstraint(django.db.models.functions.comparison.Coalesce("organisation", 0), name="journal_one_head_per_chain")]
        },
    ),
    migrations.CreateModel(
        name="Record",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "organisation",
                models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"),
            ),
            ("number", models.PositiveIntegerField()),
            ("at", models.DateTimeField()),
            ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("by_name", models.CharField(max_length=150)),
            ("act", models.CharField(max_length=60)),
            ("subject_type", models.CharField(blank=True, max_length=60)),
            ("subject_id", models.CharField(blank=True, max_length=40)),
            ("subject_name", models.CharField(blank=True, max_length=250)),
            ("details", models.JSONField(blank=True, default=dict)),
            ("previous", models.CharField(max_length=64)),
            ("seal", models.CharField(max_length=64)),
        ],
        options={
            "ordering": ["-number"],
            "indexes": [models.Index(fields=["organisation", "subject_type", "subject_id"], name="journal_by_subject")],
            "constraints": [
                models.UniqueConstraint(
                    django.db.models.functions.comparison.Coalesce("organisation", 0), models.F("number"), name="journal_numbers_follow_each_other"
                )
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [("journal", "0001_initial"), ("journal", "0002_append_only"), ("journal", "0001_house"), ("journal", "0002_one_organisation")]
    initial = True
    dependencies = [("accounts", "0001_tables"), ("tenancy", "0001_tables")]
    operations = [CreateTables(TABLES), guards(append_only=("journal_record",)), fence_around("journal", TABLES)]
