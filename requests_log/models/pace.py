from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import Consultant

DAYS = (2, 5, 10)


def default_days() -> list[int]:
    return list(DAYS)


class Pace(models.Model):
    """How often a practice reminds its clients, and when it stops waiting."""

    consultant = models.OneToOneField(
        Consultant, on_delete=models.PROTECT, related_name="+"
    )
    # Days after the advice was sent, rising.
    reminder_days = models.JSONField(default=default_days)

    class Meta:
        verbose_name = _("pace")

    def __str__(self) -> str:
        return ", ".join(map(str, self.reminder_days))
