import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import draagvlak.lib.keys
from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables
from draagvlak.lib.triggers import guards

# Who could vote, and that there was a ballot, is never removed; what was counted does not change. A vote itself may be
# written anew while its ballot runs: that is how counting takes away in which transaction it came.
ENDED = "(SELECT state FROM decisions_ballot WHERE id = OLD.ballot_id) <> 'open'"

TABLES = [
    migrations.CreateModel(
        name="Dossier",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("number", models.PositiveIntegerField()),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("policy_plan", "opleidingsbeleidsplan"),
                        ("training_regulation", "vormingsreglement"),
                        ("measure", "maatregel in het personeelsbeleid"),
                    ],
                    max_length=24,
                ),
            ),
            ("title", models.CharField(max_length=250)),
            ("document", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            (
                "state",
                models.CharField(
                    choices=[("open", "loopt"), ("adopted", "goedgekeurd"), ("rejected", "afgekeurd"), ("withdrawn", "stopgezet")],
                    default="open",
                    max_length=10,
                ),
            ),
            ("opened_at", models.DateTimeField()),
            ("opened_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("settled_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "ordering": ["-number"],
            "constraints": [
                models.UniqueConstraint(fields=("organisation", "number"), name="decisions_dossiers_are_numbered"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("settled_at", None), ("state", "open")),
                        models.Q(models.Q(("state", "open"), _negated=True), ("settled_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="decisions_an_ended_dossier_has_a_moment",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Entry",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("dossier", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="decisions.dossier")),
            ("number", models.PositiveIntegerField()),
            ("act", models.CharField(max_length=20)),
            ("at", models.CharField(max_length=40)),
            ("by", models.JSONField()),
            ("content", models.JSONField()),
            ("previous", models.CharField(max_length=64)),
            ("seal", models.CharField(max_length=64)),
        ],
        options={"ordering": ["number"], "constraints": [models.UniqueConstraint(fields=("dossier", "number"), name="decisions_entries_follow_each_other")]},
    ),
    migrations.CreateModel(
        name="Mandate",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("policy_plan", "opleidingsbeleidsplan"),
                        ("training_regulation", "vormingsreglement"),
                        ("measure", "maatregel in het personeelsbeleid"),
                    ],
                    max_length=24,
                ),
            ),
            (
                "strength",
                models.CharField(
                    choices=[
                        ("inform", "wordt geïnformeerd"),
                        ("consult", "wordt geraadpleegd"),
                        ("advice", "geeft advies"),
                        ("consent", "moet instemmen"),
                        ("negotiation", "onderhandelt"),
                        ("approval", "keurt goed"),
                        ("ratify", "bekrachtigt"),
                    ],
                    max_length=12,
                ),
            ),
            ("term_days", models.PositiveSmallIntegerField()),
            ("ground", models.CharField(max_length=300)),
            ("starts_on", models.DateField()),
            ("ends_on", models.DateField(blank=True, null=True)),
        ],
        options={
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("ends_on", None)), fields=("organisation", "body", "kind"), name="decisions_one_mandate_per_body_and_kind"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Part",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("dossier", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="decisions.dossier")),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            (
                "strength",
                models.CharField(
                    choices=[
                        ("inform", "wordt geïnformeerd"),
                        ("consult", "wordt geraadpleegd"),
                        ("advice", "geeft advies"),
                        ("consent", "moet instemmen"),
                        ("negotiation", "onderhandelt"),
                        ("approval", "keurt goed"),
                        ("ratify", "bekrachtigt"),
                    ],
                    max_length=12,
                ),
            ),
            ("due_on", models.DateField()),
            ("ground", models.CharField(max_length=300)),
            ("matter", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.matter")),
        ],
        options={"ordering": ["pk"], "constraints": [models.UniqueConstraint(fields=("dossier", "body"), name="decisions_a_body_has_one_part")]},
    ),
    migrations.CreateModel(
        name="Ballot",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("part", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="ballots", to="decisions.part")),
            ("number", models.PositiveIntegerField()),
            ("question", models.CharField(max_length=250)),
            ("is_secret", models.BooleanField()),
            (
                "quorum",
                models.CharField(
                    choices=[
                        ("none", "Geen: het telt met hoeveel mensen ook."),
                        ("half", "Meer dan de helft van de leden stemt mee."),
                        ("two_thirds", "Minstens twee derde van de leden stemt mee."),
                    ],
                    max_length=12,
                ),
            ),
            (
                "majority",
                models.CharField(
                    choices=[
                        ("more", "Meer stemmen voor dan tegen."),
                        ("absolute", "Meer dan de helft van de uitgebrachte stemmen is voor."),
                        ("of_all", "Meer dan de helft van alle leden is voor."),
                        ("two_thirds", "Minstens twee derde van de uitgebrachte stemmen is voor."),
                        ("unanimity", "Iedereen die stemt, is voor."),
                    ],
                    max_length=12,
                ),
            ),
            ("counts_abstentions", models.BooleanField()),
            ("most_proxies", models.PositiveSmallIntegerField(default=1)),
            ("opened_at", models.DateTimeField()),
            ("opened_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("closes_at", models.DateTimeField()),
            ("state", models.CharField(choices=[("open", "loopt"), ("counted", "geteld"), ("stopped", "stopgezet")], default="open", max_length=8)),
            (
                "result",
                models.CharField(
                    blank=True,
                    choices=[
                        ("passed", "aangenomen"),
                        ("failed", "verworpen"),
                        ("no_quorum", "niet geldig, te weinig mensen stemden"),
                        ("too_few", "niet geteld, te weinig stemmen om geheim te blijven"),
                    ],
                    max_length=10,
                ),
            ),
            ("ended_at", models.DateTimeField(blank=True, null=True)),
            ("reason", models.CharField(blank=True, max_length=300)),
            ("hands_for", models.PositiveSmallIntegerField(default=0)),
            ("hands_against", models.PositiveSmallIntegerField(default=0)),
            ("hands_abstained", models.PositiveSmallIntegerField(default=0)),
            ("hands_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            (
                "hands_confirmed_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
        ],
        options={
            "ordering": ["-number"],
            "constraints": [
                models.UniqueConstraint(fields=("organisation", "number"), name="decisions_ballots_are_numbered"),
                models.UniqueConstraint(condition=models.Q(("state", "open")), fields=("part",), name="decisions_a_body_votes_once_at_a_time"),
                models.CheckConstraint(condition=models.Q(("closes_at__gt", models.F("opened_at"))), name="decisions_a_ballot_closes_after_it_opens"),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("ended_at", None), ("result", ""), ("state", "open")),
                        models.Q(("ended_at__isnull", False), ("state", "counted"), models.Q(("result", ""), _negated=True)),
                        models.Q(("ended_at__isnull", False), ("result", ""), ("state", "stopped"), models.Q(("reason", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="decisions_an_ended_ballot_says_how",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("hands_abstained", 0), ("hands_against", 0), ("hands_by", None), ("hands_confirmed_by", None), ("hands_for", 0)),
                        models.Q(("hands_by__isnull", False), ("is_secret", False)),
                        _connector="OR",
                    ),
                    name="decisions_hands_are_raised_in_the_open",
                ),
                models.CheckConstraint(
                    condition=models.Q(("hands_confirmed_by", None), models.Q(("hands_confirmed_by", models.F("hands_by")), _negated=True), _connector="OR"),
                    name="decisions_another_person_confirms_hands",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ElectorateEntry",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("ballot", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="electorate", to="decisions.ballot")),
            ("seat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.seat")),
            ("account", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("name", models.CharField(max_length=150)),
            ("side", models.CharField(blank=True, choices=[("", "niet van toepassing"), ("employer", "werkgever"), ("workers", "werknemers")], max_length=10)),
            (
                "way",
                models.CharField(
                    blank=True,
                    choices=[("", "stemde nog niet"), ("device", "stemde zelf"), ("proxy", "via volmacht"), ("hands", "met de hand in de zaal")],
                    max_length=6,
                ),
            ),
            (
                "proxy",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="proxies", to="decisions.electorateentry"),
            ),
        ],
        options={
            "ordering": ["name", "pk"],
            "constraints": [
                models.UniqueConstraint(fields=("ballot", "seat"), name="decisions_a_seat_votes_once"),
                models.UniqueConstraint(fields=("ballot", "account"), name="decisions_a_person_votes_once"),
                models.CheckConstraint(
                    condition=models.Q(("proxy", None), models.Q(("proxy", models.F("id")), _negated=True), _connector="OR"),
                    name="decisions_nobody_is_his_own_proxy",
                ),
                models.CheckConstraint(
                    condition=models.Q(models.Q(("way", "proxy"), _negated=True), ("proxy__isnull", False), _connector="OR"),
                    name="decisions_a_vote_by_proxy_has_a_proxy",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Vote",
        fields=[
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("id", models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
            ("ballot", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="decisions.ballot")),
            ("choice", models.CharField(choices=[("for", "stemde voor"), ("against", "stemde tegen"), ("abstained", "onthield zich")], max_length=10)),
            ("by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="decisions.electorateentry")),
        ],
        options={"ordering": ["pk"], "constraints": [models.UniqueConstraint(fields=("by",), name="decisions_one_vote_each")]},
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("decisions", "0001_initial"),
        ("decisions", "0002_append_only"),
        ("decisions", "0001_house"),
        ("decisions", "0002_one_organisation"),
        ("decisions", "0003_matters"),
        ("decisions", "0004_ballots"),
        ("decisions", "0005_training_regulation"),
        ("decisions", "0006_measures"),
        ("decisions", "0007_strengths"),
    ]
    initial = True
    dependencies = [
        ("accounts", "0001_tables"),
        ("documents", "0001_tables"),
        ("meetings", "0001_tables"),
        ("stakeholders", "0001_tables"),
        ("tenancy", "0001_tables"),
    ]
    operations = [
        CreateTables(TABLES),
        guards(
            append_only=("decisions_entry",),
            kept=("decisions_ballot", "decisions_electorateentry"),
            frozen={"decisions_ballot": "OLD.state <> 'open'", "decisions_electorateentry": ENDED, "decisions_vote": ENDED},
        ),
        fence_around("decisions", TABLES),
    ]
