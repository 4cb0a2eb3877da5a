import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="Announcement",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("title", models.CharField(max_length=150)),
            ("body", models.TextField()),
            ("is_assignment", models.BooleanField(default=False)),
            (
                "state",
                models.CharField(choices=[("draft", "ontwerp"), ("published", "bekendgemaakt"), ("withdrawn", "ingetrokken")], default="draft", max_length=10),
            ),
            ("document", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            ("written_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("published_at", models.DateTimeField(blank=True, null=True)),
            ("mails", models.PositiveIntegerField(default=0)),
            ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ("withdraw_reason", models.CharField(blank=True, max_length=250)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-published_at", "-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("document", None), ("state", "draft")),
                        models.Q(models.Q(("state", "draft"), _negated=True), ("document__isnull", False), ("published_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="planproject_what_was_published_is_frozen",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Addressee",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("announcement", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="addressees", to="planproject.announcement")),
            (
                "function_group",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup"),
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
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("function_group__isnull", False), ("statute", "")),
                        models.Q(("function_group", None), models.Q(("statute", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="planproject_an_addressee_is_a_group_or_a_statute",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Feedback",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("announcement", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="feedback", to="planproject.announcement")),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("text", models.TextField()),
            ("at", models.DateTimeField()),
            (
                "answer",
                models.CharField(
                    blank=True, choices=[("followed", "we volgen dit"), ("partly", "we volgen dit deels"), ("not", "we volgen dit niet")], max_length=8
                ),
            ),
            ("reply", models.TextField(blank=True)),
            ("is_shown", models.BooleanField(default=True)),
            ("answered_at", models.DateTimeField(blank=True, null=True)),
            (
                "answered_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
        ],
        options={
            "ordering": ["at", "pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answer", ""), ("answered_at", None)),
                        models.Q(models.Q(("answer", ""), _negated=True), models.Q(("reply", ""), _negated=True), ("answered_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="planproject_an_answer_has_its_reason",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="PaperReach",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("announcement", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="on_paper", to="planproject.announcement")),
            ("place", models.CharField(max_length=150)),
            ("on", models.DateField()),
            ("people", models.PositiveSmallIntegerField()),
            (
                "function_group",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup"),
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
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["on", "pk"]},
    ),
    migrations.CreateModel(
        name="Project",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("title", models.CharField(max_length=150)),
            ("first_year", models.PositiveSmallIntegerField()),
            ("last_year", models.PositiveSmallIntegerField()),
            ("assignment", models.TextField()),
            ("no_group_reason", models.TextField(blank=True)),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
            ("due_on", models.DateField(blank=True, null=True)),
            (
                "state",
                models.CharField(
                    choices=[("preparing", "in voorbereiding"), ("working", "bezig"), ("finished", "afgerond")], default="preparing", max_length=10
                ),
            ),
            ("sponsor", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("sponsor_confirmed_at", models.DateTimeField(blank=True, null=True)),
            ("confirmed", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            ("closing_note", models.TextField(blank=True)),
        ],
        options={
            "ordering": ["-pk"],
            "constraints": [
                models.CheckConstraint(condition=models.Q(("last_year__gte", models.F("first_year"))), name="planproject_last_year_follows_first"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state", "working"), _negated=True),
                        models.Q(("confirmed__isnull", False), ("sponsor_confirmed_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="planproject_no_work_before_the_sponsor_confirmed",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Assignment",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="planproject.project")),
            ("partner", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.partner")),
            ("title", models.CharField(max_length=150)),
            ("question", models.TextField()),
            ("deliverable", models.TextField()),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField()),
            ("half_days", models.DecimalField(decimal_places=2, default=0, max_digits=6)),
            ("cost", models.DecimalField(decimal_places=2, default=0, max_digits=10)),
            ("received_on", models.DateField(blank=True, null=True)),
            ("verdict", models.TextField(blank=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-starts_on", "-pk"],
            "constraints": [
                models.CheckConstraint(condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="planproject_an_assignment_ends_after_it_starts")
            ],
        },
    ),
    migrations.CreateModel(
        name="AssignmentFile",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("assignment", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="planproject.assignment")),
            ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile")),
            ("taken_away_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="AssignmentGuest",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("assignment", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="guests", to="planproject.assignment")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("invited_at", models.DateTimeField()),
            ("ended_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("ended_at", None)), fields=("assignment", "account"), name="planproject_one_guest_access_per_assignment"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="AssignmentMessage",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("assignment", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="messages", to="planproject.assignment")),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("text", models.TextField()),
            ("at", models.DateTimeField()),
        ],
        options={"ordering": ["at", "pk"]},
    ),
    migrations.CreateModel(
        name="Call",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="planproject.project")),
            ("title", models.CharField(max_length=150)),
            ("task", models.TextField()),
            ("seats", models.PositiveSmallIntegerField()),
            ("opens_on", models.DateField()),
            ("closes_on", models.DateField()),
            ("answer_by", models.DateField()),
            ("wanted", models.JSONField(blank=True, default=dict)),
            ("closed_at", models.DateTimeField(blank=True, null=True)),
            ("decided_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["-pk"],
            "constraints": [
                models.CheckConstraint(condition=models.Q(("closes_on__gte", models.F("opens_on"))), name="planproject_a_call_opens_before_it_closes"),
                models.CheckConstraint(condition=models.Q(("seats__gte", 1)), name="planproject_a_call_has_a_seat"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Candidacy",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("call", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="candidacies", to="planproject.call")),
            ("member", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            ("motivation", models.TextField()),
            ("experience", models.TextField(blank=True)),
            ("wanted_roles", models.JSONField(blank=True, default=list)),
            ("half_days_per_month", models.PositiveSmallIntegerField(default=1)),
            ("moments", models.JSONField(blank=True, default=list)),
            (
                "speaks_for",
                models.CharField(
                    choices=[
                        ("self", "mezelf"),
                        ("team", "mijn team"),
                        ("union", "de vakbondsafvaardiging"),
                        ("council", "de ondernemingsraad"),
                        ("volunteers", "de vrijwilligers"),
                    ],
                    default="self",
                    max_length=12,
                ),
            ),
            ("needs", models.TextField(blank=True)),
            ("supervisor_informed", models.BooleanField(default=False)),
            ("supervisor_remark", models.TextField(blank=True)),
            ("may_publish_name", models.BooleanField(default=False)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("submitted", "ingediend"),
                        ("retained", "in de groep"),
                        ("reserve", "reserve"),
                        ("not_retained", "niet gekozen"),
                        ("withdrawn", "ingetrokken"),
                    ],
                    default="submitted",
                    max_length=12,
                ),
            ),
            ("reason", models.TextField(blank=True)),
            ("submitted_at", models.DateTimeField()),
            ("decided_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["submitted_at"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("state", "withdrawn"), _negated=True), fields=("call", "member"), name="planproject_one_candidacy_per_person_and_call"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Draw",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("call", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="draws", to="planproject.call")),
            ("quotas", models.JSONField()),
            ("pool", models.JSONField()),
            ("lottery", models.JSONField()),
            ("chances", models.JSONField()),
            ("inputs_sha256", models.CharField(max_length=64)),
            ("lottery_sha256", models.CharField(max_length=64)),
            ("seed_source", models.CharField(max_length=250)),
            ("seed_on", models.DateField()),
            ("published_at", models.DateTimeField()),
            ("published_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("seed", models.CharField(blank=True, max_length=1000)),
            ("panel", models.JSONField(blank=True, default=list)),
            ("drawn_at", models.DateTimeField(blank=True, null=True)),
            ("void_at", models.DateTimeField(blank=True, null=True)),
            ("void_reason", models.TextField(blank=True)),
        ],
        options={
            "ordering": ["-published_at", "-pk"],
            "constraints": [models.UniqueConstraint(condition=models.Q(("void_at", None)), fields=("call",), name="planproject_one_draw_counts_for_a_call")],
        },
    ),
    migrations.CreateModel(
        name="MoneyPromise",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="money_promises", to="planproject.project")),
            ("amount", models.DecimalField(decimal_places=2, max_digits=10)),
            ("source", models.CharField(max_length=150)),
            ("decided_by", models.CharField(max_length=150)),
            ("on", models.DateField()),
            ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["-on", "-pk"],
            "constraints": [models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="planproject_promised_money_is_an_amount")],
        },
    ),
    migrations.CreateModel(
        name="MoneyUse",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="money_uses", to="planproject.project")),
            ("amount", models.DecimalField(decimal_places=2, max_digits=10)),
            ("on", models.DateField()),
            ("what", models.CharField(max_length=200)),
            ("reference", models.CharField(blank=True, max_length=60)),
            ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["-on", "-pk"],
            "constraints": [models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="planproject_used_money_is_an_amount")],
        },
    ),
    migrations.CreateModel(
        name="OpenPoint",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="points", to="planproject.project")),
            ("what", models.CharField(max_length=300)),
            ("owner", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("due_on", models.DateField()),
            ("closed_at", models.DateTimeField(blank=True, null=True)),
            ("answer", models.TextField(blank=True)),
        ],
        options={"ordering": ["due_on", "pk"]},
    ),
    migrations.CreateModel(
        name="PartnerAid",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="aids", to="planproject.project")),
            ("answers", models.JSONField()),
            ("remark", models.TextField(blank=True)),
            ("weighed_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("weighed_at", models.DateTimeField()),
            ("is_wanted", models.BooleanField(null=True)),
            ("reason", models.TextField(blank=True)),
            ("decided_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("decided_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["-weighed_at", "-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("is_wanted", None), models.Q(("decided_at__isnull", False), models.Q(("reason", ""), _negated=True)), _connector="OR"),
                    name="planproject_a_partner_is_decided_on_with_a_reason",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Phase",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="phases", to="planproject.project")),
            (
                "key",
                models.CharField(
                    blank=True,
                    choices=[
                        ("start", "Opstart"),
                        ("frame", "Visie en kader"),
                        ("writing", "Schrijven"),
                        ("consultation", "Overleg"),
                        ("approval", "Goedkeuring"),
                    ],
                    max_length=12,
                ),
            ),
            ("name", models.CharField(max_length=120)),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField()),
            ("done_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["starts_on", "ends_on", "pk"],
            "constraints": [
                models.CheckConstraint(condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="planproject_a_phase_ends_after_it_starts")
            ],
        },
    ),
    migrations.CreateModel(
        name="Milestone",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("phase", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="milestones", to="planproject.phase")),
            ("title", models.CharField(max_length=200)),
            ("due_on", models.DateField()),
            ("done_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={"ordering": ["due_on", "pk"]},
    ),
    migrations.CreateModel(
        name="PlannedContact",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="contacts", to="planproject.project")),
            ("who", models.CharField(max_length=150)),
            ("times", models.PositiveSmallIntegerField()),
            ("quarters", models.PositiveSmallIntegerField()),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="Reading",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("announcement", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="planproject.announcement")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("announcement", "account"), name="planproject_an_announcement_is_read_once")]},
    ),
    migrations.CreateModel(
        name="Risk",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="risks", to="planproject.project")),
            ("title", models.CharField(max_length=200)),
            ("chance", models.PositiveSmallIntegerField(choices=[(1, "klein"), (2, "gemiddeld"), (3, "groot")])),
            ("impact", models.PositiveSmallIntegerField(choices=[(1, "klein"), (2, "gemiddeld"), (3, "groot")])),
            ("measure", models.TextField(blank=True)),
            ("owner", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("closed_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="StatusReport",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="planproject.project")),
            ("on", models.DateField()),
            ("frozen", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["-on", "-pk"], "constraints": [models.UniqueConstraint(fields=("project", "on"), name="planproject_one_report_a_day")]},
    ),
    migrations.CreateModel(
        name="TargetedCall",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("call", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="targeted", to="planproject.call")),
            ("dimension", models.CharField(max_length=20)),
            ("category", models.CharField(max_length=120)),
            ("text", models.TextField()),
            ("asked", models.PositiveIntegerField()),
            ("on_paper", models.PositiveIntegerField()),
            ("at", models.DateTimeField()),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["-at", "-pk"]},
    ),
    migrations.CreateModel(
        name="TimeEntry",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="time_entries", to="planproject.project")),
            (
                "kind",
                models.CharField(
                    choices=[("coordinator", "De coördinator"), ("members", "De leden van de werkgroep"), ("contacts", "Contacten met wie betrokken is")],
                    max_length=12,
                ),
            ),
            ("on", models.DateField()),
            ("quarters", models.PositiveSmallIntegerField()),
            ("what", models.CharField(max_length=200)),
            ("member", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            ("account", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("logged_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["-on", "-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("member__isnull", False), ("account__isnull", False), _connector="OR"), name="planproject_time_is_somebodys"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="TimePromise",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="time_promises", to="planproject.project")),
            (
                "kind",
                models.CharField(
                    choices=[("coordinator", "De coördinator"), ("members", "De leden van de werkgroep"), ("contacts", "Contacten met wie betrokken is")],
                    max_length=12,
                ),
            ),
            ("half_days", models.DecimalField(decimal_places=2, max_digits=7)),
            ("decided_by", models.CharField(blank=True, max_length=150)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("project", "kind"), name="planproject_time_of_a_kind_is_promised_once"),
                models.CheckConstraint(condition=models.Q(("half_days__gte", 0)), name="planproject_promised_time_is_not_negative"),
            ]
        },
    ),
    migrations.CreateModel(
        name="WorkingGroup",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="groups", to="planproject.project")),
            ("call", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planproject.call")),
            ("mandate", models.TextField(blank=True)),
            ("is_whole_team", models.BooleanField(default=False)),
            ("state", models.CharField(choices=[("composed", "samengesteld"), ("dissolved", "ontbonden")], default="composed", max_length=10)),
            ("reason", models.TextField(blank=True)),
            ("comparison", models.JSONField(default=dict)),
            ("composed_at", models.DateTimeField()),
            ("composed_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("working_since", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["-pk"],
            "constraints": [models.UniqueConstraint(condition=models.Q(("state", "composed")), fields=("project",), name="planproject_one_group_per_project")],
        },
    ),
    migrations.CreateModel(
        name="Charter",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("group", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="charters", to="planproject.workinggroup")),
            ("number", models.PositiveSmallIntegerField()),
            (
                "state",
                models.CharField(
                    choices=[("draft", "ontwerp"), ("asked", "ligt voor aan de leden"), ("approved", "goedgekeurd"), ("superseded", "vervangen")],
                    default="draft",
                    max_length=10,
                ),
            ),
            (
                "may",
                models.CharField(
                    choices=[("advise", "adviseren"), ("write", "het ontwerp schrijven"), ("decide", "beslissen binnen afgesproken grenzen")],
                    default="write",
                    max_length=8,
                ),
            ),
            ("assignment", models.TextField()),
            ("method", models.TextField()),
            (
                "decision_rule",
                models.CharField(
                    choices=[
                        ("consensus", "we zoeken tot iedereen ermee kan leven"),
                        ("majority", "gewone meerderheid"),
                        ("two_thirds", "twee derde van de stemmen"),
                        ("chair", "de voorzitter beslist als we er niet uitkomen"),
                    ],
                    default="consensus",
                    max_length=12,
                ),
            ),
            ("confidentiality", models.TextField(blank=True)),
            ("means", models.TextField(blank=True)),
            ("consultation", models.TextField(blank=True)),
            ("ends_on", models.DateField(blank=True, null=True)),
            ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("made_at", models.DateTimeField()),
            ("approved_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-number"],
            "constraints": [
                models.UniqueConstraint(fields=("group", "number"), name="planproject_charters_are_numbered"),
                models.UniqueConstraint(condition=models.Q(("state__in", ["draft", "asked"])), fields=("group",), name="planproject_one_charter_at_work"),
                models.UniqueConstraint(condition=models.Q(("state", "approved")), fields=("group",), name="planproject_one_charter_in_force"),
            ],
        },
    ),
    migrations.CreateModel(
        name="GroupSeat",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("group", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="planproject.workinggroup")),
            ("member", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            (
                "speaks_for",
                models.CharField(
                    choices=[
                        ("self", "mezelf"),
                        ("team", "mijn team"),
                        ("union", "de vakbondsafvaardiging"),
                        ("council", "de ondernemingsraad"),
                        ("volunteers", "de vrijwilligers"),
                    ],
                    default="self",
                    max_length=12,
                ),
            ),
            (
                "role",
                models.CharField(
                    choices=[("chair", "voorzitter"), ("secretary", "verslaggever"), ("member", "lid"), ("sponsor", "sponsor"), ("adviser", "adviseur")],
                    default="member",
                    max_length=12,
                ),
            ),
            ("substitute", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            ("half_days_per_month", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(condition=models.Q(("ends_on", None)), fields=("group", "member"), name="planproject_one_seat_per_person_in_a_group")
            ],
        },
    ),
    migrations.CreateModel(
        name="CharterAnswer",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("charter", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="planproject.charter")),
            ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planproject.groupseat")),
            ("is_yes", models.BooleanField()),
            ("remark", models.TextField(blank=True)),
            ("at", models.DateTimeField()),
            ("written_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={
            "ordering": ["at", "pk"],
            "constraints": [models.UniqueConstraint(fields=("charter", "seat"), name="planproject_a_member_answers_a_charter_once")],
        },
    ),
    migrations.CreateModel(
        name="Constituency",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("seat", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="constituency", to="planproject.groupseat")),
            ("text", models.CharField(max_length=250)),
            (
                "function_group",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup"),
            ),
            ("team", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.team")),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={"abstract": False},
    ),
    migrations.CreateModel(
        name="Errand",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="errands", to="planproject.groupseat")),
            ("on", models.DateField()),
            ("direction", models.CharField(choices=[("back", "van de groep naar de achterban"), ("in", "van de achterban naar de groep")], max_length=8)),
            ("what", models.TextField()),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["-on", "-pk"]},
    ),
    migrations.CreateModel(
        name="GroupGoal",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("group", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="planproject.workinggroup")),
            ("title", models.CharField(max_length=250)),
            ("measure", models.CharField(max_length=250)),
            ("target", models.CharField(max_length=100)),
            ("due_on", models.DateField()),
            ("owner", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planproject.groupseat")),
            (
                "state",
                models.CharField(
                    choices=[("open", "nog niet begonnen"), ("busy", "bezig"), ("reached", "bereikt"), ("dropped", "losgelaten")], default="open", max_length=10
                ),
            ),
            ("note", models.CharField(blank=True, max_length=300)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={"ordering": ["due_on", "pk"]},
    ),
    migrations.CreateModel(
        name="GroupTask",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("group", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="planproject.workinggroup")),
            ("what", models.CharField(max_length=250)),
            ("owner", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planproject.groupseat")),
            ("due_on", models.DateField()),
            ("remind_days", models.PositiveSmallIntegerField(default=7)),
            ("done_at", models.DateTimeField(blank=True, null=True)),
            ("note", models.CharField(blank=True, max_length=300)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={"ordering": ["due_on", "pk"]},
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("planproject", "0001_initial"),
        ("planproject", "0002_closed_calls"),
        ("planproject", "0003_charter"),
        ("planproject", "0004_targeted_calls"),
        ("planproject", "0005_draw"),
        ("planproject", "0006_project_time_and_means"),
        ("planproject", "0007_news_and_constituencies"),
        ("planproject", "0001_house"),
        ("planproject", "0002_one_organisation"),
        ("planproject", "0003_withdrawn_draws"),
        ("planproject", "0004_seats_carry_a_version"),
    ]
    initial = True
    dependencies = [
        ("accounts", "0001_tables"),
        ("documents", "0001_tables"),
        ("staff", "0001_tables"),
        ("stakeholders", "0001_tables"),
        ("tenancy", "0001_tables"),
    ]
    operations = [CreateTables(TABLES), fence_around("planproject", TABLES)]
