"""A client's own data: new and changed."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from consultancy.actions.save_client import add_client, change_client
from consultancy.forms.client import ClientForm, values_of
from consultancy.models import Client
from consultancy.web.owner import client_or_404, consultant_of
from consultancy.web.refusals import NOT_STORED, explain_not_stored


def client_new(request: HttpRequest) -> HttpResponse:
    form = ClientForm(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    if form.is_valid():
        try:
            client = add_client(
                consultant_of(request),
                client=form.client_data(),
                contact=form.contact_data(),
                at=timezone.now(),
            )
        except IntegrityError:
            _say_name_is_taken(form)
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
    form = ClientForm(request.POST or None, initial=values_of(client))
    if form.is_valid():
        try:
            change_client(
                client,
                client=form.client_data(),
                contact=form.contact_data(),
                at=timezone.now(),
            )
        except IntegrityError:
            _say_name_is_taken(form)
        except NOT_STORED as error:
            explain_not_stored(form, error)
        else:
            messages.success(request, _("The client is saved."))
            return redirect("requests_log:client_detail", client.pk)
    return _page(request, form, client)


def _say_name_is_taken(form: ClientForm) -> None:
    form.add_error("name", _("You already have a client of this name."))


def _page(
    request: HttpRequest, form: ClientForm, client: Client | None
) -> HttpResponse:
    context = {"form": form, "client": client}
    status = 422 if form.errors else 200
    return render(request, "consultancy/client_form.html", context, status=status)
