from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import OwnedQuerySet, StrategyVersion

from .client_request import ClientRequest
from .verdict import Verdict

__all__ = ["Finding", "Triage", "Verdict"]


class Triage(models.Model):
    """What the rules said of a request, then, by that rulebook. Never changed."""

    OWNER = "request__consultant"

    request = models.OneToOneField(
        ClientRequest, on_delete=models.PROTECT, related_name="triage"
    )
    strategy = models.ForeignKey(
        StrategyVersion, on_delete=models.PROTECT, null=True, related_name="+"
    )
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    # Null where no rule could read the message's language.
    language = models.CharField(max_length=2, null=True)  # noqa: DJ001
    rulebook = models.CharField(max_length=64)  # its fingerprint
    at = models.DateTimeField()

    objects = OwnedQuerySet["Triage"].as_manager()

    class Meta:
        verbose_name = _("triage")

    def __str__(self) -> str:
        return self.verdict


class Finding(models.Model):
    """One rule that had something to say, and the words that made it."""

    OWNER = "triage__request__consultant"

    triage = models.ForeignKey(
        Triage, on_delete=models.PROTECT, related_name="findings"
    )
    position = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=60)
    # Of a rule of the consultant's own; shipped ones have none.
    rule_version = models.PositiveIntegerField(null=True)
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    severity = models.CharField(max_length=20)
    # The rule's words as they stood then: a rulebook may change, a record may not.
    title = models.JSONField()  # {"es": ..., "en": ...}
    why = models.JSONField()
    spans = models.JSONField()  # [[start, end], ...] in the request's text
    strategy_field = models.CharField(max_length=40, blank=True)
    strategy_line = models.TextField(blank=True)
    set_aside = models.BooleanField(default=False)
    cue = models.CharField(max_length=40, blank=True)

    objects = OwnedQuerySet["Finding"].as_manager()

    class Meta:
        verbose_name = _("finding")
        indexes = [models.Index(fields=["rule", "triage"], name="findings_by_rule")]
        constraints = [
            models.UniqueConstraint(
                fields=["triage", "position"], name="one_finding_a_place"
            )
        ]

    def __str__(self) -> str:
        return self.rule
