import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from draagvlak.lib.tables import ByHand, CreateTables

from draagvlak.lib import tables
from draagvlak.lib.triggers import append_only, undone

GUARDED = {"decisions_entry": {}}


def guard(_apps, schema_editor):
    for table, words in GUARDED.items():
        for statement in append_only(table, schema_editor.connection.vendor, **words):
            schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for table in GUARDED:
        for statement in undone(table, schema_editor.connection.vendor, name="append_only"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    replaces = [("decisions", "0001_initial"), ("decisions", "0002_append_only")]

    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0001_house"),
        ("stakeholders", "0001_house"),
        ("tenancy", "0001_house"),
    ]

    operations = [
        tables.CreateTables(
            [
                migrations.CreateModel(
                    name="Dossier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("kind", models.CharField(choices=[("policy_plan", "opleidingsbeleidsplan")], max_length=24)),
                        ("title", models.CharField(max_length=250)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "loopt"),
                                    ("adopted", "goedgekeurd"),
                                    ("rejected", "afgekeurd"),
                                    ("withdrawn", "stopgezet"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("opened_at", models.DateTimeField()),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext"
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "number"), name="decisions_dossiers_are_numbered"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("settled_at", None), ("state", "open")),
                                    models.Q(models.Q(("state", "open"), _negated=True), ("settled_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="decisions_an_ended_dossier_has_a_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("act", models.CharField(max_length=20)),
                        ("at", models.CharField(max_length=40)),
                        ("by", models.JSONField()),
                        ("content", models.JSONField()),
                        ("previous", models.CharField(max_length=64)),
                        ("seal", models.CharField(max_length=64)),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entries",
                                to="decisions.dossier",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("dossier", "number"), name="decisions_entries_follow_each_other"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mandate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(choices=[("policy_plan", "opleidingsbeleidsplan")], max_length=24)),
                        (
                            "strength",
                            models.CharField(
                                choices=[
                                    ("inform", "wordt geïnformeerd"),
                                    ("advice", "geeft advies"),
                                    ("consent", "moet instemmen"),
                                    ("approval", "keurt goed"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("term_days", models.PositiveSmallIntegerField()),
                        ("ground", models.CharField(max_length=300)),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body"
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends_on", None)),
                                fields=("organisation", "body", "kind"),
                                name="decisions_one_mandate_per_body_and_kind",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Part",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "strength",
                            models.CharField(
                                choices=[
                                    ("inform", "wordt geïnformeerd"),
                                    ("advice", "geeft advies"),
                                    ("consent", "moet instemmen"),
                                    ("approval", "keurt goed"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("ground", models.CharField(max_length=300)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body"
                            ),
                        ),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="decisions.dossier",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("dossier", "body"), name="decisions_a_body_has_one_part")
                        ],
                    },
                ),
            ]
        ),
        ByHand(guard, unguard),
    ]
