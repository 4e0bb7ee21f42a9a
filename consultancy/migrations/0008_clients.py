"""Several contacts a client, notes, a status, and one canonical name."""

from collections.abc import Iterable

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from consultancy.models.name_key import LONGEST_KEY, name_key


def fill(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give every name its key, and every client the contact noted first as his main
    one: it was shown and written to so far.

    Each row is written once: PostgreSQL alters no table with rows written twice.
    """
    clients = apps.get_model("consultancy", "Client").objects.order_by("id")
    keys = _keys(clients.values_list("pk", "consultant", "name"))
    for pk, key in keys.items():
        clients.filter(pk=pk).update(name_key=key)
    contacts = apps.get_model("consultancy", "Contact").objects.order_by("id")
    keys = _keys(contacts.values_list("pk", "client", "name"))
    firsts = contacts.order_by().values("client").annotate(first=models.Min("id"))
    mains = set(firsts.values_list("first", flat=True))
    for pk, key in keys.items():
        contacts.filter(pk=pk).update(name_key=key, is_main=pk in mains)


def _keys(rows: Iterable[tuple[int, int, str]]) -> dict[int, str]:
    """Return a key for each row (id, owner, name), no two alike of one owner."""
    keys: dict[int, str] = {}
    taken: set[tuple[int, str]] = set()
    for pk, owner, name in rows:
        key = name_key(name)
        if (owner, key) in taken:
            key = f"{key[: LONGEST_KEY - 20]}~{pk}"
        taken.add((owner, key))
        keys[pk] = key
    return keys


class Migration(migrations.Migration):
    dependencies = [("consultancy", "0007_profile")]
    operations = [
        migrations.CreateModel(
            name="ClientNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("text", models.TextField()),
                ("noted_at", models.DateTimeField()),
                ("submission", models.UUIDField()),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="consultancy.client",
                    ),
                ),
            ],
            options={
                "verbose_name": "note",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("client", "submission"), name="one_note_a_form"
                    )
                ],
                "indexes": [
                    models.Index(
                        fields=["client", "-noted_at", "-id"], name="notes_of_client"
                    )
                ],
            },
        ),
        migrations.RemoveConstraint(model_name="client", name="one_client_a_name"),
        migrations.AddField(
            model_name="client",
            name="archived_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="client",
            name="name_key",
            field=models.CharField(default="", editable=False, max_length=240),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="client",
            name="status",
            field=models.CharField(
                choices=[
                    ("active", "active"),
                    ("paused", "paused"),
                    ("ended", "ended"),
                ],
                default="active",
                max_length=8,
                verbose_name="status",
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="status_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="client",
            name="status_reason",
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name="contact",
            name="is_main",
            field=models.BooleanField(default=False, verbose_name="main contact"),
        ),
        migrations.AddField(
            model_name="contact",
            name="left_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="contact",
            name="name_key",
            field=models.CharField(default="", editable=False, max_length=240),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="contact",
            name="phone",
            field=models.CharField(blank=True, max_length=40, verbose_name="telephone"),
        ),
        migrations.AddField(
            model_name="document",
            name="client",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consultancy.client",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.UniqueConstraint(
                fields=("consultant", "name_key"), name="one_client_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                fields=("client", "name_key"), name="one_contact_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_main", True)),
                fields=("client",),
                name="one_main_contact",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_on", None), ("is_main", False), _connector="OR"
                ),
                name="who_left_is_not_the_main_contact",
            ),
        ),
    ]
