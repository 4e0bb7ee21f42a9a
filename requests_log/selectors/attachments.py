"""Questions about the files of a request."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Q, When

from consultancy.models import Consultant, KeptFile
from requests_log.models import Attachment, ClientRequest, Decision, Outcome


@dataclass(frozen=True)
class FilesOfRequest:
    """`asked` came with the message or was added since; `proofs` prove what became of
    it."""

    asked: list[KeptFile]
    proofs: list[KeptFile]


def files_of(request: ClientRequest) -> FilesOfRequest:
    """Return all files of a request, in order and in one query."""
    own = Q(request=None) | Q(request=request.pk)
    attached = Attachment.objects.filter(own, message=request.message_id)
    # What proves a decision that was corrected since stays in sight.
    decided = Decision.proofs.through.objects.filter(decision__request=request.pk)
    came_of_it = Outcome.proofs.through.objects.filter(outcome__request=request.pk)
    is_proof = Q(pk__in=decided.values("keptfile"))
    is_proof |= Q(pk__in=came_of_it.values("keptfile"))
    found = KeptFile.objects.of(request.consultant).filter(
        is_proof | Q(pk__in=attached.values("file"))
    )
    placed = found.annotate(proves=Case(When(is_proof, then=True), default=False))
    rows: list[Any] = list(placed.order_by("pk"))
    return FilesOfRequest(
        asked=[row for row in rows if not row.proves],
        proofs=[row for row in rows if row.proves],
    )


def are_attached(request: ClientRequest, *, submission: UUID) -> bool:
    """Say whether this form has brought its files to the request already."""
    return request.attachments.filter(submission=submission).exists()


def request_logged_by(
    consultant: Consultant, *, submission: UUID
) -> ClientRequest | None:
    """Return what was logged with this form, if it was sent before."""
    own = ClientRequest.objects.of(consultant)
    return own.filter(message__submission=submission).order_by("pk").first()
