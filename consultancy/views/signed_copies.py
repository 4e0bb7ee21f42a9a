"""A letter that came back signed by the client, or by the consultant himself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.take_signed_copy import take_signed_copy
from consultancy.errors import CopyRefused
from consultancy.forms.signed_copy import SignedCopyForm, explain_copy_refused
from consultancy.web.form_page import form_page
from consultancy.web.owner import document_or_404
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


def document_signed_copy(request: HttpRequest, pk: int) -> HttpResponse:
    document = document_or_404(request, pk)
    if document.issued_at is None:
        return redirect("document_detail", document.pk)
    form = SignedCopyForm(sent(request), request.FILES or None)
    if form.is_valid():
        try:
            take_signed_copy(document, **form.cleaned_data, at=timezone.now())
        except CopyRefused as error:
            explain_copy_refused(form, error)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("The signed copy is kept with the letter."))
            return redirect("document_detail", document.pk)
    return form_page(
        request, "consultancy/signed_copy_form.html", form, document=document
    )
