from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import AddressForm, Language, OwnedQuerySet

from .client_request import ClientRequest


class Factor(models.TextChoices):
    """What an argument leans on."""

    EXPERIENCE = "experience", _("experience")
    STRATEGY = "strategy", _("the agreed strategy")
    COMMON_SENSE = "common_sense", _("common sense")
    NEEDS = "needs", _("what the client needs")
    RESOURCES = "resources", _("the resources at hand")
    LAW_PLATFORM = "law_platform", _("law and platform rules")


class Recommendation(models.Model):
    """The advice, in one version; newer advice is a new row."""

    OWNER = "request__consultant"

    request = models.ForeignKey(
        ClientRequest, on_delete=models.PROTECT, related_name="recommendations"
    )
    version = models.PositiveSmallIntegerField()
    arguments = models.JSONField()  # [{"factor": ..., "text": ..., "rule": code or ""}]
    consequences = models.JSONField()  # [text, ...]
    alternatives = models.JSONField()  # [text, ...]
    reply = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=Language.choices)
    address_form = models.CharField(max_length=5, choices=AddressForm.choices)
    at = models.DateTimeField()

    objects = OwnedQuerySet["Recommendation"].as_manager()

    class Meta:
        verbose_name = _("recommendation")
        constraints = [
            models.UniqueConstraint(
                fields=["request", "version"], name="one_recommendation_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} v{self.version}"
