from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultancy.strategy_file import Strategy, strategy_from_fields

from .client import Client
from .kept_file import KeptFile
from .owned import OwnedQuerySet


class AgreedHow(models.TextChoices):
    """How the client said yes to a strategy."""

    MEETING = "meeting", pgettext_lazy("agreed how", "meeting")
    CALL = "call", pgettext_lazy("agreed how", "call")
    EMAIL = "email", pgettext_lazy("agreed how", "e-mail")
    WHATSAPP = "whatsapp", "WhatsApp"
    SIGNED = "signed", pgettext_lazy("agreed how", "signed document")
    OTHER = "other", pgettext_lazy("agreed how", "other")


class StrategyVersion(models.Model):
    """What was agreed with a client. Never edited; the highest number is in force.

    Only an agreement that was told when there was none, and its proof, may come later.
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
    # Null where nobody asked how, as in what is older than the question.
    agreed_how = models.CharField(  # noqa: DJ001
        _("how it was agreed"), max_length=10, choices=AgreedHow.choices, null=True
    )
    proof = models.ManyToManyField(KeptFile, related_name="+")
    proof_note = models.TextField(null=True)  # noqa: DJ001
    proven_at = models.DateTimeField(null=True)  # when the first file of proof came
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

    @property
    def is_agreed(self) -> bool:
        """Whether anybody else may read "agreed": with a day and with proof of it."""
        return self.agreed_on is not None and self.proven_at is not None

    @property
    def dated_on(self) -> date:
        """The day beside "agreed on", or else beside "noted by the consultant on"."""
        return self.agreed_on if self.agreed_on and self.is_agreed else self.noted_on
