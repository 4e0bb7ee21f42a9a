from django.db import models
from django.db.models.functions import Lower

from .consultant import Consultant
from .owned import OwnedQuerySet


class Invitation(models.Model):
    """A link by which one more consultant makes an account here, once."""

    consultant = models.ForeignKey(  # who invites
        Consultant, on_delete=models.PROTECT, related_name="invitations"
    )
    email = models.EmailField()
    token_sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet["Invitation"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=models.Q(used_at=None, revoked_at=None),
                name="one_open_invitation_an_address",
            ),
            models.CheckConstraint(
                name="an_invitation_is_used_or_revoked",
                condition=models.Q(used_at=None) | models.Q(revoked_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.email
