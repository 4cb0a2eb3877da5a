from django.db import migrations, models

from draagvlak.stakeholders.wording.catalogue import TITLES, in_every_language


def forget_words_of_the_catalogue(apps, _editor):
    """What was taken over unchanged is read in everybody's own language from now on."""
    responsibility = apps.get_model("stakeholders", "Responsibility")
    for key, title in TITLES.items():
        responsibility.objects.filter(key=key, own_title__in=in_every_language(title)).update(own_title="")


class Migration(migrations.Migration):
    dependencies = [("stakeholders", "0002_regions")]
    operations = [
        migrations.RenameField("responsibility", "title", "own_title"),
        migrations.AlterField("responsibility", "own_title", models.CharField(blank=True, max_length=250)),
        migrations.RunPython(forget_words_of_the_catalogue, migrations.RunPython.noop),
    ]
