from typing import ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .client import Language


class UserManager(BaseUserManager["User"]):
    """Users are known by their e-mail address, whatever its capitals."""

    def create_user(self, email: str, password: str | None, **fields: object) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractUser):
    """Who signs in. The practice itself is the Consultant."""

    username = None  # type: ignore[assignment]  # e-mail takes its place
    first_name = None  # type: ignore[assignment]  # the letterhead has the name
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.SPANISH
    )
    time_zone = models.CharField(_("time zone"), max_length=64, default="Europe/Madrid")
    # When a link for a forgotten password was last sent: one at a time is enough.
    reset_sent_at = models.DateTimeField(null=True, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()  # type: ignore[misc,assignment]  # narrower than Django's

    class Meta:
        verbose_name = _("user")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_user_an_address")
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def owns_installation(self) -> bool:
        """Say whether he may invite and deactivate others. It shows him no more."""
        return self.is_superuser
