import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from draagvlak.lib.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="Organisation",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("slug", models.SlugField(max_length=40, unique=True)),
            ("name", models.CharField(max_length=150)),
            ("joint_committee", models.CharField(blank=True, max_length=10)),
            ("founded_at", models.DateTimeField(auto_now_add=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
    ),
    migrations.CreateModel(
        name="Membership",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("starts_at", models.DateTimeField()),
            ("ends_at", models.DateTimeField(blank=True, null=True)),
            ("is_guest", models.BooleanField(default=False)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("ends_at", None)), fields=("organisation", "account"), name="tenancy_one_open_membership_per_account"
                )
            ]
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [("tenancy", "0001_initial"), ("tenancy", "0002_guests"), ("tenancy", "0001_house")]
    initial = True
    dependencies = [
        ("accounts", "0001_tables"),
        # Nothing here needs these. But each of their steps has Django draw anew whatever is tied to an account: of ours, everything.
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("usersessions", "0001_initial"),
    ]
    operations = [CreateTables(TABLES)]
