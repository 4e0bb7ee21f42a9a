from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import OwnedQuerySet

from .decision import DecisionChannel
from .recommendation import Recommendation


class ReplyKind(models.TextChoices):
    ASK = "ask", _("asks something")
    PROPOSE = "propose", _("proposes something else")


class ClientReply(models.Model):
    """What the client said of the advice without deciding, in his own words."""

    OWNER = "recommendation__request__consultant"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="replies"
    )
    kind = models.CharField(max_length=10, choices=ReplyKind.choices)
    words = models.TextField()
    by_name = models.CharField(max_length=120, blank=True)
    channel = models.CharField(max_length=10, choices=DecisionChannel.choices)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()

    objects = OwnedQuerySet["ClientReply"].as_manager()

    class Meta:
        verbose_name = _("reply")

    def __str__(self) -> str:
        return self.words[:60]
