from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import Document, KeptFile, OwnedQuerySet

from .client_request import ClientRequest
from .recommendation import Recommendation


class DecisionOutcome(models.TextChoices):
    FOLLOWS = "follows", _("follows the recommendation")
    WITHDRAWS = "withdraws", _("withdraws the request")
    OVERRIDES = "overrides", _("goes ahead against the recommendation")


class DecisionChannel(models.TextChoices):
    """How the client told the consultant what he had decided."""

    PHONE = "phone", _("phone call")
    WHATSAPP = "whatsapp", "WhatsApp"
    EMAIL = "email", _("e-mail")
    MEETING = "meeting", _("meeting")


class Decision(models.Model):
    """The client's answer to one version of the advice, in his own words.

    A correction is another row; the request names the one that holds.
    """

    OWNER = "request__consultant"

    request = models.ForeignKey(
        ClientRequest, on_delete=models.PROTECT, related_name="decisions"
    )
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="correction"
    )
    why_corrected = models.TextField(blank=True)
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(max_length=10, choices=DecisionOutcome.choices)
    alternative = models.TextField(blank=True)  # the one he follows
    channel = models.CharField(max_length=10, choices=DecisionChannel.choices)
    by_name = models.CharField(max_length=120)
    by_role = models.CharField(max_length=120, blank=True)
    words = models.TextField(blank=True)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    proofs = models.ManyToManyField(KeptFile, related_name="+")
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = OwnedQuerySet["Decision"].as_manager()

    class Meta:
        verbose_name = _("decision")
        constraints = [
            models.CheckConstraint(
                name="an_override_has_words_and_a_letter",
                condition=~models.Q(outcome="overrides")
                | (~models.Q(words="") & models.Q(document__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_correction_has_a_reason",
                condition=models.Q(corrects=None) | ~models.Q(why_corrected=""),
            ),
        ]

    def __str__(self) -> str:
        return self.outcome
