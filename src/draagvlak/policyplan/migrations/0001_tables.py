from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import draagvlak.lib.keys
from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables
from draagvlak.lib.triggers import guards


def _of(table, key, row):
    """The state of the row that this one hangs on."""
    return f"(SELECT state FROM policyplan_{table} WHERE id = {row}.{key})"


def _through(table, between, row):
    """The state of the row that this one hangs on through others: (table, its key upwards), …, and the key of this one."""
    *steps, key = between
    joined, last = f"policyplan_{table} t0", "t0"
    for number, (name, up) in enumerate(steps, 1):
        joined += f" JOIN policyplan_{name} t{number} ON t{number}.{up} = {last}.id"
        last = f"t{number}"
    return f"(SELECT t0.state FROM {joined} WHERE {last}.id = {row}.{key})"


VERSION = "version_id"
ARTICLE = (("article", "version_id"), "article_id")
LINE = (("line", "codecision_id"), "line_id")
SEATED = (("codecisionperson", "codecision_id"), "person_id")
CLAUSE = (("clause", "negotiation_id"), "clause_id")
TEXT = (("clause", "negotiation_id"), ("clausetext", "clause_id"), "text_id")
SIGNED = (("agreement", "negotiation_id"), "agreement_id")
ASKED = (("concernedperson", "consultation_id"), "person_id")
OVER = "IN ('decided', 'withdrawn')"
CONCLUDED = f"{_of('consultation', 'consultation_id', 'OLD')} = 'concluded'"

# What was said, proposed, agreed and signed stays as it was.
APPEND_ONLY = (
    "policyplan_agreement",
    "policyplan_agreementclause",
    "policyplan_agreementend",
    "policyplan_agreementfile",
    "policyplan_clauseconsent",
    "policyplan_clausecheck",
    "policyplan_clausetext",
    "policyplan_codecisionperson",
    "policyplan_codecisionseat",
    "policyplan_filing",
    "policyplan_individualanswer",
    "policyplan_negotiationversion",
    "policyplan_reading",
    "policyplan_revision",
    "policyplan_signer",
    "policyplan_statement",
    "policyplan_takenover",
    "policyplan_talknote",
)
# That somebody was asked, took part or sat at a table is never removed.
KEPT = (
    "policyplan_asked",
    "policyplan_atthetable",
    "policyplan_clause",
    "policyplan_consultation",
    "policyplan_individualconsultation",
    "policyplan_lineconclusion",
    "policyplan_linevoice",
    "policyplan_negotiation",
    "policyplan_participation",
    "policyplan_regulationversion",
    "policyplan_remark",
    "policyplan_watch",
)
# What is only being prepared can be thrown away.
KEPT_WHEN = {
    "policyplan_codecision": "OLD.state <> 'draft'",
    "policyplan_concernedperson": f"{_of('individualconsultation', 'consultation_id', 'OLD')} <> 'draft'",
}
# What was put to the bodies, published or concluded does not change any more.
FROZEN = {
    "policyplan_article": f"{_of('regulationversion', VERSION, 'OLD')} <> 'draft'",
    "policyplan_articlefor": f"{_through('regulationversion', ARTICLE, 'OLD')} <> 'draft'",
    "policyplan_articleitem": f"{_through('regulationversion', ARTICLE, 'OLD')} <> 'draft'",
    "policyplan_bundle": CONCLUDED,
    "policyplan_clause": f"{_of('negotiation', 'negotiation_id', 'OLD')} <> 'running'",
    "policyplan_codecision": "OLD.state = 'concluded'",
    "policyplan_codecisiongroup": f"{_of('codecision', 'codecision_id', 'OLD')} <> 'draft'",
    "policyplan_concernedperson": f"{_of('individualconsultation', 'consultation_id', 'OLD')} {OVER}",
    "policyplan_consultation": "OLD.state = 'concluded'",
    "policyplan_goal": f"{_of('version', VERSION, 'OLD')} <> 'draft'",
    "policyplan_individualconsultation": f"OLD.state {OVER}",
    "policyplan_line": f"{_of('codecision', 'codecision_id', 'OLD')} <> 'draft'",
    "policyplan_lineconclusion": f"{_through('codecision', LINE, 'OLD')} <> 'closed'",
    "policyplan_linevoice": f"{_through('codecision', LINE, 'OLD')} <> 'opened'",
    "policyplan_negotiation": "OLD.state <> 'running'",
    "policyplan_remark": CONCLUDED,
    "policyplan_section": f"{_of('version', VERSION, 'OLD')} <> 'draft'",
}
# Nor does anything come in.
CLOSED = {
    "policyplan_agreement": f"{_of('negotiation', 'negotiation_id', 'NEW')} <> 'running'",
    "policyplan_agreementclause": f"{_through('negotiation', SIGNED, 'NEW')} <> 'running'",
    "policyplan_article": f"{_of('regulationversion', VERSION, 'NEW')} <> 'draft'",
    "policyplan_articlefor": f"{_through('regulationversion', ARTICLE, 'NEW')} <> 'draft'",
    "policyplan_articleitem": f"{_through('regulationversion', ARTICLE, 'NEW')} <> 'draft'",
    "policyplan_atthetable": f"{_of('negotiation', 'negotiation_id', 'NEW')} <> 'running'",
    "policyplan_clause": f"{_of('negotiation', 'negotiation_id', 'NEW')} <> 'running'",
    "policyplan_clauseconsent": f"{_through('negotiation', TEXT, 'NEW')} <> 'running'",
    "policyplan_clausetext": f"{_through('negotiation', CLAUSE, 'NEW')} <> 'running'",
    "policyplan_codecisiongroup": f"{_of('codecision', 'codecision_id', 'NEW')} <> 'draft'",
    "policyplan_codecisionperson": f"{_of('codecision', 'codecision_id', 'NEW')} <> 'draft'",
    "policyplan_codecisionseat": f"{_through('codecision', SEATED, 'NEW')} <> 'draft'",
    "policyplan_concernedperson": f"{_of('individualconsultation', 'consultation_id', 'NEW')} {OVER}",
    "policyplan_individualanswer": f"{_through('individualconsultation', ASKED, 'NEW')} <> 'asked'",
    "policyplan_line": f"{_of('codecision', 'codecision_id', 'NEW')} <> 'draft'",
    "policyplan_lineconclusion": f"{_through('codecision', LINE, 'NEW')} <> 'closed'",
    "policyplan_linevoice": f"{_through('codecision', LINE, 'NEW')} <> 'opened'",
    "policyplan_negotiationversion": f"{_of('negotiation', 'negotiation_id', 'NEW')} <> 'running'",
    "policyplan_signer": f"{_through('negotiation', SIGNED, 'NEW')} <> 'running'",
    "policyplan_statement": f"{_through('individualconsultation', ASKED, 'NEW')} <> 'asked'",
    "policyplan_talknote": f"{_of('negotiation', 'negotiation_id', 'NEW')} <> 'running'",
}

