"""A client's own data: new and changed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.save_client import add_client, change_client
from consultancy.errors import EditedMeanwhile, NameTaken
from consultancy.forms.client import ClientForm, NewClientForm
from consultancy.models import Client
from consultancy.web.form_page import form_page
from consultancy.web.owner import client_or_404, consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored
from consultancy.web.sent import sent


def client_new(request: HttpRequest) -> HttpResponse:
    initial = {"language": request.LANGUAGE_CODE}
    form = NewClientForm(sent(request), initial=initial)
    if form.is_valid():
        try:
            client = add_client(
                consultant_of(request),
                client=form.client_data(),
                contact=form.contact_data(),
                at=timezone.now(),
            )
        except NameTaken as error:
            form.explain_taken(error)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(
                request,
                _("%(client)s is saved. Now note what you agreed.")
                % {"client": client.name},
            )
            return redirect("strategy_edit", client.pk)
    return _page(request, form, None)


def client_edit(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    form = ClientForm(sent(request), row=client)
    if form.is_valid():
        try:
            kept = change_client(
                client,
                client=form.client_data(),
                seen=form.seen_values(),
                at=timezone.now(),
            )
        except NameTaken as error:
            form.explain_taken(error)
        except EditedMeanwhile as error:
            form.explain_edited(error)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("The client is saved."))
            form.say_kept(request, kept)
            return redirect("requests_log:client_detail", client.pk)
    return _page(request, form, client)


def _page(
    request: HttpRequest, form: ClientForm, client: Client | None
) -> HttpResponse:
    return form_page(request, "consultancy/client_form.html", form, client=client)
