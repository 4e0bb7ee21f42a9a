from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import Client, Consultant, OwnedQuerySet


class RuleSwitch(models.Model):
    """A shipped rule that is switched off: for one client, or for all of them."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="+"
    )
    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, null=True, related_name="+"
    )
    rule = models.CharField(max_length=60)
    reason = models.TextField()
    off_at = models.DateTimeField()
    on_again_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["RuleSwitch"].as_manager()

    class Meta:
        verbose_name = _("switched-off rule")
        constraints = [
            models.UniqueConstraint(
                fields=["consultant", "rule", "client"],
                condition=models.Q(on_again_at=None),
                name="off_once_for_a_client",
            ),
            models.UniqueConstraint(
                fields=["consultant", "rule"],
                condition=models.Q(on_again_at=None, client=None),
                name="off_once_for_all",
            ),
            models.CheckConstraint(
                name="switched_off_for_a_reason", condition=~models.Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return self.rule
