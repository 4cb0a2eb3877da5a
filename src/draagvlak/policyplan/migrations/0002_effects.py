from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("policyplan", "0001_tables")]
    operations = [
        migrations.AddField("version", "effect", models.CharField(max_length=500, blank=True, null=True)),
        migrations.AddField("regulationversion", "effect", models.CharField(max_length=500, blank=True, null=True)),
    ]
