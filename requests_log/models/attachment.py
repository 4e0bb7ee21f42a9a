from django.db import models
from django.utils.translation import gettext_lazy as _

from consultancy.models import KeptFile, OwnedQuerySet

from .client_request import ClientRequest
from .message import Message


class Attachment(models.Model):
    """A file that came with a message, or was added to one of its requests later.

    Without a request it belongs to the whole message, into however many it is split.
    """

    OWNER = "message__client__consultant"

    message = models.ForeignKey(
        Message, on_delete=models.PROTECT, related_name="attachments"
    )
    request = models.ForeignKey(
        ClientRequest, on_delete=models.PROTECT, null=True, related_name="attachments"
    )
    file = models.OneToOneField(
        KeptFile, on_delete=models.PROTECT, related_name="attachment"
    )
    # One form sent twice brings its files once.
    submission = models.UUIDField(db_index=True)
    at = models.DateTimeField()

    objects = OwnedQuerySet["Attachment"].as_manager()

    class Meta:
        verbose_name = _("attachment")

    def __str__(self) -> str:
        return str(self.file_id)
