from django.db import models


class Asking(models.Model):
    """How often something was asked for from one place since a moment, whichever
    process answered; forgotten soon after."""

    key = models.CharField(max_length=64, primary_key=True)  # a digest, names nobody
    since = models.DateTimeField(db_index=True)
    times = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.key
