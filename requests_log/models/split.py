from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import OwnedQuerySet

from .client_request import ClientRequest
from .message import Message


class MessagePart(models.Model):
    """Where in its message a request stands that is not the whole of it."""

    OWNER = "request__consultant"

    request = models.OneToOneField(
        ClientRequest, on_delete=models.PROTECT, related_name="part"
    )
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="parts")
    start = models.PositiveIntegerField()  # signs [start, end) of the message's text
    end = models.PositiveIntegerField()

    objects = OwnedQuerySet["MessagePart"].as_manager()

    class Meta:
        verbose_name = _("part of a message")
        constraints = [
            models.CheckConstraint(
                name="a_part_is_not_empty",
                condition=models.Q(start__lt=models.F("end")),
            ),
            models.UniqueConstraint(
                fields=["message", "start"], name="one_part_a_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message_id} {self.start}-{self.end}"


class Split(models.Model):
    """A request was made into several. Never changed."""

    OWNER = "request__consultant"

    request = models.ForeignKey(
        ClientRequest, on_delete=models.PROTECT, related_name="splits"
    )
    triage_before = models.JSONField()  # what the rules had said of the whole
    # One form sent twice is one split.
    submission = models.UUIDField(unique=True)
    at = models.DateTimeField()

    objects = OwnedQuerySet["Split"].as_manager()

    class Meta:
        verbose_name = _("split")

    def __str__(self) -> str:
        return str(self.request_id)
