import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables
from draagvlak.lib.triggers import guards

TABLES = [
    migrations.CreateModel(
        name="FrozenText",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("title", models.CharField(max_length=250)),
            ("text", models.TextField()),
            ("sha256", models.CharField(max_length=64)),
            ("frozen_at", models.DateTimeField()),
        ],
        options={"abstract": False},
    ),
    migrations.CreateModel(
        name="StoredFile",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("name", models.CharField(max_length=200)),
            ("media_type", models.CharField(max_length=100)),
            ("size", models.PositiveIntegerField()),
            ("sha256", models.CharField(max_length=64)),
            ("kept_at", models.DateTimeField()),
            ("kept_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"abstract": False},
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("documents", "0001_initial"),
        ("documents", "0002_append_only"),
        ("documents", "0003_stored_files"),
        ("documents", "0001_house"),
        ("documents", "0002_one_organisation"),
    ]
    initial = True
    dependencies = [("accounts", "0001_tables"), ("tenancy", "0001_tables")]
    operations = [CreateTables(TABLES), guards(append_only=("documents_frozentext",)), fence_around("documents", TABLES)]
