"""Questions about the letters of requests."""

from django.db.models import QuerySet

from consultancy.models import Document, KeptFile
from requests_log.models import Decision, Recommendation


def proofs_of(document: Document) -> QuerySet[KeptFile]:
    """Return the files that prove the decision a letter is about, first to last."""
    decisions = Decision.objects.filter(document=document)
    return KeptFile.objects.filter(
        pk__in=decisions.values("proofs"), consultant=document.consultant_id
    ).order_by("pk")


def letters_of(request_pk: int) -> list[Document]:
    """Return all letters on a request, last first."""
    decided = Decision.objects.filter(request=request_pk, document__isnull=False)
    silent = Recommendation.objects.filter(request=request_pk)
    documents = Document.objects.filter(pk__in=decided.values("document")).union(
        Document.objects.filter(pk__in=silent.values("no_answer__document"))
    )
    return list(documents.order_by("-pk"))
