from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import Document, OwnedQuerySet

from .recommendation import Recommendation


class NoAnswer(models.Model):
    """A version of the advice that was sent and that nobody answered until then."""

    OWNER = "recommendation__request__consultant"

    # More than once where the client asked back later and then fell silent again.
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="no_answers"
    )
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="+"
    )
    by_clock = models.BooleanField()
    at = models.DateTimeField()

    objects = OwnedQuerySet["NoAnswer"].as_manager()

    class Meta:
        verbose_name = _("recommendation without an answer")

    def __str__(self) -> str:
        return str(self.document_id)
