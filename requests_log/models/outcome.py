from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import KeptFile, OwnedQuerySet

from .client_request import ClientRequest


class Assessment(models.TextChoices):
    """How the advice looks afterwards; the client may have been right."""

    RIGHT = "right", _("the advice was right")
    WRONG = "wrong", _("the client was right")
    UNCLEAR = "unclear", _("it cannot be told")


class Sequel(models.TextChoices):
    """What became of the thing that was asked for."""

    DONE_AS_ASKED = "done_as_asked", _("it was done as asked")
    DONE_OTHERWISE = "done_otherwise", _("it was done as recommended")
    NOT_DONE = "not_done", _("it was not done")
    SOMEONE_ELSE = "someone_else", _("somebody else did it")
    CLIENT_LEFT = "client_left", _("the client left")


class Outcome(models.Model):
    """What came of a request. Money is in the currency named beside it."""

    OWNER = "request__consultant"

    request = models.ForeignKey(
        ClientRequest, on_delete=models.PROTECT, related_name="outcomes"
    )
    # Where the request goes back to when it is opened again.
    stage_before = models.CharField(max_length=12)
    sequel = models.CharField(max_length=20, choices=Sequel.choices)
    # Empty where nothing was advised.
    assessment = models.CharField(max_length=10, choices=Assessment.choices, blank=True)
    words = models.TextField(blank=True)
    happened_on = models.DateField()
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    proofs = models.ManyToManyField(KeptFile, related_name="+")
    recorded_at = models.DateTimeField()

    objects = OwnedQuerySet["Outcome"].as_manager()

    class Meta:
        verbose_name = _("outcome")
        constraints = [
            models.CheckConstraint(
                name="a_cost_has_a_currency",
                condition=models.Q(cost=None) | ~models.Q(currency=""),
            )
        ]

    def __str__(self) -> str:
        return self.sequel
