import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from draagvlak.lib.tables import ByHand, CreateTables

from draagvlak.lib import tables
from draagvlak.lib.triggers import frozen_when, undone

GUARDED = {
    table: {"condition": f"(SELECT state FROM policyplan_version WHERE id = OLD.{key}) <> 'draft'"}
    for table, key in (("policyplan_section", "version_id"), ("policyplan_goal", "version_id"))
}


def guard(_apps, schema_editor):
    for table, words in GUARDED.items():
        for statement in frozen_when(table, schema_editor.connection.vendor, **words):
            schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for table in GUARDED:
        for statement in undone(table, schema_editor.connection.vendor, name="frozen"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    replaces = [
        ("policyplan", "0001_initial"),
        ("policyplan", "0002_frozen"),
        ("policyplan", "0003_deadlines_files_reviews"),
    ]

    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("decisions", "0001_house"),
        ("documents", "0001_house"),
        ("planproject", "0001_house"),
        ("tenancy", "0001_house"),
    ]

    operations = [
        tables.CreateTables(
            [
                migrations.CreateModel(
                    name="FrameworkItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("law", "wet of besluit"),
                                    ("subsidy_rule", "subsidieregel"),
                                    ("recognition_norm", "erkenningsnorm"),
                                    ("collective_agreement", "cao"),
                                    ("founding_text", "fundamentele tekst"),
                                    ("mission", "missie of visie"),
                                    ("policy", "beleid van de overheid"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "bearing",
                            models.CharField(
                                choices=[
                                    ("obligation", "verplichting"),
                                    ("goal", "doelstelling"),
                                    ("opportunity", "mogelijkheid"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("title", models.CharField(max_length=250)),
                        ("extract", models.TextField(blank=True)),
                        ("meaning", models.TextField(blank=True)),
                        ("for_whom", models.CharField(blank=True, max_length=250)),
                        ("deadline", models.CharField(blank=True, max_length=250)),
                        ("evidence", models.CharField(blank=True, max_length=250)),
                        ("source", models.CharField(blank=True, max_length=300)),
                        (
                            "confidence",
                            models.CharField(
                                choices=[
                                    ("verified", "bron gelezen"),
                                    ("to_check", "na te kijken"),
                                    ("own", "eigen tekst"),
                                ],
                                default="own",
                                max_length=10,
                            ),
                        ),
                        ("checked_on", models.DateField(blank=True, null=True)),
                        ("library_key", models.CharField(blank=True, max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["kind", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("library_key", ""), _negated=True),
                                fields=("organisation", "library_key"),
                                name="policyplan_a_rule_is_taken_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Deadline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("what", models.CharField(max_length=300)),
                        ("on", models.DateField()),
                        ("is_yearly", models.BooleanField(default=False)),
                        ("warn_days", models.PositiveSmallIntegerField(default=30)),
                        ("parameter", models.CharField(blank=True, max_length=60)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
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
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="policyplan.frameworkitem",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("item", "on", "what"), name="policyplan_a_deadline_stands_once_on_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationGoal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=250)),
                        ("source", models.CharField(blank=True, max_length=250)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=150)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                        (
                            "project",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planproject.project"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Version",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "ontwerp"),
                                    ("submitted", "voorgelegd"),
                                    ("adopted", "goedgekeurd"),
                                    ("superseded", "vervangen"),
                                    ("set_aside", "niet aangenomen"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        ("why", models.CharField(blank=True, max_length=300)),
                        ("made_at", models.DateTimeField()),
                        ("adopted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.frozentext",
                            ),
                        ),
                        (
                            "dossier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="decisions.dossier",
                            ),
                        ),
                        (
                            "made_by",
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
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="policyplan.plan",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "number"), name="policyplan_versions_are_numbered"),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["draft", "submitted"])),
                                fields=("plan",),
                                name="policyplan_one_version_at_work",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "adopted")),
                                fields=("plan",),
                                name="policyplan_one_version_in_force",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Goal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("title", models.CharField(max_length=250)),
                        ("body", models.TextField(blank=True)),
                        ("indicator", models.CharField(max_length=250)),
                        ("baseline", models.CharField(blank=True, max_length=60)),
                        ("target", models.CharField(max_length=60)),
                        ("due_on", models.DateField()),
                        ("owner", models.CharField(blank=True, max_length=150)),
                        ("revision", models.PositiveIntegerField(default=1)),
                        (
                            "mission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="policyplan.frameworkitem",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                        (
                            "organisation_goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="policyplan.organisationgoal",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goals",
                                to="policyplan.version",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("version", "number"), name="policyplan_goals_are_numbered")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="policyplan.goal"
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="policyplan.frameworkitem",
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("goal", "item"), name="policyplan_a_goal_answers_an_item_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ItemFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("taken_away_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile"
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="policyplan.frameworkitem",
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
                    },
                ),
                migrations.CreateModel(
                    name="Review",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField()),
                        ("conclusion", models.TextField()),
                        ("made_at", models.DateTimeField()),
                        (
                            "made_by",
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
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="policyplan.version",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="GoalReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reached", "bereikt"),
                                    ("on_the_way", "op weg"),
                                    ("behind", "loopt achter"),
                                    ("dropped", "losgelaten"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("value", models.CharField(blank=True, max_length=60)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.goal"
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goals",
                                to="policyplan.review",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["goal__number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "goal"), name="policyplan_a_goal_is_reviewed_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Section",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                choices=[
                                    ("why", "Waarom dit plan"),
                                    ("target_groups", "Voor wie"),
                                    ("roles", "Wie doet wat"),
                                    ("rights", "Rechten en plichten"),
                                    ("means", "Tijd en middelen"),
                                    ("follow_up", "Hoe we opvolgen"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("body", models.TextField(blank=True)),
                        ("revision", models.PositiveIntegerField(default=1)),
                        ("edited_at", models.DateTimeField(null=True)),
                        (
                            "edited_by",
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sections",
                                to="policyplan.version",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "key"), name="policyplan_a_section_stands_once_in_a_version"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Vision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("adopted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "adopted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
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
                        (
                            "project",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planproject.project"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Contribution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "question",
                            models.CharField(
                                choices=[
                                    ("understanding", "Wat verstaan wij onder leren en VTO?"),
                                    ("position", "Wat betekent VTO voor onze strategie? Welke plaats krijgt het?"),
                                    (
                                        "contribution",
                                        "Wat moet het VTO-beleid waarmaken voor personeel, organisatie en algemeen beleid?",
                                    ),
                                    ("role", "Welke rol speelt VTO in onze organisatie?"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("at", models.DateTimeField()),
                        ("is_withdrawn", models.BooleanField(default=False)),
                        (
                            "by",
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
                        (
                            "vision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="policyplan.vision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at"],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "question",
                            models.CharField(
                                choices=[
                                    ("understanding", "Wat verstaan wij onder leren en VTO?"),
                                    ("position", "Wat betekent VTO voor onze strategie? Welke plaats krijgt het?"),
                                    (
                                        "contribution",
                                        "Wat moet het VTO-beleid waarmaken voor personeel, organisatie en algemeen beleid?",
                                    ),
                                    ("role", "Welke rol speelt VTO in onze organisatie?"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                        ("facts", models.JSONField(blank=True, default=dict)),
                        ("is_settled", models.BooleanField(default=False)),
                        ("edited_at", models.DateTimeField(null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "edited_by",
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation"
                            ),
                        ),
                        (
                            "vision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="policyplan.vision",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("vision", "question"), name="policyplan_one_answer_per_question"
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.AddField(
            model_name="goal",
            name="items",
            field=models.ManyToManyField(
                related_name="+", through="policyplan.GoalItem", to="policyplan.frameworkitem"
            ),
        ),
        ByHand(guard, unguard),
    ]
