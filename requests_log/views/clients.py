"""Clients, and what each of them asked for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from consultancy.models import Client
from consultancy.selectors.clients import strategy_in_force
from consultancy.selectors.contacts import contacts_of
from consultancy.selectors.strategy_lines import strategy_lines
from consultancy.web.owner import consultant_of
from requests_log.forms.client_filter import ClientFilterForm
from requests_log.selectors.client_list import clients_listed
from requests_log.selectors.client_page import (
    FEW_DOCUMENTS,
    LOOKED_AT,
    client_documents,
    client_with_figures,
    open_requests,
)
from requests_log.selectors.lists import FEW, client_requests_page


def client_list(request: HttpRequest) -> HttpResponse:
    form = ClientFilterForm(request.GET)
    listed = clients_listed(
        consultant_of(request), status=form.chosen_status, name=form.name
    )
    context = {"form": form, "listed": listed}
    return render(request, "requests_log/client_list.html", context)


def client_detail(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        client = client_with_figures(consultant_of(request), pk)
    except Client.DoesNotExist as error:
        raise Http404 from error
    version = strategy_in_force(client)
    waiting, documents = open_requests(client), client_documents(client)
    context = {
        "client": client,
        "contacts": list(contacts_of(client)),
        "version": version,
        "strategy": strategy_lines(version.strategy) if version else [],
        "waiting": waiting[:FEW],
        "more_waiting": len(waiting) > FEW,
        "documents": documents[:FEW_DOCUMENTS],
        "more_documents": len(documents) > FEW_DOCUMENTS,
        "looked_at": LOOKED_AT,
        "page": client_requests_page(client, after=request.GET.get("after")),
    }
    return render(request, "requests_log/client_detail.html", context)
