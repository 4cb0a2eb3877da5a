import django.db.models.deletion
from django.db import migrations, models

from draagvlak.lib.fences import fence

DUTIES = [
    ("submit", "de tekst voorleggen"),
    ("speak", "opschrijven wat de werknemers zeggen"),
    ("reply", "antwoorden voor de werkgever"),
    ("close", "de beslissing vastleggen"),
]
TOGETHER = [("allowed", "mag"), ("noted", "mag, en het dossier zegt het"), ("refused", "mag niet")]


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_tables"), ("tenancy", "0001_tables")]
    operations = [
        migrations.CreateModel(
            name="Separation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first", models.CharField(choices=DUTIES, max_length=10)),
                ("second", models.CharField(choices=DUTIES, max_length=10)),
                ("together", models.CharField(choices=TOGETHER, max_length=10)),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "first", "second"), name="decisions_two_duties_have_one_rule"
                    )
                ],
            },
        ),
        fence("decisions_separation"),
    ]
