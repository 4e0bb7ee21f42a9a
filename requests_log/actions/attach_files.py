"""Files that belong to a message or to one of its requests: named once, kept."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from consultancy.actions.keep_file import use_files
from consultancy.actions.write_down import write_down
from consultancy.models import KeptFile
from requests_log.models import Attachment, ClientRequest, Message

from .move import subject_of

ATTACH_FILES = "attach_files"


@transaction.atomic
def attach_files(
    request: ClientRequest,
    *,
    files: Sequence[KeptFile],
    submission: UUID,
    at: datetime,
) -> None:
    """Add files to a request at any stage; the same form sent twice adds them once.

    Raises FilesGone.
    """
    # Whoever sends the same form meanwhile waits here, and then finds it done.
    ClientRequest.objects.select_for_update().only("pk").get(pk=request.pk)
    if request.attachments.filter(submission=submission).exists():
        return
    store_attachments(
        request.message, request=request, files=files, submission=submission, at=at
    )
    write_down(
        request.consultant,
        kind=ATTACH_FILES,
        at=at,
        subject=subject_of(request),
        payload={"files": [file.facts for file in files]},
    )


def store_attachments(
    message: Message,
    *,
    request: ClientRequest | None,
    files: Sequence[KeptFile],
    submission: UUID,
    at: datetime,
) -> None:
    """Use the files inside the caller's transaction. Raises FilesGone."""
    use_files(files, at=at)
    Attachment.objects.bulk_create(
        Attachment(
            message=message, request=request, file=file, submission=submission, at=at
        )
        for file in files
    )
