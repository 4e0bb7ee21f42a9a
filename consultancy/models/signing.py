from django.db import models

from .consultant import Consultant


class Authority(models.Model):
    """The installation's own certificate authority, its key wrapped."""

    certificate = models.TextField()  # PEM
    wrapped = models.BinaryField()
    fingerprint = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.fingerprint


class SigningKey(models.Model):
    """The key a consultant signs with, wrapped by the installation's secret."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="signing_keys"
    )
    name = models.CharField(max_length=120)  # as the certificate says it
    certificate = models.TextField()  # PEM
    wrapped = models.BinaryField()
    fingerprint = models.CharField(max_length=64, unique=True)
    # The consultant's own, certified by somebody else; otherwise it was made here.
    is_brought = models.BooleanField(default=False)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    created_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultant"],
                condition=models.Q(retired_at=None),
                name="one_key_in_use",
            )
        ]

    def __str__(self) -> str:
        return self.fingerprint
