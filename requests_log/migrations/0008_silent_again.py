"""A version of the advice may be left without an answer more than once."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("requests_log", "0007_rule_switch")]

    operations = [
        migrations.AlterField(
            model_name="noanswer",
            name="recommendation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="no_answers",
                to="requests_log.recommendation",
            ),
        ),
    ]
