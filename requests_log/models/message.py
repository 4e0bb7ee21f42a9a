from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import Client, Contact, OwnedQuerySet


class MessageChannel(models.TextChoices):
    """How the client's words came in."""

    WHATSAPP = "whatsapp", "WhatsApp"
    EMAIL = "email", _("e-mail")
    PHONE = "phone", _("phone call")
    MEETING = "meeting", _("meeting")
    OTHER = "other", _("other")


class Message(models.Model):
    """What came in, verbatim, once."""

    OWNER = "client__consultant"

    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="messages"
    )
    sent_by = models.ForeignKey(
        Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField()
    channel = models.CharField(max_length=10, choices=MessageChannel.choices)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    # One form sent twice is one message.
    submission = models.UUIDField(unique=True)

    objects = OwnedQuerySet["Message"].as_manager()

    class Meta:
        verbose_name = _("message")

    def __str__(self) -> str:
        return self.text[:60]
