"""A client's requests by stage, and letters that know whom they are about."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

OF_A_REQUEST = "request:"


def fill(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give letters the client of the request that their subject names."""
    requests = apps.get_model("requests_log", "ClientRequest").objects
    documents = apps.get_model("consultancy", "Document").objects
    letters = documents.filter(client=None, subject__startswith=OF_A_REQUEST)
    for letter in letters.only("subject"):
        pk = int(letter.subject.removeprefix(OF_A_REQUEST))
        client = requests.filter(pk=pk).values_list("client", flat=True).first()
        documents.filter(pk=letter.pk).update(client=client)


class Migration(migrations.Migration):
    dependencies = [
        ("consultancy", "0008_clients"),
        ("requests_log", "0004_decisions_outcomes"),
    ]
    operations = [
        migrations.AddIndex(
            model_name="clientrequest",
            index=models.Index(
                fields=["client", "stage", "-received_at", "-id"],
                name="requests_of_client_by_stage",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
