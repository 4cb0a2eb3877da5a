from django.db import migrations, models

from draagvlak.lib.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="SentForm",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("key", models.CharField(max_length=40)),
            ("account", models.BigIntegerField()),
            ("place", models.CharField(blank=True, max_length=500)),
            ("at", models.DateTimeField(auto_now_add=True)),
        ],
        options={"constraints": [models.UniqueConstraint(fields=("account", "key"), name="ui_a_form_is_carried_out_once")]},
    )
]


class Migration(migrations.Migration):
    replaces = [("ui", "0001_initial"), ("ui", "0001_house")]
    initial = True
    dependencies = []
    operations = [CreateTables(TABLES)]
