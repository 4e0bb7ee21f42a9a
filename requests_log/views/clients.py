"""Clients, and what each of them asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consultancy.selectors.clients import main_contact, strategy_in_force
from consultancy.web.owner import client_or_404, consultant_of
from requests_log.selectors.client_list import clients_with_last_request
from requests_log.selectors.lists import client_requests_page
from requests_log.selectors.strategy_lines import strategy_summary


def client_list(request: HttpRequest) -> HttpResponse:
    context = {"clients": clients_with_last_request(consultant_of(request))}
    return render(request, "requests_log/client_list.html", context)


def client_detail(request: HttpRequest, pk: int) -> HttpResponse:
    client = client_or_404(request, pk)
    version = strategy_in_force(client)
    context = {
        "client": client,
        "contact": main_contact(client),
        "version": version,
        "strategy": strategy_summary(version.strategy) if version else [],
        "page": client_requests_page(client, after=request.GET.get("after")),
    }
    return render(request, "requests_log/client_detail.html", context)
