import django.db.models.deletion
import draagvlak.lib.keys
from django.conf import settings
from django.db import migrations, models
from draagvlak.lib.tables import ByHand, CreateTables

from draagvlak.lib.fences import fence
from draagvlak.lib.triggers import frozen_when, kept, no_longer_kept, undone

OWNED = (
    "policyplan_asked",
    "policyplan_bundle",
    "policyplan_consultation",
    "policyplan_participation",
    "policyplan_remark",
)
# What was said, and that somebody took part, is never removed; what was published does not change.
KEPT = ("policyplan_asked", "policyplan_consultation", "policyplan_participation", "policyplan_remark")
CONCLUDED = "(SELECT state FROM policyplan_consultation WHERE id = OLD.consultation_id) = 'concluded'"
GUARDED = {
    "policyplan_bundle": CONCLUDED,
    "policyplan_consultation": "OLD.state = 'concluded'",
    "policyplan_remark": CONCLUDED,
}


def guard(_apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table in KEPT:
        for statement in kept(table, vendor):
            schema_editor.execute(statement)
    for table, condition in GUARDED.items():
        for statement in frozen_when(table, vendor, condition=condition):
            schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table in GUARDED:
        for statement in undone(table, vendor, name="frozen"):
            schema_editor.execute(statement)
    for table in KEPT:
        for statement in no_longer_kept(table, vendor):
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0002_one_organisation'),
        ('policyplan', '0002_one_organisation'),
        ('staff', '0003_side_by_side'),
        ('stakeholders', '0002_one_organisation'),
        ('tenancy', '0001_house'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Consultation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150)),
                    ('question', models.TextField()),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField()),
                    ('is_named', models.BooleanField()),
                    ('state', models.CharField(choices=[('opened', 'loopt'), ('concluded', 'afgerond')], default='opened', max_length=10)),
                    ('closed_on', models.DateField(blank=True, null=True)),
                    ('reason', models.CharField(blank=True, max_length=300)),
                    ('conclusion', models.TextField(blank=True)),
                    ('concluded_at', models.DateTimeField(blank=True, null=True)),
                    ('results', models.JSONField(blank=True, default=dict)),
                    ('opened_at', models.DateTimeField()),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.frozentext')),
                    ('of_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.version')),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.plan')),
                ],
                options={
                    'ordering': ['-pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='policyplan_a_round_ends_after_it_starts'),
                        models.UniqueConstraint(condition=models.Q(('state', 'opened')), fields=('plan',), name='policyplan_one_round_at_a_time'),
                        models.CheckConstraint(condition=models.Q(models.Q(('concluded_at', None), ('state', 'opened')), models.Q(('concluded_at__isnull', False), ('state', 'concluded')), _connector='OR'), name='policyplan_a_concluded_round_has_a_moment'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Bundle',
                fields=[
                    ('id', models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
                    ('heading', models.CharField(blank=True, max_length=150)),
                    ('verdict', models.CharField(blank=True, choices=[('followed', 'gevolgd'), ('partly', 'deels gevolgd'), ('not', 'niet gevolgd')], max_length=10)),
                    ('because', models.TextField(blank=True)),
                    ('section', models.CharField(blank=True, choices=[('why', 'Waarom dit plan'), ('target_groups', 'Voor wie'), ('roles', 'Wie doet wat'), ('rights', 'Rechten en plichten'), ('means', 'Tijd en middelen'), ('follow_up', 'Hoe we opvolgen')], max_length=16)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.consultation')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('verdict__in', ['', 'followed']), models.Q(('because', ''), _negated=True), _connector='OR'), name='policyplan_what_is_not_followed_says_why'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Asked',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stakeholders.body')),
                    ('function_group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='staff.functiongroup')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('site', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='staff.site')),
                    ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='staff.team')),
                    ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='policyplan.consultation')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Participation',
                fields=[
                    ('id', models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.consultation')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.UniqueConstraint(fields=('consultation', 'account'), name='policyplan_one_takes_part_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Remark',
                fields=[
                    ('id', models.BigAutoField(default=draagvlak.lib.keys.drawn_key, primary_key=True, serialize=False)),
                    ('passage', models.CharField(blank=True, max_length=40)),
                    ('kind', models.CharField(choices=[('question', 'Een vraag'), ('proposal', 'Een voorstel'), ('agreement', 'Hier ga ik mee akkoord'), ('objection', 'Een bezwaar')], max_length=10)),
                    ('text', models.TextField()),
                    ('on', models.DateField(blank=True, null=True)),
                    ('behalf_of', models.PositiveSmallIntegerField(default=0)),
                    ('heard', models.CharField(blank=True, max_length=200)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('bundle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='policyplan.bundle')),
                    ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.consultation')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('by', None), ('on', None)), models.Q(('by__isnull', False), ('on__isnull', False)), _connector='OR'), name='policyplan_a_remark_without_a_name_has_no_day'),
                        models.CheckConstraint(condition=models.Q(('behalf_of', 0), models.Q(('heard', ''), _negated=True), _connector='OR'), name='policyplan_on_behalf_says_how_they_were_heard'),
                    ],
                },
            ),
        ]),
        ByHand(guard, unguard),
        fence(*OWNED),
    ]
