import django.db.models.deletion
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models
from draagvlak.lib.tables import ByHand, CreateTables


from draagvlak.lib.fences import fence
from draagvlak.lib.triggers import append_only, closed_when, frozen_when, kept, no_longer_closed, no_longer_kept, undone

OWNED = (
    "policyplan_article",
    "policyplan_articlefor",
    "policyplan_articleitem",
    "policyplan_codecision",
    "policyplan_codecisiongroup",
    "policyplan_codecisionperson",
    "policyplan_codecisionseat",
    "policyplan_line",
    "policyplan_lineconclusion",
    "policyplan_linevoice",
    "policyplan_reading",
    "policyplan_regulation",
    "policyplan_regulationversion",
    "policyplan_takenover",
)


def _version_of(key, row):
    return f"(SELECT state FROM policyplan_regulationversion WHERE id = {row}.{key})"


def _version_of_article(row):
    joined = "policyplan_regulationversion v JOIN policyplan_article a ON a.version_id = v.id"
    return f"(SELECT v.state FROM {joined} WHERE a.id = {row}.article_id)"


def _round(row):
    return f"(SELECT state FROM policyplan_codecision WHERE id = {row}.codecision_id)"


def _round_of_line(row):
    joined = "policyplan_codecision c JOIN policyplan_line l ON l.codecision_id = c.id"
    return f"(SELECT c.state FROM {joined} WHERE l.id = {row}.line_id)"


def _round_of_person(row):
    joined = "policyplan_codecision c JOIN policyplan_codecisionperson p ON p.codecision_id = c.id"
    return f"(SELECT c.state FROM {joined} WHERE p.id = {row}.person_id)"


