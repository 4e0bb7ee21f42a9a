"""Several contacts a client, notes, a status, and one canonical name."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from consultancy.models.name_key import LONGEST_KEY, name_key


def fill_keys(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give every name its key; of two that would share one the later gets another."""
    for model, owner in (("Client", "consultant_id"), ("Contact", "client_id")):
        taken = set()
        for row in apps.get_model("consultancy", model).objects.order_by("id"):
            key = name_key(row.name)
            if (getattr(row, owner), key) in taken:
                key = f"{key[: LONGEST_KEY - 20]}~{row.pk}"
            taken.add((getattr(row, owner), key))
            row.name_key = key
            row.save(update_fields=["name_key"])


def fill_main(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The contact noted first is the one who was shown and written to so far."""
    contacts = apps.get_model("consultancy", "Contact").objects
    firsts = contacts.values("client").annotate(first=models.Min("id"))
    contacts.filter(pk__in=list(firsts.values_list("first", flat=True))).update(
        is_main=True
    )


class Migration(migrations.Migration):
    dependencies = [("consultancy", "0004_session")]
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
        migrations.RunPython(fill_keys, migrations.RunPython.noop),
        migrations.RunPython(fill_main, migrations.RunPython.noop),
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
