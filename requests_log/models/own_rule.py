from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import Consultant, OwnedQuerySet
from requests_log.triage.own_rule import CODE


class OwnRule(models.Model):
    """A rule that a consultant wrote himself; what it says stands in its versions."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="+"
    )
    # What name_key makes of the name of the version in force.
    name_key = models.CharField(max_length=240, editable=False)
    number = models.PositiveIntegerField()  # of the version in force
    created_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["OwnRule"].as_manager()

    class Meta:
        verbose_name = _("own rule")
        constraints = [
            models.UniqueConstraint(
                fields=["consultant", "name_key"],
                condition=models.Q(retired_at=None),
                name="own_rules_have_names",
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """What findings, switches and addresses call it."""
        return f"{CODE}{self.pk}"


class OwnRuleVersion(models.Model):
    """What a rule was from then on. Never changed: findings tell which they are of."""

    OWNER = "rule__consultant"

    rule = models.ForeignKey(OwnRule, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    fields = models.JSONField()  # as own_rule_file.own_rule_to_fields gives them
    clients = models.JSONField()  # the keys of the clients it is for; none: for all
    digest = models.CharField(max_length=64)  # SHA-256 of fields and clients
    at = models.DateTimeField()

    objects = OwnedQuerySet["OwnRuleVersion"].as_manager()

    class Meta:
        verbose_name = _("version of an own rule")
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "number"], name="one_own_rule_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule_id} v{self.number}"
