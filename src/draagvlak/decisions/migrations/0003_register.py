from django.db import migrations, models

STRENGTHS = [
    ("inform", "wordt geïnformeerd"),
    ("consult", "wordt geraadpleegd"),
    ("post", "kan in het register schrijven"),
    ("advice", "geeft advies"),
    ("consent", "moet instemmen"),
    ("negotiation", "onderhandelt"),
    ("approval", "keurt goed"),
    ("ratify", "bekrachtigt"),
]


class Migration(migrations.Migration):
    dependencies = [("decisions", "0002_separation")]
    operations = [
        migrations.AlterField("mandate", "strength", models.CharField(choices=STRENGTHS, max_length=12)),
        migrations.AlterField("part", "strength", models.CharField(choices=STRENGTHS, max_length=12)),
    ]
