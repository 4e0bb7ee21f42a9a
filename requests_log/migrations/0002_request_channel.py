"""The message's channel stands on the request too, and lists have their indexes."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

CHANNELS = [
    ("whatsapp", "WhatsApp"),
    ("email", "e-mail"),
    ("phone", "phone call"),
    ("meeting", "meeting"),
    ("other", "other"),
]


def copy_channels(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    requests = apps.get_model("requests_log", "ClientRequest").objects
    messages = apps.get_model("requests_log", "Message").objects
    own = messages.filter(pk=models.OuterRef("message"))
    requests.update(channel=models.Subquery(own.values("channel")))


class Migration(migrations.Migration):
    dependencies = [("requests_log", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="clientrequest",
            name="channel",
            field=models.CharField(choices=CHANNELS, default="", max_length=10),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="clientrequest",
            index=models.Index(
                fields=["consultant", "verdict", "-received_at", "-id"],
                name="requests_by_verdict",
            ),
        ),
        migrations.AddIndex(
            model_name="clientrequest",
            index=models.Index(
                fields=["consultant", "channel", "-received_at", "-id"],
                name="requests_by_channel",
            ),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(fields=["rule", "triage"], name="findings_by_rule"),
        ),
        migrations.RunPython(copy_channels, migrations.RunPython.noop),
    ]
