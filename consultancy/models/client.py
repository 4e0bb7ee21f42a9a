from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .consultant import Consultant
from .name_key import LONGEST_KEY
from .owned import OwnedQuerySet


class Language(models.TextChoices):
    SPANISH = "es", _("Spanish")
    ENGLISH = "en", _("English")


class AddressForm(models.TextChoices):
    """How a Spanish-speaking client is addressed."""

    TU = "tu", pgettext_lazy("form of address", "tú")
    USTED = "usted", pgettext_lazy("form of address", "usted")


class ClientStatus(models.TextChoices):
    """Whether there is work for a client now."""

    ACTIVE = "active", pgettext_lazy("status of a client", "active")
    PAUSED = "paused", pgettext_lazy("status of a client", "paused")
    ENDED = "ended", pgettext_lazy("status of a client", "ended")


class Client(models.Model):
    """Who pays, and in which language and form of address he is written to.

    One who is archived stands in no list and no select; only `erase_client` deletes.
    """

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="clients"
    )
    name = models.CharField(_("name"), max_length=120)
    # What `name_key.name_key` makes of the name: who writes one writes both.
    name_key = models.CharField(max_length=LONGEST_KEY, editable=False)
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
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=ClientStatus.choices,
        default=ClientStatus.ACTIVE,
    )
    status_on = models.DateField(null=True, blank=True)
    status_reason = models.CharField(max_length=400, blank=True)
    archived_at = models.DateTimeField(null=True)
    # Erased but for the letters that are kept as evidence: in no list, open to no page.
    restricted_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    objects = OwnedQuerySet["Client"].as_manager()

    class Meta:
        verbose_name = _("client")
        constraints = [
            models.UniqueConstraint(
                fields=["consultant", "name_key"], name="one_client_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
