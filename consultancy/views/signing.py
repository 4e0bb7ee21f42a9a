"""By which certificate letters are signed; its page, and files of certificates."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultancy.actions.signing_key import renew_signing_key
from consultancy.forms.signing import RenewForm
from consultancy.selectors.signing_keys import (
    authority_file,
    own_certificate_file,
    signing_page,
)
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored


@require_safe
def signing(request: HttpRequest) -> HttpResponse:
    page = signing_page(consultant_of(request), at=timezone.now())
    return render(request, "consultancy/signing.html", {"page": page})


def signing_renew(request: HttpRequest) -> HttpResponse:
    """Ask once, then sign by a new certificate of this installation."""
    consultant, now = consultant_of(request), timezone.now()
    current = signing_page(consultant, at=now).current
    initial = {"instead_of": current.fingerprint if current else ""}
    form = RenewForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            told = form.cleaned_data["instead_of"]
            renew_signing_key(consultant, instead_of=told, at=now)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            # Also for who pressed twice: the second time there was nothing to do.
            messages.success(
                request,
                _("From now on your letters are signed with a new certificate."),
            )
            return redirect("signing")
    status = 422 if form.errors else 200
    context = {"form": form, "current": current}
    page = "consultancy/signing_renew.html"
    return render(request, page, context, status=status)


@require_safe
def signing_certificate(request: HttpRequest) -> HttpResponse:
    """Hand out one's own certificate, never its key."""
    consultant = consultant_of(request)
    content = own_certificate_file(consultant, at=timezone.now())
    return _certificate(content, "my-certificate.cer")


@require_safe
def signing_authority(request: HttpRequest) -> HttpResponse:
    """Hand out the certificate of the authority of this installation."""
    consultant_of(request)
    return _certificate(authority_file(), "por-escrito-authority.cer")


def _certificate(content: bytes | None, name: str) -> HttpResponse:
    if content is None:
        raise Http404
    return HttpResponse(
        content,
        content_type="application/pkix-cert",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
