from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import OwnedQuerySet

from .client_request import ClientRequest
from .verdict import Verdict


class Confirmation(models.Model):
    """The consultant's verdict, beside the engine's, with the reason for a change."""

    OWNER = "request__consultant"

    request = models.OneToOneField(
        ClientRequest, on_delete=models.PROTECT, related_name="confirmation"
    )
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    engine_verdict = models.CharField(max_length=20, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    # The rule the consultant objects by where the engine found none of that verdict.
    own_rule = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()

    objects = OwnedQuerySet["Confirmation"].as_manager()

    class Meta:
        verbose_name = _("confirmation")
        indexes = [
            models.Index(fields=["own_rule", "request"], name="confirmations_by_rule")
        ]
        constraints = [
            models.CheckConstraint(
                name="a_changed_verdict_has_a_reason",
                condition=models.Q(verdict=models.F("engine_verdict"))
                | ~models.Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return self.verdict
