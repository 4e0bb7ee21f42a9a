"""Files that were brought, handed out so that no browser runs what is in them."""

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from consultancy.selectors.files import is_intact, kept_file_of
from consultancy.web.owner import consultant_of


def kept_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show a picture; hand out anything else. A changed file is refused aloud."""
    file = kept_file_of(consultant_of(request), pk)
    if file is None:
        raise Http404
    if not is_intact(file):
        context = {"file": file}
        return render(request, "consultancy/file_damaged.html", context, status=500)
    shown = file.is_picture and "download" not in request.GET
    return FileResponse(
        file.file.open("rb"),
        as_attachment=not shown,
        filename=file.name,
        content_type=file.media_type if shown else "application/octet-stream",
        headers={"Content-Security-Policy": "default-src 'none'; sandbox"},
    )
