"""A contact is taken out; the people who may have sent a message."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.web.form_page import form_page
from consultancy.web.owner import consultant_of, contact_or_404
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent
from requests_log.actions.take_out_contact import take_out_contact
from requests_log.forms.new_request import SenderForm
from requests_log.forms.taking_out import TakeOutForm
from requests_log.selectors.contact_use import contact_was_used


def contact_take_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take the contact out: gone, or noted as having left."""
    contact = contact_or_404(request, pk)
    if contact.left_on:
        return redirect("requests_log:client_detail", contact.client_id)
    is_used = contact_was_used(contact)
    form = TakeOutForm(
        sent(request),
        contact=contact,
        is_used=is_used,
        today=timezone.localdate(),
    )
    if form.is_valid():
        name, client = contact.name, contact.client_id
        try:
            is_gone = take_out_contact(
                contact,
                on=form.day,
                successor=form.successor_chosen,
                at=timezone.now(),
            )
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            said = _("%(name)s is taken out.") if is_gone else _("%(name)s has left.")
            messages.success(request, said % {"name": name})
            return redirect("requests_log:client_detail", client)
    return form_page(
        request,
        "requests_log/contact_take_out.html",
        form,
        contact=contact,
        is_used=is_used,
    )


def request_senders(request: HttpRequest) -> HttpResponse:
    """Answer the options of who sent a message, for the client just chosen."""
    form = SenderForm(request.GET or None, consultant=consultant_of(request))
    return render(request, "requests_log/request_senders.html", {"form": form})
