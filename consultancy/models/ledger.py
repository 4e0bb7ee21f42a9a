from django.db import models

from .consultant import Consultant
from .owned import OwnedQuerySet


class LedgerHead(models.Model):
    """Where a consultant's chain ends: the one row that appends queue for."""

    consultant = models.OneToOneField(
        Consultant, on_delete=models.PROTECT, related_name="ledger_head"
    )
    seq = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"


class LedgerEntry(models.Model):
    """One step that was taken. The database itself refuses to change or drop it."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="ledger_entries"
    )
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    commitment = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = OwnedQuerySet["LedgerEntry"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultant", "seq"], name="one_entry_a_place"
            ),
            # A fork cannot be stored.
            models.UniqueConstraint(
                fields=["consultant", "previous_hash"], name="one_entry_after_another"
            ),
        ]
        indexes = [
            models.Index(fields=["consultant", "subject", "seq"], name="entries_of")
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind}"


class LedgerPayload(models.Model):
    """What an entry tells, with the salt of its commitment; apart, so that it can
    one day be erased while the chain still holds."""

    entry = models.OneToOneField(
        LedgerEntry, on_delete=models.PROTECT, primary_key=True, related_name="payload"
    )
    salt = models.BinaryField(max_length=32)
    content = models.JSONField()

    def __str__(self) -> str:
        return str(self.pk)
