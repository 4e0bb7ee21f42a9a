from django.db import models
from django.utils.translation import gettext_lazy as _

from .client import Client
from .owned import OwnedQuerySet


class ClientNote(models.Model):
    """What the consultant wants to remember of a client; never shown to him."""

    OWNER = "client__consultant"

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    noted_at = models.DateTimeField()
    submission = models.UUIDField()

    objects = OwnedQuerySet["ClientNote"].as_manager()

    class Meta:
        verbose_name = _("note")
        constraints = [
            # One form sent twice is one note.
            models.UniqueConstraint(
                fields=["client", "submission"], name="one_note_a_form"
            )
        ]
        indexes = [
            models.Index(fields=["client", "-noted_at", "-id"], name="notes_of_client")
        ]

    def __str__(self) -> str:
        return self.text[:60]
