import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import draagvlak.lib.keys
from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables
from draagvlak.lib.triggers import guards

# What was said is never changed or taken away, by neither side.
SAID = ("initiatives_words",)

TABLES = [
    migrations.CreateModel(
        name="Promise",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            ("days", models.PositiveSmallIntegerField(default=14)),
            ("version", models.PositiveIntegerField(default=0)),
        ],
        options={
            "constraints": [
                models.UniqueConstraint(fields=("body",), name="initiatives_a_body_promises_one_term"),
                models.CheckConstraint(condition=models.Q(("days__gte", 1), ("days__lte", 60)), name="initiatives_a_promise_is_in_days"),
            ]
        },
    ),
    migrations.CreateModel(
        name="Question",
        fields=[
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("id", models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            ("kind", models.CharField(choices=[("question", "vraag"), ("complaint", "klacht")], max_length=10)),
            ("asked_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("code_sha256", models.CharField(blank=True, max_length=64)),
            (
                "written_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("spoken_for", models.CharField(blank=True, max_length=150)),
            ("asked_on", models.DateField()),
            ("due_on", models.DateField()),
            (
                "state",
                models.CharField(
                    choices=[("received", "ontvangen"), ("taken", "opgenomen"), ("answered", "beantwoord"), ("closed", "afgesloten"), ("reopened", "heropend")],
                    default="received",
                    max_length=10,
                ),
            ),
            ("taken_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[
                        ("settled", "opgelost"),
                        ("partly", "deels opgelost"),
                        ("not_settled", "niet opgelost"),
                        ("informed", "uitleg gegeven"),
                        ("passed_on", "doorverwezen"),
                        ("taken_back", "ingetrokken door wie ze stelde"),
                    ],
                    max_length=12,
                ),
            ),
            ("closed_on", models.DateField(blank=True, null=True)),
            ("is_read", models.BooleanField(default=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["asked_on", "pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("asked_by__isnull", False), ("code_sha256", ""), ("written_by", None)),
                        models.Q(("asked_by", None), ("written_by", None), models.Q(("code_sha256", ""), _negated=True)),
                        models.Q(("asked_by", None), ("code_sha256", ""), ("written_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="initiatives_a_question_comes_with_a_name_a_code_or_a_listener",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("code_sha256", ""), _negated=True), fields=("organisation", "code_sha256"), name="initiatives_a_code_opens_one_question"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("closed_on__isnull", False), ("state", "closed"), models.Q(("outcome", ""), _negated=True)),
                        models.Q(models.Q(("state", "closed"), _negated=True), ("closed_on", None), ("outcome", "")),
                        _connector="OR",
                    ),
                    name="initiatives_only_what_is_closed_has_an_outcome",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Point",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("question", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="points", to="initiatives.question")),
            ("matter", models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.matter")),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            ("title", models.CharField(max_length=150)),
            ("text", models.TextField()),
            ("raised_on", models.DateField()),
            ("raised_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="Words",
        fields=[
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("id", models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
            ("question", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="words", to="initiatives.question")),
            ("number", models.PositiveSmallIntegerField()),
            ("text", models.TextField()),
            ("by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("on", models.DateField()),
        ],
        options={"ordering": ["number"], "constraints": [models.UniqueConstraint(fields=("question", "number"), name="initiatives_words_follow_each_other")]},
    ),
]


class Migration(migrations.Migration):
    replaces = [("initiatives", "0001_house")]
    initial = True
    dependencies = [("accounts", "0001_tables"), ("meetings", "0001_tables"), ("stakeholders", "0001_tables"), ("tenancy", "0001_tables")]
    operations = [CreateTables(TABLES), guards(append_only=SAID), fence_around("initiatives", TABLES)]
