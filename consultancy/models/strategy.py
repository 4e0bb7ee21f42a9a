from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.strategy_file import Strategy, strategy_from_fields

from .client import Client
from .owned import OwnedQuerySet


class StrategyVersion(models.Model):
    """What was agreed with a client. Never edited; the highest number is in force.

    Without `agreed_on` it reads "noted by the consultant on", never "agreed".
    """

    OWNER = "client__consultant"

    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="strategies"
    )
    number = models.PositiveIntegerField()
    fields = models.JSONField()  # as strategy_file.strategy_to_fields gives them
    noted_on = models.DateField()
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    agreed_by = models.CharField(_("agreed by"), max_length=120, blank=True)
    created_at = models.DateTimeField()

    objects = OwnedQuerySet["StrategyVersion"].as_manager()

    class Meta:
        verbose_name = _("strategy")
        constraints = [
            models.UniqueConstraint(
                fields=["client", "number"], name="one_strategy_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.client} v{self.number}"

    @property
    def strategy(self) -> Strategy:
        return strategy_from_fields(self.fields)
