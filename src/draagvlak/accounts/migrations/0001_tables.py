import django.db.models.functions.text
from django.db import migrations, models

from draagvlak.lib.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="Account",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("password", models.CharField(max_length=128, verbose_name="password")),
            ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
            (
                "is_superuser",
                models.BooleanField(
                    default=False, help_text="Designates that this user has all permissions without explicitly assigning them.", verbose_name="superuser status"
                ),
            ),
            ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mailadres")),
            ("name", models.CharField(max_length=150, verbose_name="naam")),
            ("language", models.CharField(choices=[("nl", "Nederlands"), ("fr", "Français"), ("en", "English")], default="nl", max_length=2)),
            ("theme", models.CharField(choices=[("auto", "Zoals mijn toestel"), ("light", "Licht"), ("dark", "Donker")], default="auto", max_length=5)),
            ("is_active", models.BooleanField(default=True)),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            (
                "groups",
                models.ManyToManyField(
                    blank=True,
                    help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                    related_name="user_set",
                    related_query_name="user",
                    to="auth.group",
                    verbose_name="groups",
                ),
            ),
            (
                "user_permissions",
                models.ManyToManyField(
                    blank=True,
                    help_text="Specific permissions for this user.",
                    related_name="user_set",
                    related_query_name="user",
                    to="auth.permission",
                    verbose_name="user permissions",
                ),
            ),
        ],
        options={"constraints": [models.UniqueConstraint(django.db.models.functions.text.Lower("email"), name="accounts_one_account_per_address")]},
    ),
    migrations.CreateModel(
        name="SignInFailure",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("account_key", models.CharField(blank=True, max_length=64)),
            ("source", models.CharField(max_length=80)),
            ("count", models.PositiveIntegerField(default=0)),
            ("since", models.DateTimeField()),
            ("last_at", models.DateTimeField(db_index=True)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("account_key", "source"), name="accounts_one_count_per_account_and_source")]},
    ),
]


class Migration(migrations.Migration):
    replaces = [("accounts", "0001_initial"), ("accounts", "0001_house")]
    initial = True
    dependencies = [("auth", "0012_alter_user_first_name_max_length")]
    operations = [CreateTables(TABLES)]
