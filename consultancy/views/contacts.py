"""A client's people: new, changed, back again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.contact_leaves import mark_contact_returned
from consultancy.actions.save_contact import add_contact, change_contact
from consultancy.errors import EditedMeanwhile, NameTaken
from consultancy.forms.contact import ContactForm
from consultancy.models import Client, Contact
from consultancy.selectors.clients import main_contact
from consultancy.web.confirm import confirm_form
from consultancy.web.form_page import form_page
from consultancy.web.owner import client_or_404, contact_or_404
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


def contact_new(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    is_first = main_contact(client) is None
    form = ContactForm(sent(request), is_main=is_first)
    if form.is_valid():
        try:
            contact = add_contact(
                client,
                contact=form.contact_data(),
                is_main=is_first or form.wants_main,
                at=timezone.now(),
            )
        except NameTaken as error:
            form.explain_taken(error)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("%(name)s is saved.") % {"name": contact.name})
            return redirect("requests_log:client_detail", client.pk)
    return _page(request, form, client, None)


def contact_edit(request: HttpRequest, pk: int) -> HttpResponse:
    contact = contact_or_404(request, pk)
    speaks = contact.is_main or contact.left_on is not None
    form = ContactForm(sent(request), row=contact, is_main=speaks)
    if form.is_valid():
        try:
            kept = change_contact(
                contact,
                contact=form.contact_data(),
                seen=form.seen_values(),
                is_main=form.wants_main,
                at=timezone.now(),
            )
        except Contact.DoesNotExist as error:
            raise Http404 from error  # another tab has just taken him out
        except NameTaken as error:
            form.explain_taken(error)
        except EditedMeanwhile as error:
            form.explain_edited(error)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("%(name)s is saved.") % {"name": contact.name})
            form.say_kept(request, kept)
            return redirect("requests_log:client_detail", contact.client_id)
    return _page(request, form, contact.client, contact)


def contact_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then note that somebody who left is back."""
    contact = contact_or_404(request, pk)
    form = confirm_form(request)
    if form.is_valid():
        try:
            mark_contact_returned(contact, at=timezone.now())
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("%(name)s is back.") % {"name": contact.name})
            return redirect("requests_log:client_detail", contact.client_id)
    return form_page(request, "consultancy/contact_return.html", form, contact=contact)


def _page(
    request: HttpRequest, form: ContactForm, client: Client, contact: Contact | None
) -> HttpResponse:
    return form_page(
        request, "consultancy/contact_form.html", form, client=client, contact=contact
    )
