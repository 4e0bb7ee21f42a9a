"""The letters of a practice: the list, and the file as it was issued."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from consultancy.selectors.documents import (
    document_of,
    documents_page,
    issued_file,
)
from consultancy.selectors.files import is_intact
from consultancy.web.owner import consultant_of


def document_list(request: HttpRequest) -> HttpResponse:
    page = documents_page(consultant_of(request), after=request.GET.get("after"))
    return render(request, "consultancy/document_list.html", {"page": page})


def document_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out the stored bytes, never others: a changed file is refused aloud."""
    document = document_of(consultant_of(request), pk)
    if document is None:
        raise Http404
    file = issued_file(document)
    if file is None:
        context = {"document": document}
        return render(request, "consultancy/document_pending.html", context, status=404)
    if not is_intact(file):
        context = {"document": document}
        return render(request, "consultancy/document_damaged.html", context, status=500)
    return FileResponse(
        file.file.open("rb"),
        as_attachment="download" in request.GET,
        filename=f"{document.number}.pdf",
        content_type="application/pdf",
    )
