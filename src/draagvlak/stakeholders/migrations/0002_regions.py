from django.db import migrations, models

import draagvlak.stakeholders.models.organisation


class Migration(migrations.Migration):
    dependencies = [("stakeholders", "0001_tables")]
    operations = [
        migrations.AddField(
            "profile", "regions", models.JSONField(default=draagvlak.stakeholders.models.organisation.usual_regions)
        )
    ]
