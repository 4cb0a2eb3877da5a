import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import draagvlak.notices.models
from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="MailRound",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("on", models.DateField()),
            ("reached", models.BigIntegerField(default=0)),
            ("finished_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("organisation", "on"), name="notices_one_round_a_day")]},
    ),
    migrations.CreateModel(
        name="Message",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("to", models.EmailField(max_length=254)),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("papers", "stukken voor een overleg"),
                        ("receipt", "bewijs met een zegel"),
                        ("invitation", "uitnodiging"),
                        ("answer", "antwoord aan een kandidaat"),
                        ("note", "bericht"),
                        ("reminder", "herinnering"),
                        ("digest", "overzicht"),
                        ("account", "over een account"),
                    ],
                    default="note",
                    max_length=10,
                ),
            ),
            ("language", models.CharField(choices=[("nl", "Nederlands"), ("fr", "Français"), ("en", "English")], default="nl", max_length=2)),
            ("subject", models.CharField(max_length=250)),
            ("body", models.TextField()),
            ("calendar", models.TextField(blank=True)),
            ("calendar_method", models.CharField(blank=True, max_length=10)),
            ("is_private", models.BooleanField(default=False)),
            ("is_required", models.BooleanField(default=True)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("waiting", "wacht"),
                        ("sending", "wordt verstuurd"),
                        ("sent", "verstuurd"),
                        ("unknown", "onbekend of ze aankwam"),
                        ("given_up", "niet gelukt"),
                        ("held", "komt in het overzicht"),
                        ("bundled", "stond in het overzicht"),
                        ("skipped", "niet verstuurd"),
                    ],
                    default="waiting",
                    max_length=10,
                ),
            ),
            ("queued_at", models.DateTimeField()),
            ("try_after", models.DateTimeField()),
            ("claimed_at", models.DateTimeField(blank=True, null=True)),
            ("drop_after", models.DateTimeField(blank=True, null=True)),
            ("tries", models.PositiveSmallIntegerField(default=0)),
            ("sent_at", models.DateTimeField(blank=True, null=True)),
            ("trouble", models.CharField(blank=True, max_length=250)),
        ],
        options={
            "indexes": [
                models.Index(fields=["state", "try_after"], name="notices_waiting"),
                models.Index(fields=["organisation", "-queued_at", "-id"], name="notices_outbox"),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("sent_at__isnull", False), ("state", "sent")),
                        models.Q(models.Q(("state", "sent"), _negated=True), ("sent_at", None)),
                        _connector="OR",
                    ),
                    name="notices_sent_has_a_moment",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("state__in", ["held", "bundled"]), _negated=True),
                        models.Q(("is_private", False), ("is_required", False), ("organisation__isnull", False)),
                        _connector="OR",
                    ),
                    name="notices_what_is_required_never_waits_for_a_digest",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Edition",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("on", models.DateField()),
            ("kind", models.CharField(choices=[("reminder", "herinnering"), ("digest", "overzicht")], max_length=10)),
            ("message", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="notices.message")),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("organisation", "account", "on", "kind"), name="notices_one_edition_per_person_and_day")]},
    ),
    migrations.CreateModel(
        name="Preference",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            (
                "rhythm",
                models.CharField(
                    choices=[
                        ("at_once", "Meteen, met een herinnering voor de laatste dag"),
                        ("daily", "Eén keer per dag, in een overzicht"),
                        ("weekly", "Eén keer per week, op maandag, in een overzicht"),
                        ("required", "Alleen wat moet"),
                    ],
                    default="at_once",
                    max_length=10,
                ),
            ),
            ("reminder_days", models.JSONField(blank=True, default=draagvlak.notices.models.usual_reminders)),
            ("quiet_days", models.JSONField(blank=True, default=list)),
            ("version", models.PositiveIntegerField(default=0)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("organisation", "account"), name="notices_one_preference_per_person")]},
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("notices", "0001_initial"),
        ("notices", "0002_calendar"),
        ("notices", "0003_what_people_want_of_the_mail"),
        ("notices", "0001_house"),
        ("notices", "0002_one_organisation"),
    ]
    initial = True
    dependencies = [("accounts", "0001_tables"), ("tenancy", "0001_tables")]
    operations = [CreateTables(TABLES), fence_around("notices", TABLES)]