TABLES = [
    migrations.CreateModel(
        name="Codecision",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("title", models.CharField(max_length=150)),
            ("question", models.TextField()),
            ("ends_on", models.DateField()),
            ("is_open", models.BooleanField(default=True)),
            (
                "state",
                models.CharField(
                    choices=[("draft", "in voorbereiding"), ("opened", "loopt"), ("closed", "gesloten"), ("concluded", "afgerond")],
                    default="draft",
                    max_length=10,
                ),
            ),
            ("closed_on", models.DateField(blank=True, null=True)),
            ("reason", models.CharField(blank=True, max_length=300)),
            ("conclusion", models.TextField(blank=True)),
            ("results", models.JSONField(blank=True, default=dict)),
            ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("made_at", models.DateTimeField()),
            ("opened_at", models.DateTimeField(blank=True, null=True)),
            ("concluded_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("opened_at", None), ("state", "draft")),
                        models.Q(models.Q(("state", "draft"), _negated=True), ("opened_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="policyplan_an_opened_codecision_has_a_moment",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("concluded_at__isnull", False), ("state", "concluded")),
                        models.Q(models.Q(("state", "concluded"), _negated=True), ("concluded_at", None)),
                        _connector="OR",
                    ),
                    name="policyplan_a_concluded_codecision_has_a_moment",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CodecisionGroup",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("codecision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="groups", to="policyplan.codecision")),
            ("body", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
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
            ("name", models.CharField(max_length=120)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("body", None), models.Q(("role", ""), _negated=True)), models.Q(("body__isnull", False), ("role", "")), _connector="OR"
                    ),
                    name="policyplan_a_group_is_a_body_or_a_role",
                ),
                models.UniqueConstraint(condition=models.Q(("body__isnull", False)), fields=("codecision", "body"), name="policyplan_a_body_is_asked_once"),
                models.UniqueConstraint(condition=models.Q(("role", ""), _negated=True), fields=("codecision", "role"), name="policyplan_a_role_is_asked_once"),
            ],
        },
    ),
    migrations.CreateModel(
        name="CodecisionPerson",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("codecision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="people", to="policyplan.codecision")),
            ("account", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("member", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            ("name", models.CharField(max_length=170)),
        ],
        options={
            "ordering": ["name", "pk"],
            "constraints": [
                models.UniqueConstraint(fields=("codecision", "account"), name="policyplan_one_is_asked_once"),
                models.CheckConstraint(
                    condition=models.Q(("account__isnull", False), ("member__isnull", False), _connector="OR"), name="policyplan_who_is_asked_is_somebody"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CodecisionSeat",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="policyplan.codecisionperson")),
            ("group", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="policyplan.codecisiongroup")),
        ],
        options={"ordering": ["pk"], "constraints": [models.UniqueConstraint(fields=("person", "group"), name="policyplan_one_sits_once_in_a_group")]},
    ),
    migrations.CreateModel(
        name="FrameworkItem",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
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
                        ("habit", "eigen gewoonte"),
                    ],
                    max_length=24,
                ),
            ),
            ("bearing", models.CharField(choices=[("obligation", "verplichting"), ("goal", "doelstelling"), ("opportunity", "mogelijkheid")], max_length=12)),
            ("title", models.CharField(max_length=250)),
            ("extract", models.TextField(blank=True)),
            ("meaning", models.TextField(blank=True)),
            ("for_whom", models.CharField(blank=True, max_length=250)),
            ("deadline", models.CharField(blank=True, max_length=250)),
            ("evidence", models.CharField(blank=True, max_length=250)),
            ("source", models.CharField(blank=True, max_length=300)),
            ("owner", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            (
                "confidence",
                models.CharField(choices=[("verified", "bron gelezen"), ("to_check", "na te kijken"), ("own", "eigen tekst")], default="own", max_length=10),
            ),
            ("checked_on", models.DateField(blank=True, null=True)),
            ("library_key", models.CharField(blank=True, max_length=60)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["kind", "pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("library_key", ""), _negated=True), fields=("organisation", "library_key"), name="policyplan_a_rule_is_taken_once"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Deadline",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("item", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="deadlines", to="policyplan.frameworkitem")),
            ("what", models.CharField(max_length=300)),
            ("on", models.DateField()),
            ("is_yearly", models.BooleanField(default=False)),
            ("warn_days", models.PositiveSmallIntegerField(default=30)),
            ("parameter", models.CharField(blank=True, max_length=60)),
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
            ("done_at", models.DateTimeField(blank=True, null=True)),
            ("done_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("note", models.CharField(blank=True, max_length=300)),
        ],
        options={
            "ordering": ["on", "pk"],
            "constraints": [models.UniqueConstraint(fields=("item", "on", "what"), name="policyplan_a_deadline_stands_once_on_a_day")],
        },
    ),
    migrations.CreateModel(
        name="CalendarChoice",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("year", models.PositiveSmallIntegerField()),
            ("key", models.CharField(max_length=60)),
            ("deadline", models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="policyplan.deadline")),
            ("on", models.DateField(blank=True, null=True)),
            ("why", models.CharField(blank=True, max_length=300)),
            ("refused_why", models.CharField(blank=True, max_length=300)),
            ("changed_at", models.DateTimeField()),
            ("changed_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("version", models.PositiveIntegerField(default=0)),
        ],
        options={
            "ordering": ["year", "key"],
            "constraints": [
                models.UniqueConstraint(fields=("organisation", "year", "key"), name="policyplan_a_line_is_chosen_once_a_year"),
                models.CheckConstraint(
                    condition=models.Q(("on", None), models.Q(("why", ""), _negated=True), _connector="OR"), name="policyplan_an_earlier_day_has_a_reason"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ItemFile",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("item", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="files", to="policyplan.frameworkitem")),
            ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile")),
            ("taken_away_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="Line",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("codecision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="policyplan.codecision")),
            ("number", models.PositiveIntegerField()),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("article", "een artikel van het reglement"),
                        ("budget", "een regel van het budget"),
                        ("procedure", "een afspraak of manier van werken"),
                    ],
                    max_length=10,
                ),
            ),
            ("title", models.CharField(max_length=200)),
            ("article", models.PositiveIntegerField(blank=True, null=True)),
            ("old_text", models.TextField(blank=True)),
            ("new_text", models.TextField(blank=True)),
            (
                "category",
                models.CharField(
                    blank=True,
                    choices=[
                        ("trainer_fee", "lesgever van buiten"),
                        ("registration", "inschrijvingsgeld"),
                        ("material", "materiaal"),
                        ("room", "lokaal en toestellen"),
                        ("travel", "verplaatsing"),
                        ("stay", "verblijf en maaltijden"),
                        ("trainer_wage", "loon van eigen lesgevers"),
                        ("participant_wage", "loon van wie deelneemt"),
                        ("replacement", "vervanging"),
                        ("coordination", "coördinatie en administratie"),
                        ("e_learning", "licentie voor e-leren"),
                        ("library", "bibliotheek"),
                        ("evaluation", "evaluatie"),
                        ("certification", "attesten en certificaten"),
                        ("other", "iets anders"),
                    ],
                    max_length=20,
                ),
            ),
            ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["number"],
            "constraints": [
                models.UniqueConstraint(fields=("codecision", "number"), name="policyplan_lines_are_numbered"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("amount__gte", Decimal("0")), ("kind", "budget"), models.Q(("category", ""), _negated=True)),
                        models.Q(models.Q(("kind", "budget"), _negated=True), ("amount", None), ("category", "")),
                        _connector="OR",
                    ),
                    name="policyplan_a_budget_line_has_an_amount",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("article__isnull", False), ("kind", "article")),
                        models.Q(models.Q(("kind", "article"), _negated=True), ("article", None)),
                        _connector="OR",
                    ),
                    name="policyplan_an_article_line_names_its_article",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("article__isnull", False)), fields=("codecision", "article"), name="policyplan_an_article_is_asked_once_a_round"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LineConclusion",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("line", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="concluded", to="policyplan.line")),
            (
                "verdict",
                models.CharField(choices=[("kept", "blijft zoals voorgesteld"), ("changed", "wordt gewijzigd"), ("dropped", "gaat niet door")], max_length=10),
            ),
            ("because", models.TextField()),
            ("text", models.TextField(blank=True)),
            ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
            ("concluded_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("concluded_at", models.DateTimeField()),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["line__number"],
            "constraints": [
                models.CheckConstraint(condition=models.Q(("because", ""), _negated=True), name="policyplan_a_conclusion_has_a_reason"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("verdict", "changed"), models.Q(models.Q(("text", ""), _negated=True), ("amount__gte", Decimal("0")), _connector="OR")),
                        models.Q(models.Q(("verdict", "changed"), _negated=True), ("amount", None), ("text", "")),
                        _connector="OR",
                    ),
                    name="policyplan_what_is_changed_says_to_what",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LineVoice",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("line", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="voices", to="policyplan.line")),
            ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="voices", to="policyplan.codecisionperson")),
            (
                "stand",
                models.CharField(
                    choices=[("agreed", "Akkoord"), ("if_changed", "Akkoord, als dit verandert"), ("not_agreed", "Niet akkoord"), ("none", "Geen mening")],
                    max_length=12,
                ),
            ),
            ("because", models.TextField(blank=True)),
            ("remark", models.TextField(blank=True)),
            ("said_at", models.DateTimeField()),
            (
                "entered_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(fields=("line", "person"), name="policyplan_one_speaks_once_on_a_line"),
                models.CheckConstraint(
                    condition=models.Q(("stand__in", ["agreed", "none"]), models.Q(("because", ""), _negated=True), _connector="OR"),
                    name="policyplan_who_does_not_agree_says_why",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Negotiation",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("number", models.PositiveIntegerField()),
            ("subject", models.CharField(max_length=150)),
            (
                "level",
                models.CharField(
                    choices=[
                        ("company", "cao voor ons huis"),
                        ("group", "cao voor meer dan één huis"),
                        ("sector", "cao van de sector"),
                        ("other", "andere afspraak"),
                    ],
                    default="company",
                    max_length=10,
                ),
            ),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            ("aim_on", models.DateField()),
            (
                "state",
                models.CharField(
                    choices=[("running", "loopt"), ("signed", "getekend"), ("stopped", "gestopt zonder akkoord")], default="running", max_length=10
                ),
            ),
            ("why_stopped", models.CharField(blank=True, max_length=500)),
            ("opened_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("opened_at", models.DateTimeField()),
            ("closed_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-number"],
            "constraints": [
                models.UniqueConstraint(fields=("organisation", "number"), name="policyplan_negotiations_are_numbered"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("closed_at", None), ("state", "running")),
                        models.Q(models.Q(("state", "running"), _negated=True), ("closed_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="policyplan_a_closed_negotiation_has_a_moment",
                ),
                models.CheckConstraint(
                    condition=models.Q(models.Q(("state", "stopped"), _negated=True), models.Q(("why_stopped", ""), _negated=True), _connector="OR"),
                    name="policyplan_a_stopped_negotiation_has_a_reason",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AtTheTable",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("negotiation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="people", to="policyplan.negotiation")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("side", models.CharField(choices=[("employer", "werkgever"), ("workers", "werknemers"), ("expert", "gevraagd als deskundige")], max_length=10)),
            (
                "added_for",
                models.CharField(choices=[("employer", "werkgever"), ("workers", "werknemers"), ("expert", "gevraagd als deskundige")], max_length=10),
            ),
            ("added_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("added_at", models.DateTimeField()),
            ("left_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(condition=models.Q(("left_at", None)), fields=("negotiation", "account"), name="policyplan_one_sits_at_the_table_once")
            ],
        },
    ),
    migrations.CreateModel(
        name="Clause",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("negotiation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="clauses", to="policyplan.negotiation")),
            ("number", models.PositiveIntegerField()),
            ("side", models.CharField(choices=[("employer", "werkgever"), ("workers", "werknemers"), ("expert", "gevraagd als deskundige")], max_length=10)),
            ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            (
                "withdrawn_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("why_withdrawn", models.CharField(blank=True, max_length=300)),
        ],
        options={
            "ordering": ["number"],
            "constraints": [
                models.UniqueConstraint(fields=("negotiation", "number"), name="policyplan_clauses_are_numbered"),
                models.CheckConstraint(condition=models.Q(("side__in", ("employer", "workers"))), name="policyplan_a_clause_comes_from_a_side"),
            ],
        },
    ),
    migrations.CreateModel(
        name="ClauseText",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("clause", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="policyplan.clause")),
            ("number", models.PositiveIntegerField()),
            ("title", models.CharField(max_length=150)),
            ("body", models.TextField()),
            ("sha256", models.CharField(max_length=64)),
            ("because", models.CharField(blank=True, max_length=1000)),
            ("side", models.CharField(choices=[("employer", "werkgever"), ("workers", "werknemers"), ("expert", "gevraagd als deskundige")], max_length=10)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={
            "ordering": ["number"],
            "constraints": [
                models.UniqueConstraint(fields=("clause", "number"), name="policyplan_texts_of_a_clause_are_numbered"),
                models.CheckConstraint(condition=models.Q(("side__in", ("employer", "workers"))), name="policyplan_a_text_comes_from_a_side"),
            ],
        },
    ),
    migrations.CreateModel(
        name="ClauseConsent",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("text", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="policyplan.clausetext")),
            ("side", models.CharField(choices=[("employer", "werkgever"), ("workers", "werknemers"), ("expert", "gevraagd als deskundige")], max_length=10)),
            ("sha256", models.CharField(max_length=64)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(fields=("text", "side"), name="policyplan_a_side_agrees_once_to_a_text"),
                models.UniqueConstraint(fields=("text", "by"), name="policyplan_nobody_agrees_for_both_sides"),
                models.CheckConstraint(condition=models.Q(("side__in", ("employer", "workers"))), name="policyplan_a_consent_comes_from_a_side"),
            ],
        },
    ),
    migrations.CreateModel(
        name="NegotiationVersion",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("negotiation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="policyplan.negotiation")),
            ("number", models.PositiveIntegerField()),
            ("document", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            ("why", models.CharField(blank=True, max_length=300)),
            ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("made_at", models.DateTimeField()),
        ],
        options={
            "ordering": ["number"],
            "constraints": [models.UniqueConstraint(fields=("negotiation", "number"), name="policyplan_versions_of_a_negotiation_are_numbered")],
        },
    ),
    migrations.CreateModel(
        name="Agreement",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("negotiation", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.negotiation")),
            ("of_version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.negotiationversion")),
            ("subject", models.CharField(max_length=150)),
            (
                "level",
                models.CharField(
                    choices=[
                        ("company", "cao voor ons huis"),
                        ("group", "cao voor meer dan één huis"),
                        ("sector", "cao van de sector"),
                        ("other", "andere afspraak"),
                    ],
                    max_length=10,
                ),
            ),
            ("signed_on", models.DateField()),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
            ("notice_months", models.PositiveSmallIntegerField(blank=True, null=True)),
            ("recorded_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("recorded_at", models.DateTimeField()),
        ],
        options={
            "ordering": ["-signed_on", "-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("ends_on__isnull", False), ("notice_months", None)),
                        models.Q(("ends_on", None), ("notice_months__isnull", False)),
                        _connector="OR",
                    ),
                    name="policyplan_an_agreement_is_fixed_or_has_notice",
                ),
                models.CheckConstraint(
                    condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                    name="policyplan_an_agreement_ends_after_it_starts",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AgreementClause",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("agreement", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="clauses", to="policyplan.agreement")),
            ("number", models.PositiveIntegerField()),
            ("title", models.CharField(max_length=150)),
            ("body", models.TextField()),
            ("sha256", models.CharField(max_length=64)),
        ],
        options={
            "ordering": ["number"],
            "constraints": [models.UniqueConstraint(fields=("agreement", "number"), name="policyplan_signed_clauses_are_numbered")],
        },
    ),
    migrations.CreateModel(
        name="AgreementEnd",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("agreement", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="end", to="policyplan.agreement")),
            (
                "kind",
                models.CharField(
                    choices=[("denounced", "opgezegd"), ("ended", "beëindigd in overleg"), ("replaced", "vervangen door een nieuwe")], max_length=10
                ),
            ),
            ("last_day", models.DateField()),
            ("because", models.CharField(max_length=500)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={"abstract": False},
    ),
    migrations.CreateModel(
        name="AgreementFile",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("agreement", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="policyplan.agreement")),
            ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile")),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="ClauseCheck",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("clause", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="policyplan.agreementclause")),
            ("on", models.DateField()),
            ("is_kept", models.BooleanField()),
            ("note", models.CharField(blank=True, max_length=1000)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={
            "ordering": ["-on", "-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("is_kept", True), models.Q(("note", ""), _negated=True), _connector="OR"), name="policyplan_not_kept_has_a_note"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Filing",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("agreement", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="filings", to="policyplan.agreement")),
            ("filed_on", models.DateField()),
            ("registration", models.CharField(blank=True, max_length=60)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="OrganisationGoal",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("title", models.CharField(max_length=250)),
            ("source", models.CharField(blank=True, max_length=250)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="Plan",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planproject.project")),
            ("title", models.CharField(max_length=150)),
        ],
        options={"ordering": ["-pk"]},
    ),
    migrations.CreateModel(
        name="MarginNote",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.plan")),
            (
                "section",
                models.CharField(
                    blank=True,
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
            ("goal_number", models.PositiveIntegerField(blank=True, null=True)),
            ("kind", models.CharField(choices=[("comment", "Een opmerking"), ("suggestion", "Een voorstel: andere woorden")], max_length=10)),
            ("quote", models.TextField(blank=True)),
            ("text", models.TextField(blank=True)),
            ("replacement", models.TextField(blank=True)),
            ("version_number", models.PositiveIntegerField()),
            ("revision", models.PositiveIntegerField()),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
            (
                "state",
                models.CharField(
                    choices=[
                        ("open", "open"),
                        ("settled", "afgehandeld"),
                        ("taken_over", "overgenomen in de tekst"),
                        ("declined", "niet overgenomen"),
                        ("withdrawn", "ingetrokken"),
                    ],
                    default="open",
                    max_length=10,
                ),
            ),
            (
                "decided_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("decided_at", models.DateTimeField(blank=True, null=True)),
            ("reason", models.TextField(blank=True)),
            (
                "assigned_to",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("due_on", models.DateField(blank=True, null=True)),
            ("assigned_version", models.PositiveIntegerField(default=1)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["pk"],
            "indexes": [models.Index(fields=["plan", "state"], name="policyplan_notes_by_state")],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("goal_number__isnull", False), ("section", "")),
                        models.Q(models.Q(("section", ""), _negated=True), ("goal_number", None)),
                        _connector="OR",
                    ),
                    name="policyplan_a_note_stands_at_one_part",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("kind", "comment"), ("replacement", ""), models.Q(("text", ""), _negated=True)),
                        models.Q(("kind", "suggestion"), models.Q(("quote", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="policyplan_a_note_says_something",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("decided_at", None), ("state", "open")),
                        models.Q(models.Q(("state", "open"), _negated=True), ("decided_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="policyplan_a_note_that_is_done_has_a_moment",
                ),
                models.CheckConstraint(
                    condition=models.Q(models.Q(("state", "declined"), _negated=True), models.Q(("reason", ""), _negated=True), _connector="OR"),
                    name="policyplan_a_declined_suggestion_says_why",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("assigned_to", None), ("due_on", None)), models.Q(("assigned_to__isnull", False), ("due_on__isnull", False)), _connector="OR"
                    ),
                    name="policyplan_a_note_given_to_somebody_has_a_day",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MarginMention",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("note", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="mentions", to="policyplan.marginnote")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
            ("done_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={"ordering": ["pk"], "constraints": [models.UniqueConstraint(fields=("note", "account"), name="policyplan_one_is_asked_once_under_a_note")]},
    ),
    migrations.CreateModel(
        name="MarginReply",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("note", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="policyplan.marginnote")),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
            ("text", models.TextField()),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="PlanReading",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.plan")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("seen", models.JSONField(default=dict)),
            ("read_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("plan", "account"), name="policyplan_a_plan_is_read_once_by_each")]},
    ),
    migrations.CreateModel(
        name="PossibleActivity",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.plan")),
            ("goal_number", models.PositiveIntegerField()),
            ("competence", models.CharField(blank=True, max_length=150)),
            ("title", models.CharField(max_length=250)),
            (
                "form",
                models.CharField(
                    blank=True,
                    choices=[
                        ("course", "opleiding of cursus, binnen of buiten het huis"),
                        ("external_day", "studiedag of congres"),
                        ("e_learning", "e-leren"),
                        ("on_the_job", "leren op de werkvloer"),
                        ("rotation", "meelopen, jobrotatie, uitwisseling"),
                        ("study_visit", "studiebezoek"),
                        ("intervision", "intervisie"),
                        ("supervision", "supervisie"),
                        ("coaching", "coaching en mentorschap"),
                        ("case_discussion", "casusbespreking"),
                        ("self_study", "zelfstudie"),
                        ("briefing", "briefing na een opleiding"),
                    ],
                    max_length=24,
                ),
            ),
            ("for_whom", models.CharField(blank=True, max_length=150)),
            ("people", models.PositiveIntegerField(blank=True, null=True)),
            ("hours", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
            ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("made_at", models.DateTimeField()),
            ("version", models.PositiveIntegerField(default=1)),
            ("groups", models.ManyToManyField(related_name="+", through="policyplan.ActivityGroup", to="staff.functiongroup")),
        ],
        options={"ordering": ["goal_number", "competence", "pk"]},
    ),
    migrations.CreateModel(
        name="ActivityGroup",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("activity", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="policyplan.possibleactivity")),
            ("function_group", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup")),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [models.UniqueConstraint(fields=("activity", "function_group"), name="policyplan_an_activity_names_a_group_once")],
        },
    ),
    migrations.CreateModel(
        name="Presence",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.plan")),
            ("part", models.CharField(max_length=24)),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("plan", "part", "account"), name="policyplan_one_is_present_once")]},
    ),
    migrations.CreateModel(
        name="Regulation",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("title", models.CharField(max_length=150)),
            ("is_work_rule", models.BooleanField(default=False)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("organisation",), name="policyplan_one_regulation")]},
    ),
    migrations.CreateModel(
        name="RegulationVersion",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
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
            ("document", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            ("dossier", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="decisions.dossier")),
            ("why", models.CharField(blank=True, max_length=300)),
            ("made_at", models.DateTimeField()),
            ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("adopted_at", models.DateTimeField(blank=True, null=True)),
            ("regulation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="policyplan.regulation")),
            ("starts_on", models.DateField(blank=True, null=True)),
            ("reminded_on", models.DateField(blank=True, null=True)),
        ],
        options={
            "ordering": ["number"],
            "constraints": [
                models.UniqueConstraint(fields=("regulation", "number"), name="policyplan_regulation_versions_are_numbered"),
                models.UniqueConstraint(
                    condition=models.Q(("state__in", ["draft", "submitted"])), fields=("regulation",), name="policyplan_one_regulation_at_work"
                ),
                models.UniqueConstraint(condition=models.Q(("state", "adopted")), fields=("regulation",), name="policyplan_one_regulation_adopted"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Article",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="policyplan.regulationversion")),
            ("key", models.PositiveIntegerField()),
            (
                "chapter",
                models.CharField(
                    choices=[
                        ("scope", "Voor wie dit geldt"),
                        ("definitions", "Wat de woorden betekenen"),
                        ("right", "Recht op vorming en op informatie"),
                        ("duty", "Wanneer vorming verplicht is"),
                        ("types", "Soorten vorming"),
                        ("request", "Aanvragen: termijnen, wie beslist, en beroep"),
                        ("working_time", "Werktijd en compensatie"),
                        ("cost", "Kosten die het huis betaalt"),
                        ("replacement", "Vervanging"),
                        ("attendance", "Aanwezig en afwezig"),
                        ("exams", "Examens"),
                        ("sharing", "Vertellen en delen wat je leerde"),
                        ("evaluation", "Zeggen wat de vorming waard was"),
                        ("certificates", "Attesten en getuigschriften"),
                        ("account", "Individuele opleidingsrekening"),
                        ("leave", "Vlaams opleidingsverlof"),
                        ("study", "Studieovereenkomst"),
                        ("reimbursement", "Terugbetalen bij misbruik of stoppen zonder reden"),
                        ("equality", "Iedereen gelijk behandeld"),
                        ("privacy", "Privacy"),
                        ("start", "Vanaf wanneer dit geldt"),
                    ],
                    max_length=16,
                ),
            ),
            ("place", models.PositiveIntegerField()),
            ("title", models.CharField(max_length=150)),
            ("body", models.TextField()),
            ("source", models.CharField(blank=True, max_length=300)),
            (
                "confidence",
                models.CharField(choices=[("verified", "bron gelezen"), ("to_check", "na te kijken"), ("own", "eigen tekst")], default="own", max_length=10),
            ),
            (
                "rule",
                models.CharField(
                    blank=True,
                    choices=[
                        ("request_days", "zoveel dagen vooraf vraag je een vorming aan"),
                        ("answer_days", "binnen zoveel dagen krijg je antwoord op je aanvraag"),
                        ("appeal_days", "binnen zoveel dagen kan je in beroep gaan"),
                        ("appeal_answer_days", "binnen zoveel dagen krijg je antwoord op je beroep"),
                        ("travel_counts", "reistijd telt als werktijd"),
                        ("free_day_counts", "vorming op een vrije dag telt als werktijd"),
                        ("travel_paid", "het huis betaalt de verplaatsing"),
                        ("right_hours", "recht op zoveel uren vorming per jaar"),
                        ("report_days", "binnen zoveel dagen vertel je wat je leerde"),
                        ("evaluation_days", "binnen zoveel dagen vul je de evaluatie in"),
                        ("cancel_days", "tot zoveel dagen vooraf kan je kosteloos afzeggen"),
                        ("coordinator_amount", "tot dit bedrag beslist de coördinator zelf (euro)"),
                        ("study_months", "zoveel maanden na een lange opleiding geldt de afspraak over terugbetalen"),
                    ],
                    max_length=24,
                ),
            ),
            ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
            ("revision", models.PositiveIntegerField(default=1)),
            ("edited_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("edited_at", models.DateTimeField(null=True)),
            ("items", models.ManyToManyField(related_name="+", through="policyplan.ArticleItem", to="policyplan.frameworkitem")),
        ],
        options={
            "ordering": ["place", "pk"],
            "constraints": [
                models.UniqueConstraint(fields=("version", "key"), name="policyplan_an_article_stands_once_in_a_version"),
                models.UniqueConstraint(condition=models.Q(("rule", ""), _negated=True), fields=("version", "rule"), name="policyplan_a_rule_has_one_article"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("rule", ""), ("value", None)),
                        models.Q(models.Q(("rule", ""), _negated=True), ("value__gte", Decimal("0")), ("value__isnull", False)),
                        _connector="OR",
                    ),
                    name="policyplan_a_rule_has_a_value",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ArticleFor",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("article", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="holds_for", to="policyplan.article")),
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
                        models.Q(("function_group", None), models.Q(("statute", ""), _negated=True)),
                        models.Q(("function_group__isnull", False), ("statute", "")),
                        _connector="OR",
                    ),
                    name="policyplan_an_article_holds_for_one_group_a_row",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ArticleItem",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("article", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="policyplan.article")),
            ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.frameworkitem")),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("article", "item"), name="policyplan_an_article_rests_on_an_item_once")]},
    ),
    migrations.CreateModel(
        name="Reading",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="policyplan.regulationversion")),
            ("member", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            ("sha256", models.CharField(max_length=64)),
            ("read_on", models.DateField()),
            ("noted_at", models.DateTimeField()),
            (
                "entered_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
        ],
        options={"ordering": ["pk"], "constraints": [models.UniqueConstraint(fields=("version", "member"), name="policyplan_one_confirms_once")]},
    ),
    migrations.CreateModel(
        name="Revision",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.plan")),
            ("part", models.CharField(max_length=24)),
            ("number", models.PositiveIntegerField()),
            ("base", models.PositiveIntegerField(default=0)),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("started", "begintekst"),
                        ("written", "geschreven"),
                        ("merged", "samengevoegd"),
                        ("restored", "teruggezet"),
                        ("removed", "weggehaald"),
                        ("kept", "zoals het stond"),
                    ],
                    default="written",
                    max_length=10,
                ),
            ),
            ("body", models.TextField(blank=True)),
            ("values", models.JSONField(blank=True, default=dict)),
            ("in_version", models.PositiveIntegerField()),
            ("by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={
            "ordering": ["-number"],
            "constraints": [models.UniqueConstraint(fields=("plan", "part", "number"), name="policyplan_a_revision_is_kept_once")],
        },
    ),
    migrations.CreateModel(
        name="Signer",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("agreement", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="signers", to="policyplan.agreement")),
            ("side", models.CharField(choices=[("employer", "werkgever"), ("workers", "werknemers"), ("expert", "gevraagd als deskundige")], max_length=10)),
            ("name", models.CharField(max_length=150)),
            ("signed_on", models.DateField()),
        ],
        options={"ordering": ["side", "pk"]},
    ),
    migrations.CreateModel(
        name="TakenOver",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("line", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="taken", to="policyplan.line")),
            ("regulation_version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.regulationversion")),
            ("taken_at", models.DateTimeField()),
            ("taken_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="TalkNote",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("negotiation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="talks", to="policyplan.negotiation")),
            ("met_on", models.DateField()),
            ("text", models.TextField(blank=True)),
            ("meeting", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.meeting")),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={
            "ordering": ["-met_on", "-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(models.Q(("text", ""), _negated=True), ("meeting__isnull", False), _connector="OR"),
                    name="policyplan_a_talk_says_something",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Version",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
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
            ("document", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            ("dossier", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="decisions.dossier")),
            ("why", models.CharField(blank=True, max_length=300)),
            ("made_at", models.DateTimeField()),
            ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("adopted_at", models.DateTimeField(blank=True, null=True)),
            ("plan", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="policyplan.plan")),
        ],
        options={
            "ordering": ["number"],
            "constraints": [
                models.UniqueConstraint(fields=("plan", "number"), name="policyplan_versions_are_numbered"),
                models.UniqueConstraint(condition=models.Q(("state__in", ["draft", "submitted"])), fields=("plan",), name="policyplan_one_version_at_work"),
                models.UniqueConstraint(condition=models.Q(("state", "adopted")), fields=("plan",), name="policyplan_one_version_in_force"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Consultation",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("plan", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.plan")),
            ("of_version", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.version")),
            (
                "regulation_version",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.regulationversion"),
            ),
            ("document", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            ("title", models.CharField(max_length=150)),
            ("question", models.TextField()),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField()),
            ("is_named", models.BooleanField()),
            ("state", models.CharField(choices=[("opened", "loopt"), ("concluded", "afgerond")], default="opened", max_length=10)),
            ("closed_on", models.DateField(blank=True, null=True)),
            ("reason", models.CharField(blank=True, max_length=300)),
            ("conclusion", models.TextField(blank=True)),
            ("concluded_at", models.DateTimeField(blank=True, null=True)),
            ("results", models.JSONField(blank=True, default=dict)),
            ("opened_at", models.DateTimeField()),
            ("opened_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-pk"],
            "constraints": [
                models.CheckConstraint(condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="policyplan_a_round_ends_after_it_starts"),
                models.UniqueConstraint(condition=models.Q(("state", "opened")), fields=("plan",), name="policyplan_one_round_at_a_time"),
                models.UniqueConstraint(
                    condition=models.Q(("regulation_version__isnull", False), ("state", "opened")),
                    fields=("organisation",),
                    name="policyplan_one_round_on_the_regulation",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("of_version__isnull", False), ("plan__isnull", False), ("regulation_version", None)),
                        models.Q(("of_version", None), ("plan", None), ("regulation_version__isnull", False)),
                        _connector="OR",
                    ),
                    name="policyplan_a_round_is_about_one_text",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("concluded_at", None), ("state", "opened")),
                        models.Q(("concluded_at__isnull", False), ("state", "concluded")),
                        _connector="OR",
                    ),
                    name="policyplan_a_concluded_round_has_a_moment",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Asked",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="policyplan.consultation")),
            (
                "function_group",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.functiongroup"),
            ),
            ("team", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.team")),
            ("site", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.site")),
            ("body", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="Bundle",
        fields=[
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("id", models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
            ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.consultation")),
            ("heading", models.CharField(blank=True, max_length=150)),
            ("verdict", models.CharField(blank=True, choices=[("followed", "gevolgd"), ("partly", "deels gevolgd"), ("not", "niet gevolgd")], max_length=10)),
            ("because", models.TextField(blank=True)),
            ("section", models.CharField(blank=True, max_length=24)),
            (
                "answered_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("verdict__in", ["", "followed"]), models.Q(("because", ""), _negated=True), _connector="OR"),
                    name="policyplan_what_is_not_followed_says_why",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Goal",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="policyplan.version")),
            ("number", models.PositiveIntegerField()),
            ("title", models.CharField(max_length=250)),
            ("body", models.TextField(blank=True)),
            ("organisation_goal", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.organisationgoal")),
            ("mission", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.frameworkitem")),
            (
                "question",
                models.CharField(
                    blank=True,
                    choices=[
                        ("understanding", "Wat verstaan wij onder leren en VTO?"),
                        ("position", "Wat betekent VTO voor onze strategie? Welke plaats krijgt het?"),
                        ("contribution", "Wat moet het VTO-beleid waarmaken voor personeel, organisatie en algemeen beleid?"),
                        ("role", "Welke rol speelt VTO in onze organisatie?"),
                    ],
                    max_length=16,
                ),
            ),
            ("indicator", models.CharField(max_length=250)),
            ("baseline", models.CharField(blank=True, max_length=60)),
            ("target", models.CharField(max_length=60)),
            ("due_on", models.DateField()),
            ("owner", models.CharField(blank=True, max_length=150)),
            ("revision", models.PositiveIntegerField(default=1)),
            ("items", models.ManyToManyField(related_name="+", through="policyplan.GoalItem", to="policyplan.frameworkitem")),
        ],
        options={"ordering": ["number"], "constraints": [models.UniqueConstraint(fields=("version", "number"), name="policyplan_goals_are_numbered")]},
    ),
    migrations.CreateModel(
        name="GoalItem",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("goal", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="policyplan.goal")),
            ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.frameworkitem")),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("goal", "item"), name="policyplan_a_goal_answers_an_item_once")]},
    ),
    migrations.CreateModel(
        name="Participation",
        fields=[
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("id", models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
            ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.consultation")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["pk"], "constraints": [models.UniqueConstraint(fields=("consultation", "account"), name="policyplan_one_takes_part_once")]},
    ),
    migrations.CreateModel(
        name="Remark",
        fields=[
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("id", models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
            ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.consultation")),
            ("bundle", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="remarks", to="policyplan.bundle")),
            ("passage", models.CharField(blank=True, max_length=40)),
            (
                "kind",
                models.CharField(
                    choices=[("question", "Een vraag"), ("proposal", "Een voorstel"), ("agreement", "Hier ga ik mee akkoord"), ("objection", "Een bezwaar")],
                    max_length=10,
                ),
            ),
            ("text", models.TextField()),
            ("by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("on", models.DateField(blank=True, null=True)),
            ("behalf_of", models.PositiveSmallIntegerField(default=0)),
            ("heard", models.CharField(blank=True, max_length=200)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(models.Q(("by", None), ("on", None)), models.Q(("by__isnull", False), ("on__isnull", False)), _connector="OR"),
                    name="policyplan_a_remark_without_a_name_has_no_day",
                ),
                models.CheckConstraint(
                    condition=models.Q(("behalf_of", 0), models.Q(("heard", ""), _negated=True), _connector="OR"),
                    name="policyplan_on_behalf_says_how_they_were_heard",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Review",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="policyplan.version")),
            ("on", models.DateField()),
            ("conclusion", models.TextField()),
            ("made_at", models.DateTimeField()),
            ("made_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={"ordering": ["-on", "-pk"]},
    ),
    migrations.CreateModel(
        name="GoalReview",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("review", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="policyplan.review")),
            ("goal", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.goal")),
            (
                "state",
                models.CharField(
                    choices=[("reached", "bereikt"), ("on_the_way", "op weg"), ("behind", "loopt achter"), ("dropped", "losgelaten")], max_length=12
                ),
            ),
            ("value", models.CharField(blank=True, max_length=60)),
            ("note", models.CharField(blank=True, max_length=300)),
        ],
        options={"ordering": ["goal__number"], "constraints": [models.UniqueConstraint(fields=("review", "goal"), name="policyplan_a_goal_is_reviewed_once")]},
    ),
    migrations.CreateModel(
        name="Screening",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            (
                "about",
                models.CharField(
                    choices=[
                        ("plan", "het beleidsplan"),
                        ("regulation", "het vormingsreglement"),
                        ("framework", "een punt van het kader"),
                        ("project", "een ander project of een andere maatregel"),
                    ],
                    max_length=12,
                ),
            ),
            ("plan_version", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.version")),
            (
                "regulation_version",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.regulationversion"),
            ),
            ("item", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="policyplan.frameworkitem")),
            ("title", models.CharField(max_length=200)),
            ("what", models.TextField(blank=True)),
            ("for_whom", models.CharField(blank=True, max_length=300)),
            ("from_when", models.CharField(blank=True, max_length=150)),
            ("effect", models.TextField(blank=True)),
            ("means", models.TextField(blank=True)),
            (
                "state",
                models.CharField(
                    choices=[("asked", "gevraagd"), ("lying", "ligt voor"), ("screened", "gescreend"), ("withdrawn", "ingetrokken")], max_length=10
                ),
            ),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            ("matter", models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.matter")),
            ("asked_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("asked_why", models.TextField(blank=True)),
            ("asked_on", models.DateField()),
            ("told_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("readable_on", models.DateField(blank=True, null=True)),
            ("not_before", models.DateField(blank=True, null=True)),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[
                        ("no_remark", "geen opmerking"),
                        ("remark", "een opmerking"),
                        ("advice", "het orgaan wil eerst advies geven of geraadpleegd worden"),
                    ],
                    max_length=10,
                ),
            ),
            ("outcome_text", models.TextField(blank=True)),
            ("outcome_on", models.DateField(blank=True, null=True)),
            (
                "outcome_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("dossier", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="decisions.dossier")),
            ("withdrawn_why", models.TextField(blank=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-asked_on", "-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("outcome_on__isnull", False), ("state", "screened"), models.Q(("outcome", ""), _negated=True)),
                        models.Q(models.Q(("state", "screened"), _negated=True), ("outcome", ""), ("outcome_on", None)),
                        _connector="OR",
                    ),
                    name="policyplan_only_what_is_screened_has_an_outcome",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["lying", "screened"]), _negated=True),
                        models.Q(("readable_on__isnull", False), models.Q(("what", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="policyplan_what_lies_before_a_body_has_a_note",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="IndividualConsultation",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("title", models.CharField(max_length=200)),
            ("what", models.TextField()),
            ("why", models.TextField()),
            ("from_when", models.CharField(blank=True, max_length=150)),
            ("effect", models.TextField()),
            ("last_on", models.DateField()),
            (
                "state",
                models.CharField(
                    choices=[("draft", "in voorbereiding"), ("asked", "loopt"), ("decided", "beslist"), ("withdrawn", "ingetrokken")],
                    default="draft",
                    max_length=10,
                ),
            ),
            ("screening", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.screening")),
            ("started_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("started_on", models.DateField()),
            ("asked_on", models.DateField(blank=True, null=True)),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[("goes_on", "gaat door zoals in de nota"), ("changed", "gaat door, maar anders"), ("stops", "gaat niet door")],
                    max_length=10,
                ),
            ),
            ("outcome_text", models.TextField(blank=True)),
            ("ended_on", models.DateField(blank=True, null=True)),
            ("ended_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["-started_on", "-pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("asked_on__isnull", False),
                            ("ended_on__isnull", False),
                            ("state", "decided"),
                            models.Q(("outcome", ""), _negated=True),
                            models.Q(("outcome_text", ""), _negated=True),
                        ),
                        models.Q(models.Q(("state", "decided"), _negated=True), ("outcome", "")),
                        _connector="OR",
                    ),
                    name="policyplan_only_after_asking_is_a_measure_decided",
                ),
                models.CheckConstraint(
                    condition=models.Q(models.Q(("state", "asked"), _negated=True), ("asked_on__isnull", False), _connector="OR"),
                    name="policyplan_people_are_asked_on_a_day",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ConcernedPerson",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="people", to="policyplan.individualconsultation")),
            ("member", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            ("last_on", models.DateField(blank=True, null=True)),
            ("mailed_on", models.DateField(blank=True, null=True)),
            ("paper_on", models.DateField(blank=True, null=True)),
            ("delegate", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
        ],
        options={
            "ordering": ["member__last_name", "member__first_name", "pk"],
            "constraints": [models.UniqueConstraint(fields=("consultation", "member"), name="policyplan_asked_once_about_a_measure")],
        },
    ),
    migrations.CreateModel(
        name="Section",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="sections", to="policyplan.version")),
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
            ("edited_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("edited_at", models.DateTimeField(null=True)),
        ],
        options={"ordering": ["pk"], "constraints": [models.UniqueConstraint(fields=("version", "key"), name="policyplan_a_section_stands_once_in_a_version")]},
    ),
    migrations.CreateModel(
        name="Statement",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="policyplan.concernedperson")),
            ("spoken_by", models.CharField(choices=[("self", "zelf geschreven"), ("delegate", "namens"), ("talk", "genoteerd na een gesprek")], max_length=10)),
            ("text", models.TextField(blank=True)),
            ("talked_on", models.DateField(blank=True, null=True)),
            ("present", models.CharField(blank=True, max_length=300)),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("spoken_by", "talk"), ("talked_on__isnull", False)),
                        models.Q(models.Q(("spoken_by", "talk"), _negated=True), ("present", ""), ("talked_on", None)),
                        _connector="OR",
                    ),
                    name="policyplan_a_conversation_has_a_day",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="IndividualAnswer",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="policyplan.concernedperson")),
            ("upon", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.statement")),
            ("follow_up", models.CharField(choices=[("followed", "gevolgd"), ("partly", "deels gevolgd"), ("not", "niet gevolgd")], max_length=10)),
            ("text", models.TextField()),
            ("is_given", models.BooleanField()),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="policyplan_an_answer_to_a_person_has_a_reason")],
        },
    ),
    migrations.CreateModel(
        name="Vision",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("project", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planproject.project")),
            ("adopted_at", models.DateTimeField(blank=True, null=True)),
            (
                "adopted_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
        ],
        options={"abstract": False},
    ),
    migrations.CreateModel(
        name="Answer",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("vision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="policyplan.vision")),
            (
                "question",
                models.CharField(
                    choices=[
                        ("understanding", "Wat verstaan wij onder leren en VTO?"),
                        ("position", "Wat betekent VTO voor onze strategie? Welke plaats krijgt het?"),
                        ("contribution", "Wat moet het VTO-beleid waarmaken voor personeel, organisatie en algemeen beleid?"),
                        ("role", "Welke rol speelt VTO in onze organisatie?"),
                    ],
                    max_length=16,
                ),
            ),
            ("text", models.TextField(blank=True)),
            ("facts", models.JSONField(blank=True, default=dict)),
            ("is_settled", models.BooleanField(default=False)),
            ("edited_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("edited_at", models.DateTimeField(null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={"ordering": ["pk"], "constraints": [models.UniqueConstraint(fields=("vision", "question"), name="policyplan_one_answer_per_question")]},
    ),
    migrations.CreateModel(
        name="Contribution",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("vision", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="contributions", to="policyplan.vision")),
            (
                "question",
                models.CharField(
                    choices=[
                        ("understanding", "Wat verstaan wij onder leren en VTO?"),
                        ("position", "Wat betekent VTO voor onze strategie? Welke plaats krijgt het?"),
                        ("contribution", "Wat moet het VTO-beleid waarmaken voor personeel, organisatie en algemeen beleid?"),
                        ("role", "Welke rol speelt VTO in onze organisatie?"),
                    ],
                    max_length=16,
                ),
            ),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("text", models.TextField()),
            ("at", models.DateTimeField()),
            ("is_withdrawn", models.BooleanField(default=False)),
        ],
        options={"ordering": ["at"]},
    ),
    migrations.CreateModel(
        name="Watch",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("agreement", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="watches", to="policyplan.agreement")),
            (
                "clause",
                models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="watch", to="policyplan.agreementclause"),
            ),
            ("follower", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("item", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="policyplan.frameworkitem")),
            (
                "rule",
                models.CharField(
                    blank=True,
                    choices=[
                        ("request_days", "zoveel dagen vooraf vraag je een vorming aan"),
                        ("answer_days", "binnen zoveel dagen krijg je antwoord op je aanvraag"),
                        ("appeal_days", "binnen zoveel dagen kan je in beroep gaan"),
                        ("appeal_answer_days", "binnen zoveel dagen krijg je antwoord op je beroep"),
                        ("travel_counts", "reistijd telt als werktijd"),
                        ("free_day_counts", "vorming op een vrije dag telt als werktijd"),
                        ("travel_paid", "het huis betaalt de verplaatsing"),
                        ("right_hours", "recht op zoveel uren vorming per jaar"),
                        ("report_days", "binnen zoveel dagen vertel je wat je leerde"),
                        ("evaluation_days", "binnen zoveel dagen vul je de evaluatie in"),
                        ("cancel_days", "tot zoveel dagen vooraf kan je kosteloos afzeggen"),
                        ("coordinator_amount", "tot dit bedrag beslist de coördinator zelf (euro)"),
                        ("study_months", "zoveel maanden na een lange opleiding geldt de afspraak over terugbetalen"),
                    ],
                    max_length=24,
                ),
            ),
            ("check_on", models.DateField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(condition=models.Q(("clause", None)), fields=("agreement",), name="policyplan_one_follows_an_agreement_up"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("check_on", None), ("clause", None), ("item", None), ("rule", "")),
                        models.Q(("check_on__isnull", False), ("clause__isnull", False)),
                        _connector="OR",
                    ),
                    name="policyplan_a_watched_clause_has_a_day",
                ),
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("policyplan", "0001_initial"),
        ("policyplan", "0002_frozen"),
        ("policyplan", "0003_deadlines_files_reviews"),
        ("policyplan", "0001_house"),
        ("policyplan", "0002_one_organisation"),
        ("policyplan", "0003_consultations"),
        ("policyplan", "0004_year_calendar"),
        ("policyplan", "0005_line_of_sight"),
        ("policyplan", "0006_regulation"),
        ("policyplan", "0007_history"),
        ("policyplan", "0008_history_kept"),
        ("policyplan", "0009_margin"),
        ("policyplan", "0010_screening"),
        ("policyplan", "0011_negotiation"),
        ("policyplan", "0012_hearing"),
        ("policyplan", "0013_thrown_away"),
        ("policyplan", "0014_individual"),
        ("policyplan", "0015_groups_of_ideas"),
    ]
    initial = True
    dependencies = [
        ("accounts", "0001_tables"),
        ("decisions", "0001_tables"),
        ("documents", "0001_tables"),
        ("meetings", "0001_tables"),
        ("planproject", "0001_tables"),
        ("staff", "0001_tables"),
        ("stakeholders", "0001_tables"),
        ("tenancy", "0001_tables"),
    ]
    operations = [
        CreateTables(TABLES),
        guards(append_only=APPEND_ONLY, kept=KEPT, kept_when=KEPT_WHEN, frozen=FROZEN, closed=CLOSED),
        fence_around("policyplan", TABLES),
    ]
