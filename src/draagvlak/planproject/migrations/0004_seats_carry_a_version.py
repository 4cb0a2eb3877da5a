from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("planproject", "0003_withdrawn_draws")]

    operations = [migrations.AddField("groupseat", "version", models.PositiveIntegerField(default=1))]
