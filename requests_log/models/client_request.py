from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import Client, Consultant, OwnedQuerySet

from .message import Message, MessageChannel
from .search_text import Words
from .verdict import Verdict


class StageChoice(models.TextChoices):
    """The stages of workflow.Stage, as a person reads them."""

    LOGGED = "logged", _("to confirm")
    CLEARED = "cleared", _("cleared")
    OBJECTED = "objected", _("to advise")
    ADVISED = "advised", _("waiting for the client")
    UNANSWERED = "unanswered", _("not answered")
    FOLLOWED = "followed", _("advice followed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    OVERRIDDEN = "overridden", _("overridden")
    CLOSED = "closed", _("closed")
    DROPPED = "dropped", _("dropped")


class ClientRequest(models.Model):
    """One thing a client asks for, and how far it has come."""

    # Consultant and client stand here too, so that lists need no join to be scoped.
    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="+"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    message = models.ForeignKey(
        Message, on_delete=models.PROTECT, related_name="requests"
    )
    text = models.TextField()
    # The message's, copied for the same reason.
    channel = models.CharField(max_length=10, choices=MessageChannel.choices)
    stage = models.CharField(max_length=12, choices=StageChoice.choices)
    # The engine's until it is confirmed, then the consultant's.
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    wanted_on = models.DateField(_("wanted by"), null=True, blank=True)
    received_at = models.DateTimeField()
    # The ones that hold; earlier ones stay beside them.
    advice = models.ForeignKey(
        "Recommendation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    decision = models.ForeignKey(
        "Decision", on_delete=models.PROTECT, null=True, related_name="+"
    )
    outcome = models.ForeignKey(
        "Outcome", on_delete=models.PROTECT, null=True, related_name="+"
    )
    # Since when the client waits for the consultant's answer.
    asked_at = models.DateTimeField(null=True)
    # When the next thing is to be done: a reminder, a look back.
    due_at = models.DateTimeField(null=True)
    # What `search_text.search_text` makes of the text: who writes one writes both.
    search_text = models.TextField(editable=False)
    search_text.register_lookup(Words)

    objects = OwnedQuerySet["ClientRequest"].as_manager()

    class Meta:
        verbose_name = _("request")
        indexes = [
            models.Index(
                fields=["consultant", "-received_at", "-id"], name="requests_newest"
            ),
            models.Index(
                fields=["consultant", "stage", "-received_at", "-id"],
                name="requests_by_stage",
            ),
            models.Index(
                fields=["consultant", "verdict", "-received_at", "-id"],
                name="requests_by_verdict",
            ),
            models.Index(
                fields=["consultant", "channel", "-received_at", "-id"],
                name="requests_by_channel",
            ),
            models.Index(
                fields=["client", "-received_at", "-id"], name="requests_of_client"
            ),
            models.Index(
                fields=["client", "stage", "-received_at", "-id"],
                name="requests_of_client_by_stage",
            ),
            # Whole ones: SQLite matches no partial index with a bound value.
            models.Index(
                fields=["consultant", "stage", "due_at", "id"], name="requests_due"
            ),
            models.Index(
                fields=["consultant", "stage", "wanted_on", "id"],
                name="requests_to_do",
            ),
            models.Index(
                fields=["consultant", "stage", "asked_at", "id"],
                name="requests_to_answer",
            ),
            models.Index(fields=["stage", "due_at"], name="requests_to_close"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_unsent(self) -> bool:
        """Whether it is advised, and nobody has told the client."""
        waits = self.due_at or self.asked_at
        return self.stage == StageChoice.ADVISED and not waits
