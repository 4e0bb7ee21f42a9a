"""The consultant's own notes on a client."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.note_on_client import note_on_client
from consultancy.forms.client_note import ClientNoteForm
from consultancy.selectors.client_notes import notes_page
from consultancy.web.form_page import form_page
from consultancy.web.owner import client_or_404
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


def client_notes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show all notes, newest first, and take another."""
    client = client_or_404(request, pk)
    form = ClientNoteForm(sent(request))
    if form.is_valid():
        try:
            note_on_client(
                client,
                **form.cleaned_data,
                at=timezone.now(),
            )
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("The note is kept."))
            return redirect("client_notes", client.pk)
    return form_page(
        request,
        "consultancy/client_notes.html",
        form,
        client=client,
        page=notes_page(client, after=request.GET.get("after")),
    )
