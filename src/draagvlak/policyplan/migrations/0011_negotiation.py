import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from draagvlak.lib.tables import ByHand, CreateTables


from draagvlak.lib.fences import fence
from draagvlak.lib.triggers import append_only, closed_when, frozen_when, kept, no_longer_closed, no_longer_kept, undone

OWNED = (
    "policyplan_agreement",
    "policyplan_agreementclause",
    "policyplan_agreementend",
    "policyplan_agreementfile",
    "policyplan_atthetable",
    "policyplan_clause",
    "policyplan_clauseconsent",
    "policyplan_clausecheck",
    "policyplan_clausetext",
    "policyplan_filing",
    "policyplan_negotiation",
    "policyplan_negotiationversion",
    "policyplan_signer",
    "policyplan_talknote",
    "policyplan_watch",
)


def _state(key, row):
    return f"(SELECT state FROM policyplan_negotiation WHERE id = {row}.{key})"


def _of_clause(row):
    joined = "policyplan_negotiation n JOIN policyplan_clause c ON c.negotiation_id = n.id"
    return f"(SELECT n.state FROM {joined} WHERE c.id = {row}.clause_id)"


def _of_text(row):
    joined = "policyplan_negotiation n JOIN policyplan_clause c ON c.negotiation_id = n.id JOIN policyplan_clausetext t ON t.clause_id = c.id"
    return f"(SELECT n.state FROM {joined} WHERE t.id = {row}.text_id)"


def _of_agreement(row):
    joined = "policyplan_negotiation n JOIN policyplan_agreement a ON a.negotiation_id = n.id"
    return f"(SELECT n.state FROM {joined} WHERE a.id = {row}.agreement_id)"


# What was proposed, agreed and signed stays as it was.
ONLY_ADDED = (
    "policyplan_agreement",
    "policyplan_agreementclause",
    "policyplan_agreementend",
    "policyplan_agreementfile",
    "policyplan_clauseconsent",
    "policyplan_clausecheck",
    "policyplan_clausetext",
    "policyplan_filing",
    "policyplan_negotiationversion",
    "policyplan_signer",
    "policyplan_talknote",
)
KEPT = ("policyplan_atthetable", "policyplan_clause", "policyplan_negotiation", "policyplan_watch")
# When it is over, nothing of it changes, and nothing comes in.
FROZEN = {
    "policyplan_clause": f"{_state('negotiation_id', 'OLD')} <> 'running'",
    "policyplan_negotiation": "OLD.state <> 'running'",
}
CLOSED = {
    "policyplan_agreement": f"{_state('negotiation_id', 'NEW')} <> 'running'",
    "policyplan_agreementclause": f"{_of_agreement('NEW')} <> 'running'",
    "policyplan_atthetable": f"{_state('negotiation_id', 'NEW')} <> 'running'",
    "policyplan_clause": f"{_state('negotiation_id', 'NEW')} <> 'running'",
    "policyplan_clauseconsent": f"{_of_text('NEW')} <> 'running'",
    "policyplan_clausetext": f"{_of_clause('NEW')} <> 'running'",
    "policyplan_negotiationversion": f"{_state('negotiation_id', 'NEW')} <> 'running'",
    "policyplan_signer": f"{_of_agreement('NEW')} <> 'running'",
    "policyplan_talknote": f"{_state('negotiation_id', 'NEW')} <> 'running'",
}


