"""Requests can be searched: the folded words, filled in, and the index over them."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from requests_log.models import search_index
from requests_log.models.search_text import search_text

AT_A_TIME = 500


def fill(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    rows = apps.get_model("requests_log", "ClientRequest").objects
    some = []
    for row in rows.only("text", "consultant_id", "client_id").iterator(AT_A_TIME):
        row.search_text = search_text(
            row.text, consultant=row.consultant_id, client=row.client_id
        )
        some.append(row)
        if len(some) == AT_A_TIME:
            rows.bulk_update(some, ["search_text"])
            some = []
    rows.bulk_update(some, ["search_text"])


def install(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    search_index.install(editor.connection)


def remove(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    search_index.remove(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("requests_log", "0002_request_channel")]
    operations = [
        migrations.AddField(
            model_name="clientrequest",
            name="search_text",
            field=models.TextField(default="", editable=False),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(install, remove),
    ]
