"""A client is erased."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.web.form_page import form_page
from consultancy.web.owner import client_or_404
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent
from requests_log.actions.erase_client import erase_client
from requests_log.forms.erasing import NOT_ERASED, EraseForm
from requests_log.selectors.erasing import would_go


def client_erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell what goes and what stays until when; then, by a typed name, do it."""
    client, today = client_or_404(request, pk), timezone.localdate()
    form = EraseForm(sent(request), client=client)
    if form.is_valid():
        ground = form.cleaned_data["ground"]
        try:
            erasure = erase_client(
                client, ground=ground, today=today, at=timezone.now()
            )
        except NOT_ERASED as error:
            form.explain(error)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _said(is_done=erasure.done_at is not None))
            return redirect(
                "requests_log:client_list" if erasure.done_at else "keeping"
            )
    return form_page(
        request,
        "requests_log/client_erase.html",
        form,
        client=client,
        goes=would_go(client, today=today),
    )


def _said(*, is_done: bool) -> str:
    # Nobody is named: the sentence is kept for a while, and the client is erased.
    if is_done:
        return _("The client is erased.")
    return _("The client is erased. Their letters are kept as evidence, closed.")
