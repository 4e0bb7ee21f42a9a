import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Consultant(models.Model):
    """One practice, of one user. What stands on its letterhead."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consultant"
    )
    # The ledger names people by this, never by name.
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    trade = models.CharField(_("trade"), max_length=120, blank=True)
    tax_id = models.CharField(_("tax id"), max_length=40, blank=True)
    address = models.TextField(_("address"), max_length=400, blank=True)
    email = models.EmailField(_("e-mail for clients"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("consultant")

    def __str__(self) -> str:
        return self.name
