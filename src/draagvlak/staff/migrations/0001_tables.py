import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="ColumnMemory",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("header", models.CharField(max_length=200)),
            ("field", models.CharField(blank=True, max_length=30)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("organisation", "header"), name="staff_one_meaning_per_header")]},
    ),
    migrations.CreateModel(
        name="FunctionGroup",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("name", models.CharField(max_length=120)),
        ],
        options={
            "ordering": ["name"],
            "abstract": False,
            "constraints": [models.UniqueConstraint(fields=("organisation", "name"), name="staff_one_function_group_per_name")],
        },
    ),
    migrations.CreateModel(
        name="FunctionName",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("name", models.CharField(max_length=120)),
            ("group", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup")),
        ],
        options={"ordering": ["name"], "constraints": [models.UniqueConstraint(fields=("organisation", "name"), name="staff_one_group_per_function")]},
    ),
    migrations.CreateModel(
        name="Site",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("name", models.CharField(max_length=120)),
        ],
        options={
            "ordering": ["name"],
            "abstract": False,
            "constraints": [models.UniqueConstraint(fields=("organisation", "name"), name="staff_one_site_per_name")],
        },
    ),
    migrations.CreateModel(
        name="StaffImport",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("file_name", models.CharField(max_length=200)),
            ("sha256", models.CharField(max_length=64)),
            ("content", models.BinaryField(blank=True, default=b"")),
            ("sheet", models.CharField(blank=True, max_length=120)),
            ("table", models.JSONField(default=dict)),
            ("mapping", models.JSONField(default=dict)),
            ("as_of", models.DateField()),
            (
                "state",
                models.CharField(
                    choices=[("trial", "proef"), ("done", "uitgevoerd"), ("undone", "ongedaan gemaakt"), ("dropped", "niet uitgevoerd")],
                    default="trial",
                    max_length=10,
                ),
            ),
            ("counts", models.JSONField(default=dict)),
            ("plan", models.CharField(blank=True, max_length=64)),
            ("brought", models.JSONField(default=list)),
            ("read_at", models.DateTimeField()),
            ("read_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("done_at", models.DateTimeField(blank=True, null=True)),
            ("undone_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={"ordering": ["-read_at", "-pk"]},
    ),
    migrations.CreateModel(
        name="StaffMember",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("personnel_number", models.CharField(blank=True, max_length=40)),
            ("first_name", models.CharField(blank=True, max_length=80)),
            ("last_name", models.CharField(max_length=80)),
            ("email", models.EmailField(blank=True, max_length=254)),
            ("sex", models.CharField(blank=True, choices=[("f", "vrouw"), ("m", "man"), ("x", "x"), ("", "niet ingevuld")], max_length=1)),
            ("birth_date", models.DateField(blank=True, null=True)),
            ("language", models.CharField(blank=True, max_length=2)),
            ("account", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["last_name", "first_name", "pk"],
            "indexes": [models.Index(fields=["organisation", "last_name", "first_name"], name="staff_by_name")],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("personnel_number", ""), _negated=True),
                    fields=("organisation", "personnel_number"),
                    name="staff_one_person_per_personnel_number",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("account__isnull", False)), fields=("organisation", "account"), name="staff_one_person_per_account"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Employment",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("member", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="employments", to="staff.staffmember")),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
        ],
        options={
            "ordering": ["starts_on", "pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                    name="staff_employment_ends_after_it_starts",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ImportRow",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("staff_import", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="staff.staffimport")),
            ("number", models.PositiveIntegerField()),
            (
                "verdict",
                models.CharField(
                    choices=[
                        ("new", "nieuw"),
                        ("changed", "gewijzigd"),
                        ("unchanged", "ongewijzigd"),
                        ("refused", "niet bruikbaar"),
                        ("gone", "niet meer op de lijst"),
                    ],
                    max_length=10,
                ),
            ),
            ("name", models.CharField(max_length=170)),
            ("messages", models.JSONField(default=list)),
            ("member", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="staff.staffmember")),
            ("before", models.JSONField(default=dict)),
            ("after", models.CharField(blank=True, max_length=64)),
        ],
        options={"ordering": ["number", "pk"], "indexes": [models.Index(fields=["staff_import", "verdict", "number"], name="staff_import_rows")]},
    ),
    migrations.CreateModel(
        name="Team",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("name", models.CharField(max_length=120)),
        ],
        options={
            "ordering": ["name"],
            "abstract": False,
            "constraints": [models.UniqueConstraint(fields=("organisation", "name"), name="staff_one_team_per_name")],
        },
    ),
    migrations.CreateModel(
        name="Post",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("employment", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="staff.employment")),
            ("member", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="staff.staffmember")),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
            (
                "statute",
                models.CharField(
                    choices=[
                        ("permanent", "vast, onbepaalde duur"),
                        ("fixed_term", "bepaalde duur"),
                        ("replacement", "vervangingscontract"),
                        ("defined_work", "duidelijk omschreven werk"),
                        ("student_worker", "jobstudent"),
                        ("target_group", "doelgroepmedewerker"),
                        ("art60", "artikel 60 (OCMW)"),
                        ("agency_worker", "interim"),
                        ("trainee", "stagiair"),
                        ("apprentice", "leerling alternerend leren"),
                        ("ibo", "individuele beroepsopleiding"),
                        ("volunteer", "vrijwilliger"),
                        ("self_employed", "zelfstandige"),
                        ("seconded", "gedetacheerd"),
                        ("unknown", "niet ingevuld"),
                    ],
                    default="unknown",
                    max_length=20,
                ),
            ),
            ("function", models.CharField(blank=True, max_length=120)),
            (
                "function_group",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup"),
            ),
            ("team", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.team")),
            ("site", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.site")),
            ("fraction", models.DecimalField(blank=True, decimal_places=4, max_digits=5, null=True)),
            (
                "shift",
                models.CharField(
                    blank=True,
                    choices=[
                        ("day", "dag"),
                        ("changing", "wisselend"),
                        ("evening", "avond"),
                        ("night", "nacht"),
                        ("weekend", "weekend"),
                        ("", "niet ingevuld"),
                    ],
                    max_length=10,
                ),
            ),
        ],
        options={
            "ordering": ["starts_on", "pk"],
            "indexes": [models.Index(fields=["organisation", "starts_on", "ends_on"], name="staff_posts_by_day")],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"), name="staff_post_ends_after_it_starts"
                ),
                models.CheckConstraint(
                    condition=models.Q(("fraction", None), models.Q(("fraction__gte", 0), ("fraction__lte", 2)), _connector="OR"),
                    name="staff_fraction_is_a_share_of_full_time",
                ),
                models.UniqueConstraint(fields=("employment", "starts_on"), name="staff_one_post_per_start"),
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [("staff", "0001_initial"), ("staff", "0001_house"), ("staff", "0002_one_organisation"), ("staff", "0003_side_by_side")]
    initial = True
    dependencies = [("accounts", "0001_tables"), ("tenancy", "0001_tables")]
    operations = [CreateTables(TABLES), fence_around("staff", TABLES)]
