import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from draagvlak.lib.tables import ByHand, CreateTables

from draagvlak.lib import tables
from draagvlak.lib.triggers import append_only, undone

GUARDED = {"documents_frozentext": {}}


def guard(_apps, schema_editor):
    for table, words in GUARDED.items():
        for statement in append_only(table, schema_editor.connection.vendor, **words):
            schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for table in GUARDED:
        for statement in undone(table, schema_editor.connection.vendor, name="append_only"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    replaces = [("documents", "0001_initial"), ("documents", "0002_append_only"), ("documents", "0003_stored_files")]

    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("tenancy", "0001_house"),
    ]

    operations = [
        tables.CreateTables(
            [
                migrations.CreateModel(
                    name="FrozenText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=250)),
                        ("text", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("frozen_at", models.DateTimeField()),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StoredFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("media_type", models.CharField(max_length=100)),
                        ("size", models.PositiveIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("kept_at", models.DateTimeField()),
                        (
                            "kept_by",
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
                        "abstract": False,
                    },
                ),
            ]
        ),
        ByHand(guard, unguard),
    ]
