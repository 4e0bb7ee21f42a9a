import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from .client import Client
from .consultant import Consultant
from .kept_file import KeptFile
from .owned import OwnedQuerySet

YEARS = 6  # how long the papers of a business are kept, where nothing else is settled


class Retention(models.Model):
    """How long a practice keeps letters as evidence once the relation has ended."""

    consultant = models.OneToOneField(
        Consultant, on_delete=models.PROTECT, related_name="+"
    )
    years = models.PositiveSmallIntegerField(default=YEARS)

    def __str__(self) -> str:
        return str(self.years)


class LegalHold(models.Model):
    """While it lasts nothing of the client is erased: a dispute, and why."""

    OWNER = "client__consultant"

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="holds")
    reason = models.TextField()
    placed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["LegalHold"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=models.Q(lifted_at=None),
                name="one_hold_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.client_id)


class ErasureGround(models.TextChoices):
    """Why a client is erased."""

    REQUESTED = "requested", _("They asked for it")
    NOT_NEEDED = "not_needed", _("I no longer need what I have of them")
    NEVER_A_CLIENT = "never_a_client", _("They were noted by mistake")


class Erasure(models.Model):
    """That a client was erased, and what is kept until when. It names nobody.

    `client` stands here while letters are kept; who erases the rest ends that.
    """

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="+"
    )
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client_number = models.PositiveBigIntegerField()  # the key the client has or had
    client = models.OneToOneField(
        Client, on_delete=models.PROTECT, null=True, related_name="erasure"
    )
    ground = models.CharField(max_length=20, choices=ErasureGround.choices)
    asked_at = models.DateTimeField()
    # Null where nothing was kept.
    keep_until = models.DateField(null=True)
    files = models.ManyToManyField(KeptFile, related_name="+")
    # Stored files whose rows are gone and whose bytes may still be there.
    leftover = models.JSONField(default=list)
    done_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["Erasure"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_erasure_is_done_or_keeps_a_client",
                condition=models.Q(done_at=None, client__isnull=False)
                | models.Q(done_at__isnull=False, client=None),
            )
        ]

    def __str__(self) -> str:
        return str(self.client_number)
