"""Questions about the letters of requests."""

from django.db.models import QuerySet

from consultancy.models import Document, KeptFile
from requests_log.models import Decision


def proofs_of(document: Document) -> QuerySet[KeptFile]:
    """Return the files that prove the decision a letter is about, first to last."""
    decisions = Decision.objects.filter(document=document)
    return KeptFile.objects.filter(
        pk__in=decisions.values("proofs"), consultant=document.consultant_id
    ).order_by("pk")
