import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from draagvlak.lib.fences import fence_around
from draagvlak.lib.tables import CreateTables
from draagvlak.lib.triggers import guards

APPROVED = "EXISTS (SELECT 1 FROM meetings_minutes WHERE meeting_id = OLD.meeting_id AND state = 'approved')"

TABLES = [
    migrations.CreateModel(
        name="CalendarFeed",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("account", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("secret_sha256", models.CharField(max_length=64, unique=True)),
            ("made_at", models.DateTimeField()),
            ("revoked_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={"constraints": [models.UniqueConstraint(condition=models.Q(("revoked_at", None)), fields=("account",), name="meetings_one_feed_per_person")]},
    ),
    migrations.CreateModel(
        name="Matter",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            ("title", models.CharField(max_length=200)),
            (
                "kind",
                models.CharField(
                    choices=[("information", "ter informatie"), ("discussion", "bespreking"), ("decision", "beslissing"), ("advice", "advies")], max_length=12
                ),
            ),
            ("link", models.CharField(max_length=200)),
            ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("asked_at", models.DateTimeField()),
            ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ("not_before", models.DateField(blank=True, null=True)),
        ],
        options={"ordering": ["asked_at", "pk"]},
    ),
    migrations.CreateModel(
        name="Meeting",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="stakeholders.body")),
            ("title", models.CharField(blank=True, max_length=150)),
            ("starts_at", models.DateTimeField()),
            ("ends_at", models.DateTimeField()),
            ("place", models.CharField(blank=True, max_length=200)),
            ("uid", models.CharField(max_length=36, unique=True)),
            ("series", models.CharField(blank=True, max_length=36)),
            ("first_starts_at", models.DateTimeField()),
            ("sequence", models.PositiveIntegerField(default=0)),
            ("state", models.CharField(choices=[("planned", "gepland"), ("held", "gehouden"), ("cancelled", "afgelast")], default="planned", max_length=10)),
            ("cancel_reason", models.CharField(blank=True, max_length=500)),
            ("convened_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("convened_at", models.DateTimeField()),
            ("changed_at", models.DateTimeField()),
            ("papers_sent_on", models.DateField(blank=True, null=True)),
            ("agenda_grew_at", models.DateTimeField(blank=True, null=True)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["starts_at", "pk"],
            "indexes": [models.Index(fields=["body", "starts_at"], name="meetings_by_body_and_day")],
            "constraints": [
                models.CheckConstraint(condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="meetings_a_meeting_ends_after_it_starts"),
                models.CheckConstraint(
                    condition=models.Q(models.Q(("state", "cancelled"), _negated=True), models.Q(("cancel_reason", ""), _negated=True), _connector="OR"),
                    name="meetings_cancelled_has_a_reason",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AgendaItem",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="items", to="meetings.meeting")),
            ("number", models.PositiveSmallIntegerField()),
            ("title", models.CharField(max_length=200)),
            (
                "kind",
                models.CharField(
                    choices=[("information", "ter informatie"), ("discussion", "bespreking"), ("decision", "beslissing"), ("advice", "advies")],
                    default="discussion",
                    max_length=12,
                ),
            ),
            ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
            ("preparation", models.TextField(blank=True)),
            (
                "source",
                models.CharField(
                    choices=[
                        ("person", "voorgesteld"),
                        ("minutes", "verslag dat nog goedgekeurd moet worden"),
                        ("actions", "actiepunten die nog open staan"),
                        ("again", "komt terug"),
                        ("matter", "voorgelegd"),
                    ],
                    default="person",
                    max_length=10,
                ),
            ),
            ("proposed_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("came_from", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.agendaitem")),
            ("about", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.meeting")),
            ("matter", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.matter")),
            ("outcome", models.TextField(blank=True)),
            ("decision", models.TextField(blank=True)),
            (
                "how",
                models.CharField(
                    blank=True,
                    choices=[("", "geen beslissing"), ("consensus", "met eenparigheid, zonder stemming"), ("vote", "met een stemming")],
                    default="",
                    max_length=10,
                ),
            ),
            ("votes_for", models.PositiveSmallIntegerField(default=0)),
            ("votes_against", models.PositiveSmallIntegerField(default=0)),
            ("votes_abstained", models.PositiveSmallIntegerField(default=0)),
            ("comes_back", models.BooleanField(default=False)),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "ordering": ["number", "pk"],
            "constraints": [
                models.UniqueConstraint(fields=("meeting", "came_from"), name="meetings_a_point_comes_back_once"),
                models.UniqueConstraint(fields=("meeting", "about"), name="meetings_minutes_stand_once_on_an_agenda"),
                models.UniqueConstraint(fields=("meeting", "matter"), name="meetings_a_matter_stands_once_on_an_agenda"),
                models.CheckConstraint(
                    condition=models.Q(("how", "vote"), models.Q(("votes_abstained", 0), ("votes_against", 0), ("votes_for", 0)), _connector="OR"),
                    name="meetings_votes_only_after_a_vote",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ActionPoint",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="meetings.agendaitem")),
            ("what", models.CharField(max_length=300)),
            ("account", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("member", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            ("owner_name", models.CharField(blank=True, max_length=150)),
            ("due_on", models.DateField(blank=True, null=True)),
            ("added_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("added_at", models.DateTimeField()),
            ("done_at", models.DateTimeField(blank=True, null=True)),
            ("done_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("note", models.CharField(blank=True, max_length=300)),
        ],
        options={
            "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("account__isnull", False), ("member__isnull", False), models.Q(("owner_name", ""), _negated=True), _connector="OR"),
                    name="meetings_an_action_is_somebodys",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Invitee",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="invitees", to="meetings.meeting")),
            ("account", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("member", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.staffmember")),
            ("guest_name", models.CharField(blank=True, max_length=150)),
            ("guest_address", models.EmailField(blank=True, max_length=254)),
            ("is_guest", models.BooleanField(default=False)),
            (
                "answer",
                models.CharField(
                    blank=True,
                    choices=[("", "nog geen antwoord"), ("accepted", "komt"), ("tentative", "misschien"), ("declined", "komt niet")],
                    default="",
                    max_length=10,
                ),
            ),
            ("reason", models.CharField(blank=True, max_length=300)),
            ("answered_at", models.DateTimeField(blank=True, null=True)),
            (
                "presence",
                models.CharField(
                    blank=True,
                    choices=[("", "niet genoteerd"), ("present", "aanwezig"), ("excused", "verontschuldigd"), ("absent", "afwezig")],
                    default="",
                    max_length=10,
                ),
            ),
            ("substitute", models.CharField(blank=True, max_length=150)),
        ],
        options={
            "ordering": ["is_guest", "pk"],
            "constraints": [
                models.UniqueConstraint(fields=("meeting", "account"), name="meetings_an_account_is_invited_once"),
                models.UniqueConstraint(fields=("meeting", "member"), name="meetings_a_colleague_is_invited_once"),
                models.CheckConstraint(
                    condition=models.Q(("account__isnull", False), ("member__isnull", False), models.Q(("guest_name", ""), _negated=True), _connector="OR"),
                    name="meetings_an_invitation_is_somebodys",
                ),
                models.CheckConstraint(condition=models.Q(("reason", ""), ("answer", "declined"), _connector="OR"), name="meetings_only_a_no_has_a_reason"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Minutes",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("meeting", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="minutes", to="meetings.meeting")),
            (
                "state",
                models.CharField(
                    choices=[("draft", "ontwerp"), ("sent", "verstuurd, nog goed te keuren"), ("approved", "goedgekeurd")], default="draft", max_length=10
                ),
            ),
            ("written_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("written_at", models.DateTimeField()),
            ("sent_at", models.DateTimeField(blank=True, null=True)),
            ("approved_on", models.DateField(blank=True, null=True)),
            ("approved_in", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.meeting")),
            (
                "approved_by",
                models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
            ),
            ("remarks", models.TextField(blank=True)),
            ("document", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.frozentext")),
            ("version", models.PositiveIntegerField(default=1)),
        ],
        options={
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("approved_on__isnull", False), ("document__isnull", False), ("sent_at__isnull", False), ("state", "approved")),
                        models.Q(models.Q(("state", "approved"), _negated=True), ("approved_on", None), ("document", None)),
                        _connector="OR",
                    ),
                    name="meetings_approved_minutes_are_kept_word_for_word",
                )
            ]
        },
    ),
    migrations.CreateModel(
        name="Paper",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="meetings.meeting")),
            ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile")),
            ("added_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("added_at", models.DateTimeField()),
            ("taken_away_at", models.DateTimeField(blank=True, null=True)),
            ("is_for_guests", models.BooleanField(default=False)),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="Reply",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.organisation")),
            ("item", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="reply", to="meetings.agendaitem")),
            ("text", models.TextField()),
            ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ("at", models.DateTimeField()),
        ],
        options={"abstract": False},
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("meetings", "0001_initial"),
        ("meetings", "0002_approved_minutes"),
        ("meetings", "0001_house"),
        ("meetings", "0002_one_organisation"),
        ("meetings", "0003_matters"),
        ("meetings", "0004_guests"),
        ("meetings", "0005_matter_not_before"),
    ]
    initial = True
    dependencies = [
        ("accounts", "0001_tables"),
        ("documents", "0001_tables"),
        ("staff", "0001_tables"),
        ("stakeholders", "0001_tables"),
        ("tenancy", "0001_tables"),
    ]
    operations = [CreateTables(TABLES), guards(frozen={"meetings_agendaitem": APPROVED}), fence_around("meetings", TABLES)]
