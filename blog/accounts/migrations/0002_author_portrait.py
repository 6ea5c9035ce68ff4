import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    # Apart from the first, because images need users before an author can have a portrait.

    dependencies = [
        ("accounts", "0001_initial"),
        ("images", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="author",
            name="portrait",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="images.image",
                verbose_name="portrait",
            ),
        ),
    ]
