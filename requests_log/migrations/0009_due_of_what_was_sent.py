"""Advice that was sent before reminders were known is due like any other."""

from datetime import timedelta
from typing import Any

from django.db import migrations
from django.db.models import Max

FIRST_REMINDER = timedelta(days=2)  # as it was settled when this was written


def set_due(apps: Any, _schema_editor: Any) -> None:
    """Make what was sent due two days later; what is asked or unsent stays undue."""
    requests = apps.get_model("requests_log", "ClientRequest").objects
    waiting = requests.filter(stage="advised", due_at=None, asked_at=None)
    sent = waiting.annotate(sent_at=Max("advice__dispatches__happened_at"))
    for request in sent.exclude(sent_at=None).iterator():
        requests.filter(pk=request.pk).update(due_at=request.sent_at + FIRST_REMINDER)


class Migration(migrations.Migration):
    dependencies = [("requests_log", "0008_silent_again")]

    operations = [migrations.RunPython(set_due, migrations.RunPython.noop)]