# What was put to the bodies, and what people said once the round is over, does not change any more.
FROZEN = {
    "policyplan_article": f"{_version_of('version_id', 'OLD')} <> 'draft'",
    "policyplan_articlefor": f"{_version_of_article('OLD')} <> 'draft'",
    "policyplan_articleitem": f"{_version_of_article('OLD')} <> 'draft'",
    "policyplan_codecision": "OLD.state = 'concluded'",
    "policyplan_codecisiongroup": f"{_round('OLD')} <> 'draft'",
    "policyplan_line": f"{_round('OLD')} <> 'draft'",
    "policyplan_linevoice": f"{_round_of_line('OLD')} <> 'opened'",
    "policyplan_lineconclusion": f"{_round_of_line('OLD')} <> 'closed'",
}
# Nor does anything come in.
CLOSED = {
    "policyplan_article": f"{_version_of('version_id', 'NEW')} <> 'draft'",
    "policyplan_articlefor": f"{_version_of_article('NEW')} <> 'draft'",
    "policyplan_articleitem": f"{_version_of_article('NEW')} <> 'draft'",
    "policyplan_codecisiongroup": f"{_round('NEW')} <> 'draft'",
    "policyplan_codecisionperson": f"{_round('NEW')} <> 'draft'",
    "policyplan_codecisionseat": f"{_round_of_person('NEW')} <> 'draft'",
    "policyplan_line": f"{_round('NEW')} <> 'draft'",
    "policyplan_linevoice": f"{_round_of_line('NEW')} <> 'opened'",
    "policyplan_lineconclusion": f"{_round_of_line('NEW')} <> 'closed'",
}
KEPT = ("policyplan_codecision", "policyplan_linevoice", "policyplan_lineconclusion", "policyplan_regulationversion")
ONLY_ADDED = (
    "policyplan_codecisionperson",
    "policyplan_codecisionseat",
    "policyplan_reading",
    "policyplan_takenover",
)


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
        ('decisions', '0005_training_regulation'),
        ('documents', '0002_one_organisation'),
        ('policyplan', '0005_line_of_sight'),
        ('staff', '0003_side_by_side'),
        ('stakeholders', '0003_year_calendar'),
        ('tenancy', '0001_house'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Article',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.PositiveIntegerField()),
                    ('chapter', models.CharField(choices=[('scope', 'Voor wie dit geldt'), ('definitions', 'Wat de woorden betekenen'), ('right', 'Recht op vorming en op informatie'), ('duty', 'Wanneer vorming verplicht is'), ('types', 'Soorten vorming'), ('request', 'Aanvragen: termijnen, wie beslist, en beroep'), ('working_time', 'Werktijd en compensatie'), ('cost', 'Kosten die het huis betaalt'), ('replacement', 'Vervanging'), ('attendance', 'Aanwezig en afwezig'), ('exams', 'Examens'), ('sharing', 'Vertellen en delen wat je leerde'), ('evaluation', 'Zeggen wat de vorming waard was'), ('certificates', 'Attesten en getuigschriften'), ('account', 'Individuele opleidingsrekening'), ('leave', 'Vlaams opleidingsverlof'), ('study', 'Studieovereenkomst'), ('reimbursement', 'Terugbetalen bij misbruik of stoppen zonder reden'), ('equality', 'Iedereen gelijk behandeld'), ('privacy', 'Privacy'), ('start', 'Vanaf wanneer dit geldt')], max_length=16)),
                    ('place', models.PositiveIntegerField()),
                    ('title', models.CharField(max_length=150)),
                    ('body', models.TextField()),
                    ('source', models.CharField(blank=True, max_length=300)),
                    ('confidence', models.CharField(choices=[('verified', 'bron gelezen'), ('to_check', 'na te kijken'), ('own', 'eigen tekst')], default='own', max_length=10)),
                    ('rule', models.CharField(blank=True, choices=[('request_days', 'zoveel dagen vooraf vraag je een vorming aan'), ('answer_days', 'binnen zoveel dagen krijg je antwoord op je aanvraag'), ('appeal_days', 'binnen zoveel dagen kan je in beroep gaan'), ('appeal_answer_days', 'binnen zoveel dagen krijg je antwoord op je beroep'), ('travel_counts', 'reistijd telt als werktijd'), ('free_day_counts', 'vorming op een vrije dag telt als werktijd'), ('travel_paid', 'het huis betaalt de verplaatsing'), ('right_hours', 'recht op zoveel uren vorming per jaar'), ('report_days', 'binnen zoveel dagen vertel je wat je leerde'), ('evaluation_days', 'binnen zoveel dagen vul je de evaluatie in'), ('cancel_days', 'tot zoveel dagen vooraf kan je kosteloos afzeggen'), ('coordinator_amount', 'tot dit bedrag beslist de coördinator zelf (euro)'), ('study_months', 'zoveel maanden na een lange opleiding geldt de afspraak over terugbetalen')], max_length=24)),
                    ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                    ('revision', models.PositiveIntegerField(default=1)),
                    ('edited_at', models.DateTimeField(null=True)),
                    ('edited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['place', 'pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('rule', ''), ('value', None)), models.Q(models.Q(('rule', ''), _negated=True), ('value__gte', Decimal('0')), ('value__isnull', False)), _connector='OR'), name='policyplan_a_rule_has_a_value'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ArticleItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='policyplan.article')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.frameworkitem')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={'constraints': [models.UniqueConstraint(fields=('article', 'item'), name='policyplan_an_article_rests_on_an_item_once')]},
            ),
        ]),
        migrations.AddField(
            model_name='article',
            name='items',
            field=models.ManyToManyField(related_name='+', through='policyplan.ArticleItem', to='policyplan.frameworkitem'),
        ),
        CreateTables([
            migrations.CreateModel(
                name='Codecision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150)),
                    ('question', models.TextField()),
                    ('ends_on', models.DateField()),
                    ('is_open', models.BooleanField(default=True)),
                    ('state', models.CharField(choices=[('draft', 'in voorbereiding'), ('opened', 'loopt'), ('closed', 'gesloten'), ('concluded', 'afgerond')], default='draft', max_length=10)),
                    ('closed_on', models.DateField(blank=True, null=True)),
                    ('reason', models.CharField(blank=True, max_length=300)),
                    ('conclusion', models.TextField(blank=True)),
                    ('results', models.JSONField(blank=True, default=dict)),
                    ('made_at', models.DateTimeField()),
                    ('opened_at', models.DateTimeField(blank=True, null=True)),
                    ('concluded_at', models.DateTimeField(blank=True, null=True)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['-pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('opened_at', None), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('opened_at__isnull', False)), _connector='OR'), name='policyplan_an_opened_codecision_has_a_moment'),
                        models.CheckConstraint(condition=models.Q(models.Q(('concluded_at__isnull', False), ('state', 'concluded')), models.Q(models.Q(('state', 'concluded'), _negated=True), ('concluded_at', None)), _connector='OR'), name='policyplan_a_concluded_codecision_has_a_moment'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='CodecisionGroup',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(blank=True, choices=[('management', 'directie'), ('line_manager', 'leidinggevende'), ('training_coordinator', 'VTO-coördinator'), ('hr_officer', 'personeelsverantwoordelijke')], max_length=24)),
                    ('name', models.CharField(max_length=120)),
                    ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stakeholders.body')),
                    ('codecision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='policyplan.codecision')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('body', None), models.Q(('role', ''), _negated=True)), models.Q(('body__isnull', False), ('role', '')), _connector='OR'), name='policyplan_a_group_is_a_body_or_a_role'),
                        models.UniqueConstraint(condition=models.Q(('body__isnull', False)), fields=('codecision', 'body'), name='policyplan_a_body_is_asked_once'),
                        models.UniqueConstraint(condition=models.Q(('role', ''), _negated=True), fields=('codecision', 'role'), name='policyplan_a_role_is_asked_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='CodecisionPerson',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=170)),
                    ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('codecision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='policyplan.codecision')),
                    ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='staff.staffmember')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['name', 'pk'],
                    'constraints': [
                        models.UniqueConstraint(fields=('codecision', 'account'), name='policyplan_one_is_asked_once'),
                        models.CheckConstraint(condition=models.Q(('account__isnull', False), ('member__isnull', False), _connector='OR'), name='policyplan_who_is_asked_is_somebody'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='CodecisionSeat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='policyplan.codecisiongroup')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='policyplan.codecisionperson')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.UniqueConstraint(fields=('person', 'group'), name='policyplan_one_sits_once_in_a_group'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Line',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('kind', models.CharField(choices=[('article', 'een artikel van het reglement'), ('budget', 'een regel van het budget'), ('procedure', 'een afspraak of manier van werken')], max_length=10)),
                    ('title', models.CharField(max_length=200)),
                    ('article', models.PositiveIntegerField(blank=True, null=True)),
                    ('old_text', models.TextField(blank=True)),
                    ('new_text', models.TextField(blank=True)),
                    ('category', models.CharField(blank=True, choices=[('trainer_fee', 'lesgever van buiten'), ('registration', 'inschrijvingsgeld'), ('material', 'materiaal'), ('room', 'lokaal en toestellen'), ('travel', 'verplaatsing'), ('stay', 'verblijf en maaltijden'), ('trainer_wage', 'loon van eigen lesgevers'), ('participant_wage', 'loon van wie deelneemt'), ('replacement', 'vervanging'), ('coordination', 'coördinatie en administratie'), ('e_learning', 'licentie voor e-leren'), ('library', 'bibliotheek'), ('evaluation', 'evaluatie'), ('certification', 'attesten en certificaten'), ('other', 'iets anders')], max_length=20)),
                    ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('codecision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='policyplan.codecision')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['number'],
                    'constraints': [
                        models.UniqueConstraint(fields=('codecision', 'number'), name='policyplan_lines_are_numbered'),
                        models.CheckConstraint(condition=models.Q(models.Q(('amount__gte', Decimal('0')), ('kind', 'budget'), models.Q(('category', ''), _negated=True)), models.Q(models.Q(('kind', 'budget'), _negated=True), ('amount', None), ('category', '')), _connector='OR'), name='policyplan_a_budget_line_has_an_amount'),
                        models.CheckConstraint(condition=models.Q(models.Q(('article__isnull', False), ('kind', 'article')), models.Q(models.Q(('kind', 'article'), _negated=True), ('article', None)), _connector='OR'), name='policyplan_an_article_line_names_its_article'),
                        models.UniqueConstraint(condition=models.Q(('article__isnull', False)), fields=('codecision', 'article'), name='policyplan_an_article_is_asked_once_a_round'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='LineConclusion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verdict', models.CharField(choices=[('kept', 'blijft zoals voorgesteld'), ('changed', 'wordt gewijzigd'), ('dropped', 'gaat niet door')], max_length=10)),
                    ('because', models.TextField()),
                    ('text', models.TextField(blank=True)),
                    ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                    ('concluded_at', models.DateTimeField()),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('concluded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('line', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='concluded', to='policyplan.line')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['line__number'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='policyplan_a_conclusion_has_a_reason'),
                        models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'changed'), models.Q(models.Q(('text', ''), _negated=True), ('amount__gte', Decimal('0')), _connector='OR')), models.Q(models.Q(('verdict', 'changed'), _negated=True), ('amount', None), ('text', '')), _connector='OR'), name='policyplan_what_is_changed_says_to_what'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='LineVoice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('stand', models.CharField(choices=[('agreed', 'Akkoord'), ('if_changed', 'Akkoord, als dit verandert'), ('not_agreed', 'Niet akkoord'), ('none', 'Geen mening')], max_length=12)),
                    ('because', models.TextField(blank=True)),
                    ('remark', models.TextField(blank=True)),
                    ('said_at', models.DateTimeField()),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='voices', to='policyplan.line')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='voices', to='policyplan.codecisionperson')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.UniqueConstraint(fields=('line', 'person'), name='policyplan_one_speaks_once_on_a_line'),
                        models.CheckConstraint(condition=models.Q(('stand__in', ['agreed', 'none']), models.Q(('because', ''), _negated=True), _connector='OR'), name='policyplan_who_does_not_agree_says_why'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Regulation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=150)),
                    ('is_work_rule', models.BooleanField(default=False)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={'constraints': [models.UniqueConstraint(fields=('organisation',), name='policyplan_one_regulation')]},
            ),
            migrations.CreateModel(
                name='RegulationVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('state', models.CharField(choices=[('draft', 'ontwerp'), ('submitted', 'voorgelegd'), ('adopted', 'goedgekeurd'), ('superseded', 'vervangen'), ('set_aside', 'niet aangenomen')], default='draft', max_length=12)),
                    ('why', models.CharField(blank=True, max_length=300)),
                    ('made_at', models.DateTimeField()),
                    ('adopted_at', models.DateTimeField(blank=True, null=True)),
                    ('starts_on', models.DateField(blank=True, null=True)),
                    ('reminded_on', models.DateField(blank=True, null=True)),
                    ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.frozentext')),
                    ('dossier', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decisions.dossier')),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('regulation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='policyplan.regulation')),
                ],
                options={
                    'ordering': ['number'],
                    'constraints': [
                        models.UniqueConstraint(fields=('regulation', 'number'), name='policyplan_regulation_versions_are_numbered'),
                        models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'submitted'])), fields=('regulation',), name='policyplan_one_regulation_at_work'),
                        models.UniqueConstraint(condition=models.Q(('state', 'adopted')), fields=('regulation',), name='policyplan_one_regulation_adopted'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Reading',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sha256', models.CharField(max_length=64)),
                    ('read_on', models.DateField()),
                    ('noted_at', models.DateTimeField()),
                    ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='staff.staffmember')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='policyplan.regulationversion')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [
                        models.UniqueConstraint(fields=('version', 'member'), name='policyplan_one_confirms_once'),
                    ],
                },
            ),
        ]),
        migrations.AddField(
            model_name='article',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='policyplan.regulationversion'),
        ),
        CreateTables([
            migrations.CreateModel(
                name='TakenOver',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('taken_at', models.DateTimeField()),
                    ('line', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='policyplan.line')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                    ('regulation_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='policyplan.regulationversion')),
                    ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='ArticleFor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('statute', models.CharField(blank=True, choices=[('permanent', 'vast, onbepaalde duur'), ('fixed_term', 'bepaalde duur'), ('replacement', 'vervangingscontract'), ('defined_work', 'duidelijk omschreven werk'), ('student_worker', 'jobstudent'), ('target_group', 'doelgroepmedewerker'), ('art60', 'artikel 60 (OCMW)'), ('agency_worker', 'interim'), ('trainee', 'stagiair'), ('apprentice', 'leerling alternerend leren'), ('ibo', 'individuele beroepsopleiding'), ('volunteer', 'vrijwilliger'), ('self_employed', 'zelfstandige'), ('seconded', 'gedetacheerd'), ('unknown', 'niet ingevuld')], max_length=20)),
                    ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holds_for', to='policyplan.article')),
                    ('function_group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='staff.functiongroup')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenancy.organisation')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('function_group', None), models.Q(('statute', ''), _negated=True)), models.Q(('function_group__isnull', False), ('statute', '')), _connector='OR'), name='policyplan_an_article_holds_for_one_group_a_row')],
                },
            ),
        ]),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('version', 'key'), name='policyplan_an_article_stands_once_in_a_version'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(condition=models.Q(('rule', ''), _negated=True), fields=('version', 'rule'), name='policyplan_a_rule_has_one_article'),
        ),
        ByHand(guard, unguard),
        fence(*OWNED),
    ]
