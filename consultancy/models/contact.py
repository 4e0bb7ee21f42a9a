from django.db import models
from django.utils.translation import gettext_lazy as _

from .client import Client
from .name_key import LONGEST_KEY
from .owned import OwnedQuerySet


class Contact(models.Model):
    """One of the client's people, and whether he may decide for him.

    Whoever sent a message or decided something stays, with the day he left.
    """

    OWNER = "client__consultant"

    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="contacts"
    )
    name = models.CharField(_("name"), max_length=120)
    # What `name_key.name_key` makes of the name: who writes one writes both.
    name_key = models.CharField(max_length=LONGEST_KEY, editable=False)
    role = models.CharField(_("role"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    may_decide = models.BooleanField(_("may decide for the client"), default=True)
    is_main = models.BooleanField(_("main contact"), default=False)
    left_on = models.DateField(null=True, blank=True)

    objects = OwnedQuerySet["Contact"].as_manager()

    class Meta:
        verbose_name = _("contact")
        constraints = [
            models.UniqueConstraint(
                fields=["client", "name_key"], name="one_contact_a_name"
            ),
            models.UniqueConstraint(
                fields=["client"],
                condition=models.Q(is_main=True),
                name="one_main_contact",
            ),
            models.CheckConstraint(
                name="who_left_is_not_the_main_contact",
                condition=models.Q(left_on=None) | models.Q(is_main=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def dial(self) -> str:
        """The telephone as a link dials it: digits, and a plus at the front."""
        return f"+{self._digits}" if self.phone.startswith("+") else self._digits

    @property
    def whatsapp(self) -> str:
        """The number as WhatsApp's links want it; empty without a country's code."""
        return self._digits if self.phone.startswith("+") else ""

    @property
    def _digits(self) -> str:
        return "".join(c for c in self.phone if c in "0123456789")
