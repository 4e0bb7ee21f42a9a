from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .consultant import Consultant
from .owned import OwnedQuerySet


class Language(models.TextChoices):
    SPANISH = "es", _("Spanish")
    ENGLISH = "en", _("English")


class AddressForm(models.TextChoices):
    """How a Spanish-speaking client is addressed."""

    TU = "tu", pgettext_lazy("form of address", "tú")
    USTED = "usted", pgettext_lazy("form of address", "usted")


class Client(models.Model):
    """Who pays, and in which language and form of address he is written to."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="clients"
    )
    name = models.CharField(_("name"), max_length=120)
    sector = models.CharField(_("sector"), max_length=120, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.SPANISH
    )
    address_form = models.CharField(
        _("form of address"),
        max_length=5,
        choices=AddressForm.choices,
        default=AddressForm.TU,
    )
    created_at = models.DateTimeField()

    objects = OwnedQuerySet["Client"].as_manager()

    class Meta:
        verbose_name = _("client")
        constraints = [
            models.UniqueConstraint(
                fields=["consultant", "name"], name="one_client_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
