"""What follows a decision: corrections, silence, outcomes; and when things are due."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import requests_log.models.pace


def name_what_holds(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    requests = apps.get_model("requests_log", "ClientRequest").objects
    decisions = apps.get_model("requests_log", "Decision").objects
    own = decisions.filter(request=models.OuterRef("pk"))
    versions = apps.get_model("requests_log", "Recommendation").objects
    newest = versions.filter(request=models.OuterRef("pk")).order_by("-version")
    requests.update(
        decision=models.Subquery(own.values("pk")[:1]),
        advice=models.Subquery(newest.values("pk")[:1]),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("consultancy", "0006_letters_supersede"),
        ("requests_log", "0003_search_text"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClientReply",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ask", "asks something"),
                            ("propose", "proposes something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField()),
                ("by_name", models.CharField(blank=True, max_length=120)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("phone", "phone call"),
                            ("whatsapp", "WhatsApp"),
                            ("email", "e-mail"),
                            ("meeting", "meeting"),
                        ],
                        max_length=10,
                    ),
                ),
                ("happened_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "reply",
            },
        ),
        migrations.CreateModel(
            name="NoAnswer",
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
                ("by_clock", models.BooleanField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "recommendation without an answer",
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                ("stage_before", models.CharField(max_length=12)),
                (
                    "sequel",
                    models.CharField(
                        choices=[
                            ("done_as_asked", "it was done as asked"),
                            ("done_otherwise", "it was done as recommended"),
                            ("not_done", "it was not done"),
                            ("someone_else", "somebody else did it"),
                            ("client_left", "the client left"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "assessment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "the advice was right"),
                            ("wrong", "the client was right"),
                            ("unclear", "it cannot be told"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("happened_on", models.DateField()),
                (
                    "cost",
                    models.DecimalField(decimal_places=2, max_digits=12, null=True),
                ),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "outcome",
            },
        ),
        migrations.CreateModel(
            name="Pace",
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
                (
                    "reminder_days",
                    models.JSONField(default=requests_log.models.pace.default_days),
                ),
            ],
            options={
                "verbose_name": "pace",
            },
        ),
        migrations.AddField(
            model_name="clientrequest",
            name="asked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="clientrequest",
            name="decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="requests_log.decision",
            ),
        ),
        migrations.AddField(
            model_name="clientrequest",
            name="advice",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="requests_log.recommendation",
            ),
        ),
        migrations.AddField(
            model_name="clientrequest",
            name="due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="corrects",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="correction",
                to="requests_log.decision",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="proofs",
            field=models.ManyToManyField(related_name="+", to="consultancy.keptfile"),
        ),
        migrations.AddField(
            model_name="decision",
            name="why_corrected",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="dispatch",
            name="reminder",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="dispatch",
            name="words",
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name="decision",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="requests_log.clientrequest",
            ),
        ),
        migrations.RunPython(name_what_holds, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("corrects", None),
                    models.Q(("why_corrected", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_correction_has_a_reason",
            ),
        ),
        migrations.AddField(
            model_name="clientreply",
            name="recommendation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replies",
                to="requests_log.recommendation",
            ),
        ),
        migrations.AddField(
            model_name="noanswer",
            name="document",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consultancy.document",
            ),
        ),
        migrations.AddField(
            model_name="noanswer",
            name="recommendation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="no_answer",
                to="requests_log.recommendation",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="proofs",
            field=models.ManyToManyField(related_name="+", to="consultancy.keptfile"),
        ),
        migrations.AddField(
            model_name="outcome",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="outcomes",
                to="requests_log.clientrequest",
            ),
        ),
        migrations.AddField(
            model_name="clientrequest",
            name="outcome",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="requests_log.outcome",
            ),
        ),
        migrations.AddIndex(
            model_name="clientrequest",
            index=models.Index(
                fields=["consultant", "stage", "due_at", "id"], name="requests_due"
            ),
        ),
        migrations.AddIndex(
            model_name="clientrequest",
            index=models.Index(
                fields=["consultant", "stage", "wanted_on", "id"],
                name="requests_to_do",
            ),
        ),
        migrations.AddIndex(
            model_name="clientrequest",
            index=models.Index(
                fields=["consultant", "stage", "asked_at", "id"],
                name="requests_to_answer",
            ),
        ),
        migrations.AddIndex(
            model_name="clientrequest",
            index=models.Index(fields=["stage", "due_at"], name="requests_to_close"),
        ),
        migrations.AddField(
            model_name="pace",
            name="consultant",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="consultancy.consultant",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cost", None),
                    models.Q(("currency", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_cost_has_a_currency",
            ),
        ),
    ]
