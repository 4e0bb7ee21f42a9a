"""The letters of a practice: the list, one letter with its files, and the files."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from consultancy.models import DocumentFile, FileKind
from consultancy.selectors.documents import (
    document_copy_of,
    documents_page,
    file_to_hand_out,
    files_with_signers,
)
from consultancy.selectors.files import is_intact
from consultancy.selectors.lasting import may_last
from consultancy.web.owner import consultant_of, document_or_404


def document_list(request: HttpRequest) -> HttpResponse:
    page = documents_page(consultant_of(request), after=request.GET.get("after"))
    return render(request, "consultancy/document_list.html", {"page": page})


def document_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what became of a letter: who signed it, and every file of it."""
    document = document_or_404(request, pk)
    files = list(files_with_signers(document))
    context = {
        "document": document,
        "files": files,
        "may_last": may_last(document, files),
    }
    return render(request, "consultancy/document_detail.html", context)


def document_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out the stored bytes, never others: a changed file is refused aloud."""
    document = document_or_404(request, pk)
    file = file_to_hand_out(document)
    if file is None:
        context = {"document": document}
        return render(request, "consultancy/document_pending.html", context, status=404)
    return _handed_out(request, file)


def document_copy(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out one of the files of a letter, as the letter itself."""
    file = document_copy_of(consultant_of(request), pk)
    if file is None:
        raise Http404
    return _handed_out(request, file)


def _handed_out(request: HttpRequest, file: DocumentFile) -> HttpResponseBase:
    if not is_intact(file):
        context = {"document": file.document}
        return render(request, "consultancy/document_damaged.html", context, status=500)
    what = "" if file.kind == FileKind.AS_ISSUED else f"-{file.kind}"
    return FileResponse(
        file.file.open("rb"),
        as_attachment="download" in request.GET,
        filename=f"{file.document.number}{what}.pdf",
        content_type="application/pdf",
    )
