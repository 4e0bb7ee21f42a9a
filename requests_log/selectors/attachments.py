"""Questions about the files of a request."""

from uuid import UUID

from django.db.models import Q

from consultancy.models import Consultant, KeptFile
from requests_log.models import Attachment, ClientRequest


def files_of(request: ClientRequest) -> list[KeptFile]:
    """Return what came with its message and what was added to it since, in order."""
    own = Q(request=None) | Q(request=request.pk)
    rows = Attachment.objects.filter(own, message=request.message_id)
    return [row.file for row in rows.select_related("file").order_by("pk")]


def are_attached(request: ClientRequest, *, submission: UUID) -> bool:
    """Say whether this form has brought its files to the request already."""
    return request.attachments.filter(submission=submission).exists()


def request_logged_by(
    consultant: Consultant, *, submission: UUID
) -> ClientRequest | None:
    """Return what was logged with this form, if it was sent before."""
    own = ClientRequest.objects.of(consultant)
    return own.filter(message__submission=submission).order_by("pk").first()
