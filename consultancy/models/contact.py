from django.db import models
from django.utils.translation import gettext_lazy as _

from .client import Client
from .owned import OwnedQuerySet


class Contact(models.Model):
    """One of the client's people, and whether he may decide for him."""

    OWNER = "client__consultant"

    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="contacts"
    )
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    may_decide = models.BooleanField(_("may decide for the client"), default=True)

    objects = OwnedQuerySet["Contact"].as_manager()

    class Meta:
        verbose_name = _("contact")

    def __str__(self) -> str:
        return self.name
