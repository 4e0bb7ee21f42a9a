"""Makes a letter ready to be checked in later years, when it is asked for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.make_last import make_last
from consultancy.forms.lasting import LastingForm
from consultancy.paper.errors import NotLasting
from consultancy.selectors.documents import files_of
from consultancy.selectors.lasting import may_last
from consultancy.web.form_page import form_page
from consultancy.web.owner import document_or_404
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


def document_lasting(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what will be done, then do it."""
    document = document_or_404(request, pk)
    if not may_last(document, list(files_of(document))):
        return redirect("document_detail", document.pk)
    form = LastingForm(sent(request))
    if form.is_valid():
        try:
            make_last(document, at=timezone.now())
        except NotLasting as error:
            form.explain(error)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(
                request, _("The letter now holds what is needed to check it later.")
            )
            return redirect("document_detail", document.pk)
    page = "consultancy/document_lasting.html"
    return form_page(request, page, form, document=document)
