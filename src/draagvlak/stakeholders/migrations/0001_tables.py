from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="Agreement",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("text", models.TextField()),
            ("between", models.CharField(max_length=250)),
            ("agreed_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
            ("written_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["-agreed_on", "-pk"]},
    ),
    migrations.CreateModel(
        name="Body",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("board", "raad van bestuur"),
                        ("management", "directie"),
                        ("works_council", "ondernemingsraad"),
                        ("safety_committee", "comité voor preventie en bescherming (CPBW)"),
                        ("union_delegation", "syndicale delegatie"),
                        ("workers", "de medewerkers zelf"),
                        ("working_group", "werkgroep"),
                    ],
                    max_length=20,
                ),
            ),
            ("name", models.CharField(max_length=120)),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                    name="stakeholders_body_ends_after_it_starts",
                ),
                models.UniqueConstraint(condition=models.Q(("ends_on", None)), fields=("organisation", "kind"), name="stakeholders_one_body_of_a_kind"),
            ],
        },
    ),
    migrations.CreateModel(
        name="MatrixReview",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("on", models.DateField()),
            ("note", models.TextField(blank=True)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["-on", "-pk"]},
    ),
    migrations.CreateModel(
        name="MatrixRole",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("board", "raad van bestuur"),
                        ("management", "directie"),
                        ("line_manager", "leidinggevenden"),
                        ("training_coordinator", "VTO-coördinator"),
                        ("hr_officer", "personeelsdienst"),
                        ("works_council", "ondernemingsraad"),
                        ("union_delegation", "syndicale delegatie"),
                        ("workers", "medewerkers"),
                        ("partners", "externe partners"),
                        ("own", "eigen rol"),
                    ],
                    max_length=24,
                ),
            ),
            ("name", models.CharField(blank=True, max_length=120)),
            ("holder", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("position", models.PositiveSmallIntegerField()),
            ("asked_at", models.DateTimeField(blank=True, null=True)),
            ("ends_on", models.DateField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["position", "pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("ends_on", None), models.Q(("kind", "own"), _negated=True)),
                    fields=("organisation", "kind"),
                    name="stakeholders_one_matrix_role_of_a_kind",
                ),
                models.CheckConstraint(
                    condition=models.Q(models.Q(("kind", "own"), _negated=True), ("holder__isnull", False), _connector="OR"),
                    name="stakeholders_an_own_role_has_a_holder",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Acceptance",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("role", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="acceptances", to="stakeholders.matrixrole")),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("is_yes", models.BooleanField()),
            ("question", models.TextField(blank=True)),
            ("at", models.DateTimeField()),
        ],
        options={"ordering": ["at", "pk"]},
    ),
    migrations.CreateModel(
        name="Partner",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("name", models.CharField(max_length=150)),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("sector_fund", "sectorfonds"),
                        ("knowledge_centre", "kenniscentrum"),
                        ("university", "hogeschool of universiteit"),
                        ("federation", "koepel of federatie"),
                        ("commercial", "opleidings- of adviesbureau"),
                        ("freelance", "zelfstandige begeleider"),
                        ("public_body", "overheidsdienst"),
                        ("prevention", "externe preventiedienst of sociaal secretariaat"),
                        ("other", "iets anders"),
                    ],
                    max_length=16,
                ),
            ),
            ("kbo", models.CharField(blank=True, max_length=10)),
            ("contact", models.CharField(blank=True, max_length=150)),
            ("email", models.EmailField(blank=True, max_length=254)),
            ("roles", models.JSONField(blank=True, default=list)),
            ("own_role", models.CharField(blank=True, max_length=120)),
            ("clause_on", models.DateField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["name", "pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("kbo", ""), _negated=True), fields=("organisation", "kbo"), name="stakeholders_a_partner_stands_once"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Profile",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("heads", models.PositiveIntegerField(default=0)),
            ("fte", models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=8)),
            ("hours_per_half_day", models.DecimalField(decimal_places=2, default=Decimal("3.8"), max_digits=4)),
            ("year_end", models.CharField(default="12-31", max_length=5)),
            ("absent", models.JSONField(blank=True, default=dict)),
            ("set_up_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("organisation",), name="stakeholders_one_profile_per_organisation")]},
    ),
    migrations.CreateModel(
        name="Responsibility",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("key", models.CharField(blank=True, max_length=10)),
            ("title", models.CharField(max_length=250)),
            ("what", models.TextField(blank=True)),
            ("group", models.CharField(max_length=16)),
            ("weight", models.CharField(choices=[("light", "licht"), ("normal", "gewoon"), ("heavy", "zwaar")], default="normal", max_length=8)),
            ("position", models.PositiveSmallIntegerField()),
            ("is_on", models.BooleanField(default=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["position", "pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("key", ""), _negated=True), fields=("organisation", "key"), name="stakeholders_a_catalogue_line_stands_once"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Duty",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("responsibility", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.responsibility")),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("year", models.PositiveSmallIntegerField()),
            ("note", models.CharField(blank=True, max_length=300)),
            ("at", models.DateTimeField()),
        ],
        options={
            "ordering": ["-at", "-pk"],
            "constraints": [models.UniqueConstraint(fields=("responsibility", "by", "year"), name="stakeholders_a_duty_is_ticked_once_a_year")],
        },
    ),
    migrations.CreateModel(
        name="Role",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("management", "directie"),
                        ("line_manager", "leidinggevende"),
                        ("training_coordinator", "VTO-coördinator"),
                        ("hr_officer", "personeelsverantwoordelijke"),
                    ],
                    max_length=24,
                ),
            ),
            ("holder", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("team", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.team")),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
            ("mandate", models.TextField(blank=True)),
            ("half_days_per_week", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
            (
                "substitute",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("decided_by", models.CharField(blank=True, max_length=150)),
            ("accepted_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                    name="stakeholders_role_ends_after_it_starts",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("ends_on", None)), fields=("organisation", "kind", "holder", "team"), name="stakeholders_a_role_is_held_once"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="HalfDay",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("role", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="half_days", to="stakeholders.role")),
            ("on", models.DateField()),
            ("is_afternoon", models.BooleanField(default=False)),
            ("is_used", models.BooleanField(default=False)),
        ],
        options={
            "ordering": ["on", "is_afternoon"],
            "constraints": [models.UniqueConstraint(fields=("role", "on", "is_afternoon"), name="stakeholders_a_half_day_is_planned_once")],
        },
    ),
    migrations.CreateModel(
        name="RoleAssignment",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("responsibility", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to="stakeholders.responsibility")),
            ("role", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.matrixrole")),
            (
                "letter",
                models.CharField(choices=[("R", "voert uit"), ("A", "beslist"), ("C", "geeft raad"), ("I", "wordt verwittigd"), ("S", "helpt")], max_length=1),
            ),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [models.UniqueConstraint(fields=("responsibility", "role", "letter"), name="stakeholders_a_part_is_taken_once")],
        },
    ),
    migrations.CreateModel(
        name="Seat",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="stakeholders.body")),
            ("holder", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("member", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            (
                "function",
                models.CharField(
                    choices=[("chair", "voorzitter"), ("secretary", "secretaris"), ("member", "lid"), ("substitute", "plaatsvervanger")],
                    default="member",
                    max_length=10,
                ),
            ),
            ("side", models.CharField(blank=True, choices=[("", "niet van toepassing"), ("employer", "werkgever"), ("workers", "werknemers")], max_length=10)),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                    name="stakeholders_seat_ends_after_it_starts",
                ),
                models.UniqueConstraint(condition=models.Q(("ends_on", None)), fields=("body", "holder"), name="stakeholders_one_seat_per_person_in_a_body"),
                models.UniqueConstraint(condition=models.Q(("ends_on", None)), fields=("body", "member"), name="stakeholders_one_seat_per_colleague_in_a_body"),
                models.CheckConstraint(
                    condition=models.Q(("holder__isnull", False), ("member__isnull", False), _connector="OR"), name="stakeholders_a_seat_is_somebodys"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="BodyTask",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            ("what", models.CharField(max_length=250)),
            ("seat", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.seat")),
            ("due_on", models.DateField(blank=True, null=True)),
            ("added_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("added_at", models.DateTimeField()),
            ("done_on", models.DateField(blank=True, null=True)),
            ("done_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("note", models.CharField(blank=True, max_length=500)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("done_by", None), ("done_on", None)), models.Q(("done_by__isnull", False), ("done_on__isnull", False)), _connector="OR"
                    ),
                    name="stakeholders_a_task_is_done_by_somebody",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Stakeholder",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("body", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            (
                "function_group",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup"),
            ),
            ("team", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.team")),
            (
                "role",
                models.CharField(
                    blank=True,
                    choices=[
                        ("management", "directie"),
                        ("line_manager", "leidinggevende"),
                        ("training_coordinator", "VTO-coördinator"),
                        ("hr_officer", "personeelsverantwoordelijke"),
                    ],
                    max_length=24,
                ),
            ),
            (
                "statute",
                models.CharField(
                    blank=True,
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
                    max_length=20,
                ),
            ),
            ("name", models.CharField(blank=True, max_length=120)),
            ("interest", models.PositiveSmallIntegerField(default=3)),
            ("influence", models.PositiveSmallIntegerField(default=3)),
            ("needs", models.TextField(blank=True)),
            ("questions", models.JSONField(blank=True, default=list)),
            (
                "mode",
                models.CharField(
                    choices=[
                        ("inform", "informeren"),
                        ("consult", "raadplegen"),
                        ("advise", "om advies vragen"),
                        ("decide", "laten beslissen"),
                        ("co_create", "samen maken"),
                    ],
                    default="inform",
                    max_length=10,
                ),
            ),
            ("channel", models.CharField(blank=True, max_length=150)),
            ("message", models.TextField(blank=True)),
            (
                "responsible",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("ends_on", models.DateField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-influence", "-interest", "pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("influence__range", (1, 5)), ("interest__range", (1, 5))), name="stakeholders_interest_and_influence_are_one_to_five"
                ),
                models.UniqueConstraint(condition=models.Q(("ends_on", None)), fields=("body",), name="stakeholders_a_body_stands_once"),
                models.UniqueConstraint(condition=models.Q(("ends_on", None)), fields=("function_group",), name="stakeholders_a_group_stands_once"),
                models.UniqueConstraint(condition=models.Q(("ends_on", None)), fields=("team",), name="stakeholders_a_team_stands_once"),
                models.UniqueConstraint(
                    condition=models.Q(("ends_on", None), models.Q(("role", ""), _negated=True)),
                    fields=("organisation", "role"),
                    name="stakeholders_a_role_stands_once",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("ends_on", None), models.Q(("statute", ""), _negated=True)),
                    fields=("organisation", "statute"),
                    name="stakeholders_a_statute_stands_once",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Attitude",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("stakeholder", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="attitudes", to="stakeholders.stakeholder")),
            (
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "weet er nog niet van"), (2, "wil het niet"), (3, "wacht af"), (4, "steunt het"), (5, "draagt het mee")]
                ),
            ),
            ("on", models.DateField()),
            ("why", models.TextField(blank=True)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["on", "pk"], "constraints": [models.UniqueConstraint(fields=("stakeholder", "on"), name="stakeholders_one_attitude_on_a_day")]},
    ),
    migrations.CreateModel(
        name="Contact",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("stakeholder", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="contacts", to="stakeholders.stakeholder")),
            ("planned_on", models.DateField()),
            (
                "mode",
                models.CharField(
                    choices=[
                        ("inform", "informeren"),
                        ("consult", "raadplegen"),
                        ("advise", "om advies vragen"),
                        ("decide", "laten beslissen"),
                        ("co_create", "samen maken"),
                    ],
                    max_length=10,
                ),
            ),
            ("channel", models.CharField(blank=True, max_length=150)),
            ("what", models.CharField(max_length=250)),
            ("half_days", models.DecimalField(decimal_places=2, default=Decimal("0.5"), max_digits=5)),
            ("notice_days", models.PositiveSmallIntegerField(default=7)),
            ("done_on", models.DateField(blank=True, null=True)),
            ("half_days_used", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
            ("evidence", models.TextField(blank=True)),
            ("feedback", models.TextField(blank=True)),
            ("answer", models.TextField(blank=True)),
            ("measure_on", models.DateField(blank=True, null=True)),
            ("dropped_on", models.DateField(blank=True, null=True)),
            ("drop_reason", models.CharField(blank=True, max_length=250)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["planned_on", "pk"],
            "indexes": [models.Index(fields=["organisation", "planned_on"], name="stakeholders_contacts_by_day")],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("done_on", None), ("dropped_on", None), _connector="OR"), name="stakeholders_a_contact_is_done_or_dropped"
                ),
                models.CheckConstraint(
                    condition=models.Q(("done_on", None), ("half_days_used__isnull", False), _connector="OR"), name="stakeholders_a_done_contact_took_time"
                ),
                models.CheckConstraint(condition=models.Q(("half_days__gte", 0)), name="stakeholders_an_estimate_is_not_negative"),
            ],
        },
    ),
    migrations.CreateModel(
        name="MomentNotice",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("contact", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="stakeholders.contact")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("on", models.DateField()),
            ("at", models.DateTimeField()),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("contact", "account", "on"), name="stakeholders_a_moment_is_told_once")]},
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("stakeholders", "0001_initial"),
        ("stakeholders", "0002_working_group_as_a_body"),
        ("stakeholders", "0003_responsibility_matrix"),
        ("stakeholders", "0004_partners"),
        ("stakeholders", "0005_register_of_stakeholders"),
        ("stakeholders", "0001_house"),
        ("stakeholders", "0002_one_organisation"),
        ("stakeholders", "0003_year_calendar"),
        ("stakeholders", "0004_body_tasks"),
    ]
    initial = True
    dependencies = [("accounts", "0001_tables"), ("staff", "0001_tables"), ("tenancy", "0001_tables")]
    operations = [CreateTables(TABLES), fence_around("stakeholders", TABLES)]
