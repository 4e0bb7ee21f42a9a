from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What a request is, worst first."""

    BAD_PRACTICE = "bad_practice", _("bad practice")
    OFF_STRATEGY = "off_strategy", _("off-strategy")
    FINE = "fine", _("fine")
