from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("planproject", "0002_one_organisation")]

    operations = [migrations.AddField("draw", "void_reason", models.TextField(blank=True, default=""), preserve_default=False)]
