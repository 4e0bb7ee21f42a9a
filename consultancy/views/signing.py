"""By which certificate letters are signed; its page, and files of certificates."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import (
    sensitive_post_parameters,
    sensitive_variables,
)
from django.views.decorators.http import require_safe

from consultancy.actions.bring_key import bring_key
from consultancy.actions.signing_key import renew_signing_key
from consultancy.errors import NamesAnother, NotAlone
from consultancy.forms.signing import BringForm, RenewForm
from consultancy.paper.errors import KeyRefused
from consultancy.selectors.people import is_alone
from consultancy.selectors.signing_keys import (
    authority_file,
    own_certificate_file,
    signing_page,
)
from consultancy.web.form_page import form_page
from consultancy.web.key_refusals import explain_key_refused
from consultancy.web.owner import consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


@require_safe
def signing(request: HttpRequest) -> HttpResponse:
    page = signing_page(consultant_of(request), at=timezone.now())
    return render(request, "consultancy/signing.html", {"page": page})


def signing_renew(request: HttpRequest) -> HttpResponse:
    """Ask once, then sign by a new certificate of this installation."""
    consultant, now = consultant_of(request), timezone.now()
    current = signing_page(consultant, at=now).current
    initial = {"instead_of": current.fingerprint if current else ""}
    form = RenewForm(sent(request), initial=initial)
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
    return form_page(request, "consultancy/signing_renew.html", form, current=current)


@sensitive_post_parameters("password")
@sensitive_variables("form")
def signing_bring(request: HttpRequest) -> HttpResponse:
    """Take one's own certificate; where others work here too there is no such page."""
    consultant = consultant_of(request)
    if not is_alone(consultant):
        raise Http404
    form = BringForm(sent(request), request.FILES or None)
    other_name = ""
    if form.is_valid():
        try:
            holder = bring_key(consultant, archive=form.archive(), at=timezone.now())
        except NamesAnother as error:
            form.ask_for(error.name)
            other_name = error.name
        except KeyRefused as error:
            explain_key_refused(form, error)
        except NotAlone as error:
            raise Http404 from error
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            said = _("From now on your letters are signed as %(name)s.")
            messages.success(request, said % {"name": holder.name})
            return redirect("signing")
    status = 422 if form.errors or other_name else 200
    context = {"form": form, "other_name": other_name, "consultant": consultant}
    page = "consultancy/signing_bring.html"
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
