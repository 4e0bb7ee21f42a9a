"""What a practice keeps and for how long; a look at the letters of erased clients."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consultancy.actions.look_at_evidence import look_at_evidence
from consultancy.actions.set_retention import set_retention
from consultancy.errors import InstallationReadOnly
from consultancy.forms.keeping import RetentionForm
from consultancy.models import DocumentFile, Erasure, KeptFile
from consultancy.selectors.files import is_intact
from consultancy.selectors.ledger import clock_went_back
from consultancy.selectors.retention import (
    evidence_file,
    evidence_letters,
    kept_as_evidence,
    retention_years,
)
from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


def keeping(request: HttpRequest) -> HttpResponse:
    """Show what is kept; a POST settles the years."""
    consultant = consultant_of(request)
    form = RetentionForm(sent(request), years=retention_years(consultant))
    if form.is_valid():
        years = form.cleaned_data["years"]
        try:
            set_retention(consultant, years=years, at=timezone.now())
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("The years are settled."))
            return redirect("keeping")
    return form_page(
        request,
        "consultancy/keeping.html",
        form,
        kept=list(kept_as_evidence(consultant)),
        clock_went_back=clock_went_back(consultant),
    )


@require_POST
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which letters and files are kept of an erased client; it is entered."""
    erasure = _erasure_or_404(request, pk)
    if not _entered(request, erasure, "list"):
        return redirect("keeping")
    context = {
        "erasure": erasure,
        "letters": list(evidence_letters(erasure).prefetch_related("files")),
        "files": list(erasure.files.order_by("pk")),
    }
    return render(request, "consultancy/evidence.html", context)


@require_POST
def evidence_download(request: HttpRequest, pk: int, sha256: str) -> HttpResponseBase:
    """Hand out one of them; it is entered too."""
    erasure = _erasure_or_404(request, pk)
    file = evidence_file(erasure, sha256)
    if file is None or not is_intact(file):
        raise Http404
    if not _entered(request, erasure, sha256):
        return redirect("keeping")
    return FileResponse(
        file.file.open("rb"),
        as_attachment=True,
        filename=_name(file),
        content_type="application/octet-stream",
        headers={"Content-Security-Policy": "default-src 'none'; sandbox"},
    )


def _erasure_or_404(request: HttpRequest, pk: int) -> Erasure:
    found = kept_as_evidence(consultant_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _entered(request: HttpRequest, erasure: Erasure, what: str) -> bool:
    """Enter the look, without which there is none."""
    try:
        look_at_evidence(erasure, what=what, at=timezone.now())
    except InstallationReadOnly:
        messages.error(
            request,
            _("Nothing can be recorded at the moment, so nothing is shown either."),
        )
        return False
    return True


def _name(file: DocumentFile | KeptFile) -> str:
    if isinstance(file, KeptFile):
        return file.name
    return f"{file.document.number}.pdf"
