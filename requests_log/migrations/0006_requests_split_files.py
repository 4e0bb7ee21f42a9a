"""A message may be several requests, and files may come with it."""

import django.db.models.deletion
from django.db import migrations, models

ID = models.BigAutoField(
    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
)


class Migration(migrations.Migration):
    dependencies = [
        ("consultancy", "0005_kept_file"),
        ("requests_log", "0005_clients"),
    ]
    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", ID),
                ("submission", models.UUIDField(db_index=True)),
                ("at", models.DateTimeField()),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachment",
                        to="consultancy.keptfile",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="requests_log.message",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="requests_log.clientrequest",
                    ),
                ),
            ],
            options={"verbose_name": "attachment"},
        ),
        migrations.CreateModel(
            name="MessagePart",
            fields=[
                ("id", ID),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="requests_log.message",
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="part",
                        to="requests_log.clientrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of a message",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("start__lt", models.F("end"))),
                        name="a_part_is_not_empty",
                    ),
                    models.UniqueConstraint(
                        fields=("message", "start"), name="one_part_a_place"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Split",
            fields=[
                ("id", ID),
                ("triage_before", models.JSONField()),
                ("submission", models.UUIDField(unique=True)),
                ("at", models.DateTimeField()),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="splits",
                        to="requests_log.clientrequest",
                    ),
                ),
            ],
            options={"verbose_name": "split"},
        ),
        migrations.AddIndex(
            model_name="confirmation",
            index=models.Index(
                fields=["own_rule", "request"], name="confirmations_by_rule"
            ),
        ),
    ]
