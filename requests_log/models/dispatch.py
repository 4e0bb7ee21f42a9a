from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import OwnedQuerySet

from .recommendation import Recommendation


class DispatchChannel(models.TextChoices):
    """How the advice reached the client, by the consultant's own account."""

    WHATSAPP = "whatsapp", "WhatsApp"
    EMAIL = "email", _("e-mail")
    BY_HAND = "by_hand", _("given by hand")
    READ_OUT = "read_out", _("read out on the phone")


class Dispatch(models.Model):
    """One sending of a version of the advice."""

    OWNER = "recommendation__request__consultant"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="dispatches"
    )
    channel = models.CharField(max_length=10, choices=DispatchChannel.choices)
    # Which reminder of this version it was; none for the sending itself.
    reminder = models.PositiveSmallIntegerField(null=True)
    words = models.TextField(blank=True)  # what was said or written along with it
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()

    objects = OwnedQuerySet["Dispatch"].as_manager()

    class Meta:
        verbose_name = _("dispatch")

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.channel}"
