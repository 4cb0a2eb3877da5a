import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models
from draagvlak.lib.tables import ByHand, CreateTables

from draagvlak.lib import tables
from draagvlak.lib.triggers import append_only, undone

GUARDED = {"journal_record": {}}


def guard(_apps, schema_editor):
    for table, words in GUARDED.items():
        for statement in append_only(table, schema_editor.connection.vendor, **words):
            schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for table in GUARDED:
        for statement in undone(table, schema_editor.connection.vendor, name="append_only"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    replaces = [("journal", "0001_initial"), ("journal", "0002_append_only")]

    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("tenancy", "0001_house"),
    ]

    operations = [
        tables.CreateTables(
            [
                migrations.CreateModel(
                    name="Head",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("count", models.PositiveIntegerField(default=0)),
                        (
                            "seal",
                            models.CharField(
                                default="0000000000000000000000000000000000000000000000000000000000000000",
                                max_length=64,
                            ),
                        ),
                        (
                            "organisation",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tenancy.organisation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.comparison.Coalesce("organisation", 0),
                                name="journal_one_head_per_chain",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Record",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("at", models.DateTimeField()),
                        ("by_name", models.CharField(max_length=150)),
                        ("act", models.CharField(max_length=60)),
                        ("subject_type", models.CharField(blank=True, max_length=60)),
                        ("subject_id", models.CharField(blank=True, max_length=40)),
                        ("subject_name", models.CharField(blank=True, max_length=250)),
                        ("details", models.JSONField(blank=True, default=dict)),
                        ("previous", models.CharField(max_length=64)),
                        ("seal", models.CharField(max_length=64)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tenancy.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-number"],
                        "indexes": [
                            models.Index(
                                fields=["organisation", "subject_type", "subject_id"], name="journal_by_subject"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.comparison.Coalesce("organisation", 0),
                                models.F("number"),
                                name="journal_numbers_follow_each_other",
                            )
                        ],
                    },
                ),
            ]
        ),
        ByHand(guard, unguard),
    ]