def guard(_apps, schema_editor):
    vendor = schema_editor.connection.vendor
    statements = [one for table in KEPT for one in kept(table, vendor)]
    statements += [one for table in ONLY_ADDED for one in append_only(table, vendor)]
    statements += [one for table, when in FROZEN.items() for one in frozen_when(table, vendor, condition=when)]
    statements += [one for table, when in CLOSED.items() for one in closed_when(table, vendor, condition=when)]
    for statement in statements:
        schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    vendor = schema_editor.connection.vendor
    statements = [one for table in CLOSED for one in no_longer_closed(table, vendor)]
    statements += [one for table in FROZEN for one in undone(table, vendor, name="frozen")]
    statements += [one for table in ONLY_ADDED for one in undone(table, vendor, name="append_only")]
    statements += [one for table in KEPT for one in no_longer_kept(table, vendor)]
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0002_one_organisation'),
        ('meetings', '0004_guests'),
        ('policyplan', '0010_screening'),
        ('stakeholders', '0003_year_calendar'),
        ('tenancy', '0001_house'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Agreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('subject', models.CharField(max_length=150)),
                    ('level', models.CharField(choices=[('company', 'cao voor ons huis'), ('group', 'cao voor meer dan één huis'), ('sector', 'cao van de sector'), ('other', 'andere afspraak')], max_length=10)),
                    ('signed_on', models.DateField()),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField(blank=True, null=True)),
                    ('notice_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('recorded_at', models.DateTimeField()),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-signed_on', '-pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', False), ('notice_months', None)), models.Q(('ends_on', None), ('notice_months__isnull', False)), _connector='OR'), name='policyplan_an_agreement_is_fixed_or_has_notice'),
                        models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='policyplan_an_agreement_ends_after_it_starts'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='AgreementClause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('title', models.CharField(max_length=150)),
                    ('body', models.TextField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='policyplan.agreement')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['number'],
                    'constraints': [
                        models.UniqueConstraint(fields=('agreement', 'number'), name='policyplan_signed_clauses_are_numbered'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='AgreementEnd',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('denounced', 'opgezegd'), ('ended', 'beëindigd in overleg'), ('replaced', 'vervangen door een nieuwe')], max_length=10)),
                    ('last_day', models.DateField()),
                    ('because', models.CharField(max_length=500)),
                    ('at', models.DateTimeField()),
                    ('agreement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='end', to='policyplan.agreement')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AgreementFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='policyplan.agreement')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Clause',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('side', models.CharField(choices=[('employer', 'werkgever'), ('workers', 'werknemers'), ('expert', 'gevraagd als deskundige')], max_length=10)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('why_withdrawn', models.CharField(blank=True, max_length=300)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['number'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('side__in', ('employer', 'workers'))), name='policyplan_a_clause_comes_from_a_side'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ClauseCheck',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField()),
                    ('is_kept', models.BooleanField()),
                    ('note', models.CharField(blank=True, max_length=1000)),
                    ('at', models.DateTimeField()),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('clause', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='policyplan.agreementclause')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['-on', '-pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('is_kept', True), models.Q(('note', ''), _negated=True), _connector='OR'), name='policyplan_not_kept_has_a_note'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ClauseText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('title', models.CharField(max_length=150)),
                    ('body', models.TextField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('because', models.CharField(blank=True, max_length=1000)),
                    ('side', models.CharField(choices=[('employer', 'werkgever'), ('workers', 'werknemers'), ('expert', 'gevraagd als deskundige')], max_length=10)),
                    ('at', models.DateTimeField()),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('clause', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='policyplan.clause')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['number'],
                    'constraints': [
                        models.UniqueConstraint(fields=('clause', 'number'), name='policyplan_texts_of_a_clause_are_numbered'),
                        models.CheckConstraint(condition=models.Q(('side__in', ('employer', 'workers'))), name='policyplan_a_text_comes_from_a_side'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ClauseConsent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('side', models.CharField(choices=[('employer', 'werkgever'), ('workers', 'werknemers'), ('expert', 'gevraagd als deskundige')], max_length=10)),
                    ('sha256', models.CharField(max_length=64)),
                    ('at', models.DateTimeField()),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='policyplan.clausetext')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.UniqueConstraint(fields=('text', 'side'), name='policyplan_a_side_agrees_once_to_a_text'),
                        models.UniqueConstraint(fields=('text', 'by'), name='policyplan_nobody_agrees_for_both_sides'),
                        models.CheckConstraint(condition=models.Q(('side__in', ('employer', 'workers'))), name='policyplan_a_consent_comes_from_a_side'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Filing',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('filed_on', models.DateField()),
                    ('registration', models.CharField(blank=True, max_length=60)),
                    ('at', models.DateTimeField()),
                    ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='filings', to='policyplan.agreement')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='Negotiation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('subject', models.CharField(max_length=150)),
                    ('level', models.CharField(choices=[('company', 'cao voor ons huis'), ('group', 'cao voor meer dan één huis'), ('sector', 'cao van de sector'), ('other', 'andere afspraak')], default='company', max_length=10)),
                    ('aim_on', models.DateField()),
                    ('state', models.CharField(choices=[('running', 'loopt'), ('signed', 'getekend'), ('stopped', 'gestopt zonder akkoord')], default='running', max_length=10)),
                    ('why_stopped', models.CharField(blank=True, max_length=500)),
                    ('opened_at', models.DateTimeField()),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stakeholders.body')),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['-number'],
                    'constraints': [
                        models.UniqueConstraint(fields=('organisation', 'number'), name='policyplan_negotiations_are_numbered'),
                        models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('state', 'running')), models.Q(models.Q(('state', 'running'), _negated=True), ('closed_at__isnull', False)), _connector='OR'), name='policyplan_a_closed_negotiation_has_a_moment'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'stopped'), _negated=True), models.Q(('why_stopped', ''), _negated=True), _connector='OR'), name='policyplan_a_stopped_negotiation_has_a_reason'),
                    ],
                },
            ),
        ]),
        migrations.AddField(
            model_name='clause',
            name='negotiation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='policyplan.negotiation'),
        ),
        migrations.CreateModel(
            name='AtTheTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('employer', 'werkgever'), ('workers', 'werknemers'), ('expert', 'gevraagd als deskundige')], max_length=10)),
                ('added_for', models.CharField(choices=[('employer', 'werkgever'), ('workers', 'werknemers'), ('expert', 'gevraagd als deskundige')], max_length=10)),
                ('added_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ('negotiation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='policyplan.negotiation')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('negotiation', 'account'), name='policyplan_one_sits_at_the_table_once'),
                ],
            },
        ),
        migrations.AddField(
            model_name='agreement',
            name='negotiation',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.negotiation'),
        ),
        migrations.CreateModel(
            name='NegotiationVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('why', models.CharField(blank=True, max_length=300)),
                ('made_at', models.DateTimeField()),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.frozentext')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('negotiation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='policyplan.negotiation')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [
                    models.UniqueConstraint(fields=('negotiation', 'number'), name='policyplan_versions_of_a_negotiation_are_numbered'),
                ],
            },
        ),
        migrations.AddField(
            model_name='agreement',
            name='of_version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.negotiationversion'),
        ),
        CreateTables([
            migrations.CreateModel(
                name='Signer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('side', models.CharField(choices=[('employer', 'werkgever'), ('workers', 'werknemers'), ('expert', 'gevraagd als deskundige')], max_length=10)),
                    ('name', models.CharField(max_length=150)),
                    ('signed_on', models.DateField()),
                    ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signers', to='policyplan.agreement')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['side', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='TalkNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('met_on', models.DateField()),
                    ('text', models.TextField(blank=True)),
                    ('at', models.DateTimeField()),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting')),
                    ('negotiation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='talks', to='policyplan.negotiation')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['-met_on', '-pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), ('meeting__isnull', False), _connector='OR'), name='policyplan_a_talk_says_something'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Watch',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('rule', models.CharField(blank=True, choices=[('request_days', 'zoveel dagen vooraf vraag je een vorming aan'), ('answer_days', 'binnen zoveel dagen krijg je antwoord op je aanvraag'), ('appeal_days', 'binnen zoveel dagen kan je in beroep gaan'), ('appeal_answer_days', 'binnen zoveel dagen krijg je antwoord op je beroep'), ('travel_counts', 'reistijd telt als werktijd'), ('free_day_counts', 'vorming op een vrije dag telt als werktijd'), ('travel_paid', 'het huis betaalt de verplaatsing'), ('right_hours', 'recht op zoveel uren vorming per jaar'), ('report_days', 'binnen zoveel dagen vertel je wat je leerde'), ('evaluation_days', 'binnen zoveel dagen vul je de evaluatie in'), ('cancel_days', 'tot zoveel dagen vooraf kan je kosteloos afzeggen'), ('coordinator_amount', 'tot dit bedrag beslist de coördinator zelf (euro)'), ('study_months', 'zoveel maanden na een lange opleiding geldt de afspraak over terugbetalen')], max_length=24)),
                    ('check_on', models.DateField(blank=True, null=True)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='watches', to='policyplan.agreement')),
                    ('clause', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='watch', to='policyplan.agreementclause')),
                    ('follower', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.frameworkitem')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('clause', None)), fields=('agreement',), name='policyplan_one_follows_an_agreement_up'),
                        models.CheckConstraint(condition=models.Q(models.Q(('check_on', None), ('clause', None), ('item', None), ('rule', '')), models.Q(('check_on__isnull', False), ('clause__isnull', False)), _connector='OR'), name='policyplan_a_watched_clause_has_a_day'),
                    ],
                },
            ),
        ]),
        migrations.AddConstraint(
            model_name='clause',
            constraint=models.UniqueConstraint(fields=('negotiation', 'number'), name='policyplan_clauses_are_numbered'),
        ),
        ByHand(guard, unguard),
        fence(*OWNED),
    ]
