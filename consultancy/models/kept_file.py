from django.db import models

from .consultant import Consultant
from .owned import OwnedQuerySet


class KeptFile(models.Model):
    """A file that was brought: what the client sent, or what proves something.

    Written once. `used_at` says when an entry of the ledger first named it; until
    then it is only held for a form that is not finished, and goes after a while.
    """

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=120)  # as shown; the stored one is random
    media_type = models.CharField(max_length=40)
    file = models.FileField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()  # bytes
    kept_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    # Since when it is kept as evidence alone, shown by no page of the practice.
    withheld_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["KeptFile"].as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["kept_at"],
                condition=models.Q(used_at=None),
                name="files_unused",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")

    @property
    def facts(self) -> dict[str, object]:
        """What an entry of the ledger tells of it."""
        return {"name": self.name, "sha256": self.sha256, "size": self.size}
